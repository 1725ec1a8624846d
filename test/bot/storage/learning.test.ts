import { describe, expect, test } from '@jest/globals'
import type { Storage } from '../../../bot/storage/open.js'
import type { Learner, LearningStore } from '../../../bot/storage/store.js'
import type { QuestionState } from '../../../policies/training/schedule.js'
import { onBothEngines } from '../../support/storage.js'

const STATE: QuestionState = {
  question: 'g1-1',
  due: '2026-11-24',
  stability: 3.1262345678901236,
  difficulty: 5.1,
  phase: 'learning',
  step: 1,
  lastReview: '2026-11-23',
  rules: 'anonymisieren@1',
}
const LEARNER: Learner = { lessons: { g1: 2, 'kein-modul': 1 }, pausedUntil: '2026-12-01', lastActive: '2026-11-23' }

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  const fresh = async (): Promise<LearningStore> => {
    opened ??= open()
    return (await opened).forMunicipality(`m${++municipalities}`).learning
  }

  test('a learner comes back as saved, also without a pause, also the second time', async () => {
    const learning = await fresh()
    expect(await learning.learner('p')).toBeUndefined()
    await learning.saveLearner('p', LEARNER)
    expect(await learning.learner('p')).toEqual(LEARNER)
    await learning.saveLearner('p', { lessons: {}, pausedUntil: undefined, lastActive: '2026-11-24' })
    expect(await learning.learner('p')).toEqual({ lessons: {}, pausedUntil: undefined, lastActive: '2026-11-24' })
  })

  test('states come back to the last digit, in the order of the questions', async () => {
    const learning = await fresh()
    const states = [
      { ...STATE, question: 'b', stability: 0.1 + 0.2, difficulty: 10, phase: 'review' as const, step: 0 },
      { ...STATE, question: 'a-1', stability: 36_500.00000000001, difficulty: 1, phase: 'new' as const },
      { ...STATE, question: 'a', stability: 1e-7, phase: 'relearning' as const },
    ]
    for (const state of states) expect(await learning.review('p', undefined, state)).toBe('stored')
    expect(await learning.states('p')).toEqual([states[2], states[1], states[0]])
    expect(await learning.states('q')).toEqual([])
  })

  describe('a review', () => {
    const next = { ...STATE, due: '2026-11-30', stability: 7.5, step: 0, phase: 'review' as const }
    test.each([
      { why: 'the first', stored: undefined, before: undefined, result: 'stored' },
      { why: 'the first once more', stored: STATE, before: undefined, result: 'outdated' },
      { why: 'the second', stored: STATE, before: STATE, result: 'stored' },
      { why: 'without a first', stored: undefined, before: STATE, result: 'outdated' },
      ...Object.entries({
        due: '2026-11-25',
        stability: 3.126234567890123,
        difficulty: 5.2,
        phase: 'review' as const,
        step: 2,
        lastReview: '2026-11-22',
        rules: 'anonymisieren@2',
      }).map(([name, value]) => ({
        why: `another ${name} in the meantime`,
        stored: { ...STATE, [name]: value },
        before: STATE,
        result: 'outdated',
      })),
    ])('$why: $result', async ({ stored, before, result }) => {
      const learning = await fresh()
      if (stored) await learning.review('p', undefined, stored)
      expect(await learning.review('p', before, next)).toBe(result)
      expect(await learning.states('p')).toEqual(result === 'stored' ? [next] : stored ? [stored] : [])
    })

    test('of ten at once, one is stored', async () => {
      const learning = await fresh()
      const reviews = (before: QuestionState | undefined) =>
        Promise.all(
          Array.from({ length: 10 }, (_, step) => learning.review('p', before, { ...STATE, step, stability: 9 })),
        )
      expect((await reviews(undefined)).filter(result => result === 'stored')).toHaveLength(1)
      const [before] = await learning.states('p')
      if (!before) throw new Error('nothing stored')
      await learning.review('p', before, STATE)
      expect((await reviews(STATE)).filter(result => result === 'stored')).toHaveLength(1)
    })
  })

  test('erasing takes settings and states of one learner, and counts them', async () => {
    const learning = await fresh()
    for (const pseudonym of ['p', 'q']) {
      await learning.saveLearner(pseudonym, LEARNER)
      for (const question of ['a', 'b']) await learning.review(pseudonym, undefined, { ...STATE, question })
    }
    expect(await learning.erase('p')).toBe(3)
    expect(await learning.erase('p')).toBe(0)
    expect([await learning.learner('p'), await learning.states('p')]).toEqual([undefined, []])
    expect(await learning.learner('q')).toEqual(LEARNER)
    expect(await learning.states('q')).toHaveLength(2)
  })

  test('those last active before a day go with everything, those of the day stay; states without a learner go by their own day', async () => {
    const learning = await fresh()
    for (const [pseudonym, lastActive] of [
      ['old', '2026-11-22'],
      ['today', '2026-11-23'],
    ] as const) {
      await learning.saveLearner(pseudonym, { ...LEARNER, lastActive })
      await learning.review(pseudonym, undefined, { ...STATE, lastReview: '2025-01-01' })
    }
    await learning.review('lost', undefined, { ...STATE, lastReview: '2026-11-22' })
    await learning.review('found', undefined, { ...STATE, lastReview: '2026-11-23' })
    expect(await learning.eraseInactive('2026-11-23')).toBe(1)
    const left = await Promise.all(['old', 'today', 'lost', 'found'].map(one => learning.states(one)))
    expect(left.map(states => states.length)).toEqual([0, 1, 0, 1])
    expect(await learning.learner('old')).toBeUndefined()
    expect(await learning.eraseInactive('2026-11-23')).toBe(0)
  })
})
