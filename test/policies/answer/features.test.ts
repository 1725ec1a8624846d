import { describe, expect, test } from '@jest/globals'
import {
  createFeatureSpace,
  type Features,
  type FeatureWord,
  mergeFeatures,
} from '../../../policies/answer/features.js'

const word = (folded: string, also: string[] = [], concepts: string[] = []): FeatureWord => ({
  folded,
  forms: [folded, ...also],
  concepts,
})
const plain = (folded: string): { forms: string[]; concepts: string[] } => ({ forms: [folded], concepts: [] })
const pairs = ({ at, weight }: Features): Map<number, number> =>
  new Map([...at].map((position, i) => [position, Number((weight[i] ?? 0).toFixed(3))]))
const positions = (features: Features): number[] => [...features.at]

describe('a feature space', () => {
  test('numbers features from nought as it learns them', () => {
    const space = createFeatureSpace()
    expect(space.size()).toBe(0)
    // The stem, and "_abc_" as the one run of five letters.
    expect(positions(space.learn('abc', plain))).toEqual([0, 1])
    expect(space.size()).toBe(2)
  })

  test('a word learned again has the same numbers', () => {
    const space = createFeatureSpace()
    const first = space.learn('vertrag', plain)
    space.learn('satzung', plain)
    const size = space.size()
    expect(space.learn('vertrag', plain)).toEqual(first)
    expect(space.size()).toBe(size)
  })

  test('reading finds what was learned and adds nothing', () => {
    const space = createFeatureSpace()
    const learned = space.learn('vertrag', plain)
    const size = space.size()
    expect(space.read(word('vertrag'))).toEqual(learned)
    expect(positions(space.read(word('quiz')))).toEqual([])
    expect(space.size()).toBe(size)
  })

  test('words that share letters share those runs only', () => {
    const space = createFeatureSpace()
    const learned = new Set(positions(space.learn('bauantrag', plain)))
    const shared = positions(space.read(word('antrag'))).filter(position => learned.has(position))
    // "antra", "ntrag", "trag_" stand in both; "_antr" and the stem do not.
    expect(shared).toHaveLength(3)
    expect(positions(space.read(word('antrag')))).toHaveLength(3)
  })

  test('a stem, a group of meaning and a run of letters with one spelling are three features', () => {
    const space = createFeatureSpace()
    const features = space.learn('abc', () => ({ forms: ['_abc_'], concepts: ['_abc_'] }))
    expect(new Set(positions(features)).size).toBe(3)
  })

  test('its own stem counts most, what it may stand for less', () => {
    const space = createFeatureSpace()
    const weights = [...space.learn('abc', () => ({ forms: ['abc', 'def'], concepts: ['tier'] })).weight]
    const [own = 0, other = 0, concept = 0, gram = 0] = weights
    expect(weights).toHaveLength(4)
    expect(own).toBe(1)
    for (const less of [other, concept, gram]) {
      expect(less).toBeLessThan(own)
      expect(less).toBeGreaterThan(0)
    }
  })

  test('two spaces taught the same agree', () => {
    const teach = (): Features[] => {
      const space = createFeatureSpace()
      return ['vertrag', 'antrag', 'satzung'].map(folded => space.learn(folded, plain))
    }
    expect(teach()).toEqual(teach())
  })
})

describe('features of a text', () => {
  const of = (at: number[], weight: number[]): Features => ({
    at: Int32Array.from(at),
    weight: Float32Array.from(weight),
  })
  test.each([
    {
      why: 'different ones stand side by side',
      words: [of([0], [1]), of([3], [0.5])],
      expected: [
        [0, 1],
        [3, 0.5],
      ],
    },
    {
      why: 'of the same the strongest counts',
      words: [of([2], [0.5]), of([2], [1]), of([2], [0.7])],
      expected: [[2, 1]],
    },
    { why: 'once within a word, too', words: [of([2, 2], [0.25, 0.5])], expected: [[2, 0.5]] },
    { why: 'no words, no features', words: [], expected: [] },
  ])('$why', ({ words, expected }) => {
    expect([...pairs(mergeFeatures(words))]).toEqual(expected)
  })
})
