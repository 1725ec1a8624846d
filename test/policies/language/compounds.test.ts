import { describe, expect, test } from '@jest/globals'
import { splitCompound } from '../../../policies/language/compounds.js'

const KNOWN = new Set([
  'bewerber',
  'vorauswahl',
  'auswahl',
  'bauantrag',
  'bau',
  'antrag',
  'liste',
  'daten',
  'schutz',
  'sitzung',
  'protokoll',
  'verwaltung',
  'akten',
  'zeichen',
  'kinder',
  'garten',
  'intern',
  'internetseite',
])
const parts = (word: string): string[] => splitCompound(word, candidate => KNOWN.has(candidate))

describe('splits into known words', () => {
  test.each([
    { why: 'nothing between the parts', word: 'datenschutz', expected: ['daten', 'schutz'] },
    { why: 'the longest known head first', word: 'bauantragliste', expected: ['bauantrag', 'liste'] },
    { why: 's between the parts', word: 'sitzungsprotokoll', expected: ['sitzung', 'protokoll'] },
    { why: 's after another head', word: 'verwaltungsakten', expected: ['verwaltung', 'akten'] },
    {
      why: 'a tail that is a compound itself stays whole',
      word: 'bewerbervorauswahl',
      expected: ['bewerber', 'vorauswahl'],
    },
    { why: 'an unknown tail stays as it is', word: 'verwaltungskram', expected: ['verwaltung', 'skram'] },
    { why: 'an unknown head and its s stay as they are', word: 'fluggastsdaten', expected: ['fluggasts', 'daten'] },
    { why: 'an unknown head stays as it is', word: 'fluggastdaten', expected: ['fluggast', 'daten'] },
  ])('$why: $word', ({ word, expected }) => {
    expect(parts(word)).toEqual(expected)
  })
})

describe('does not split', () => {
  test.each([
    { why: 'too short to be two words', word: 'bauakte' },
    { why: 'no known part', word: 'quarzuhrwerk' },
    { why: 'a tail that is only nearly known', word: 'fluglisten' },
    { why: 'a known word that ends there is not a compound of itself', word: 'verwaltung' },
    { why: 'a known word is not taken apart with a remainder', word: 'internetseite' },
    { why: 'nothing', word: '' },
  ])('$why: $word', ({ word }) => {
    expect(parts(word)).toEqual([])
  })
})
