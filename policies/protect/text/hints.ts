import { characterClass, OTHER } from './characters.js'

/** What a text holds that has to be undone before it can be read; found in one pass over its units. */
export const DASHES = 1 << 0
export const SPACES = 1 << 1
export const AMPERSAND = 1 << 2
export const EQUALS = 1 << 3
export const PERCENT = 1 << 4
export const INVISIBLE = 1 << 5
export const MARKS = 1 << 6
export const COMPATIBILITY = 1 << 7
export const OTHER_SCRIPT = 1 << 8
export const EMPHASIS = 1 << 9
/** Single letters with one sign between them, four or more in a row. */
export const PULLED_APART = 1 << 10
export const ANGLE = 1 << 11
export const BACKSLASH = 1 << 12
export const BRACKET = 1 << 13
/** Part of a word or number; for counting only. */
const WORD = 1 << 14

/** So many parts in a row, so many of them letters; digits alone must be more, or "1,5 m x 2" would count. */
const ROW = 4
const LETTERS = 3
const DIGIT_ROW = 7
/** " - ": a sign pulled apart like the letters around it. */
const DASH_BETWEEN = 3
const ASCII = new Uint16Array(128)
for (const [signs, hint] of [
  ['&', AMPERSAND],
  ['=', EQUALS],
  ['%', PERCENT],
  ['*`_~', EMPHASIS],
  ['<', ANGLE],
  ['\\', BACKSLASH],
  ['[', BRACKET],
] as const) {
  for (const sign of signs) ASCII[sign.charCodeAt(0)] = hint
}
for (let code = 0; code < 32; code++) if (code < 9 || code > 13) ASCII[code] = INVISIBLE
ASCII[127] = INVISIBLE
for (let code = 0; code < 128; code++) if (characterClass(code) !== OTHER) ASCII[code] = WORD | (ASCII[code] ?? 0)

/** Bits of everything that `normalise` would have to look for. */
export function hintsOf(text: string): number {
  let hints = 0
  let row = 0
  let letters = 0
  let wordLength = 0
  let gapLength = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const known = code < 128 ? (ASCII[code] ?? 0) : hintOf(code)
    hints |= known
    if ((known & WORD) === 0) {
      gapLength++
      continue
    }
    if (gapLength === 0) {
      wordLength = 2
      continue
    }
    const goesOn = wordLength === 1 && (gapLength === 1 || gapLength === DASH_BETWEEN)
    row = goesOn ? row + 1 : 1
    letters = (goesOn ? letters : 0) + (code < 48 || code > 57 ? 1 : 0)
    if (row >= DIGIT_ROW || (row >= ROW && letters >= LETTERS)) hints |= PULLED_APART
    wordLength = 1
    gapLength = 0
  }
  return hints & ~WORD
}

const hintOf = (code: number): number => signOf(code) | (characterClass(code) === OTHER ? 0 : WORD)

function signOf(code: number): number {
  if (code < 0x300)
    return code === 0xa0
      ? SPACES
      : code === 0xad
        ? INVISIBLE
        : LATIN.has(code)
          ? COMPATIBILITY
          : code === 0xc3
            ? BACKSLASH
            : 0
  if (code < 0x370) return MARKS | (code === 0x34f ? INVISIBLE : 0)
  if (code < 0x530) return OTHER_SCRIPT
  if (code < 0x2000)
    return (code >= 0x660 && code <= 0x96f) || code >= 0x1d00
      ? COMPATIBILITY | INVISIBLE | MARKS
      : SPACES | INVISIBLE | MARKS
  if (code <= 0x206f) return GENERAL[code - 0x2000] ?? 0
  if (code >= 0xd800) return COMPATIBILITY | INVISIBLE | DASHES | SPACES
  return COMPATIBILITY | DASHES | SPACES | MARKS
}

/** Superscript two, three, one, and the small letter g of the phonetic alphabet. */
const LATIN = new Set([0xb2, 0xb3, 0xb9, 0x262, 0x26a, 0x274, 0x280, 0x28f, 0x299, 0x29c, 0x29f])
const GENERAL = new Uint16Array(0x70)
for (let code = 0x2000; code <= 0x206f; code++) {
  GENERAL[code - 0x2000] =
    code <= 0x200a || code === 0x202f || code === 0x205f
      ? SPACES
      : (code >= 0x2010 && code <= 0x2015) || code === 0x2044
        ? DASHES
        : (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code >= 0x2060
          ? INVISIBLE
          : 0
}
