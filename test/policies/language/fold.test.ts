import { describe, expect, test } from '@jest/globals'
import { fold } from '../../../policies/language/fold.js'

describe('spellings of one word become the same', () => {
  test.each([
    { why: 'capitals', spellings: ['VERTRAG', 'Vertrag', 'vertrag'], folded: 'vertrag' },
    {
      why: 'umlaut, digraph, bare vowel',
      spellings: ['Verträge', 'Vertraege', 'VERTRAEGE', 'vertrage'],
      folded: 'vertrage',
    },
    { why: 'ö and oe', spellings: ['löschen', 'loeschen', 'Löschen'], folded: 'loschen' },
    { why: 'ü and ue', spellings: ['Prüfung', 'Pruefung', 'PRÜFUNG'], folded: 'prufung' },
    { why: 'ü and ue at the start', spellings: ['Übersetzung', 'Uebersetzung'], folded: 'ubersetzung' },
    { why: 'ß, ss and capital ẞ', spellings: ['Straße', 'Strasse', 'STRAẞE'], folded: 'strasse' },
    { why: 'composed and decomposed umlaut', spellings: ['Bu\u0308rger', 'B\u00fcrger'], folded: 'burger' },
    { why: 'accents of borrowed words', spellings: ['Résumé', 'resume', 'résumé'], folded: 'resume' },
    { why: 'dotted capital I of a Turkish name', spellings: ['İzmir', 'izmir'], folded: 'izmir' },
    { why: 'ä before u, which reads like äu', spellings: ['Bäuerin', 'Baeuerin'], folded: 'bauerin' },
  ])('$why', ({ spellings, folded }) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => folded))
  })
})

describe('ue that is no umlaut stays', () => {
  test.each([
    { why: 'after e', word: 'neue', folded: 'neue' },
    { why: 'after e within a word', word: 'Steuer', folded: 'steuer' },
    { why: 'after a', word: 'Frauen', folded: 'frauen' },
    { why: 'after q', word: 'Quelle', folded: 'quelle' },
  ])('$why', ({ word, folded }) => {
    expect(fold(word)).toBe(folded)
  })
})

describe('different words stay different', () => {
  test.each([
    { why: 'a and o are not the same vowel', one: 'Rat', other: 'rot' },
    { why: 'a double consonant counts', one: 'Maße', other: 'Mase' },
    { why: 'digits stay', one: 'W1', other: 'W2' },
  ])('$why', ({ one, other }) => {
    expect(fold(one)).not.toBe(fold(other))
  })
})

test.each([
  { why: 'nothing in, nothing out', input: '', folded: '' },
  { why: 'marks without a letter leave nothing', input: '\u0301\u0308', folded: '' },
  { why: 'spaces and punctuation stay', input: 'Darf ich? Ja!', folded: 'darf ich? ja!' },
  { why: 'other scripts only lose their case', input: 'Привет', folded: 'привет' },
])('$why', ({ input, folded }) => {
  expect(fold(input)).toBe(folded)
})
