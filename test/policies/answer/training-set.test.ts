import { describe, expect, test } from '@jest/globals'
import type { Features } from '../../../policies/answer/features.js'
import { createTrainingSet, type TrainingSet } from '../../../policies/answer/training-set.js'

const word = (at: number[], weight: number[] = at.map(() => 1)): Features => ({
  at: Int32Array.from(at),
  weight: Float32Array.from(weight),
})

/** The features of each text as position → value. */
const textsOf = ({ start, at, value }: TrainingSet): Map<number, number>[] =>
  [...start.slice(1)].map((end, text) => {
    const from = start[text] ?? 0
    return new Map([...at.slice(from, end)].map((position, i) => [position, value[from + i] ?? 0]))
  })

const lengthOf = (text: Map<number, number> | undefined): number =>
  Math.sqrt([...(text?.values() ?? [])].reduce((sum, value) => sum + value * value, 0))

describe('a training set', () => {
  const texts = createTrainingSet()
  texts.add([word([0, 1]), word([1, 2])], 0, 1)
  texts.add([word([0]), word([1])], 1, 0.5)
  texts.add([word([0, 4])], 1, 0.7)
  const { set, scale } = texts.finish(6)
  const row = (feature: number): number => scale.row[feature] ?? Number.NaN
  const rarity = (feature: number): number => scale.rarity[feature] ?? Number.NaN

  test('keeps labels and how much each text counts', () => {
    expect([...set.label]).toEqual([0, 1, 1])
    expect([...set.share].map(share => Number(share.toFixed(2)))).toEqual([1, 0.5, 0.7])
  })

  test('drops what stands in one text only or in none', () => {
    expect([2, 3, 4, 5].map(row)).toEqual([-1, -1, -1, -1])
    expect(set.size).toBe(2)
  })

  test('renumbers from frequent to rare', () => {
    expect([0, 1].map(row)).toEqual([0, 1])
  })

  test('the rarer, the more a feature counts', () => {
    expect(rarity(1)).toBeGreaterThan(rarity(0))
    expect(rarity(4)).toBeGreaterThan(rarity(1))
    expect(rarity(0)).toBeGreaterThan(0)
  })

  test('each text holds its kept features once', () => {
    expect(textsOf(set).map(text => [...text.keys()])).toEqual([[0, 1], [0, 1], [0]])
  })

  test('every text has length one', () => {
    for (const text of textsOf(set)) expect(lengthOf(text)).toBeCloseTo(1, 5)
  })
})

test('of a feature that stands twice in a text the strongest counts', () => {
  const both = createTrainingSet()
  both.add([word([0], [0.5]), word([0], [1]), word([1], [1])], 0, 1)
  both.add([word([0, 1])], 0, 1)
  const [first, second] = textsOf(both.finish(2).set)
  expect(first).toEqual(second)
})

test('a text without any kept feature stays empty and keeps its place', () => {
  const texts = createTrainingSet()
  texts.add([word([0])], 0, 1)
  texts.add([], 1, 1)
  texts.add([word([7])], 1, 1)
  texts.add([word([0])], 0, 1)
  expect(textsOf(texts.finish(8).set).map(text => text.size)).toEqual([1, 0, 0, 1])
})

test('grows with many texts and high positions', () => {
  const texts = createTrainingSet()
  const count = 700
  const width = 200
  const far = 100_000
  for (let text = 0; text < count; text++)
    texts.add([word(Array.from({ length: width }, (_, i) => far + i))], text % 2, 1)
  const { set } = texts.finish(far + width)
  expect(set.size).toBe(width)
  expect(set.start.at(-1)).toBe(count * width)
  expect(lengthOf(textsOf(set).at(0))).toBeCloseTo(1, 5)
  expect(lengthOf(textsOf(set).at(-1))).toBeCloseTo(1, 5)
})

test('nothing added, nothing to learn', () => {
  const { set, scale } = createTrainingSet().finish(0)
  expect(set.size).toBe(0)
  expect([...set.label]).toEqual([])
  expect([...scale.row]).toEqual([])
})
