import { describe, expect, test } from '@jest/globals'
import { KINDS } from '../../../../policies/protect/finding.js'
import {
  GIVEN_NAME,
  NOT_NAME,
  OFFICE,
  PEOPLE,
  PLACE,
  SALUTATION,
  SURNAME,
} from '../../../../policies/protect/text/flags.js'
import { createLexicon, kindBit } from '../../../../policies/protect/text/lexicon.js'

const lexicon = createLexicon(
  [
    { word: 'Familie', flags: SALUTATION },
    { word: 'Einwohner', flags: PEOPLE },
    { word: '*amt', flags: OFFICE },
    { word: 'dienst*', flags: OFFICE },
    { word: '*verwalt*', flags: OFFICE },
    { word: 'Lang', flags: NOT_NAME, spelled: true },
    { word: 'Konto', context: 'IBAN' },
    { word: 'Konto', context: 'BIC' },
    { word: 'Krebs', term: { kind: 'HEALTH', section: 'topic', words: ['krebs'], key: 0 } },
    { word: 'Krebs', term: { kind: 'HEALTH', section: 'never', words: ['krebs', 'sternzeichen'], key: 0 } },
  ],
  [
    { words: ['Müller', 'Goethe', 'Łukasz', 'Öztürk', 'von Stein'], flag: SURNAME },
    { words: ['Hanna', 'Ayşe'], flag: GIVEN_NAME },
    { words: ['Jever'], flag: PLACE },
  ],
)

describe('flags', () => {
  test.each([
    { why: 'as listed', word: 'Familie', flags: SALUTATION },
    { why: 'small', word: 'familie', flags: SALUTATION },
    { why: 'a noun takes endings', word: 'Einwohnerinnen', flags: PEOPLE },
    { why: 'a salutation takes none', word: 'Familien', flags: 0 },
    { why: 'an ending', word: 'Bauamt', flags: OFFICE },
    { why: 'a beginning', word: 'Dienststelle', flags: OFFICE },
    { why: 'in the middle', word: 'Stadtverwaltungen', flags: OFFICE },
    { why: 'a name', word: 'Müller', flags: SURNAME },
    { why: 'the umlaut in two letters', word: 'MUELLER', flags: SURNAME },
    { why: 'oe that is no umlaut in writing', word: 'Goethe', flags: SURNAME },
    { why: 'the genitive of a name', word: 'Hannas', flags: GIVEN_NAME },
    { why: 'a name takes no other ending', word: 'Hannaer', flags: 0 },
    { why: 'umlauts tell names apart', word: 'Muller', flags: 0 },
    { why: 'marks of other languages do not', word: 'Ayse', flags: GIVEN_NAME },
    { why: 'a letter that does not decompose', word: 'Lukasz', flags: SURNAME },
    { why: 'Öztürk without dots is another name', word: 'Ozturk', flags: 0 },
    { why: 'an everyday word as it is spelled', word: 'lang', flags: NOT_NAME },
    { why: 'another word with an umlaut', word: 'läng', flags: 0 },
    { why: 'names of two words are no single look-up', word: 'Stein', flags: 0 },
    { why: 'unknown', word: 'Xyzzy', flags: 0 },
    { why: 'nothing', word: '', flags: 0 },
  ])('$why: $word', ({ word, flags }) => {
    expect(lexicon.word(word).flags).toBe(flags)
  })
})

test('one word may speak for several kinds, inflected too', () => {
  expect(lexicon.word('Konto').context).toEqual(['IBAN', 'BIC'])
  expect(lexicon.word('Kontos').context).toEqual(['IBAN', 'BIC'])
})

test('all terms that begin with a word', () => {
  expect(lexicon.word('Krebs').terms.map(({ section }) => section)).toEqual(['topic', 'never'])
})

describe('remembered look-ups', () => {
  const hashed = (text: string): number => {
    let hash = 0
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return hash
  }
  const look = (word: string) => lexicon.lookup(word, 0, word.length, hashed(word))

  test('say the same as the first one, also after more words than fit', () => {
    expect(look('Müller').flags).toBe(SURNAME)
    for (let number = 0; number < 60_000; number++) look(`w${number}x`)
    expect(look('Müller').flags).toBe(SURNAME)
    expect(look('Bauamt').flags).toBe(OFFICE)
    expect(look('w7x')).toBe(lexicon.unknown)
  })

  test('a word of endless length is not looked up', () => {
    expect(look(`${'a'.repeat(60)}amt`)).toBe(lexicon.unknown)
  })
})

test('every kind has a bit of its own: a 33rd would share one and needs a wider set first', () => {
  expect(new Set(KINDS.map(kindBit)).size).toBe(KINDS.length)
})
