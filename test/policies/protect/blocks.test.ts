import { describe, expect, test } from '@jest/globals'
import { blocksOf } from '../../../policies/protect/blocks.js'
import { baseEngine } from '../../support/protect-lists.js'

const pieces = (text: string): string[] => [...blocksOf(text)].map(({ start, end }) => text.slice(start, end))
const filled = (unit: string, length = 60_000): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

describe('a long text is cut', () => {
  test.each([
    { why: 'on blank lines', unit: 'Ein Satz. Noch einer,\nund eine Zeile.\n\n', ends: '\n\n' },
    { why: 'on lines', unit: 'Eine Zeile. Mit zwei Sätzen\n', ends: '\n' },
    { why: 'on sentences', unit: 'Ein Satz ohne Zeilen. ', ends: '. ' },
    { why: 'on spaces', unit: 'wort ', ends: ' ' },
    { why: 'somewhere, if there is no place to cut', unit: 'x', ends: 'x' },
  ])('$why', ({ unit, ends }) => {
    const text = filled(unit)
    const parts = pieces(text)
    expect(parts.join('')).toBe(text)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.slice(0, -1).every(part => part.endsWith(ends))).toBe(true)
    expect(parts.every(part => part.length <= 16_000)).toBe(true)
  })

  test.each([
    { why: 'a short text', text: 'kurz' },
    { why: 'nothing', text: '' },
    { why: 'as long as one block may be', text: 'x'.repeat(16_000) },
  ])('not: $why', ({ text }) => {
    expect(pieces(text)).toEqual([text])
  })
})

describe('across blocks', () => {
  const german = filled('Die Verwaltung hat den Antrag geprüft und meldet sich.\n\n', 30_000)

  test('values keep their place in the whole text', () => {
    const value = 'DE89 3704 0044 0532 0130 00'
    const text = `${german}\n\nIBAN: ${value}\n\n${german}\n\nIBAN: ${value}`
    const found = baseEngine()
      .scan(text)
      .filter(({ kind }) => kind === 'IBAN')
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([value, value])
  })

  test('somebody named before is known again', () => {
    const text = `Frau Hannelore Tiedemann hat geschrieben.\n\n${german}\n\nFrau Tiedemann wartet, und Tiedemann drängt.`
    const last = baseEngine().scan(text).at(-1)
    expect(text.slice(last?.start, last?.end)).toBe('Tiedemann')
  })

  test('one scan remembers nothing of another', () => {
    baseEngine().scan('Frau Wischnewski kommt.')
    expect(
      baseEngine()
        .scan('Das gilt auch für Wischnewski-Brot.')
        .filter(({ reason }) => reason === 'name-again'),
    ).toEqual([])
  })

  test('step by step the same is found as at once', () => {
    const text = `${german}IBAN: DE89 3704 0044 0532 0130 00\n\n${german}Frau Tiedemann`
    expect([...baseEngine().scanSteps(text)].flat()).toEqual(baseEngine().scan(text))
  })
})
