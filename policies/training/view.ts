import { z } from 'zod'
import { Id } from '../pack/terms.js'
import { type Module, type Question, Verdict } from '../pack/training-schema.js'
import { VERDICT_WORDS } from './grade.js'
import { shownOrder, shuffled } from './shuffle.js'

const Choice = z.strictObject({ value: z.string(), text: z.string() })
const Part = z.strictObject({ field: z.string(), text: z.string() })

/** How a question is answered: choose one, choose several, give each part one of the values. */
const Control = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), field: z.string(), choices: z.array(Choice) }),
  z.strictObject({ kind: z.literal('many'), field: z.string(), choices: z.array(Choice) }),
  z.strictObject({ kind: z.literal('assign'), values: z.array(Choice), parts: z.array(Part) }),
])
export type Control = z.infer<typeof Control>

/** A question as people see it: without the answer. */
export const QuestionView = z.strictObject({
  id: Id,
  module: z.strictObject({ id: Id, title: z.string() }),
  form: z.enum(['single', 'multiple', 'match', 'order', 'find', 'scenario', 'prompt']),
  situation: z.string().optional(),
  /** The weak prompt that is to be improved. */
  weak: z.string().optional(),
  ask: z.string(),
  /** What to do here, in one sentence. */
  how: z.string(),
  control: Control,
})
export type QuestionView = z.infer<typeof QuestionView>

/** The order of the parts follows from the seed; texts to be read in order and the three verdicts stay where they are. */
export function viewOf(question: Question, module: Module, seed: number): QuestionView {
  const { id, form, ask } = question
  return {
    id,
    module: { id: module.id, title: module.title },
    form,
    ...('situation' in question ? { situation: question.situation } : {}),
    ...('weak' in question ? { weak: question.weak } : {}),
    ask,
    how: HOW[form],
    control: controlOf(question, seed),
  }
}

const HOW: Readonly<Record<Question['form'], string>> = {
  single: 'Wählen Sie eine Antwort.',
  multiple: 'Wählen Sie alles, was stimmt. Es ist mehr als eines.',
  match: 'Wählen Sie zu jedem Punkt, was passt.',
  order: 'Geben Sie jedem Schritt seinen Platz: 1 kommt zuerst.',
  find: 'Wählen Sie alle Stellen, auf die das zutrifft.',
  scenario: 'Wählen Sie eine Antwort.',
  prompt: 'Wählen Sie die Fassung, die am besten hilft.',
}

function controlOf(question: Question, seed: number): Control {
  switch (question.form) {
    case 'single':
    case 'prompt':
      return { kind: 'one', field: 'a', choices: shuffled(choicesOf(question.options), seed) }
    case 'multiple':
      return { kind: 'many', field: 'a', choices: shuffled(choicesOf(question.options), seed) }
    case 'find':
      return { kind: 'many', field: 'a', choices: choicesOf(question.passages) }
    case 'scenario':
      return {
        kind: 'one',
        field: 'a',
        choices: Verdict.options.map(value => ({ value, text: VERDICT_WORDS[value] })),
      }
    case 'match': {
      const parts = question.items.map(({ text }, at) => ({ field: `i${at}`, text }))
      const values = question.groups.map(({ id, text }) => ({ value: id, text }))
      return { kind: 'assign', values, parts: shuffled(parts, seed) }
    }
    case 'order': {
      const parts = shownOrder(question.steps.length, seed).map((at, shown) => ({
        field: `s${shown}`,
        text: question.steps[at]?.text ?? '',
      }))
      const values = parts.map((_, at) => ({ value: String(at + 1), text: String(at + 1) }))
      return { kind: 'assign', values, parts }
    }
  }
}

const choicesOf = (options: readonly { readonly text: string }[]) =>
  options.map(({ text }, at) => ({ value: String(at), text }))
