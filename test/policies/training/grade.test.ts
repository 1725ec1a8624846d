import { describe, expect, test } from '@jest/globals'
import { type Graded, grade, type Inputs, readAnswer, shownOrder } from '../../../policies/training/index.js'
import { EXAMPLES } from '../../support/training.js'

function graded(form: keyof typeof EXAMPLES, inputs: Inputs): Graded {
  const read = readAnswer(EXAMPLES[form], inputs, SEED)
  if (!read.ok) throw new Error(read.problem)
  return grade(EXAMPLES[form], read.answer, 0.8)
}

const match = (...groups: string[]): Inputs => Object.fromEntries(groups.map((group, at) => [`i${at}`, group]))
const SEED = 3

/** Places for the steps in their right order, in the fields they are shown in. */
const places = (...wanted: number[]): Inputs =>
  Object.fromEntries(shownOrder(3, SEED).map((step, shown) => [`s${shown}`, String(wanted[step])]))

const TIER = 'tier'
const PFLANZE = 'pflanze'

describe('right or not', () => {
  test.each<{ why: string; form: keyof typeof EXAMPLES; inputs: Inputs; right: boolean }>([
    { why: 'the right one', form: 'single', inputs: { a: '1' }, right: true },
    { why: 'another one', form: 'single', inputs: { a: '0' }, right: false },
    { why: 'all right ones', form: 'multiple', inputs: { a: '0,2' }, right: true },
    { why: 'one missed', form: 'multiple', inputs: { a: '0' }, right: false },
    { why: 'one too many', form: 'multiple', inputs: { a: '0,1,2' }, right: false },
    { why: 'all passages', form: 'find', inputs: { a: '0,3' }, right: true },
    { why: 'a harmless passage besides', form: 'find', inputs: { a: '0,1,3' }, right: false },
    { why: 'all assigned rightly', form: 'match', inputs: match(TIER, TIER, TIER, PFLANZE, PFLANZE), right: true },
    {
      why: 'one slip of five is within the share',
      form: 'match',
      inputs: match(TIER, TIER, TIER, PFLANZE, TIER),
      right: true,
    },
    {
      why: 'two slips of five are not',
      form: 'match',
      inputs: match(TIER, TIER, PFLANZE, PFLANZE, TIER),
      right: false,
    },
    { why: 'in order', form: 'order', inputs: places(1, 2, 3), right: true },
    { why: 'two swapped', form: 'order', inputs: places(2, 1, 3), right: false },
    { why: 'the right verdict', form: 'scenario', inputs: { a: 'erst-fragen' }, right: true },
    { why: 'too strict', form: 'scenario', inputs: { a: 'darf-nicht' }, right: false },
    { why: 'the better prompt', form: 'prompt', inputs: { a: '1' }, right: true },
  ])('$form: $why', ({ form, inputs, right }) => {
    expect(graded(form, inputs).right).toBe(right)
  })
})

describe('feedback explains', () => {
  test('a wrong choice, and what would have been right', () => {
    expect(graded('single', { a: '0' }).rows).toEqual([
      { mark: 'wrong', text: 'links', feedback: 'links eben' },
      { mark: 'solution', text: 'mitte', feedback: 'mitte eben' },
    ])
  })

  test('what was missed, and nothing about what was rightly left out', () => {
    expect(graded('multiple', { a: '0,1' }).rows.map(({ mark, text }) => [mark, text])).toEqual([
      ['right', 'eins'],
      ['wrong', 'zwei'],
      ['missed', 'drei'],
    ])
  })

  test('what was assigned and what is right, in words', () => {
    const [first] = graded('match', match(PFLANZE, TIER, TIER, PFLANZE, PFLANZE)).rows
    expect(first).toEqual({
      mark: 'wrong',
      text: 'Katze',
      feedback: 'Katze eben',
      given: 'Pflanze',
      correct: 'Tier',
    })
  })

  test('the verdict chosen and the right one, each with its reason', () => {
    expect(graded('scenario', { a: 'darf' }).rows.map(({ mark, feedback }) => [mark, feedback])).toEqual([
      ['wrong', 'Noch nicht.'],
      ['solution', 'Genau.'],
    ])
  })
})
