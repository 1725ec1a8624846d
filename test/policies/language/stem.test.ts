import { describe, expect, test } from '@jest/globals'
import { fold } from '../../../policies/language/fold.js'
import { stem } from '../../../policies/language/stem.js'

const stemOf = (word: string): string => stem(fold(word))

describe('inflected forms share a stem', () => {
  test.each([
    { why: 'plural with umlaut', forms: ['Vertrag', 'Verträge', 'Verträgen'] },
    { why: 'plural -en', forms: ['Satzung', 'Satzungen'] },
    { why: 'plural -er', forms: ['Bild', 'Bilder', 'Bildern'] },
    { why: 'plural -e after ei', forms: ['Hinweis', 'Hinweise', 'Hinweisen'] },
    { why: 'plural after sch', forms: ['Tisch', 'Tische', 'Tischen'] },
    { why: 'ie is not torn apart', forms: ['Spiel', 'Spiele', 'Spielen'] },
    { why: 'adjective endings', forms: ['vertraulich', 'vertrauliche', 'vertraulichem', 'vertraulicher'] },
    { why: 'verb in the first and third person', forms: ['lösche', 'löscht', 'löschen'] },
    { why: 'participle with ge-', forms: ['testen', 'getestet'] },
    { why: 'a six letter word with ge-, singular and plural', forms: ['Gesetz', 'Gesetze', 'Gesetzen'] },
    { why: 'the fee as a word with umlaut', forms: ['Gebühr', 'Gebühren'] },
    { why: 'the danger', forms: ['Gefahr', 'Gefahren'] },
    { why: 'secret, inflected', forms: ['geheim', 'geheime', 'geheimen'] },
  ])('$why: $forms', ({ forms }) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1)
  })
})

describe('different words keep different stems', () => {
  test.each([
    { why: 'person and place', one: 'Bürgerin', other: 'Bürgschaft' },
    { why: 'one letter apart', one: 'Daten', other: 'Taten' },
    { why: 'double letters count', one: 'Rate', other: 'Ratte' },
    { why: 'ei and ie', one: 'Wein', other: 'Wien' },
  ])('$why', ({ one, other }) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })
})

describe('cuts as CISTEM does', () => {
  test.each([
    { why: 'three letters are left alone', word: 'rat', expected: 'rat' },
    { why: 'never shorter than three letters', word: 'test', expected: 'tes' },
    { why: 'doubled letters come back whole', word: 'pressen', expected: 'press' },
    { why: 'sch comes back whole', word: 'menschen', expected: 'mensch' },
    { why: 'em, then nd, then e and t', word: 'wartendem', expected: 'war' },
    { why: 'ei counts as one letter', word: 'seite', expected: 'seit' },
    { why: 'digits stay', word: '365', expected: '365' },
    { why: 'nothing', word: '', expected: '' },
  ])('$why', ({ word, expected }) => {
    expect(stem(word)).toBe(expected)
  })
})
