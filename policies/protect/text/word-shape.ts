import { DIGIT, LOWER, UPPER } from './characters.js'

/** How a word is written. */
export const HAS_LETTER = 1
export const HAS_DIGIT = 2
/** First letter is a capital. */
export const CAPITAL = 4
/** At least two letters, all capitals. */
export const ALL_CAPITALS = 8
/** A capital after a small letter, as in "MuSchG". */
export const INNER_CAPITAL = 16

/** Shape of a word by the classes of its signs (bits by class), its first sign and its length. */
export function shapeOf(classes: number, first: number, length: number): number {
  const letters = (classes & ((1 << LOWER) | (1 << UPPER))) !== 0
  const capitals = length > 1 && (classes & (1 << UPPER)) !== 0 && (classes & (1 << LOWER)) === 0
  return (
    (letters ? HAS_LETTER : 0) |
    (classes & (1 << DIGIT) ? HAS_DIGIT : 0) |
    (first === UPPER ? CAPITAL : 0) |
    (capitals ? ALL_CAPITALS : 0)
  )
}
