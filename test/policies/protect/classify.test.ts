import { describe, expect, test } from '@jest/globals'
import type { DataClass } from '../../../policies/pack/terms.js'
import { recognisedClass, remainingClass } from '../../../policies/protect/classify.js'
import { finding } from '../../support/findings.js'

const person = finding('PERSON', { class: 'D2', certainty: 'wahrscheinlich' })
const illness = finding('HEALTH', { class: 'D3', certainty: 'wahrscheinlich', replaceable: 'never' })
const number = finding('TAX_ID', { class: 'D3', certainty: 'wahrscheinlich' })
const stamp = finding('CLASSIFICATION_MARKING', { class: 'VS', certainty: 'wahrscheinlich', replaceable: 'never' })
const password = finding('SECRET', { class: 'SECRET', certainty: 'wahrscheinlich', replaceable: 'never' })
const hint = finding('PERSON', { class: 'D2', certainty: 'hinweis' })

describe('what is recognised', () => {
  test.each([
    { why: 'nothing is not "public"', found: [], class: undefined },
    { why: 'a hint alone gives no class', found: [hint], class: undefined },
    { why: 'a person', found: [person], class: 'D2' },
    { why: 'the strictest of several', found: [person, illness], class: 'D3' },
    { why: 'the order does not matter', found: [illness, person, hint], class: 'D3' },
    { why: 'classified above all about people', found: [illness, stamp], class: 'VS' },
    { why: 'a secret above everything', found: [stamp, password], class: 'SECRET' },
  ])('$why', ({ found, class: expected }) => {
    expect(recognisedClass(found)).toBe(expected)
  })
})

type Row = { why: string; found: ReturnType<typeof finding>[]; declared?: DataClass; class: DataClass | undefined }
const REMAINING: Row[] = [
  { why: 'nothing found, nothing said', found: [], class: undefined },
  { why: 'nothing found: what the person said', found: [], declared: 'D1', class: 'D1' },
  { why: 'names replaced: pseudonymised', found: [person], class: 'D2' },
  { why: 'a D3 number replaced: pseudonymised', found: [number], class: 'D2' },
  { why: 'what is said about somebody stays', found: [person, illness], class: 'D3' },
  { why: 'a stamp cannot be replaced away', found: [person, stamp], class: 'VS' },
  { why: 'a secret neither', found: [password], class: 'SECRET' },
  { why: 'a hint alone leaves nothing', found: [hint], class: undefined },
  { why: 'what was said to be stricter stays stricter', found: [person], declared: 'D3', class: 'D3' },
  { why: 'replaced text never becomes public by saying so', found: [person], declared: 'D0', class: 'D2' },
]

describe('what remains once everything replaceable is replaced', () => {
  test.each(REMAINING)('$why', ({ found, declared, class: expected }) => {
    expect(remainingClass(found, declared)).toBe(expected)
  })
})
