import { describe, expect, test } from '@jest/globals'
import { type Inputs, readAnswer } from '../../../policies/training/index.js'
import { EXAMPLES } from '../../support/training.js'

type Row = { why: string; form: keyof typeof EXAMPLES; inputs: Inputs; problem: string }

describe('what a form sends that is no answer', () => {
  test.each<Row>([
    { why: 'nothing chosen', form: 'single', inputs: {}, problem: 'empty' },
    { why: 'an empty choice', form: 'multiple', inputs: { a: '' }, problem: 'empty' },
    { why: 'only commas', form: 'find', inputs: { a: ',,' }, problem: 'empty' },
    { why: 'two where one is asked for', form: 'single', inputs: { a: '0,1' }, problem: 'strange' },
    { why: 'a choice that does not exist', form: 'prompt', inputs: { a: '3' }, problem: 'strange' },
    { why: 'a choice below the first', form: 'single', inputs: { a: '-1' }, problem: 'strange' },
    { why: 'half a choice', form: 'single', inputs: { a: '0.5' }, problem: 'strange' },
    { why: 'words instead of a choice', form: 'multiple', inputs: { a: 'eins' }, problem: 'strange' },
    { why: 'nothing assigned', form: 'match', inputs: {}, problem: 'empty' },
    { why: 'one item left open', form: 'match', inputs: { i0: 'tier', i1: 'tier' }, problem: 'incomplete' },
    {
      why: 'a group that does not exist',
      form: 'match',
      inputs: { i0: 'tier', i1: 'tier', i2: 'stein', i3: 'tier', i4: 'tier' },
      problem: 'strange',
    },
    { why: 'a step without a place', form: 'order', inputs: { s0: '1', s2: '3' }, problem: 'incomplete' },
    { why: 'two steps at one place', form: 'order', inputs: { s0: '1', s1: '1', s2: '3' }, problem: 'same-place' },
    { why: 'a place beyond the last', form: 'order', inputs: { s0: '1', s1: '2', s2: '4' }, problem: 'strange' },
    { why: 'no verdict', form: 'scenario', inputs: {}, problem: 'empty' },
    { why: 'a verdict of its own', form: 'scenario', inputs: { a: 'vielleicht' }, problem: 'strange' },
  ])('$form: $why', ({ form, inputs, problem }) => {
    expect(readAnswer(EXAMPLES[form], inputs, 1)).toEqual({ ok: false, problem })
  })
})

describe('what is an answer', () => {
  test.each<Omit<Row, 'problem'>>([
    { why: 'one choice', form: 'single', inputs: { a: '2' } },
    { why: 'several in any order', form: 'multiple', inputs: { a: '2,0' } },
    { why: 'one where several may be', form: 'find', inputs: { a: '3' } },
    { why: 'fields of somebody else are left aside', form: 'scenario', inputs: { a: 'darf', i0: 'x', session: 'y' } },
  ])('$form: $why', ({ form, inputs }) => {
    expect(readAnswer(EXAMPLES[form], inputs, 1).ok).toBe(true)
  })
})
