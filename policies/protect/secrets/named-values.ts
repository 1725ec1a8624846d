import { fold } from '../../language/fold.js'
import { contextWords } from '../context-words.js'
import type { Scene } from '../detector.js'
import { type Doc, gapAfter, hasFlag, wordAt } from '../text/document.js'
import { GIVEN_NAME } from '../text/flags.js'
import type { WordInfo } from '../text/lexicon.js'
import { columnsHeaded } from '../text/tables.js'
import { turns } from './codes.js'
import { commandSecret } from './commands.js'
import { READERS, type Reader } from './readers.js'
import { type Taken, take } from './reading.js'
import { isWeakValue, looksSecret } from './values.js'

/** `sure`: a sign like ":" or "=" leads to it, and it looks like a secret. */
export type NamedValue = { readonly start: number; readonly end: number; readonly sure: boolean }

const REACH = 180
const LINE_BEFORE = 80
/** Before the word or between it and the value: the value is an example, or one to be avoided. */
const EXAMPLE =
  /(?<![.@])(?:beispiel|example|\bmuster)|z\. ?B\.|\bkeine?\b|niemals|\bwie\b(?! (?:war|ist|lautet|heißt|hieß))|\betwa\b|e\.g\./i
/** What may be read off a list like "7719# scharf, 7718# unscharf". */
const LONGEST_LIST = 4

/** Titles of table columns. */
const TITLE =
  /^(?:[\p{L} ]{0,25} )?\p{L}*(?:passwort|kennwort|password|passwd|pwd|pw|pin|puk|zugangscode|turcode|tresorcode|token|api ?key|apikey|secret|schlussel wlan|wlan schlussel|psk)(?: (?:neu|alt|initial|start|wlan|aktuell|\d))?$/u

/** Values that the text itself names as secret: behind "Passwort:", "PIN lautet", "token=", "Login a / b" … */
export function* namedValues(scene: Scene): Generator<NamedValue> {
  const { doc } = scene
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    if (isCellValue(doc.text, start, end)) yield { start, end, sure: false }
  }
  for (const word of contextWords(doc, 'SECRET')) {
    const name = fold(wordAt(doc, word))
    const reader = readerOf(doc.info(word), name)
    const start = doc.start[word] ?? 0
    const from = doc.end[word] ?? 0
    const after = doc.text.slice(from, from + REACH)
    if (LOCK.test(name))
      for (const turn of turns(after)) yield { start: from + turn.at, end: from + turn.end, sure: true }
    const line = doc.text.slice(Math.max(0, start - LINE_BEFORE, doc.text.lastIndexOf('\n', start - 1) + 1), start)
    // "Nuray Tan" is a person, "Lösung" no watchword, and "can" an English verb.
    const isOther =
      (name === 'tan' && hasFlag(doc, word - 1, GIVEN_NAME)) ||
      (name === 'losung' && !/^losung$/i.test(wordAt(doc, word))) ||
      (name === 'can' && wordAt(doc, word) !== 'CAN')
    const taken = isOther
      ? undefined
      : (reader?.(after, joinedBefore(doc, word), line, name) ?? commandSecret(name, after))
    // A value before its name is found by the length of the folded name.
    if (!taken || !doc.text.startsWith(taken.value, from + taken.at) || isExample(doc, word, from + taken.at)) continue
    yield* withList(doc.text, from + taken.at, taken)
  }
}

/** A value of one word; between commas, where lists of words stand as well, only what looks like a secret. */
function isCellValue(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end)
  if (text.charAt(end) === ',' || /, ?$/.test(text.slice(Math.max(0, start - 2), start)))
    return !/\s/.test(value) && looksSecret(value)
  return isWeakValue(value) && (!/\s/.test(value) || /[\d!#$%&?*+]/.test(value))
}

/** The value, and others of its kind in the same breath: "7719# scharf, 7718# unscharf". */
function* withList(text: string, start: number, { value, sure }: Taken): Generator<NamedValue> {
  let end = start + value.length
  yield { start, end, sure }
  if (BLOCK.test(value)) yield* linesBelow(text, end, value, sure)
  if (!/^[#*]?\d{3,8}[#*]$/.test(value)) return
  for (let count = 0; count < LONGEST_LIST; count++) {
    const next = take(text.slice(end, end + 40), /^[^\n.\d#*]{0,25}[,;/][^\n.\d#*]{0,15}([#*]?\d{3,8}[#*])/d, false)
    if (!next) return
    const from = end + next.at
    end = from + next.value.length
    yield { start: from, end, sure }
  }
}

const LOCK = /^(?:tresor|safe|zahlenschloss|zahlenkombination|kombination|geldschrank|panzerschrank|wertschrank)$/
const BLOCK = /^[A-Za-z0-9]{4,8}(?:[- ][A-Za-z0-9]{4,8}){1,3}$/
const MOST_LINES = 20

/** Further codes of the same shape, each on a line of its own below the first. */
function* linesBelow(text: string, from: number, first: string, sure: boolean): Generator<NamedValue> {
  const shape = shapeOf(first)
  for (let end = from, count = 0; count < MOST_LINES; count++) {
    const next = /^[ \t]*\n[ \t\d.)*•-]{0,5}?(?<![A-Za-z0-9])([A-Za-z0-9][A-Za-z0-9 -]{3,35})(?=[ \t]*(?:\n|$))/d.exec(
      text.slice(end, end + 60),
    )
    const at = next?.indices?.[1]?.[0]
    const value = next?.[1] ?? ''
    if (at === undefined || shapeOf(value) !== shape) return
    yield { start: end + at, end: end + at + value.length, sure }
    end += at + value.length
  }
}

const shapeOf = (value: string): string => value.replaceAll(/[A-Za-z0-9]/g, 'x')

/** The lexicon gives one object for each word, so the names are tried once for each of them. */
const readers = new WeakMap<WordInfo, { readonly read: Reader | undefined }>()

function readerOf(info: WordInfo, name: string): Reader | undefined {
  const known = readers.get(info)
  if (known) return known.read
  const read = READERS.find(({ names }) => names.test(name))?.read
  readers.set(info, { read })
  return read
}

const joinedBefore = (doc: Doc, word: number): string =>
  word > 0 && /^[-_ ]$/.test(gapAfter(doc, word - 1)) ? fold(wordAt(doc, word - 1)) : ''

function isExample(doc: Doc, word: number, value: number): boolean {
  const start = doc.start[word] ?? 0
  const before = doc.text.slice(Math.max(0, start - 45), start)
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.search(/[.!?] [^.!?]*$/)) + 1)
  return EXAMPLE.test(sentence) || EXAMPLE.test(doc.text.slice(doc.end[word], value))
}
