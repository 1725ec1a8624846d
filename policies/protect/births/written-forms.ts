import { fold } from '../../language/fold.js'
import { dateAt } from '../text/dates.js'
import { type Doc, wordAt } from '../text/document.js'
import { FIRST_SOLAR_YEAR, LAST_SOLAR_YEAR, SHORT_FOREIGN } from './markers.js'
import { spokenDate } from './spoken.js'

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const WORDS_BEFORE = 12
const FOREIGN_WORDS = 6
const SPOKEN_REACH = 90

export type BirthDate = { readonly start: number; readonly end: number; readonly year: number }

export function birthDateAt(text: string, start: number): BirthDate | undefined {
  const date = dateAt(text, start)
  if (!date || (date.year > 99 && (date.year < FIRST_YEAR || date.year > LAST_YEAR))) return undefined
  return { start, ...date }
}

/** "GebDat 19840622", "gebdatum 080741", "DOB 08 07 41": only right behind the marker. */
export function compactBehind(text: string, from: number): BirthDate | undefined {
  const [lead = '', first = '', second = '', third = ''] =
    /^(?:\.|[- ]?[Dd]at(?:um)?\.?)?["']?(?: am)?[:=]?["']? ?(?:(\d{4})(\d{2})(\d{2})|\d{2} ?\d{2} ?\d{2})(?!\d|[./-]\d|\s\d)/.exec(
      text.slice(from, from + 30),
    ) ?? []
  if (lead === '') return undefined
  const digits = lead.replace(/\D/g, '')
  const [year, month, day] = third
    ? [Number(first), Number(second), Number(third)]
    : [Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2))]
  if (month < 1 || month > 12 || day < 1 || day > 31 || (third && (year < FIRST_YEAR || year > LAST_YEAR)))
    return undefined
  return { start: from + lead.search(/\d/), end: from + lead.length, year }
}

/** "Bin am 3.4.59 in Ihrem Krankenhaus zur Welt gekommen", "kam am … zur Welt". */
export function cameToWorld(doc: Doc, word: number): BirthDate | undefined {
  for (let at = word - 1; at >= 0 && word - at <= WORDS_BEFORE && doc.sentence[at] === doc.sentence[word]; at--) {
    if (fold(wordAt(doc, at)) !== 'am') continue
    return birthDateAt(doc.text, doc.start[at + 1] ?? 0)
  }
  return undefined
}

/** "geboren am dritten Februar neunzehnhundertsechsundfünfzig", before or behind the marker in its sentence. */
export function* spokenAround(doc: Doc, word: number): Generator<BirthDate> {
  const from = Math.max(0, (doc.start[word] ?? 0) - SPOKEN_REACH)
  const around = doc.text.slice(from, (doc.end[word] ?? 0) + SPOKEN_REACH)
  const date = /hundert|tausend/i.test(around) ? spokenDate(around) : undefined
  if (!date) return
  yield { start: from + date.start, end: from + date.end, year: 0 }
  const numeric = from + date.end + 2
  const again = around.slice(date.end, date.end + 2) === ' (' ? birthDateAt(doc.text, numeric) : undefined
  if (again) yield again
}

/** "Doğum tarihi: 14.08.1979", "Né le 15 août 1961", "ur. 30.06.1988": the first date in the line behind the marker. */
export function behindForeign(doc: Doc, word: number, marker: string): BirthDate | undefined {
  const from = doc.end[word] ?? 0
  const shape = SHORT_FOREIGN[marker]
  if (shape && !shape.test(doc.text.slice(from, from + 12))) return undefined
  for (let next = word + 1; next < doc.count && next <= word + FOREIGN_WORDS; next++) {
    const start = doc.start[next] ?? 0
    if (doc.line[next] !== doc.line[word] && !/^[^\n]{0,3}\n/.test(doc.text.slice(from, start))) return undefined
    if (!/^\d/.test(wordAt(doc, next))) continue
    return foreignDateAt(doc.text, start)
  }
  return undefined
}

/** "14.08.1979 doğumlu", "03.05.1991 г. р.", "مواليد": right before the marker. */
export function beforeForeign(doc: Doc, word: number, markers: RegExp): BirthDate | undefined {
  if (!markers.test(fold(wordAt(doc, word)))) return undefined
  for (let first = word - 1; first >= 0 && first >= word - 4; first--) {
    const date = /^\d/.test(wordAt(doc, first)) ? foreignDateAt(doc.text, doc.start[first] ?? 0) : undefined
    const gap = date && doc.text.slice(date.end, doc.start[word])
    if (gap !== undefined && /^(?:'?\p{L}{0,4} ?|,? ?| г\. ?)$/u.test(gap)) return date
  }
  return undefined
}

/** Also with the names of months in other languages, and years of the calendar of Iran. */
function foreignDateAt(text: string, start: number): BirthDate | undefined {
  const date = dateAt(text, start)
  if (date && date.year >= FIRST_SOLAR_YEAR && date.year <= LAST_SOLAR_YEAR) return { start, ...date }
  return birthDateAt(text, start) ?? namedMonthAt(text, start)
}

/** A day, a word of any language, and a year. */
function namedMonthAt(text: string, start: number): BirthDate | undefined {
  const match = /^\d{1,2}(?:er|º|\.)? (?:de )?\p{L}{3,12}\.?,? (?:de |del )?((?:19|20)\d{2})(?!\d)/u.exec(
    text.slice(start, start + 40),
  )
  return match ? { start, end: start + match[0].length, year: Number(match[1]) } : undefined
}
