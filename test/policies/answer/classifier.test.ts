import { describe, expect, test } from '@jest/globals'
import { type Classifier, toProbabilities, trainClassifier } from '../../../policies/answer/classifier.js'
import { createFeatureSpace, type FeatureSpace, mergeFeatures } from '../../../policies/answer/features.js'
import { createTrainingSet } from '../../../policies/answer/training-set.js'

const TEXTS = [
  ['brot backen ofen', 'mehl brot ofen', 'kuchen backen mehl', 'ofen mehl hefe brot'],
  ['rad fahren bremse', 'bremse kette rad', 'kette fahren sattel', 'sattel rad bremse'],
  ['lied singen chor', 'chor noten lied', 'noten singen geige', 'geige lied chor'],
  ['garten beet harke', 'harke beet samen', 'samen garten beet', 'beet harke garten'],
  ['zelt wandern berg', 'berg wandern karte', 'karte zelt wandern', 'berg zelt karte'],
]

const plain = (folded: string): { forms: string[]; concepts: string[] } => ({ forms: [folded], concepts: [] })

/** Learns the texts above, label by label. */
function trained(): { classifier: Classifier; space: FeatureSpace } {
  const space = createFeatureSpace()
  const texts = createTrainingSet()
  for (const [label, examples] of TEXTS.entries())
    for (const text of examples)
      texts.add(
        text.split(' ').map(word => space.learn(word, plain)),
        label,
        1,
      )
  const { set, scale } = texts.finish(space.size())
  return { classifier: trainClassifier(set, scale, TEXTS.length), space }
}

const { classifier, space } = trained()
const scoresOf = (text: string, by = { classifier, space }): number[] => [
  ...by.classifier.score(mergeFeatures(text.split(' ').map(word => by.space.read({ folded: word, ...plain(word) })))),
]
const bestOf = (text: string): number => {
  const scores = scoresOf(text)
  return scores.indexOf(Math.max(...scores))
}

describe('finds the label', () => {
  test.each(TEXTS.flatMap((texts, label) => texts.map(text => ({ text, label }))))(
    'of what it learned: $text',
    ({ text, label }) => {
      expect(bestOf(text)).toBe(label)
    },
  )

  test.each([
    { why: 'words put together anew', text: 'hefe kuchen', label: 0 },
    { why: 'most words decide', text: 'kette rad lied', label: 1 },
    { why: 'an inflected word, by its letters', text: 'wandernde', label: 4 },
    { why: 'unknown words beside it change nothing', text: 'quark xylo harke', label: 3 },
  ])('of something new: $why', ({ text, label }) => {
    expect(bestOf(text)).toBe(label)
  })
})

describe('scores', () => {
  test('one for each label', () => {
    expect(scoresOf('brot')).toHaveLength(TEXTS.length)
  })

  test('are the same every time it is trained', () => {
    expect(scoresOf('kette noten berg', trained())).toEqual(scoresOf('kette noten berg'))
  })

  test('of unknown words prefer nothing', () => {
    expect(new Set(scoresOf('quark xylo'))).toEqual(new Set([0]))
  })

  test('do not grow by saying the same twice or louder', () => {
    expect(scoresOf('brot brot')).toEqual(scoresOf('brot'))
    const once = mergeFeatures([space.read({ folded: 'brot', ...plain('brot') })])
    const louder = { at: once.at, weight: once.weight.map(weight => weight * 4) }
    for (const [label, score] of classifier.score(louder).entries())
      expect(score).toBeCloseTo(classifier.score(once)[label] ?? Number.NaN, 5)
  })
})

describe('probabilities', () => {
  const probabilities = (scores: number[]): number[] => {
    const array = Float64Array.from(scores)
    toProbabilities(array)
    return [...array]
  }
  test.each([
    { why: 'equal scores', scores: [2, 2, 2, 2], expected: [0.25, 0.25, 0.25, 0.25] },
    { why: 'a difference of ln 3 is three times as probable', scores: [Math.log(3), 0], expected: [0.75, 0.25] },
    { why: 'only differences count', scores: [1000 + Math.log(3), 1000], expected: [0.75, 0.25] },
    { why: 'huge scores do not overflow', scores: [100_000, 0], expected: [1, 0] },
    { why: 'tiny ones do not vanish', scores: [-100_000, -100_000], expected: [0.5, 0.5] },
    { why: 'one label is certain', scores: [-3], expected: [1] },
  ])('$why', ({ scores, expected }) => {
    const found = probabilities(scores)
    expect(found).toHaveLength(expected.length)
    for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 9)
  })
})
