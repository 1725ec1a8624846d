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
    /^(?:\.|[- ]?[Dd]at(?:um)?\.?)?(?: \p{Lu}[\p{L}-]{1,25}(?= am))?["']?(?: am)?[:=]?["']? ?(?:(\d{4})(\d{2})(\d{2})|\d{2} ?\d{2} ?\d{2})(?!\d|[./-]\d|\s\d)/u.exec(
      text.slice(from, from + 56),
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

/** "o7.l2.l964": read by a machine; letters stand for zeros and ones. */
const MISREAD =
  /^[.:]{0,2} ?(?:am )?(?=[^ ]{0,10}[OolI])([0-3OolI][\dOolI]?)\.([\dOolI]{1,2})\.([12lI][9O0o][\dOolI]{2})(?![\p{L}\d])/du

export function misreadBehind(text: string, from: number): BirthDate | undefined {
  const match = MISREAD.exec(text.slice(from, from + 20))
  const start = match?.indices?.[1]?.[0]
  if (!match || start === undefined) return undefined
  const [day = 0, month = 0, year = 0] = match.slice(1).map(part => Number(plainDigits(part)))
  const isDate = day > 0 && day < 32 && month > 0 && month < 13 && year >= FIRST_YEAR && year < LAST_YEAR
  return isDate ? { start: from + start, end: from + match[0].length, year } : undefined
}

const plainDigits = (text: string): string => text.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1')

/** "er 3. Mai 1951, sie 19.11.53, beide geboren …": all dates of the sentence before the marker. */
export function* ofBoth(doc: Doc, marker: number): Generator<BirthDate> {
  if (!/^(?:beide|alle)$/i.test(wordAt(doc, marker - 1))) return
  for (let word = marker - 2; word >= 0 && marker - word <= WORDS_BEFORE; word--) {
    if (doc.sentence[word] !== doc.sentence[marker]) return
    const date = /^\d/.test(wordAt(doc, word)) ? birthDateAt(doc.text, doc.start[word] ?? 0) : undefined
    if (date) yield date
  }
}

const OTHER_VERSION =
  /^[^\n!?]{0,16}(?:eingetragen|angegeben|notiert|steht|stand|laut|statt|nicht|richtig|korrigier|vermerkt|erfasst)[^\n!?]{0,45}?(?<!\d)(\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\d)/d

/** "14/02/1999 eingetragen, in der Liste steht 14.12.1999": the same date in another version. */
export function otherVersion(text: string, { start, end }: BirthDate): BirthDate | undefined {
  const match = OTHER_VERSION.exec(text.slice(end, end + 80))
  const at = match?.indices?.[1]?.[0]
  const other = at === undefined ? undefined : birthDateAt(text, end + at)
  if (!other) return undefined
  const first = partsOf(text.slice(start, end))
  const same = partsOf(text.slice(other.start, other.end)).filter((part, place) => part === first[place]).length
  return same === 2 ? other : undefined
}

const partsOf = (date: string): number[] => date.split(/\D+/).map(Number)

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
  const date = /hundert|tausend|anno |ten \p{L}{3,14} (?:19|20)\d\d/iu.test(around) ? spokenDate(around) : undefined
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
