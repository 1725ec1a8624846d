import { describe, expect, test } from '@jest/globals'
import type { Kind, Verdict } from '../../policies/protect/index.js'
import { readMarks } from '../support/marked-text.js'
import { precision, recall, score } from '../support/protect-score.js'

// The figures are worth as much as the counting: each rule of it once, with numbers small enough to check by hand.

type Row = {
  why: string
  marked: string
  found: [Kind, string][]
  verdict?: Verdict
  precision: number
  recall: number
}

const counted = ({ marked, found, verdict = 'block' }: Row) => {
  const { text, marks } = readMarks(marked, 'PERSON')
  const spans = found.map(([type, value]) => ({
    type,
    start: text.indexOf(value),
    end: text.indexOf(value) + value.length,
  }))
  return score([{ text, spans: marks, verdict }], () => ({ spans, verdict }))
}

const ROWS: Row[] = [
  { why: 'found exactly', marked: 'Frau [[Huber]] kommt', found: [['PERSON', 'Huber']], precision: 1, recall: 1 },
  { why: 'missed', marked: 'Frau [[Huber]] kommt', found: [], precision: 1, recall: 0 },
  { why: 'invented', marked: 'Frau Huber kommt', found: [['PERSON', 'kommt']], precision: 0, recall: 1 },
  {
    why: 'half of it is enough',
    marked: '[[Anna Huber]] kommt',
    found: [['PERSON', 'Huber']],
    precision: 1,
    recall: 1,
  },
  { why: 'less than half is not', marked: '[[Annabell Huber]]', found: [['PERSON', 'Huber']], precision: 1, recall: 0 },
  {
    why: 'in two parts',
    marked: '[[Anna Lu Huber]]',
    found: [
      ['PERSON', 'Anna'],
      ['PERSON', 'Huber'],
    ],
    precision: 1,
    recall: 1,
  },
  {
    why: 'somewhat longer is right',
    marked: 'Frau [[Huber]] kommt',
    found: [['PERSON', 'Frau Huber kommt']],
    precision: 1,
    recall: 1,
  },
  {
    why: 'much longer is not',
    marked: `[[Huber]] ${'kommt '.repeat(8)}.`,
    found: [['PERSON', `Huber ${'kommt '.repeat(8)}.`]],
    precision: 0,
    recall: 1,
  },
  {
    why: 'another kind is neither found nor right',
    marked: 'Frau [[Huber]]',
    found: [['ADDRESS', 'Huber']],
    precision: 0,
    recall: 0,
  },
  {
    why: 'a kind that is right as well',
    marked: 'in [[PERSON/ADDRESS|Huber]]',
    found: [['ADDRESS', 'Huber']],
    precision: 1,
    recall: 1,
  },
  { why: 'optional: need not be found', marked: 'Frau [[?Huber]]', found: [], precision: 1, recall: 1 },
  {
    why: 'optional: may be found',
    marked: 'Frau [[?Huber]], [[Berg]]',
    found: [
      ['PERSON', 'Huber'],
      ['PERSON', 'Berg'],
    ],
    precision: 1,
    recall: 1,
  },
  {
    why: 'a text to look at: everything is optional',
    marked: 'Frau [[Huber]]',
    found: [],
    verdict: 'warn',
    precision: 1,
    recall: 1,
  },
  {
    why: 'one more of a loose kind beside a marked one',
    marked: '[[HEALTH|Asthma]], daher krank',
    found: [
      ['HEALTH', 'Asthma'],
      ['HEALTH', 'krank'],
    ],
    precision: 1,
    recall: 1,
  },
  {
    why: 'one more of a strict kind',
    marked: '[[Huber]], daher Berg',
    found: [
      ['PERSON', 'Huber'],
      ['PERSON', 'Berg'],
    ],
    precision: 0.5,
    recall: 1,
  },
  {
    why: 'one more of a loose kind far away',
    marked: `[[HEALTH|Asthma]]${' x'.repeat(40)} krank`,
    found: [
      ['HEALTH', 'Asthma'],
      ['HEALTH', 'krank'],
    ],
    precision: 0.5,
    recall: 1,
  },
]

describe('spans', () => {
  test.each(ROWS)('$why', row => {
    const { all } = counted(row)
    expect([precision(all), recall(all)]).toEqual([row.precision, row.recall])
  })

  test('any kind will do for tools that do not tell kinds apart', () => {
    const { any } = counted({
      why: '',
      marked: 'Frau [[Huber]]',
      found: [['ADDRESS', 'Huber']],
      precision: 0,
      recall: 0,
    })
    expect([precision(any), recall(any)]).toEqual([1, 1])
  })

  test('an example of one kind says nothing about others', () => {
    const spans = [{ type: 'PERSON', start: 0, end: 5 }]
    const { all } = score([{ text: 'Huber', spans: [], verdict: 'block', only: 'IBAN' }], () => ({
      spans,
      verdict: 'block',
    }))
    expect(all.predicted).toBe(0)
  })
})

describe('verdicts', () => {
  const given = (verdict: Verdict, said: Verdict) =>
    score([{ text: 'x', spans: [], verdict }], () => ({ spans: [], verdict: said }))
  test.each([
    { why: 'harmless and left alone', is: given('allow', 'allow'), right: 1, let: 0, flagged: 0 },
    { why: 'harmless and flagged', is: given('allow', 'warn'), right: 0, let: 0, flagged: 1 },
    { why: 'let through', is: given('block', 'allow'), right: 0, let: 1, flagged: 0 },
    { why: 'only looked at', is: given('block', 'warn'), right: 0, let: 0, flagged: 0 },
  ])('$why', ({ is: { verdicts, harmless }, right, let: passed, flagged }) => {
    expect([verdicts.right, verdicts.let, harmless.flagged]).toEqual([right, passed, flagged])
  })
})
