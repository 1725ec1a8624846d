import { describe, expect, test } from '@jest/globals'
import { join } from '../../../bot/generation/texts.js'
import { finding } from '../../support/findings.js'

describe('several texts as one', () => {
  test.each([
    { why: 'one', texts: ['a'] },
    { why: 'none at all', texts: [''] },
    { why: 'several, some empty', texts: ['a', '', 'b\n\nc', ''] },
    { why: 'one that holds the first sign of a border', texts: ['a\ue000b', 'c'] },
    { why: 'one that holds a whole border', texts: ['a\n\n\ue000\n\nb', 'c'] },
  ])('come back as they were: $why', ({ texts }) => {
    const joined = join(texts)
    expect(joined?.split(joined.text)).toEqual(texts)
  })

  test('a lost border is noticed', () => {
    const joined = join(['a', 'b'])
    expect(joined?.split('ab')).toBeUndefined()
  })

  test('every sign used up: nothing is joined', () => {
    let all = ''
    for (let code = 0xe000; code <= 0xf8ff; code++) all += String.fromCharCode(code)
    expect(join([all, 'b'])).toBeUndefined()
  })

  test('a finding across a border is cut in two', () => {
    const joined = join(['abc', 'def'])
    const second = joined?.text.indexOf('def') ?? 0
    const found = joined?.within([
      finding('IBAN', { start: 1, end: second + 2 }),
      finding('PERSON', { start: 0, end: 1 }),
    ])
    expect(found?.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['PERSON', 0, 1],
      ['IBAN', 1, 3],
      ['IBAN', second, second + 2],
    ])
  })
})
