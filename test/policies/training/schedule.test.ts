import { describe, expect, test } from '@jest/globals'
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { afterAnswer, plusDays, type QuestionState } from '../../../policies/training/index.js'

const RULES = 'anonymisieren.1'

/** Learns through answers given so many days apart. */
function learned(answers: readonly { right: boolean; after: number }[], from = '2026-11-23'): QuestionState {
  let day = from
  let state: QuestionState | undefined
  for (const { right, after } of answers) {
    day = plusDays(day, after)
    state = afterAnswer('g1-single', state, right, day, RULES)
  }
  if (!state) throw new Error('no answers')
  return state
}

describe('due days follow from the answers', () => {
  test('the more often right, the longer until the next time', () => {
    const right = { right: true, after: 0 }
    const once = learned([right, { right: true, after: 1 }])
    const twice = learned([right, { right: true, after: 1 }, { right: true, after: 4 }])
    const gap = (state: QuestionState) => (Date.parse(state.due) - Date.parse(state.lastReview)) / 86_400_000
    expect(gap(once)).toBeGreaterThanOrEqual(1)
    expect(gap(twice)).toBeGreaterThan(gap(once))
  })

  test('after a wrong answer it comes again soon', () => {
    const state = learned([
      { right: true, after: 0 },
      { right: true, after: 1 },
      { right: true, after: 5 },
      { right: false, after: 20 },
    ])
    expect(state.phase).toBe('relearning')
    expect(state.due).toBe(state.lastReview)
  })

  test('the same as ts-fsrs by itself, with plain default parameters', () => {
    const answers = [true, true, false, true, true, true, false, true]
    const scheduler = fsrs()
    let day = '2026-11-23'
    let state: QuestionState | undefined
    let card = createEmptyCard(new Date(`${day}T00:00:00Z`))
    for (const [at, right] of answers.entries()) {
      day = plusDays(day, at * 3)
      state = afterAnswer('g1-single', state, right, day, RULES)
      card = scheduler.next(card, new Date(`${day}T00:00:00Z`), right ? Rating.Good : Rating.Again).card
      expect(state).toMatchObject({
        due: card.due.toISOString().slice(0, 10),
        stability: card.stability,
        difficulty: card.difficulty,
      })
    }
  })
})

describe('what is kept', () => {
  test('days only, and neither answers nor how many there were', () => {
    const state = learned([
      { right: true, after: 0 },
      { right: false, after: 3 },
    ])
    expect(Object.keys(state).sort()).toEqual(
      ['difficulty', 'due', 'lastReview', 'phase', 'question', 'rules', 'stability', 'step'].sort(),
    )
    expect(state.lastReview).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(state.due).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('a clock that went back moves no review into the past', () => {
    const before = learned([{ right: true, after: 0 }])
    const after = afterAnswer('g1-single', before, true, plusDays(before.lastReview, -10), RULES)
    expect(after.lastReview).toBe(before.lastReview)
    expect(Number.isFinite(after.stability)).toBe(true)
  })
})
