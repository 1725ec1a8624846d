import { describe, expect, test } from '@jest/globals'
import * as document from '../../../../policies/protect/text/document.js'
import { PLACE, SALUTATION } from '../../../../policies/protect/text/flags.js'
import { createLexicon } from '../../../../policies/protect/text/lexicon.js'

const { readDocument, wordAt, wordFrom, gapAfter, hasFlag } = document
const lexicon = createLexicon([
  { word: 'Frau', flags: SALUTATION },
  { word: 'Dr', flags: 1 << 14 },
  { word: 'IBAN', context: 'IBAN' },
  { word: 'Asthma', term: { kind: 'HEALTH', section: 'state', words: ['asthma'], key: 0 } },
  { word: 'Lüneburg', flags: PLACE, spelled: true },
])
const read = (text: string): document.Doc => readDocument(text, lexicon)
const words = (text: string): string[] => {
  const doc = read(text)
  return Array.from({ length: doc.count }, (_, word) => wordAt(doc, word))
}

describe('words', () => {
  test.each([
    { why: 'letters and digits are one word', text: 'Straße 12b', words: ['Straße', '12b'] },
    { why: 'a hyphen divides', text: 'Karl-Heinz', words: ['Karl', 'Heinz'] },
    { why: 'marks belong to the letter', text: 'u\u0308ber', words: ['u\u0308ber'] },
    { why: 'other scripts', text: 'Привет عالم', words: ['Привет', 'عالم'] },
    { why: 'pairs beyond the first plane divide', text: 'a😀b', words: ['a', 'b'] },
    { why: 'none', text: ' .,; ', words: [] },
    { why: 'nothing', text: '', words: [] },
    { why: 'one sign', text: 'a', words: ['a'] },
  ])('$why', ({ text, words: expected }) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    { why: 'small', word: 'wort', shape: document.HAS_LETTER },
    { why: 'capital', word: 'Wort', shape: document.HAS_LETTER | document.CAPITAL },
    { why: 'capitals', word: 'WORT', shape: document.HAS_LETTER | document.CAPITAL | document.ALL_CAPITALS },
    { why: 'one capital', word: 'W', shape: document.HAS_LETTER | document.CAPITAL },
    { why: 'inner capital', word: 'MuSchG', shape: document.HAS_LETTER | document.CAPITAL | document.INNER_CAPITAL },
    { why: 'digits', word: '123', shape: document.HAS_DIGIT },
    { why: 'both', word: '12b', shape: document.HAS_DIGIT | document.HAS_LETTER },
  ])('shape: $why', ({ word, shape }) => {
    expect(read(word).shape[0]).toBe(shape)
  })
})

describe('sentences', () => {
  const sentences = (text: string): number => {
    const doc = read(text)
    return (doc.sentence[doc.count - 1] ?? 0) + 1
  }
  test.each([
    { why: 'two', text: 'Das ist so. Das nicht.', count: 2 },
    { why: 'a question', text: 'Ist das so? Ja.', count: 2 },
    { why: 'a blank line', text: 'Betreff\n\nText', count: 2 },
    { why: 'an ordinal', text: 'Am 3. Mai kommt sie.', count: 1 },
    { why: 'an abbreviation', text: 'Frau Dr. Huber kommt.', count: 1 },
    { why: 'a small letter goes on', text: 'das sind z. b. drei', count: 1 },
    { why: 'a dot inside', text: 'max.huber', count: 1 },
    { why: 'one line break', text: 'Frau\nHuber', count: 1 },
  ])('$why', ({ text, count }) => {
    expect(sentences(text)).toBe(count)
  })
})

describe('lines, look-ups and gaps', () => {
  const doc = read('Frau Huber aus Lüneburg\nIBAN: unklar\nhat Asthma')
  test('lines count from 0', () => {
    expect([...doc.line.slice(0, doc.count)]).toEqual([0, 0, 0, 0, 1, 1, 2, 2])
  })
  test('what the lists say', () => {
    expect(hasFlag(doc, 0, SALUTATION)).toBe(true)
    expect(hasFlag(doc, 3, PLACE)).toBe(true)
    expect(hasFlag(doc, -1, PLACE) || hasFlag(doc, 99, PLACE)).toBe(false)
    expect([doc.contextWords, doc.termWords, doc.nameWords]).toEqual([[4], [7], [0, 4]])
  })
  test.each([
    { why: 'inside a word', offset: 2, word: 0 },
    { why: 'in a gap: the next word', offset: 4, word: 1 },
    { why: 'beyond the end', offset: 999, word: 8 },
  ])('$why', ({ offset, word }) => {
    expect(wordFrom(doc, offset)).toBe(word)
  })
  test('gap behind a word, also the last', () => {
    expect([gapAfter(doc, 4), gapAfter(doc, 7)]).toEqual([': ', ''])
  })
})

describe('regions around digits', () => {
  const regions = (text: string): string[] => read(text).numbers.regions.map(region => region.text)
  test.each([
    {
      why: 'a number with the signs that belong to it',
      text: 'Telefon (030) 12345-6!',
      regions: [' (030) 12345-6!'],
    },
    { why: 'no digits, no region', text: 'Ein ganz gewöhnlicher Satz.', regions: [] },
    { why: 'two numbers far apart', text: '12 und dann viele andere Wörter 34', regions: ['12 und dann ', ' 34'] },
    { why: 'an endless number is none', text: '1'.repeat(61), regions: [] },
  ])('$why', ({ text, regions: expected }) => {
    expect(regions(text)).toEqual(expected)
  })

  test('each region stands where it says, in order and without overlap', () => {
    const text = 'Az. 12 A 34/56 vom 1.2.2024, DE12 3456 (AB-CD 12), 0170/123 x 5 y 6 z'.repeat(20)
    let before = 0
    for (const region of read(text).numbers.regions) {
      expect(text.slice(region.start, region.start + region.text.length)).toBe(region.text)
      expect(region.start).toBeGreaterThanOrEqual(before - 3)
      before = region.start + region.text.length
    }
  })
})
