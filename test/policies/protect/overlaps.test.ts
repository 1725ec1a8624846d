import { describe, expect, test } from '@jest/globals'
import type { Found } from '../../../policies/protect/detector.js'
import type { Certainty, Kind } from '../../../policies/protect/finding.js'
import { resolveOverlaps } from '../../../policies/protect/overlaps.js'
import { rankOf } from '../../../policies/protect/stages.js'
import { seeded } from '../../support/valid-numbers.js'

const found = (kind: Kind, start: number, end: number, certainty: Certainty = 'wahrscheinlich'): Found => ({
  kind,
  start,
  end,
  certainty,
  reason: 'form',
})
const rank = (kind: Kind): number => ['IBAN', 'PHONE', 'PERSON', 'ADDRESS'].indexOf(kind)
const kept = (...all: Found[]): string[] =>
  resolveOverlaps(all, rank).map(({ kind, start, end }) => `${kind} ${start}-${end}`)

describe('of two that overlap', () => {
  test.each([
    {
      why: 'the surer one, whatever its kind',
      all: [found('IBAN', 0, 9), found('ADDRESS', 4, 12, 'sicher')],
      stays: ['ADDRESS 4-12'],
    },
    { why: 'a hint gives way', all: [found('IBAN', 0, 9, 'hinweis'), found('ADDRESS', 4, 6)], stays: ['ADDRESS 4-6'] },
    {
      why: 'equally sure: the kind that comes first',
      all: [found('PHONE', 0, 20), found('IBAN', 5, 9)],
      stays: ['IBAN 5-9'],
    },
    {
      why: 'the same kind: the longer one',
      all: [found('PERSON', 0, 5), found('PERSON', 0, 12)],
      stays: ['PERSON 0-12'],
    },
    { why: 'the same twice', all: [found('PERSON', 0, 5), found('PERSON', 0, 5)], stays: ['PERSON 0-5'] },
    { why: 'one inside the other', all: [found('PERSON', 0, 20), found('PERSON', 3, 8)], stays: ['PERSON 0-20'] },
    {
      why: 'a chain: the one that loses sets the next free',
      all: [found('PERSON', 0, 5), found('IBAN', 4, 9), found('PERSON', 8, 12)],
      stays: ['IBAN 4-9'],
    },
  ])('$why', ({ all, stays }) => {
    expect(kept(...all)).toEqual(stays)
    expect(kept(...[...all].reverse())).toEqual(stays)
  })
})

describe('those that do not overlap stay, in order', () => {
  test.each([
    { why: 'side by side', all: [found('PERSON', 5, 9), found('PHONE', 0, 5)], stays: ['PHONE 0-5', 'PERSON 5-9'] },
    { why: 'one alone', all: [found('PERSON', 5, 9)], stays: ['PERSON 5-9'] },
    { why: 'none', all: [], stays: [] },
    { why: 'an empty one is none', all: [found('IBAN', 3, 3), found('PHONE', 5, 9)], stays: ['PHONE 5-9'] },
  ])('$why', ({ all, stays }) => {
    expect(kept(...all)).toEqual(stays)
  })

  test('500 random ones: sorted, apart, and each dropped one had a better neighbour', () => {
    const random = seeded(5)
    const kinds: Kind[] = ['IBAN', 'PHONE', 'PERSON', 'ADDRESS']
    const all = Array.from({ length: 500 }, () => {
      const start = random(2_000)
      return found(kinds[random(4)] ?? 'IBAN', start, start + 1 + random(30), random(2) ? 'sicher' : 'hinweis')
    })
    const result = resolveOverlaps(all, rank)
    for (const [at, one] of result.entries()) expect(one.start).toBeGreaterThanOrEqual(result[at - 1]?.end ?? 0)
    const dropped = all.filter(one => !result.includes(one))
    expect(dropped.every(one => result.some(other => other.start < one.end && one.start < other.end))).toBe(true)
  })
})

test('the register decides the rank; an unknown kind comes last', () => {
  expect(rankOf('IBAN')).toBeLessThan(rankOf('PHONE'))
  expect(rankOf('nothing' as Kind)).toBeGreaterThan(rankOf('CLASSIFICATION_MARKING'))
})
