import { describe, expect, test } from '@jest/globals'
import { readCorpus } from '../support/corpus.js'
import { predict } from '../support/protect-figures.js'
import { precision, recall, score } from '../support/protect-score.js'

// The held-out texts: written without sight of the detectors, and nobody looks at single failures, or they would no longer
// say how foreign texts fare. So this file shows totals only.

/** At most three points under what was measured on 25 November 2026. */
const FLOORS = { precision: 0.919, recall: 0.832, verdicts: 0.885 }
const CEILING = { harmless: 0.079 }

const texts = readCorpus('test/eval/protect-own')
const { all, verdicts, harmless } = score(texts, predict)

test('the set has its families', () => {
  expect([...new Set(texts.map(({ family }) => family))].sort()).toEqual([
    'disguised',
    'long',
    'negatives',
    'office',
    'positives',
  ])
  expect(texts.length).toBeGreaterThan(300)
})

describe('totals', () => {
  test('precision', () => expect(precision(all)).toBeGreaterThanOrEqual(FLOORS.precision))
  test('recall', () => expect(recall(all)).toBeGreaterThanOrEqual(FLOORS.recall))
  test('harmless texts flagged', () => expect(harmless.flagged / harmless.texts).toBeLessThanOrEqual(CEILING.harmless))
  test('verdict', () => expect(verdicts.right / verdicts.texts).toBeGreaterThanOrEqual(FLOORS.verdicts))
})
