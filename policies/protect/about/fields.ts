import { fold, plainWords } from '../../language/fold.js'
import type { Scene } from '../detector.js'
import type { Kind } from '../finding.js'
import { type Doc, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { ABBREVIATION } from '../text/flags.js'
import { columnsHeaded } from '../text/tables.js'
import type { Hit } from './hits.js'
import type { Sentences } from './sentences.js'
import { IDENTIFIED, NAMED, SPECIFIC } from './signs.js'

/** The value of a form field, as offsets, and whether the word list of the kind knows it. */
export type Field = { readonly start: number; readonly end: number; readonly known: boolean }

const LABEL_ENDS = /^\)?["']?(?:\s?\([^()\n]{0,24}\))?\s{0,3}[:|\t]\s{0,6}["']?$/
const LONGEST_VALUE = 8
const LONGEST_LABEL = 24
/** What stands in a field that says nothing: "siehe Anlage", "freiwillig", "nein". */
const NO_VALUE =
  /^(?:siehe|bitte|freiwillig\w*|optional|angaben?|unbekannt|entfallt|nein|keine?|ka|offen|pflicht\w*|wird|nicht|n|k|no|none|ggf|falls|wenn|der|die|das|des)$/

/** The value behind a label up to the end of its field; undefined if there is none or the field offers a choice. */
export function fieldBehind(doc: Doc, kind: Kind, label: number): Field | undefined {
  const first = afterLabel(doc, label)
  if (first === undefined) return undefined
  if (NO_VALUE.test(fold(wordAt(doc, first)))) return undefined
  let last = first
  while (last + 1 < doc.count && last - first < LONGEST_VALUE && goesOn(doc, kind, last)) last++
  const behind = doc.text.slice(doc.end[last], (doc.end[last] ?? 0) + LONGEST_LABEL)
  if (/^ ?[:/☐□[]/.test(behind) && !/^ ?\/ ?[\p{L}. -]{1,20}:/u.test(behind)) return undefined
  const start = doc.start[first] ?? 0
  return { start, end: closed(doc, start, doc.end[last] ?? 0), known: knows(doc, kind, first, last) }
}

/** The word behind the label's colon; "neu" may stand between ("Pflegegrad neu: 3"). */
function afterLabel(doc: Doc, title: number): number | undefined {
  const label = withoutBracket(doc, title)
  for (let word = label; word <= label + 1 && word + 1 < doc.count; word++) {
    const gap = doc.text.slice(doc.end[word], doc.start[word + 1])
    if (LABEL_ENDS.test(gap)) return /[|\t]/.test(gap) && !isFirstCell(doc, label) ? undefined : word + 1
    if (gap !== ' ' || isCapital(doc, word + 1)) return undefined
  }
  return undefined
}

/** "Religion (freiwillig): …": what stands in brackets behind a label belongs to it. */
function withoutBracket(doc: Doc, label: number): number {
  const bracket = /^ \([^()\n]{1,24}\)/.exec(doc.text.slice(doc.end[label], (doc.end[label] ?? 0) + LONGEST_LABEL + 3))
  let word = label
  while (bracket && word + 1 < doc.count && (doc.start[word + 1] ?? 0) < (doc.end[label] ?? 0) + bracket[0].length)
    word++
  return word
}

const LONGEST_CELL = 60

/** A title further right stands beside other titles: its values are below. */
function isFirstCell({ text, end }: Doc, label: number): boolean {
  const before = text.slice(Math.max(0, (end[label] ?? 0) - LONGEST_CELL), end[label])
  return !/[|\t]/.test(before.slice(before.lastIndexOf('\n') + 1).replace(/^[\s|]{1,9}/, ''))
}

function goesOn(doc: Doc, kind: Kind, word: number): boolean {
  const gap = doc.text.slice(doc.end[word], doc.start[word + 1])
  if (/^(?:[ .-]|\.?-|&)$/.test(gap) || (/^\. ?-?$/.test(gap) && hasFlag(doc, word, ABBREVIATION))) return true
  // "15/17" offers no choice, "Betrug (2018), Raub" lists two of a kind.
  if (gap === '/') return /\d/.test(doc.text.charAt((doc.end[word] ?? 0) - 1)) && /\d/.test(wordAt(doc, word + 1))
  if (gap === ' (')
    return /^(?=[^()\n]*\d)[^()\n]{1,24}\)/.test(doc.text.slice(doc.start[word + 1], (doc.start[word + 1] ?? 0) + 26))
  return /^\)?, $/.test(gap) && knows(doc, kind, word + 1, Math.min(doc.count - 1, word + 2))
}

/** With the bracket that closes one opened in the value. */
const closed = ({ text }: Doc, start: number, end: number): number =>
  text.charAt(end) === ')' && text.slice(start, end).lastIndexOf('(') > text.slice(start, end).lastIndexOf(')')
    ? end + 1
    : end

function knows(doc: Doc, kind: Kind, first: number, last: number): boolean {
  for (let word = first; word <= last; word++) {
    if (doc.info(word).terms.some(term => term.key === 0 && term.kind === kind && term.section !== 'never')) return true
  }
  return false
}

/** Values in the columns of a table below one of the labels, in rows that are about somebody. */
export function* fieldsBelow(scene: Scene, sentences: Sentences, kind: Kind, labels: readonly Hit[]): Generator<Field> {
  const { doc } = scene
  const titles = new Set(labels.map(({ first, last }) => plainWords(doc.text.slice(doc.start[first], doc.end[last]))))
  for (const { start, end } of columnsHeaded(scene, title => titles.has(title))) {
    const first = wordFrom(doc, start)
    if (first >= doc.count || (doc.start[first] ?? 0) >= end || NO_VALUE.test(fold(wordAt(doc, first)))) continue
    const last = wordFrom(doc, end - 1)
    if (isAboutSomebody(doc, sentences, first)) yield { start, end, known: knows(doc, kind, first, last) }
  }
}

const LONGEST_ROW = 60

function isAboutSomebody(doc: Doc, { signs }: Sentences, word: number): boolean {
  let row = 0
  for (let at = word; at >= 0 && word - at < LONGEST_ROW && doc.line[at] === doc.line[word]; at--) row |= signs[at] ?? 0
  for (let at = word; at < doc.count && at - word < LONGEST_ROW && doc.line[at] === doc.line[word]; at++)
    row |= signs[at] ?? 0
  return (row & (NAMED | IDENTIFIED | SPECIFIC)) !== 0
}
