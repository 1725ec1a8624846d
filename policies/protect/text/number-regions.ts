import type { Region } from './number-text.js'
import { HAS_DIGIT } from './word-shape.js'

const WIDEST_GAP = 3
const LONGEST_LETTERS = 5
const LETTERS_BEFORE = 3
/** No value has more digits in one piece than this; longer ones are noise or encoded files. */
const LONGEST_PIECE = 60

/** The words of a block, as far as regions need them. */
type Words = {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
}

/** The stretches around words with digits, with the letters and signs that may belong to them. */
export function numberRegions({ text, count, start, end, shape }: Words): Region[] {
  const regions: Region[] = []
  const isNear = (word: number): boolean => (start[word + 1] ?? 0) - (end[word] ?? 0) <= WIDEST_GAP
  const isShort = (word: number): boolean => (end[word] ?? 0) - (start[word] ?? 0) <= LONGEST_LETTERS
  const hasDigit = (word: number): boolean => ((shape[word] ?? 0) & HAS_DIGIT) !== 0
  let done = 0
  for (let word = 0; word < count; word++) {
    if (!hasDigit(word) || (end[word] ?? 0) - (start[word] ?? 0) > LONGEST_PIECE) continue
    let first = word
    while (first > done && word - first < LETTERS_BEFORE && isShort(first - 1) && isNear(first - 1)) first--
    let last = word
    let lastNumber = word
    let letters = 0
    while (last + 1 < count && isNear(last)) {
      const next = last + 1
      if (!hasDigit(next)) {
        letters++
        if (letters > 2 || !isShort(next)) break
      } else {
        letters = 0
        if ((end[next] ?? 0) - (start[next] ?? 0) > LONGEST_PIECE) break
        lastNumber = next
      }
      last = next
    }
    // Signs that belong to a number but to no word: "+49", "(030)", "#12", and what closes it.
    const from = Math.max(first > 0 ? (end[first - 1] ?? 0) : 0, (start[first] ?? 0) - 3)
    const to = Math.min(last + 1 < count ? (start[last + 1] ?? 0) : text.length, (end[last] ?? 0) + 3)
    regions.push({ start: from, text: text.slice(from, to) })
    // The letters behind a number may stand before the next one: "15 oder HSK-B 175".
    done = lastNumber + 1
    word = lastNumber
  }
  return regions
}
