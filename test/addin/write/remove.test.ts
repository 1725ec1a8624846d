import { describe, expect, test } from '@jest/globals'
import { withoutPlaces } from '../../../addin/write/remove.js'

const place = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })

describe('a text without some of its places', () => {
  test.each([
    { why: 'in the middle of a sentence', text: 'Frau Krause wohnt hier', parts: ['Krause'], left: 'Frau wohnt hier' },
    { why: 'at the beginning', text: 'Krause wohnt hier', parts: ['Krause'], left: 'wohnt hier' },
    { why: 'at the end', text: 'Hier wohnt Krause', parts: ['Krause'], left: 'Hier wohnt ' },
    { why: 'at the beginning of a line', text: 'Hallo\nKrause hier', parts: ['Krause'], left: 'Hallo\nhier' },
    { why: 'before a comma', text: 'Krause, Erika', parts: ['Krause'], left: ', Erika' },
    { why: 'lines stay lines', text: 'Eins\nKrause\nZwei', parts: ['Krause'], left: 'Eins\n\nZwei' },
    { why: 'two, whatever their order', text: 'a Krause b Meier c', parts: ['Meier', 'Krause'], left: 'a b c' },
    {
      why: 'one inside the other',
      text: 'Frau Erika Krause hier',
      parts: ['Erika Krause', 'Krause'],
      left: 'Frau hier',
    },
    { why: 'one beside the other', text: 'a Erika Krause b', parts: ['Erika ', 'Krause'], left: 'a b' },
    { why: 'none', text: 'a  b', parts: [], left: 'a  b' },
  ])('$why', ({ text, parts, left }) => {
    expect(
      withoutPlaces(
        text,
        parts.map(part => place(text, part)),
      ),
    ).toBe(left)
  })
})
