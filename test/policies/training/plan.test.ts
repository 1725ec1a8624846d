import { beforeAll, describe, expect, test } from '@jest/globals'
import { dueOn, planFor, type QuestionState, rulesVersion } from '../../../policies/training/index.js'
import { smallCourse } from '../../support/training.js'

type Small = Awaited<ReturnType<typeof smallCourse>>
let content: Small
beforeAll(async () => {
  content = await smallCourse()
})

const TODAY = '2026-11-23'

function state(question: string, changes: Partial<QuestionState> = {}): QuestionState {
  return {
    question,
    due: TODAY,
    stability: 3,
    difficulty: 5,
    phase: 'review',
    step: 0,
    lastReview: '2026-11-20',
    rules: 'anonymisieren.1',
    ...changes,
  }
}

describe('due today', () => {
  test.each<{ why: string; state: QuestionState; due: boolean }>([
    { why: 'its day has come', state: state('g1-single-0'), due: true },
    { why: 'its day is over', state: state('g1-single-0', { due: '2026-11-01' }), due: true },
    { why: 'its day is tomorrow', state: state('g1-single-0', { due: '2026-11-24' }), due: false },
    { why: 'it was asked today already', state: state('g1-single-0', { lastReview: TODAY }), due: false },
    { why: 'the clock went back', state: state('g1-single-0', { lastReview: '2026-12-01' }), due: false },
    { why: 'there is no such question any more', state: state('g1-gone'), due: false },
    {
      why: 'its rule has a new version',
      state: state('g1-single-0', { due: '2027-05-01', rules: 'anonymisieren.0' }),
      due: true,
    },
    {
      why: 'its rule has a new version, and it was asked today',
      state: state('g1-single-0', { lastReview: TODAY, rules: 'anonymisieren.0' }),
      due: false,
    },
  ])('$why: $due', ({ state: one, due }) => {
    expect(dueOn(TODAY, [one], content).map(({ id }) => id)).toEqual(due ? [one.question] : [])
  })

  test('the most overdue first', () => {
    const states = [
      state('g1-single-0', { due: '2026-11-22' }),
      state('g1-find-4', { due: '2026-11-10' }),
      state('g1-order-3', { due: '2026-11-22' }),
    ]
    expect(dueOn(TODAY, states, content).map(({ id }) => id)).toEqual(['g1-find-4', 'g1-order-3', 'g1-single-0'])
  })

  test('never a question whose source changed since it was reviewed', () => {
    const changed_sources = [{ id: 'dsgvo', article: 'Art. 4 Nr. 5 DSGVO', changed_on: '2026-12-01' }]
    const settings = { ...content.training.settings, changed_sources }
    const locked = { ...content, training: { ...content.training, settings } }
    expect(dueOn(TODAY, [state('g1-single-0')], locked)).toEqual([])
  })

  test('the versions of all rules of a question are written down, an unknown one as 0', () => {
    const [first] = content.training.modules[0]?.questions ?? []
    if (!first) throw new Error('no question')
    expect(rulesVersion(first, content)).toBe('anonymisieren.1')
    expect(rulesVersion({ ...first, rules: ['gibt-es-nicht'] }, content)).toBe('gibt-es-nicht.0')
  })
})

describe('pause', () => {
  const learner = { passed: [], states: [state('g1-single-0')], lessons: {} }
  test.each([
    { why: 'until tomorrow: nothing is due', pausedUntil: '2026-11-24', due: 0 },
    { why: 'it ends today', pausedUntil: TODAY, due: 1 },
    { why: 'none', pausedUntil: undefined, due: 1 },
  ])('$why', ({ pausedUntil, due }) => {
    expect(planFor({ ...learner, pausedUntil }, content, TODAY).due).toHaveLength(due)
  })

  test('it does not keep anybody from learning something new', () => {
    expect(planFor({ ...learner, pausedUntil: '2026-12-24' }, content, TODAY).next.kind).toBe('module')
  })
})

describe('the next day of repetition, when nothing is left for today', () => {
  test.each([
    {
      why: 'all was asked today and is due again at once: tomorrow',
      due: TODAY,
      lastReview: TODAY,
      next: '2026-11-24',
    },
    { why: 'due in a week', due: '2026-11-30', lastReview: TODAY, next: '2026-11-30' },
  ])('$why', ({ due, lastReview, next }) => {
    const proofs = ['g1', 'g2', 'ki-pass'].map(subject => ({ subject, day: TODAY }))
    const states = [state('g1-single-0', { due, lastReview }), state('g1-find-4', { due: '2027-03-01', lastReview })]
    const learner = { passed: proofs, states, lessons: {}, pausedUntil: undefined }
    expect(planFor(learner, content, TODAY).next).toEqual({ kind: 'nothing', nextDue: next })
  })
})
