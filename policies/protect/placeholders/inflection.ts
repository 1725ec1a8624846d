/** Sounds after which German writes an apostrophe for the genitive: Fuchs’, Marx’, Heinz’, Voß’, Alice’. */
const SIBILANT = /(?:[sxzß]|ce)$/iu

/** Only letters and what stands between the parts of a name; at most 120 units, and at least one letter at the end. */
const NAME = /^[\p{L}\p{M}\s.,'’-]{0,119}[\p{L}\p{M}]$/u

export const looksLikeName = (value: string): boolean => NAME.test(value)

/** Whether the value is a name whose genitive is an apostrophe. */
export const takesApostrophe = (value: string): boolean => SIBILANT.test(value) && looksLikeName(value)

/** "Max Grothe" → "Max Grothes", "Hans Fuchs" → "Hans Fuchs’"; numbers and addresses stay as they are. */
export function genitive(value: string): string {
  if (!looksLikeName(value)) return value
  return takesApostrophe(value) ? `${value}’` : `${value}s`
}

const LETTER = /[\p{L}\p{N}]/u

/** Whether an s that ends a word stands at `at`; undefined if the text ends before that is known. */
export function endsWithS(text: string, at: number): boolean | undefined {
  if (at >= text.length) return undefined
  if (text.charAt(at) !== 's') return false
  return at + 1 >= text.length ? undefined : !LETTER.test(text.charAt(at + 1))
}
