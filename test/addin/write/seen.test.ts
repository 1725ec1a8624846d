import { describe, expect, test } from '@jest/globals'
import { hasPlaceholder, heldClass, seenOf, seenOnceReplaced } from '../../../addin/write/seen.js'
import type { Finding } from '../../../policies/protect/index.js'

const found = (kind: Finding['kind'], own: Partial<Finding> = {}): Finding => ({
  kind,
  start: 0,
  end: 1,
  class: 'D2',
  certainty: 'sicher',
  reason: 'form',
  replaceable: 'identifier',
  ...own,
})
const NAME = found('PERSON')
const HINT = found('PERSON', { certainty: 'hinweis' })
const ILL = found('HEALTH', { class: 'D3', replaceable: 'never' })
const BENEFIT = found('SOCIAL_BENEFIT', { class: 'D3', replaceable: 'never' })

describe('what permit is told', () => {
  test.each([
    { why: 'nothing', findings: [], placeholders: false, seen: [undefined, false, false, false] },
    { why: 'a hint decides nothing', findings: [HINT], placeholders: false, seen: [undefined, false, false, false] },
    { why: 'a name', findings: [NAME], placeholders: false, seen: ['D2', false, true, false] },
    { why: 'placeholders only', findings: [], placeholders: true, seen: ['D2', true, false, false] },
    { why: 'a name left beside placeholders', findings: [NAME], placeholders: true, seen: ['D2', false, true, false] },
    { why: 'an illness stays', findings: [ILL], placeholders: true, seen: ['D3', false, false, false] },
    { why: 'benefits are social data', findings: [BENEFIT], placeholders: false, seen: ['D3', false, false, true] },
  ] as const)('$why', ({ findings, placeholders, seen }) => {
    const { recognised, pseudonymised, replaceable, social } = seenOf({ findings, uncovered: false, placeholders })
    expect([recognised, pseudonymised, replaceable, social]).toEqual(seen)
  })

  test.each([
    { why: 'names go', findings: [NAME], uncovered: false, seen: ['D2', true] },
    { why: 'an illness stays', findings: [NAME, ILL], uncovered: false, seen: ['D3', false] },
    { why: 'a language nobody reads here', findings: [NAME], uncovered: true, seen: ['D2', false] },
  ] as const)('once replaced: $why', ({ findings, uncovered, seen }) => {
    const { recognised, pseudonymised } = seenOnceReplaced({ findings, uncovered, placeholders: false })
    expect([recognised, pseudonymised]).toEqual(seen)
  })
})

describe('held everywhere', () => {
  test.each([
    { why: 'a name is welcome', findings: [NAME], held: undefined },
    { why: 'a password', findings: [found('SECRET', { class: 'SECRET' })], held: 'SECRET' },
    { why: 'a stamp', findings: [found('CLASSIFICATION_MARKING', { class: 'VS', replaceable: 'never' })], held: 'VS' },
    { why: 'a hint only', findings: [found('SECRET', { class: 'SECRET', certainty: 'hinweis' })], held: undefined },
  ])('$why', ({ findings, held }) => expect(heldClass(findings)).toBe(held))
})

test.each([
  ['[PERSON 1]', true],
  ['[PERSON 12 NACHNAME]', true],
  ['[ERGÄNZEN: Datum]', false],
  ['[KAPITEL 1]', false],
])('%s is a placeholder: %s', (text, expected) => expect(hasPlaceholder(text, new Set(['PERSON']))).toBe(expected))
