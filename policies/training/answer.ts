import { z } from 'zod'
import { type Question, Verdict } from '../pack/training-schema.js'
import { shownOrder } from './shuffle.js'

/**
 * What a form sends: one text a field. Choices come as positions in the file ("2", several as "0,3"), groups of a match
 * question as `i0`, `i1` …, places (from 1) of the steps of an order question as shown as `s0`, `s1` …, a scenario's verdict
 * as `a`.
 */
export const Inputs = z.record(z.string().max(20), z.string().max(200))
export type Inputs = z.infer<typeof Inputs>

/** An answer, by positions in the question as it stands in the pack. */
export type GivenAnswer =
  | { readonly form: 'chosen'; readonly chosen: ReadonlySet<number> }
  | { readonly form: 'groups'; readonly groups: readonly string[] }
  | { readonly form: 'places'; readonly places: readonly number[] }
  | { readonly form: 'verdict'; readonly verdict: Verdict }

export type AnswerResult =
  | { readonly ok: true; readonly answer: GivenAnswer }
  /** Nothing chosen, something left open, two steps at one place, or no answer to this question at all. */
  | { readonly ok: false; readonly problem: 'empty' | 'incomplete' | 'same-place' | 'strange' }

/**
 * Reads what a form sent as an answer to this question.
 * @param seed the one the question was shown with
 */
export function readAnswer(question: Question, inputs: Inputs, seed: number): AnswerResult {
  switch (question.form) {
    case 'single':
    case 'prompt':
      return chosenOf(inputs.a, question.options.length, 'one')
    case 'multiple':
      return chosenOf(inputs.a, question.options.length, 'several')
    case 'find':
      return chosenOf(inputs.a, question.passages.length, 'several')
    case 'match':
      return groupsOf(
        question.items.map((_, at) => inputs[`i${at}`] ?? ''),
        new Set(question.groups.map(({ id }) => id)),
      )
    case 'order':
      return placesOf(shownOrder(question.steps.length, seed), inputs)
    case 'scenario': {
      if (!inputs.a) return { ok: false, problem: 'empty' }
      const verdict = Verdict.safeParse(inputs.a)
      return verdict.success ? { ok: true, answer: { form: 'verdict', verdict: verdict.data } } : STRANGE
    }
  }
}

const STRANGE: AnswerResult = { ok: false, problem: 'strange' }

function chosenOf(value: string | undefined, count: number, how: 'one' | 'several'): AnswerResult {
  const parts = (value ?? '').split(',').filter(part => part !== '')
  if (parts.length === 0) return { ok: false, problem: 'empty' }
  const chosen = new Set(parts.map(Number))
  const known = [...chosen].every(at => Number.isInteger(at) && at >= 0 && at < count)
  return known && (how === 'several' || chosen.size === 1) ? { ok: true, answer: { form: 'chosen', chosen } } : STRANGE
}

function groupsOf(groups: readonly string[], known: ReadonlySet<string>): AnswerResult {
  if (groups.every(group => group === '')) return { ok: false, problem: 'empty' }
  if (groups.includes('')) return { ok: false, problem: 'incomplete' }
  return groups.every(group => known.has(group)) ? { ok: true, answer: { form: 'groups', groups } } : STRANGE
}

/** Places of the steps as the pack has them, from those of the steps as shown. */
function placesOf(order: readonly number[], inputs: Inputs): AnswerResult {
  const values = order.map((_, step) => inputs[`s${order.indexOf(step)}`] ?? '')
  if (values.every(value => value === '')) return { ok: false, problem: 'empty' }
  if (values.includes('')) return { ok: false, problem: 'incomplete' }
  const places = values.map(Number)
  if (!places.every(place => Number.isInteger(place) && place >= 1 && place <= places.length)) return STRANGE
  if (new Set(places).size < places.length) return { ok: false, problem: 'same-place' }
  return { ok: true, answer: { form: 'places', places } }
}
