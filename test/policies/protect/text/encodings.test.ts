import { describe, expect, test } from '@jest/globals'
import { decodeBase64, decodeEntities, decodeQuoted, decodeUtf8 } from '../../../../policies/protect/text/encodings.js'

const entities = (text: string): string => decodeEntities({ text, map: undefined }).text
const quoted = (text: string): string => decodeQuoted({ text, map: undefined }).text

describe('HTML entities', () => {
  test.each([
    { why: 'named', text: 'M&uuml;ller', plain: 'Müller' },
    { why: 'decimal', text: 'M&#252;ller', plain: 'Müller' },
    { why: 'hexadecimal', text: 'M&#xFC;ller &#X40;', plain: 'Müller @' },
    { why: 'beyond the first plane', text: '&#x1F600;', plain: '😀' },
    { why: 'a soft hyphen vanishes', text: 'Do&shy;nau', plain: 'Donau' },
    { why: 'no such name', text: '&muster; &toString;', plain: '&muster; &toString;' },
    { why: 'no such sign', text: '&#0; &#1114112; &#x110000;', plain: '&#0; &#1114112; &#x110000;' },
    {
      why: 'no semicolon: a firm or a link',
      text: 'Müller &amp Sohn ?a=1&uuml=2',
      plain: 'Müller &amp Sohn ?a=1&uuml=2',
    },
    { why: 'once only', text: '&amp;amp;', plain: '&amp;' },
  ])('$why', ({ text, plain }) => {
    expect(entities(text)).toBe(plain)
  })
})

describe('quoted-printable and percent-encoding', () => {
  test.each([
    { why: 'an umlaut', text: 'Stra=C3=9Fe', plain: 'Straße' },
    { why: 'a soft line break', text: 'Be=\r\nscheid und Be=\nscheid', plain: 'Bescheid und Bescheid' },
    { why: 'a sign of an address', text: 'max=40muster.example', plain: 'max@muster.example' },
    { why: 'the euro sign, three bytes', text: '5=E2=82=AC', plain: '5€' },
    { why: 'a smiley, four bytes', text: '=F0=9F=98=80', plain: '😀' },
    { why: 'a percent-encoded address', text: 'max%40muster.example', plain: 'max@muster.example' },
    { why: 'a percent-encoded umlaut', text: 'Stra%C3%9Fe', plain: 'Straße' },
    { why: 'half a sign stays', text: 'Stra=C3=9Fe =C3=41', plain: 'Straße =C3A' },
    { why: 'a formula', text: 'a=20, b=40', plain: 'a=20, b=40' },
    {
      why: 'telephone after an equals sign beside encoded text',
      text: 'Gr=C3=BC=C3=9Fe Tel=0170',
      plain: 'Grüße Tel=0170',
    },
    { why: 'per cent without encoding', text: '12%80', plain: '12%80' },
    { why: 'a link with small hexadecimal digits', text: '%c3%bc', plain: '%c3%bc' },
  ])('$why', ({ text, plain }) => {
    expect(quoted(text)).toBe(plain)
  })
})

describe('bytes', () => {
  test.each([
    { why: 'ASCII', bytes: [72, 105], text: 'Hi' },
    { why: 'two bytes', bytes: [0xc3, 0xbc], text: 'ü' },
    { why: 'four bytes', bytes: [0xf0, 0x9f, 0x98, 0x80], text: '😀' },
    { why: 'nothing', bytes: [], text: '' },
    { why: 'cut off', bytes: [0xc3], text: undefined },
    { why: 'a byte that goes on without a beginning', bytes: [0xbc], text: undefined },
    { why: 'longer than needed', bytes: [0xc0, 0x80], text: undefined },
    { why: 'half a surrogate', bytes: [0xed, 0xa0, 0x80], text: undefined },
    { why: 'beyond the last sign', bytes: [0xf5, 0x80, 0x80, 0x80], text: undefined },
  ])('$why', ({ bytes, text }) => {
    expect(decodeUtf8(bytes)).toBe(text)
  })
})

describe('base64', () => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64')
  test.each([
    { why: 'a sentence', word: encoded('Herr Müller, geb. 1.2.1980'), text: 'Herr Müller, geb. 1.2.1980' },
    { why: 'safe for links', word: 'w7zDvMO8ID8_Pz8', text: 'üüü ????' },
    { why: 'a picture', word: encoded('\x89PNG\r\n\x1a\n'), text: undefined },
    { why: 'an ordinary German word', word: 'Bebauungsplan', text: undefined },
    { why: 'digits only', word: encoded('123456'), text: undefined },
    { why: 'a sign that base64 does not have', word: 'abc!def', text: undefined },
    { why: 'nothing', word: '', text: undefined },
  ])('$why', ({ word, text }) => {
    expect(decodeBase64(word)).toBe(text)
  })
})
