import { describe, expect, test } from '@jest/globals'
import { joinFields } from '../../../addin/write/parts.js'
import type { Finding } from '../../../policies/protect/index.js'

const finding = (start: number, end: number): Finding => ({
  kind: 'PERSON',
  start,
  end,
  class: 'D2',
  certainty: 'sicher',
  reason: 'known-name',
  replaceable: 'identifier',
})

describe('fields joined for one check', () => {
  test.each([
    { why: 'several', fields: ['a', '', 'b c'] },
    { why: 'one', fields: ['nur eins'] },
    { why: 'a sign of the border is in one of them', fields: ['\ue000', 'x\n\n\ue000\n\ny'] },
  ])('come apart again as they were: $why', ({ fields }) => {
    const joined = joinFields(fields)
    expect(joined.split(joined.text)).toEqual(fields)
  })

  test('nothing written anywhere is an empty text', () => expect(joinFields(['', ' ', '']).text).toBe(''))

  test('a lost border is noticed', () => expect(joinFields(['a', 'b']).split('a b')).toBeUndefined())

  test('what people see has every place where it was', () => {
    const { text, shown } = joinFields(['ab', 'cd'])
    expect(shown.indexOf('cd')).toBe(text.indexOf('cd'))
    expect(shown).not.toMatch(/[\ue000-\uf8ff]/)
  })

  test('a finding across a border is cut there', () => {
    const { text, within } = joinFields(['ab', 'cd'])
    expect(within([finding(1, text.length)]).map(({ start, end }) => text.slice(start, end))).toEqual(['b', 'cd'])
  })
})
