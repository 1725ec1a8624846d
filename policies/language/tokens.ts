import { fold } from './fold.js'
import { stem } from './stem.js'

/** One word of a text: as written, folded, and as stem; `start` counts UTF-16 units. */
export type Token = { readonly raw: string; readonly folded: string; readonly stem: string; readonly start: number }

/** Folds each different word once. For the texts of a pack only: it keeps what it has read. */
export function rememberingFold(): (raw: string) => string {
  const known = new Map<string, string>()
  return raw => {
    const before = known.get(raw)
    if (before !== undefined) return before
    const folded = fold(raw)
    known.set(raw, folded)
    return folded
  }
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** No word of any language we know is longer; what goes on is noise and is not looked at. */
const LONGEST_WORD = 60

/** The words of a text in order. Hyphens, dots and apostrophes separate, so "KI-Tool" is two words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]).slice(0, LONGEST_WORD)
    if (folded) tokens.push({ raw: match[0], folded, stem: stem(folded), start: match.index })
  }
  return tokens
}

/** Only the folded words of a text, for reading many texts quickly. */
export function foldedWords(text: string, foldWord: (raw: string) => string): string[] {
  return (text.match(WORD) ?? []).map(foldWord).filter(Boolean)
}
