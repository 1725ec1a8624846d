import { describe, expect, test } from '@jest/globals'
import { readDocument } from '../../../../policies/protect/text/document.js'
import { GIVEN_NAME, NOT_NAME, SURNAME } from '../../../../policies/protect/text/flags.js'
import { createLexicon } from '../../../../policies/protect/text/lexicon.js'
import { originalRange } from '../../../../policies/protect/text/mapped-text.js'
import { mendWords } from '../../../../policies/protect/text/mend.js'

const lexicon = createLexicon([
  { word: 'Meyer', flags: SURNAME },
  { word: 'Birgit', flags: GIVEN_NAME },
  { word: 'Atta', flags: GIVEN_NAME },
  { word: 'Muschg', flags: SURNAME | NOT_NAME },
  { word: 'depression', term: { kind: 'HEALTH', section: 'state', words: ['depression'], key: 0 } },
])
const mended = (text: string) => {
  const source = { text, map: undefined }
  return mendWords(source, readDocument(text, lexicon), lexicon)
}

describe('words that only look odd', () => {
  test.each([
    { why: 'digits for letters in a name', text: 'Frau M3yer kommt', out: 'Frau Meyer kommt' },
    { why: 'digits for letters in an illness', text: 'hat D3pr3ssion', out: 'hat Depression' },
    { why: 'capitals inside a name', text: 'Frau mEyER kommt', out: 'Frau Meyer kommt' },
    { why: 'a word cut in two', text: 'Depres-sion seit Mai', out: 'Depression seit Mai' },
    { why: 'the beginning of an account number', text: 'AT74 6014', out: 'AT74 6014' },
    { why: 'a paper size', text: 'DIN A4', out: 'DIN A4' },
    { why: 'a law', text: 'nach dem MuSchG', out: 'nach dem MuSchG' },
    { why: 'a house number', text: 'Haus 12b', out: 'Haus 12b' },
    { why: 'a compound nobody knows', text: 'Ein-zahlung', out: 'Ein-zahlung' },
    { why: 'illnesses are found whatever their capitals', text: 'DepRession', out: 'DepRession' },
  ])('$why', ({ text, out }) => {
    expect(mended(text).text).toBe(out)
  })

  test('the way back is exact', () => {
    const result = mended('Frau B1rgit hat Depres-sion, ja')
    const at = result.text.indexOf('Depression')
    expect(originalRange(result, at, at + 10)).toEqual({ start: 16, end: 27 })
    expect(originalRange(result, result.text.length - 2, result.text.length)).toEqual({ start: 29, end: 31 })
  })

  test('nothing to mend gives the very same text', () => {
    const source = { text: 'Frau Meyer kommt', map: undefined }
    expect(mendWords(source, readDocument(source.text, lexicon), lexicon)).toBe(source)
  })
})
