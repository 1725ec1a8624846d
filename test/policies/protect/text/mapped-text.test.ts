import { describe, expect, test } from '@jest/globals'
import { type MappedText, originalRange, replaceMapped } from '../../../../policies/protect/text/mapped-text.js'

const plain = (text: string): MappedText => ({ text, map: undefined })

/** Where every sign of the result came from, as text of the original. */
const origins = (original: string, mapped: MappedText): string[] =>
  Array.from({ length: mapped.text.length }, (_, at) => {
    const { start, end } = originalRange(mapped, at, at + 1)
    return original.slice(start, end)
  })

describe('replacing keeps the way back', () => {
  test.each([
    { why: 'one sign for three', from: 'a-->b', change: () => '→', text: 'a→b', origins: ['a', '-->', 'b'] },
    { why: 'nothing for something', from: 'a-->b', change: () => '', text: 'ab', origins: ['a', 'b'] },
    {
      why: 'three for one',
      from: 'a-->b',
      change: () => 'xyz',
      text: 'axyzb',
      origins: ['a', '-->', '-->', '-->', 'b'],
    },
    {
      why: 'part by part',
      from: 'a-->b',
      change: () =>
        [
          ['x', 1],
          ['', 1],
          ['y', 1],
        ] as const,
      text: 'axyb',
      origins: ['a', '-', '>', 'b'],
    },
    { why: 'at the beginning', from: '-->b', change: () => 'x', text: 'xb', origins: ['-->', 'b'] },
    { why: 'at the end', from: 'a-->', change: () => 'x', text: 'ax', origins: ['a', '-->'] },
    { why: 'everything away', from: '-->', change: () => '', text: '', origins: [] },
  ])('$why', ({ from, change, text, origins: expected }) => {
    const mapped = replaceMapped(plain(from), /-->/g, change)
    expect(mapped.text).toBe(text)
    expect(origins(from, mapped)).toEqual(expected)
  })

  test('a second replacement leads back through the first', () => {
    const original = 'x&amp;lt;y'
    const once = replaceMapped(plain(original), /&amp;/g, () => '&')
    const twice = replaceMapped(once, /&lt;/g, () => '<')
    expect(twice.text).toBe('x<y')
    expect(origins(original, twice)).toEqual(['x', '&amp;lt;', 'y'])
  })

  test('a much longer result than the text it is made from', () => {
    const mapped = replaceMapped(plain('abab'), /a/g, () => 'x'.repeat(1_000))
    expect(mapped.text).toHaveLength(2_002)
    expect(originalRange(mapped, 1_500, 2_002)).toEqual({ start: 2, end: 4 })
  })
})

describe('what does not change costs nothing', () => {
  const source = plain('a-->b')
  test.each([
    { why: 'no match', change: () => 'x', pattern: /q/g },
    { why: 'the change declines', change: () => undefined, pattern: /-->/g },
    { why: 'the same text again', change: () => '-->', pattern: /-->/g },
  ])('$why: the same object', ({ pattern, change }) => {
    expect(replaceMapped(source, pattern, change)).toBe(source)
  })

  test('without a map every place is its own', () => {
    expect(originalRange(source, 1, 4)).toEqual({ start: 1, end: 4 })
  })
})
