import { fold } from '../../language/fold.js'
import { characterClass, DIGIT, LOWER, OTHER, UPPER } from './characters.js'
import {
  FUNCTION_WORD,
  GIVEN_NAME,
  GREETING,
  NAME_LABEL,
  PUBLIC_ROLE,
  RELATION,
  SALUTATION,
  SPOKEN_DIGIT,
  SURNAME,
  TITLE,
} from './flags.js'
import type { Lexicon, WordInfo } from './lexicon.js'
import { numberRegions } from './number-regions.js'
import { digitsIn, joinRegions, MANY_DIGITS, type NumberText } from './number-text.js'
import { ALL_CAPITALS, CAPITAL, HAS_DIGIT, HAS_LETTER, INNER_CAPITAL, shapeOf } from './word-shape.js'

export { ALL_CAPITALS, CAPITAL, HAS_DIGIT, HAS_LETTER, INNER_CAPITAL }

/** Fewer may be counting. */
const FEWEST_SPOKEN = 5

const NAME_START = GIVEN_NAME | SURNAME | SALUTATION | TITLE | NAME_LABEL | RELATION | PUBLIC_ROLE | GREETING

/**
 * One block of normalised text, split into words once. Word `i` reaches from `start[i]` to `end[i]` (exclusive, UTF-16
 * units of `text`); `sentence[i]` and `line[i]` count sentences and lines from 0.
 */
export type Doc = {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  readonly sentence: Int32Array
  readonly line: Int32Array
  readonly info: (word: number) => WordInfo
  /** Flags of the words, see flags.ts. */
  readonly flags: Int32Array
  /** How many words are German function words: few where another language is spoken. */
  readonly functionWords: number
  /** Whether several digits are spoken one after the other. */
  readonly spokenDigits: boolean
  /** Words that begin with a capital. */
  readonly capitalWords: readonly number[]
  /** Words worth a second look: capitals inside, digits among letters, or cut in two (see mend.ts). */
  readonly oddWords: readonly number[]
  /** Words that begin a term of a meaning-bearing kind or a marking. */
  readonly termWords: readonly number[]
  /** Words that may begin a person's name or stand before one. */
  readonly nameWords: readonly number[]
  /** Words that speak for some kind when they stand near a value. */
  readonly contextWords: readonly number[]
  /** The stretches around digits, and those of them that hold many digits. */
  readonly numbers: NumberText
  readonly longNumbers: NumberText
  /** Folded words as far as somebody asked (`foldedAt`). */
  readonly folded: (string | undefined)[]
}

/** A word folded; remembered, since many look at the same words. */
export function foldedAt(doc: Doc, word: number): string {
  const known = doc.folded[word]
  if (known !== undefined) return known
  const text = word >= 0 && word < doc.count ? fold(wordAt(doc, word)) : ''
  doc.folded[word] = text
  return text
}

export const wordAt = (doc: Doc, word: number): string => doc.text.slice(doc.start[word], doc.end[word])
export const isCapital = (doc: Doc, word: number): boolean => ((doc.shape[word] ?? 0) & CAPITAL) !== 0
export const hasFlag = (doc: Doc, word: number, flag: number): boolean =>
  word >= 0 && word < doc.count && ((doc.flags[word] ?? 0) & flag) !== 0
/** What stands between a word and the next one. */
export const gapAfter = (doc: Doc, word: number): string =>
  doc.text.slice(doc.end[word], word + 1 < doc.count ? doc.start[word + 1] : doc.text.length)

/** Index of the first word that ends after the offset (binary search); `count` if there is none. */
export function wordFrom(doc: Doc, offset: number): number {
  let low = 0
  let high = doc.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.end[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Arrays for the words of one block; a scan uses the same ones for all its blocks. */
export type Room = Pick<Doc, 'start' | 'end' | 'shape' | 'sentence' | 'line' | 'flags'>

/** Room for a block of so many units: between two words stands at least one sign, so half as many words at most. */
export function roomFor(units: number): Room {
  const size = (units >> 1) + 2
  return {
    start: new Int32Array(size),
    end: new Int32Array(size),
    shape: new Uint8Array(size),
    sentence: new Int32Array(size),
    line: new Int32Array(size),
    flags: new Int32Array(size),
  }
}

/**
 * Splits a block into words, sentences, lines and number regions; looks every word up once.
 * @param room arrays that no document still in use stands in; they must be large enough (`roomFor`)
 */
export function readDocument(text: string, lexicon: Lexicon, room: Room = roomFor(text.length)): Doc {
  const { start, end, shape, sentence, line, flags } = room
  const infos: WordInfo[] = []
  const capitalWords: number[] = []
  const oddWords: number[] = []
  const termWords: number[] = []
  const nameWords: number[] = []
  const contextWords: number[] = []
  let count = 0
  let functionWords = 0
  let spoken = 0
  let spokenDigits = false
  let sentences = 0
  let lines = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const first = characterClass(code)
    if (first === OTHER) {
      if (code === 10) lines++
      at++
      continue
    }
    const from = at
    let classes = 0
    let hash = 0
    let inner = 0
    let current = first
    let next = code
    do {
      if (current === UPPER && (classes & (1 << LOWER)) !== 0) inner = INNER_CAPITAL
      classes |= 1 << current
      hash = Math.imul(hash ^ next, 0x01000193)
      at++
      next = at < text.length ? text.charCodeAt(at) : 0
      current = at < text.length ? characterClass(next) : OTHER
    } while (current !== OTHER)
    const info = lexicon.lookup(text, from, at, hash)
    if (
      count > 0 &&
      from - (end[count - 1] ?? 0) > 1 &&
      endsSentence(text, end[count - 1] ?? 0, from, shape[count - 1] ?? 0, infos[count - 1], first)
    )
      sentences++
    if (first === UPPER) capitalWords.push(count)
    if ((info.flags & FUNCTION_WORD) !== 0) functionWords++
    start[count] = from
    end[count] = at
    shape[count] = shapeOf(classes, first, at - from) | inner
    sentence[count] = sentences
    line[count] = lines
    flags[count] = info.flags
    // "null eins sieben drei, 44 08 215", "null fünf einundzwanzig": digits first, then numbers of other kinds.
    if (spoken > 1 && (first === DIGIT || first === LOWER)) spokenDigits = true
    spoken = (info.flags & SPOKEN_DIGIT) !== 0 ? spoken + 1 : 0
    if (spoken >= FEWEST_SPOKEN) spokenDigits = true
    infos.push(info)
    if (inner !== 0) oddWords.push(count)
    else if (info === lexicon.unknown) {
      if (((shape[count] ?? 0) & MIXED) === MIXED) oddWords.push(count)
      else if (
        first === LOWER &&
        count > 0 &&
        infos[count - 1] === lexicon.unknown &&
        isCut(text, end[count - 1] ?? 0, from)
      )
        oddWords.push(count - 1)
    }
    if (info.terms.length > 0) termWords.push(count)
    if (info.context.length > 0) contextWords.push(count)
    if ((info.flags & NAME_START) !== 0 || info.context.length > 0) nameWords.push(count)
    count++
  }
  const info = (word: number): WordInfo => infos[word] ?? lexicon.unknown
  const words = {
    text,
    count,
    functionWords,
    spokenDigits,
    flags,
    start,
    end,
    shape,
    sentence,
    line,
    info,
    capitalWords,
    oddWords,
    termWords,
    nameWords,
    contextWords,
    folded: [],
  }
  const regions = numberRegions(words)
  return {
    ...words,
    numbers: joinRegions(regions),
    longNumbers: joinRegions(regions.filter(region => digitsIn(region.text) >= MANY_DIGITS)),
  }
}

const MIXED = HAS_DIGIT | HAS_LETTER

/** One sign that is no space stands between two words. */
const isCut = (text: string, from: number, to: number): boolean => to - from === 1 && text.charCodeAt(from) > 32

/** A full stop after a number or an abbreviation ends no sentence; a blank line always does. */
function endsSentence(
  text: string,
  from: number,
  to: number,
  shapeBefore: number,
  before: WordInfo | undefined,
  nextClass: number,
): boolean {
  let mark = 0
  let breaks = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) breaks++
    else if (code === 33 || code === 63) mark = 2
    else if (code === 46 && mark === 0) mark = 1
  }
  if (breaks > 1) return true
  if (mark === 0 || to - from < 2 || nextClass === LOWER) return false
  // "Tobias F. (19) wurde …"
  if (text.charCodeAt(to - 1) === 40 && characterClass(text.charCodeAt(from - 2)) === OTHER) return false
  if (mark === 2) return true
  const shortNumber = (shapeBefore & HAS_DIGIT) !== 0 && (shapeBefore & HAS_LETTER) === 0 && breaks === 0
  return !shortNumber && !before?.abbreviation
}
