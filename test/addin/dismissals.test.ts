import { describe, expect, test } from '@jest/globals'
import { carryOver, isAnotherText, isDismissable, isDismissed, toggle } from '../../addin/check/dismissals.js'
import { finding, ILLNESS, PASSWORD, PERSON, STAMP } from './findings.js'

const BEFORE = 'Die Rose blüht im Garten.'
const ROSE = { kind: 'PERSON', start: 4, end: 8 } as const

describe('ruling out a finding', () => {
  test('is possible for everything but passwords and markings', () => {
    expect([PERSON, ILLNESS, PASSWORD, STAMP].map(isDismissable)).toEqual([true, true, false, false])
  })

  test('counts for this place and kind only, and can be taken back', () => {
    const rose = finding(ROSE)
    const once = toggle(rose, [])
    expect(isDismissed(rose, once)).toBe(true)
    expect(isDismissed(finding({ ...ROSE, start: 5 }), once)).toBe(false)
    expect(isDismissed(finding({ ...ROSE, kind: 'HEALTH' }), once)).toBe(false)
    expect(toggle(rose, once)).toEqual([])
  })

  test('never counts for a password, even if somebody said so', () => {
    expect(isDismissed(PASSWORD, [PASSWORD])).toBe(false)
  })
})

describe('after an edit', () => {
  test.each<[string, string, number | undefined]>([
    ['behind it: stays', 'Die Rose blüht im Garten. Und am Zaun.', 4],
    ['before it: moves along', 'Heute: Die Rose blüht im Garten.', 11],
    ['in it: is asked about again', 'Die Rosi blüht im Garten.', undefined],
    ['right behind it: is asked about again', 'Die Rosenthal blüht im Garten.', undefined],
    ['right before it: is asked about again', 'Die Frau-Rose blüht im Garten.', undefined],
    ['all gone', '', undefined],
  ])('%s', (_, after, start) => {
    const expected = start === undefined ? [] : [{ ...ROSE, start, end: start + 4 }]
    expect(carryOver([ROSE], BEFORE, after)).toEqual(expected)
  })
})

test.each<[string, string, string, boolean]>([
  ['typing on', 'Sehr geehrte', 'Sehr geehrte Frau', false],
  ['a paragraph pasted in', BEFORE, `${BEFORE}\n${'x'.repeat(500)}`, false],
  ['another letter in its place', BEFORE, 'Wir bitten um Überweisung bis zum 3. Mai', true],
  ['the first text', '', BEFORE, false],
  ['everything deleted by hand', BEFORE, '', false],
])('another text? %s', (_, before, after, expected) => {
  expect(isAnotherText(before, after)).toBe(expected)
})
