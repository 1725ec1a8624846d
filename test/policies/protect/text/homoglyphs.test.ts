import { describe, expect, test } from '@jest/globals'
import { unmaskHomoglyphs } from '../../../../policies/protect/text/homoglyphs.js'

const unmasked = (text: string): string => unmaskHomoglyphs({ text, map: undefined }).text

describe('look-alikes in Latin words', () => {
  test.each([
    { why: 'Cyrillic a', text: 'Hаmburg', plain: 'Hamburg' },
    { why: 'Cyrillic capital', text: 'Мüller', plain: 'Müller' },
    { why: 'Greek omicron', text: 'Kοntο', plain: 'Konto' },
    { why: 'in a number', text: 'DЕ89370400', plain: 'DE89370400' },
    { why: 'script g', text: 'ɡeheim', plain: 'geheim' },
    { why: 'in one word of several', text: 'Frаu Huber', plain: 'Frau Huber' },
  ])('$why', ({ text, plain }) => {
    expect(unmasked(text)).toBe(plain)
  })
})

describe('words that are written so', () => {
  test.each([
    { why: 'Russian', text: 'Москва, добрый день' },
    { why: 'a Russian word of look-alikes only', text: 'сор оса' },
    { why: 'Greek', text: 'Αθήνα' },
    { why: 'a Latin word with a letter that has no Latin twin', text: 'Жurnal' },
    { why: 'Latin', text: 'Hamburg' },
  ])('$why', ({ text }) => {
    expect(unmasked(text)).toBe(text)
  })
})
