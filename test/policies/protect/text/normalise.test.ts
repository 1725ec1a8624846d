import { describe, expect, test } from '@jest/globals'
import { originalRange } from '../../../../policies/protect/text/mapped-text.js'
import { normalise } from '../../../../policies/protect/text/normalise.js'
import { DISGUISES } from '../../../support/disguises.js'
import { pick, seeded } from '../../../support/valid-numbers.js'

// A reader sees through a disguise, so must the engine; and what it marks must be exactly what stands there.

const BEFORE = 'Guten Tag, bitte prüfen: '
const AFTER = ' (Rückfragen an das Bürgerbüro).'

/** What of the original is marked if the plain value is found in the normalised text. */
function marked(original: string, plain: string): string | undefined {
  const normal = normalise(original)
  const at = normal.text.indexOf(plain)
  if (at < 0) return undefined
  const { start, end } = originalRange(normal, at, at + plain.length)
  return original.slice(start, end)
}

const VALUES = [
  'Müller',
  'Höhnemann',
  'Abmaßen',
  'DE89 3704 0044 0532 0130 00',
  '0170-1234567',
  'max.huber@xyz.example',
]
const CASES = DISGUISES.flatMap(({ why, fits, hide }) =>
  VALUES.filter(value => fits.test(value)).map(plain => ({ why, plain, hidden: hide(plain, seeded(7)) })),
)

describe('every disguise is undone and its exact place kept', () => {
  test.each(CASES)('$why: $plain', ({ plain, hidden }) => {
    expect(marked(BEFORE + hidden + AFTER, plain)).toBe(hidden)
  })
})

type Row = { why: string; hidden: string; plain: string; marks?: string }
const ROWS: Row[] = [
  {
    why: 'invisible signs around a value stay outside',
    hidden: '\u202eMüller\u202c',
    plain: 'Müller',
    marks: 'Müller',
  },
  { why: 'ligatures', hidden: 'Pﬁster', plain: 'Pfister' },
  { why: 'superscripts in a row, whichever block they come from', hidden: '⁰¹⁷⁰²', plain: '01702' },
  { why: 'digits on keys', hidden: '1\ufe0f\u20e37\ufe0f\u20e3', plain: '17' },
  {
    why: 'signs struck through like the letters around',
    hidden: 'a\u0336@\u0336b\u0336.\u0336d\u0336',
    plain: 'a@b.d',
  },
  { why: 'a circled number is its digits', hidden: '①②③', plain: '123' },
  { why: 'digits of Devanagari', hidden: '०१२३', plain: '0123' },
  { why: 'two disguises at once', hidden: 'M\u200bu\u0308l\u00adler', plain: 'Müller' },
  { why: 'a mark behind an invisible sign', hidden: 'u\u200b\u0308ber', plain: 'über' },
  { why: 'signs behind an entity', hidden: 'DE89&nbsp;3704&#8203;0044', plain: 'DE89 37040044' },
  { why: 'a full-width letter behind an entity', hidden: 'M&uuml;ｌler', plain: 'Müller' },
  { why: 'two words of one row of letters', hidden: 'H u b e r', plain: 'Huber' },
  { why: 'only once decoded: &amp;uuml; shows an entity', hidden: '&amp;uuml;', plain: '&uuml;' },
]

describe('single steps', () => {
  test.each(ROWS)('$why', ({ hidden, plain, marks = hidden }) => {
    expect(marked(BEFORE + hidden + AFTER, plain)).toBe(marks)
  })

  test('two words pulled apart in one row keep their own places', () => {
    const text = `${BEFORE}H u b e r  K l a u s${AFTER}`
    expect([marked(text, 'Huber'), marked(text, 'Klaus')]).toEqual(['H u b e r', 'K l a u s'])
  })

  test('two values encoded in one run keep their own places', () => {
    const text = 'Siehe %48%65%72%72%20%4D%C3%BC%6C%6C%65%72'
    expect([marked(text, 'Herr'), marked(text, 'Müller')]).toEqual(['%48%65%72%72', '%4D%C3%BC%6C%6C%65%72'])
  })
})

describe('ordinary text stays as it is', () => {
  test.each([
    { why: 'plain German', text: 'Die Straße ist wegen Bauarbeiten gesperrt.' },
    { why: 'lines and tabs', text: 'Name\tOrt\r\nStadt\tLand\n' },
    { why: 'a formula with equals signs', text: 'x=12, y=20, Menge=40 Stück, Tel=0170 1234567' },
    { why: 'per cent', text: 'Der Anteil stieg von 20% auf 25%.' },
    { why: 'an ampersand in a name', text: 'Hotel Krone & Post, Müller&Sohn' },
    { why: 'an unknown entity', text: 'a &unbekannt; b' },
    { why: 'a word in Russian', text: 'Приветствие: добрый день' },
    { why: 'abbreviations', text: 'Das gilt i. V. m. § 5, z. B. bei A und B.' },
    { why: 'a list of letters', text: 'a) b) c) d) e)' },
    { why: 'counting', text: 'eins zwei drei' },
    { why: 'a star for a footnote', text: 'Preis* und Lieferung*' },
    { why: 'half a character', text: 'a\ud83d b' },
  ])('$why', ({ text }) => {
    expect(normalise(text)).toEqual({ text, map: undefined })
  })
})

const WORDS = 'Die Antwort liegt bei; wir prüfen das (siehe oben) und melden uns, 12 Tage später: ja / nein'.split(' ')
const SOUP = [
  ...'aZü9 -.*`_&;=%#x\n\t@',
  '\u200b',
  '\u0308',
  '\u00ad',
  '\ud83d',
  '\udc00',
  '\ud835\udc00',
  '&amp;',
  '=C3=BC',
  '%C3%BC',
  'а',
  '１',
  '＠',
  'null ',
  'eins ',
  'x x x x ',
  '\ufb01',
  '\u2013',
  '\u00a0',
  '\u202e',
  '\0',
]

/** Beginnings and ends never go back and lie inside the original. */
function faults(original: string): string[] {
  const { text, map } = normalise(original)
  if (!map) return text.length === original.length ? [] : ['length']
  const wrong: string[] = []
  if (map.starts.length !== text.length || map.ends.length !== text.length) wrong.push('map has another length')
  let start = 0
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const [from = -1, to = -1] = [map.starts[at], map.ends[at]]
    if (from < start || to < end || to <= from || to > original.length) wrong.push(`unit ${at}: ${from}-${to}`)
    start = from
    end = to
  }
  return wrong
}

describe('whatever is mixed (seeded)', () => {
  test('2,000 texts of disguised values: each is found at its own place', () => {
    const random = seeded(20261125)
    const lost: string[] = []
    for (let round = 0; round < 2_000; round++) {
      let text = ''
      const hidden: { plain: string; start: number; end: number }[] = []
      for (let part = 0; part < 6; part++) {
        text += `${pick(random, WORDS)} und `
        const plain = pick(random, VALUES)
        const { hide } = pick(
          random,
          DISGUISES.filter(({ fits }) => fits.test(plain)),
        )
        const written = hide(plain, random)
        hidden.push({ plain, start: text.length, end: text.length + written.length })
        text += `${written} sowie `
      }
      const normal = normalise(text)
      let from = 0
      for (const { plain, start, end } of hidden) {
        const at = normal.text.indexOf(plain, from)
        const range = originalRange(normal, at, at + plain.length)
        if (at < 0 || range.start !== start || range.end !== end) lost.push(`${plain}: ${text.slice(start, end)}`)
        from = at + plain.length
      }
      if (faults(text).length > 0) lost.push(text)
    }
    expect(lost).toEqual([])
  })

  test('2,000 texts of loose signs: places never go back and lie inside the text', () => {
    const random = seeded(42)
    const wrong = Array.from({ length: 2_000 }, () => Array.from({ length: 80 }, () => pick(random, SOUP)).join(''))
      .map(text => ({ text, faults: faults(text) }))
      .filter(one => one.faults.length > 0)
    expect(wrong).toEqual([])
  })
})
