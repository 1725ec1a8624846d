/** What a UTF-16 unit is for splitting text into words. */
export const OTHER = 0
export const LOWER = 1
export const UPPER = 2
export const DIGIT = 3

const UNKNOWN = 255
const classes = new Uint8Array(65536).fill(UNKNOWN)

/** Class of one UTF-16 unit; marks and letters without case count as lower-case letters, surrogates as other. */
export function characterClass(code: number): number {
  const known = classes[code] ?? OTHER
  return known === UNKNOWN ? classify(code) : known
}

function classify(code: number): number {
  const character = String.fromCharCode(code)
  const found = /\p{Lu}/u.test(character)
    ? UPPER
    : /[\p{L}\p{M}]/u.test(character)
      ? LOWER
      : /\p{Nd}/u.test(character)
        ? DIGIT
        : OTHER
  classes[code] = found
  return found
}
