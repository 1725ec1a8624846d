import { describe, expect, test } from '@jest/globals'
import { maskedAgain, piecesOf } from '../../../addin/write/pieces.js'

const MAP = new Map([
  ['[PERSON 1]', 'Erika Krause'],
  ['[PERSON 1 NACHNAME]', 'Krause'],
  ['[IBAN 1]', 'DE89 3704'],
  ['[PERSON 2 NACHNAME]', 'Ernst'],
])

describe('a draft in pieces', () => {
  test.each([
    { why: 'nothing special', text: 'Guten Tag', kinds: ['plain:Guten Tag'] },
    {
      why: 'the longer detail before the shorter one in it',
      text: 'Frau Erika Krause, Krause',
      kinds: ['plain:Frau ', 'restored:Erika Krause', 'plain:, ', 'restored:Krause'],
    },
    { why: 'a name in the genitive', text: 'Krauses Antrag', kinds: ['restored:Krause', 'plain:s Antrag'] },
    { why: 'a word that only begins like a name', text: 'Ernsthaft', kinds: ['plain:Ernsthaft'] },
    {
      why: 'a gap, also where it holds a name',
      text: '[ERGÄNZEN: Tag für Krause] um 10',
      kinds: ['gap:[ERGÄNZEN: Tag für Krause]', 'plain: um 10'],
    },
    { why: 'a word that only ends like a name', text: 'BitterErnst', kinds: ['plain:BitterErnst'] },
    { why: 'empty', text: '', kinds: [] },
  ])('$why', ({ text, kinds }) => {
    const pieces = piecesOf(text, MAP)
    expect(pieces.map(piece => `${piece.kind}:${piece.text}`)).toEqual(kinds)
    expect(pieces.map(piece => piece.text).join('')).toBe(text)
  })
})

describe('placeholders put back for one more round', () => {
  test.each([
    { why: 'each form its own', text: 'Erika Krause, Frau Krause', masked: '[PERSON 1], Frau [PERSON 1 NACHNAME]' },
    { why: 'the ending stays outside', text: 'Krauses Konto DE89 3704', masked: '[PERSON 1 NACHNAME]s Konto [IBAN 1]' },
    { why: 'other words are left alone', text: 'Ernsthaft', masked: 'Ernsthaft' },
  ])('$why', ({ text, masked }) => expect(maskedAgain(text, MAP)).toBe(masked))

  test('stays quick with many details and a long text', () => {
    const many = new Map(Array.from({ length: 300 }, (_, at) => [`[PERSON ${at}]`, `Name${at}`]))
    const before = performance.now()
    maskedAgain('Name1 Name22 Name299 und noch ein Wort. '.repeat(2_000), many)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
