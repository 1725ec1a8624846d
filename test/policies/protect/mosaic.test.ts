import { describe, expect, test } from '@jest/globals'
import type { Found } from '../../../policies/protect/detector.js'
import type { Certainty, Kind } from '../../../policies/protect/finding.js'
import { risen } from '../../../policies/protect/mosaic.js'

const found = (kind: Kind, start: number, certainty: Certainty = 'hinweis'): Found => ({
  kind,
  start,
  end: start + 10,
  certainty,
  reason: 'public-role',
})
const shown = (...all: Found[]): string[] => risen(all).map(({ kind, certainty }) => `${kind} ${certainty}`)

describe('hints rise together', () => {
  test.each([
    {
      why: 'three kinds side by side',
      all: [found('PERSON', 0), found('EMAIL', 100), found('ADDRESS', 200)],
      result: ['PERSON wahrscheinlich', 'EMAIL wahrscheinlich', 'ADDRESS wahrscheinlich'],
    },
    {
      why: 'beside something private: a holder of office is a private person too',
      all: [found('PERSON', 0), found('HEALTH', 50, 'wahrscheinlich')],
      result: ['PERSON wahrscheinlich', 'HEALTH wahrscheinlich'],
    },
    {
      why: 'beside a date of birth',
      all: [found('DATE_OF_BIRTH', 0, 'sicher'), found('PERSON', 60)],
      result: ['DATE_OF_BIRTH sicher', 'PERSON wahrscheinlich'],
    },
    {
      why: 'just within reach',
      all: [found('PERSON', 0), found('HEALTH', 310, 'sicher')],
      result: ['PERSON wahrscheinlich', 'HEALTH sicher'],
    },
  ])('$why', ({ all, result }) => {
    expect(shown(...all)).toEqual(result)
  })

  test('and say why', () => {
    expect(risen([found('PERSON', 0), found('HEALTH', 50, 'sicher')])[0]?.reason).toBe('several-hints')
  })
})

describe('hints stay hints', () => {
  test.each([
    { why: 'one alone', all: [found('PERSON', 0)], result: ['PERSON hinweis'] },
    { why: 'two kinds', all: [found('PERSON', 0), found('EMAIL', 20)], result: ['PERSON hinweis', 'EMAIL hinweis'] },
    {
      why: 'three of one kind: a list of councillors',
      all: [found('PERSON', 0), found('PERSON', 20), found('PERSON', 40)],
      result: ['PERSON hinweis', 'PERSON hinweis', 'PERSON hinweis'],
    },
    {
      why: 'too far apart',
      all: [found('PERSON', 0), found('HEALTH', 311, 'sicher')],
      result: ['PERSON hinweis', 'HEALTH sicher'],
    },
    {
      why: 'beside a sure value that says nothing private',
      all: [found('PERSON', 0), found('IBAN', 30, 'sicher')],
      result: ['PERSON hinweis', 'IBAN sicher'],
    },
    { why: 'nothing at all', all: [], result: [] },
  ])('$why', ({ all, result }) => {
    expect(shown(...all)).toEqual(result)
  })
})

describe('a hint about what a sentence means', () => {
  test('is dropped if it stays alone', () => {
    expect(shown(found('HEALTH', 0), found('EMAIL', 20))).toEqual(['EMAIL hinweis'])
  })
  test('counts among others', () => {
    expect(risen([found('HEALTH', 0), found('EMAIL', 20), found('PERSON', 40)])).toHaveLength(3)
  })
})

test('thousands of hints take no time to speak of', () => {
  const all = Array.from({ length: 20_000 }, (_, at) => found(at % 2 ? 'PERSON' : 'EMAIL', at * 11))
  expect(risen(all)).toHaveLength(20_000)
})
