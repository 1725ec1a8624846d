import { z } from 'zod'
import type { Pack } from '../pack/pack-schema.js'
import { Day, Id } from '../pack/terms.js'
import type { Module, Question } from '../pack/training-schema.js'
import { editionOf, lockOf, questionsOf } from './questions.js'
import { hashOf, shuffled } from './shuffle.js'

/**
 * A round of questions under way: a round passes a module, a portion repeats. It travels signed inside the card or page
 * (`bot/learning/session-token.ts`), so that nothing about a round is ever stored.
 */
export const Session = z.strictObject({
  kind: z.enum(['round', 'portion']),
  module: Id.optional(),
  questions: z
    .array(z.strictObject({ id: Id, edition: z.string().max(12) }))
    .min(1)
    .max(20),
  at: z.int().min(0),
  right: z.int().min(0),
  seed: z.int().min(0),
  day: Day,
})
export type Session = z.infer<typeof Session>

type Content = Pick<Pack, 'rules' | 'training'>

/** The questions of a module that may be asked today. */
export const askable = ({ questions }: Module, content: Content): Question[] =>
  questions.filter(question => lockOf(question, content) === undefined)

/**
 * A round: one scenario at least, otherwise of different forms, in an order that follows from the seed.
 * Undefined if too many questions are locked for a round, or no scenario is left.
 */
export function startRound(module: Module, content: Content, seed: number, today: Day): Session | undefined {
  const wanted = content.training.settings.round_questions
  const mixed = shuffled(askable(module, content), seed)
  const scenario = mixed.find(({ form }) => form === 'scenario')
  if (!scenario || mixed.length < wanted) return undefined
  const others = variedFirst(mixed.filter(question => question !== scenario))
  const chosen = shuffled([scenario, ...others.slice(0, wanted - 1)], seed + 1)
  return { kind: 'round', module: module.id, ...open(chosen, seed, today) }
}

/** A portion of repetition from questions that are due; undefined if there are none. */
export function startPortion(due: readonly Question[], most: number, seed: number, today: Day): Session | undefined {
  const chosen = due.slice(0, most)
  return chosen.length > 0 ? { kind: 'portion', ...open(chosen, seed, today) } : undefined
}

const open = (questions: readonly Question[], seed: number, day: Day) => ({
  questions: questions.map(question => ({ id: question.id, edition: editionOf(question) })),
  at: 0,
  right: 0,
  seed,
  day,
})

/** The first question of each form before the second of any. */
function variedFirst(questions: readonly Question[]): Question[] {
  const seen = new Map<string, number>()
  return questions
    .map(question => {
      const turn = seen.get(question.form) ?? 0
      seen.set(question.form, turn + 1)
      return { question, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ question }) => question)
}

export type Current =
  | { readonly kind: 'question'; readonly question: Question; readonly module: Module; readonly seed: number }
  /** The question was changed, locked or taken out since the round began. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'finished' }

/** The question a session is at, with the seed of the order in which its parts are shown. */
export function currentOf({ questions, at, seed }: Session, content: Content): Current {
  const reference = questions[at]
  if (!reference) return { kind: 'finished' }
  const known = questionsOf(content).get(reference.id)
  if (!known || editionOf(known.question) !== reference.edition || lockOf(known.question, content) !== undefined)
    return { kind: 'changed' }
  return { kind: 'question', ...known, seed: hashOf(`${seed}/${reference.id}`) }
}

/** One question further. */
export const advanced = (session: Session, right: boolean): Session => ({
  ...session,
  at: session.at + 1,
  right: session.right + (right ? 1 : 0),
})

/** Whether a finished round reaches the share of right answers that passes. */
export const isPassed = ({ right, questions }: Session, share: number): boolean => right >= share * questions.length

/** Older ones are not gone on with: what is due has changed since. */
export const isStale = ({ day }: Session, today: Day): boolean => day !== today
