import { describe, expect, test } from '@jest/globals'
import { decodeGift } from '../../../bot/gift/decode.js'
import { MOST_BYTES, MOST_CHARACTERS, MOST_QUESTIONS } from '../../../bot/gift/limits.js'
import { fromGift } from '../../../bot/gift/read.js'

const read = (text: string) => fromGift(text, { module: 'g2', today: '2026-11-23' })
const GOOD = '::gut::F {=a ~b ~c}'
const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
  return bigEndian ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes
}

describe('a file that is none', () => {
  test.each<[why: string, bytes: Uint8Array, problem: RegExp]>([
    ['too big', new Uint8Array(MOST_BYTES + 1).fill(97), /größer als 5 MB.*teilen/],
    ['UTF-16 with mark', utf16('\ufeffFrage'), /UTF-16.*UTF-8 speichern|UTF-16.*Codierung UTF-8/],
    ['UTF-16 the other way', utf16('\ufeffFrage', true), /UTF-16/],
    ['UTF-16 without mark', utf16('Frage'), /keine Textdatei/],
    ['Latin-1', new Uint8Array(Buffer.from('a\nb\nÜber', 'latin1')), /In Zeile 3 .*nicht UTF-8.*Codierung UTF-8/],
    ['Windows quotation marks', new Uint8Array([0x61, 0x0a, 0x84]), /In Zeile 2/],
    ['half a character', new Uint8Array([0xc3]), /In Zeile 1/],
    ['an archive or a Word file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /keine Textdatei/],
    ['Moodle-XML', new Uint8Array(Buffer.from('<?xml version="1.0"?><quiz>')), /Moodle-XML.*GIFT/],
  ])('%s', (_, bytes, problem) => {
    const decoded = decodeGift(bytes)
    expect(decoded).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })

  test.each([
    ['a mark of UTF-8 is no text', `\ufeff${GOOD}`, GOOD],
    ['umlauts', 'Äöü„“', 'Äöü„“'],
    ['a text that speaks of XML', 'Was ist <?xml ?>', 'Was ist <?xml ?>'],
  ])('%s', (_, text, is) => {
    expect(decodeGift(new Uint8Array(Buffer.from(text)))).toEqual({ ok: true, text: is })
  })
})

describe('a text without questions to take', () => {
  test.each([
    ['empty', '', /keine Frage.*GIFT/],
    ['empty lines', '\n \n\t\n', /keine Frage/],
    ['comments', '// a\n// b', /keine Frage/],
    ['categories', '$CATEGORY: a\n\n$CATEGORY: b', /keine Frage/],
    ['more than fit', `${GOOD}\n\n`.repeat(MOST_QUESTIONS + 1), /mehr als 2\.000 Fragen.*teilen/],
    ['50 MB', 'a'.repeat(50_000_000), /größer als 5 MB/],
  ])('%s', (_, text, problem) => {
    expect(read(text)).toEqual({
      questions: [],
      report: [{ at: 'Datei', taken: false, problem: expect.stringMatching(problem) }],
    })
  })
})

/** Each stands before a good question, which must be taken, and is reported with its own line. */
describe('a broken question never costs the next', () => {
  test.each([
    ['an unclosed brace', 'F {=a ~b', /\{ wird nicht geschlossen/],
    ['an unclosed brace and an empty line', 'F {=a\n\n~b', /\{ wird nicht geschlossen/],
    ['an unclosed brace after a title', '::t::F {=a\n\n\n', /\{ wird nicht geschlossen/],
    ['an escaped end', String.raw`F {=a ~b \}`, /\{ wird nicht geschlossen/],
    ['a brace that was never opened', 'F =a ~b}', /keine öffnende/],
    ['the braces the wrong way round', 'F } =a {', /nicht geschlossen|keine öffnende/],
    ['braces in braces', 'F {{{{=a}}}}', /kein gültiges GIFT/],
    ['an equals sign inside an answer', 'F {=a=b ~c=d}', /Mehrere Antworten/],
    ['a hash inside feedback', 'F {=a#b#c ~d}', /kein gültiges GIFT/],
    ['a weight that is none', 'F {~%abc%a ~b}', /kein gültiges GIFT/],
    ['a weight of 1000', 'F {~%1000%a ~b}', /kein gültiges GIFT/],
    ['no sign before the answers', 'F {a ~b ~c}', /kein gültiges GIFT/],
    ['a bell', 'F\u0007 {=a ~b ~c}', /Steuerzeichen \(U\+0007\)/],
    ['a direction turned round', 'F \u202e {=a ~b ~c}', /Steuerzeichen \(U\+202E\)/],
    ['too long', `F ${'a'.repeat(MOST_CHARACTERS)} {=a ~b ~c}`, /länger als 20\.000 Zeichen/],
    ['ten thousand braces', `F ${'{'.repeat(10_000)}`, /\{ wird nicht geschlossen/],
    ['ten thousand pairs of braces', `F ${'{}'.repeat(9_000)}`, /kein gültiges GIFT|Freitext|Lückentext/],
    ['ten thousand backslashes', `F ${'\\'.repeat(10_001)}{=a ~b ~c`, /./],
    ['ten thousand hashes', `F {=a ${'#'.repeat(10_000)}}`, /kein gültiges GIFT/],
    ['ten thousand answers', `F {${'~b'.repeat(9_000)}}`, /Keine Antwort ist richtig/],
    ['a title without an end', '::t F {=a', /./],
  ])('%s', (_, bad, problem) => {
    const { questions, report } = read(`// eins\n${bad}\n\n${GOOD}`)
    expect(questions.map(({ id }) => id)).toEqual(['g2-gut'])
    expect(report).toEqual([
      { at: expect.stringMatching(/^Zeile 1\b/), taken: false, problem: expect.stringMatching(problem) },
      { at: expect.stringMatching(/^Zeile \d+ \(„gut“\)$/), id: 'g2-gut', taken: true, problem: expect.any(String) },
    ])
  })
})

test('an untitled question and a mere text after an open brace are seen as what they are', () => {
  const { questions, report } = read('F {=a\n\nG {=a ~b ~c}\n\nH {=a\n\n::Text::ohne Antworten')
  expect(questions.map(({ id }) => id)).toEqual(['g2-g'])
  expect(report.map(({ at, taken }) => [at, taken])).toEqual([
    ['Zeile 1', false],
    ['Zeile 3', true],
    ['Zeile 5', false],
    ['Zeile 7 („Text“)', false],
  ])
})

test('every message tells what to do', () => {
  const texts = [
    'F {=a',
    'F }',
    'F {=a#b#c}',
    'F\u0007',
    'F {=a =b ~c}',
    'F {~a ~b}',
    'F {}',
    'F',
    `F${'a'.repeat(20_000)}`,
    '',
  ]
  for (const text of texts) expect(read(text).report[0]?.problem).toMatch(/[Bb]itte/)
})
