import { describe, expect, test } from '@jest/globals'
import { madeProperty, readMade, writeMade } from '../../../addin/review/made.js'
import { PURPOSES } from '../../../policies/tools/purposes.js'

const MADE = { tool: 'mucgpt', purpose: 'kuerzen', day: '2026-11-25' } as const

describe('what is kept about a draft', () => {
  test('comes back as it was, for every purpose', () => {
    for (const purpose of PURPOSES) expect(readMade(writeMade({ ...MADE, purpose }))).toEqual({ ...MADE, purpose })
  })

  test('fits into a property of Word', () => {
    expect(madeProperty('x'.repeat(40)).length).toBeLessThan(255)
  })

  test.each([
    { why: 'nothing there', value: undefined },
    { why: 'emptied by hand', value: '' },
    { why: 'a purpose nobody knows', value: 'mucgpt zaubern 2026-11-25' },
    { why: 'no day', value: 'mucgpt kuerzen gestern' },
    { why: 'something added', value: 'mucgpt kuerzen 2026-11-25 und mehr' },
    { why: 'a name that is no id', value: 'MUC<GPT> kuerzen 2026-11-25' },
  ])('unknown: $why', ({ value }) => {
    expect(readMade(value)).toBeUndefined()
  })
})
