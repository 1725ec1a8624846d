import { describe, expect, test } from '@jest/globals'
import { baseEngine } from '../../support/protect-lists.js'

const encoded = (text: string): string => Buffer.from(text).toString('base64')
const inBytes = (text: string): string => Buffer.from(text).toString('hex')
const forLinks = (text: string): string => Buffer.from(text).toString('base64url')
const found = (text: string): string[] =>
  baseEngine()
    .scan(text)
    .filter(({ reason }) => reason === 'encoded')
    .map(({ kind, start, end, certainty }) => `${kind} ${certainty} ${text.slice(start, end)}`)

const IBAN = 'Meine IBAN: DE89 3704 0044 0532 0130 00'
const PERSON = 'Sehr geehrte Frau Hannelore Tiedemann'

describe('what is written in base64 or in bytes is read', () => {
  test.each([
    { why: 'alone', word: encoded(IBAN), text: (word: string) => word, kind: 'IBAN' },
    {
      why: 'in a sentence',
      word: encoded(IBAN),
      text: (word: string) => `Bitte entschlüsseln: ${word}, danke.`,
      kind: 'IBAN',
    },
    { why: 'hexadecimal bytes', word: inBytes(IBAN), text: (word: string) => `Anlage ${word}`, kind: 'IBAN' },
    { why: 'in quotes', word: encoded(PERSON), text: (word: string) => `Text: "${word}"`, kind: 'PERSON' },
    {
      why: 'safe for links',
      word: forLinks(`${IBAN} üß?`),
      text: (word: string) => `Siehe ${word} unten`,
      kind: 'IBAN',
    },
    { why: 'at the very end', word: encoded(PERSON), text: (word: string) => `Anlage ${word}`, kind: 'PERSON' },
  ])('$why: the whole word is marked', ({ word, text, kind }) => {
    expect(found(text(word))).toEqual([`${kind} sicher ${word}`])
  })

  test('of several kinds inside, the one that comes first in the register names it', () => {
    expect(found(encoded(`${PERSON}, ${IBAN}`))).toHaveLength(1)
  })

  test('two words are two findings', () => {
    expect(found(`${encoded(IBAN)} und ${encoded(PERSON)}`)).toHaveLength(2)
  })
})

describe('what only looks like it', () => {
  test.each([
    { why: 'nothing classified inside', text: encoded('Die Sitzung beginnt heute um zehn Uhr im Rathaus.') },
    {
      why: 'a picture',
      text: Buffer.from([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0]).toString('base64'),
    },
    { why: 'a long German word', text: 'Donaudampfschifffahrtsgesellschaftskapitän' },
    { why: 'a product in camel case', text: 'MeinBürgerPortalOnlineDienst' },
    { why: 'longer than any text somebody hides by hand', text: encoded(`${IBAN} ${'und so weiter '.repeat(200)}`) },
  ])('$why', ({ text }) => {
    expect(found(`Bitte prüfen: ${text} (Anlage)`)).toEqual([])
  })
})
