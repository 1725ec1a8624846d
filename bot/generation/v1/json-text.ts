/** A JSON text as it is read for the check, and the way back. */
export type JsonText = {
  /** The same with every string as it is meant: escapes undone, so that nothing hides behind `\u00fc` or `\n`. */
  readonly text: string
  /** JSON again, also where a placeholder now stands in place of a number. */
  readonly put: (text: string) => string
}

/**
 * Reads a text as JSON; undefined if it is none, or no object or list. Keys stay beside their values, because what a number
 * means is often said by its key only; doubled keys and digits JavaScript would round stay as they are.
 */
export function jsonText(raw: string): JsonText | undefined {
  if (!CONTAINER.test(raw) || !parses(raw)) return undefined
  const literals = raw.split(STRINGS)
  const said = literals.map((part, at) => (at % 2 === 1 ? spoken(part) : part))
  const sign = signNotIn(said)
  if (sign === undefined) return undefined
  return {
    text: said.map((part, at) => (at % 2 === 1 ? `"${part.replaceAll('"', sign)}"` : part)).join(''),
    put: text => written(text, sign),
  }
}

/** In a text that is JSON: each string with its quotation marks. Linear: no two ways to read a sign. */
const STRINGS = /("[^"\\]*(?:\\.[^"\\]*)*")/

const CONTAINER = /^\s*[[{]/

function parses(raw: string): boolean {
  try {
    JSON.parse(raw)
    return true
  } catch {
    return false
  }
}

const spoken = (literal: string): string => String(JSON.parse(literal))

/** A sign no text uses stands for quotation marks inside strings, so that those around them can be found again. */
function signNotIn(parts: readonly string[]): string | undefined {
  for (let code = 0xf8ff; code >= 0xe000; code--) {
    const sign = String.fromCharCode(code)
    if (parts.every(part => !part.includes(sign))) return sign
  }
  return undefined
}

function written(text: string, sign: string): string {
  const meant = (part: string): string => part.replaceAll(sign, '"')
  const json = text
    .split('"')
    .map((part, at) => (at % 2 === 1 ? JSON.stringify(meant(part)) : part.replace(BARE, '"$&"')))
    .join('')
  // A placeholder that took a quotation mark or a comma with it: the same text, as one string.
  return parses(json) ? json : JSON.stringify({ text: meant(text) })
}

/** A placeholder where a number was; no list of JSON begins with a capital letter. */
const BARE = /\[\p{Lu}[^[\]]*\]/gu
