import { describe, expect, test } from '@jest/globals'
import { originalRange } from '../../../../policies/protect/text/mapped-text.js'
import { digitsOfWords } from '../../../../policies/protect/text/spelled-digits.js'

const written = (text: string): string => digitsOfWords({ text, map: undefined }).text

describe('digits said one by one', () => {
  test.each([
    { why: 'a telephone number', text: 'Tel. null eins sieben null drei vier fünf', plain: 'Tel. 0170345' },
    { why: 'with commas', text: 'null, eins, sieben, null, drei, vier', plain: '017034' },
    { why: 'with slashes and hyphens', text: 'null eins/sieben-null drei vier', plain: '017034' },
    { why: 'zwo and fuenf', text: 'zwo fuenf null null eins acht', plain: '250018' },
    { why: 'shouted', text: 'NULL EINS SIEBEN NULL DREI VIER', plain: '017034' },
    { why: 'with a capital at the start', text: 'Null eins sieben null drei vier', plain: '017034' },
    { why: 'with the letters of a country', text: 'd e acht neun drei sieben null vier', plain: 'de893704' },
    { why: 'in a sentence', text: 'Nummer: eins zwei drei vier fünf sechs, bitte.', plain: 'Nummer: 123456, bitte.' },
  ])('$why', ({ text, plain }) => {
    expect(written(text)).toBe(plain)
  })

  test('the whole row is the place of the number', () => {
    const mapped = digitsOfWords({ text: 'Tel. null eins sieben null drei vier!', map: undefined })
    expect(originalRange(mapped, 5, 11)).toEqual({ start: 5, end: 36 })
  })
})

describe('numbers in speech that are none', () => {
  test.each([
    { why: 'counting to four', text: 'eins zwei drei vier' },
    { why: 'a word that only begins so', text: 'achtsam vieren dreist einstein neunmal nullen siebenschläfer' },
    { why: 'one number', text: 'Um acht Uhr kommen drei oder vier Personen.' },
    { why: 'words between', text: 'eins und zwei und drei und vier und fünf und sechs' },
    { why: 'nothing', text: '' },
  ])('$why', ({ text }) => {
    expect(written(text)).toBe(text)
  })
})
