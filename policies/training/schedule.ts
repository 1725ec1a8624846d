import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs'
import { z } from 'zod'
import { Day, Id } from '../pack/terms.js'

/**
 * What scheduling needs to know of one question, days only: neither the answer nor how often it was asked.
 * Source: the free spaced repetition scheduler as ts-fsrs computes it; its counts (reps, lapses) serve statistics only.
 */
export const QuestionState = z.strictObject({
  question: Id,
  /** Ask again on this day or later. */
  due: Day,
  /** Days until the chance to remember falls to 90 %. */
  stability: z.number(),
  /** 1 (easy) to 10. */
  difficulty: z.number(),
  phase: z.enum(['new', 'learning', 'review', 'relearning']),
  /** Position within the first short steps of learning. */
  step: z.int().min(0),
  lastReview: Day,
  /** The versions of the question's rules when it was last asked, as `rulesVersion` writes them. */
  rules: z.string(),
})
export type QuestionState = z.infer<typeof QuestionState>

/** Default parameters, without fuzz: the same answers lead to the same days. */
const scheduler = fsrs()

const PHASES = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning } as const

/**
 * The state after an answer. A clock that went back does not reach the scheduler: no review is earlier than the last.
 * @param before undefined: asked for the first time
 * @param rules see `rulesVersion`
 */
export function afterAnswer(
  question: string,
  before: QuestionState | undefined,
  right: boolean,
  today: Day,
  rules: string,
): QuestionState {
  const day = before && before.lastReview > today ? before.lastReview : today
  const { card } = scheduler.next(cardOf(before, day), dateOf(day), right ? Rating.Good : Rating.Again)
  return {
    question,
    due: dayOf(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    phase: phaseOf(card.state),
    step: card.learning_steps,
    lastReview: day,
    rules,
  }
}

function cardOf(before: QuestionState | undefined, day: Day): Card {
  const empty = createEmptyCard(dateOf(day))
  if (!before) return empty
  return {
    ...empty,
    due: dateOf(before.due),
    stability: before.stability,
    difficulty: before.difficulty,
    state: PHASES[before.phase],
    learning_steps: before.step,
    last_review: dateOf(before.lastReview),
  }
}

function phaseOf(state: State): QuestionState['phase'] {
  switch (state) {
    case State.New:
      return 'new'
    case State.Learning:
      return 'learning'
    case State.Review:
      return 'review'
    case State.Relearning:
      return 'relearning'
  }
}

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)
