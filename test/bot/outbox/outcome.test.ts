import { describe, expect, test } from '@jest/globals'
import { backoff, decide, type Outcome } from '../../../bot/outbox/outcome.js'

const NOW = new Date('2026-11-23T12:00:00Z')
const least = (): number => 1 - 2 ** -53
const most = (): number => 0
const HALF_MINUTE = 30_000
const HOUR = 3_600_000

describe('the time until the next attempt', () => {
  test.each([
    { why: 'after the first', attempts: 1, from: HALF_MINUTE / 2, to: HALF_MINUTE },
    { why: 'doubled after the second', attempts: 2, from: HALF_MINUTE, to: 2 * HALF_MINUTE },
    { why: 'and after the third', attempts: 3, from: 2 * HALF_MINUTE, to: 4 * HALF_MINUTE },
    { why: 'up to an hour', attempts: 8, from: HOUR / 2, to: HOUR },
    { why: 'however often', attempts: 5000, from: HOUR / 2, to: HOUR },
    { why: 'never shorter than the first, whatever is counted', attempts: 0, from: HALF_MINUTE / 2, to: HALF_MINUTE },
  ])('$why', ({ attempts, from, to }) => {
    expect(backoff(attempts, least)).toBe(from)
    expect(backoff(attempts, most)).toBe(to)
  })

  test('is left to chance by up to a half, so that not all come back at once', () => {
    const times = Array.from({ length: 100 }, () => backoff(4, Math.random))
    expect(new Set(times).size).toBeGreaterThan(50)
  })
})

describe('what follows from an attempt', () => {
  const inMs = (ms: number) => ({ kind: 'retry', notBefore: new Date(NOW.getTime() + ms) })
  const rows: readonly { why: string; outcome: Outcome; attempts: number; decision: object }[] = [
    { why: 'sent', outcome: { kind: 'sent' }, attempts: 99, decision: { kind: 'sent' } },
    {
      why: 'the person removed the app: at once, without another attempt',
      outcome: { kind: 'never', reason: 'not-installed' },
      attempts: 1,
      decision: { kind: 'failed', reason: 'not-installed' },
    },
    {
      why: 'a failure: again later',
      outcome: { kind: 'failed', reason: 'http-500' },
      attempts: 1,
      decision: { ...inMs(HALF_MINUTE), reason: 'http-500' },
    },
    {
      why: 'the last but one failure: again',
      outcome: { kind: 'failed', reason: 'http-500' },
      attempts: 7,
      decision: { ...inMs(64 * HALF_MINUTE), reason: 'http-500' },
    },
    {
      why: 'the last failure: given up',
      outcome: { kind: 'failed', reason: 'http-500' },
      attempts: 8,
      decision: { kind: 'failed', reason: 'http-500' },
    },
    {
      why: 'slowed down: not before the time asked for',
      outcome: { kind: 'later', afterMs: 90_000 },
      attempts: 1,
      decision: { ...inMs(90_000), reason: 'slowed-down' },
    },
    {
      why: 'slowed down without a time: as after a failure',
      outcome: { kind: 'later' },
      attempts: 2,
      decision: inMs(2 * HALF_MINUTE),
    },
    {
      why: 'slowed down often: that is nobody’s failure',
      outcome: { kind: 'later', afterMs: 1000 },
      attempts: 50,
      decision: inMs(1000),
    },
    {
      why: 'slowed down for ever: given up',
      outcome: { kind: 'later', afterMs: 1000 },
      attempts: 100,
      decision: { kind: 'failed', reason: 'slowed-down' },
    },
  ]
  test.each(rows)('$why', ({ outcome, attempts, decision }) => {
    const random = outcome.kind === 'later' && outcome.afterMs ? () => 0 : most
    expect(decide(outcome, attempts, NOW, random)).toMatchObject(decision)
  })

  test('a Retry-After is never shortened by chance', () => {
    for (let time = 0; time < 100; time++) {
      const decision = decide({ kind: 'later', afterMs: 5000 }, 1, NOW, Math.random)
      expect(decision.kind === 'retry' && decision.notBefore.getTime() >= NOW.getTime() + 5000).toBe(true)
    }
  })
})
