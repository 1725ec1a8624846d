import { fold } from './fold.js'
import { stem } from './stem.js'

/** One word of a text: as written, folded, and as stem; `start` counts UTF-16 units. */
export type Token = { readonly raw: string; readonly folded: string; readonly stem: string; readonly start: number }

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text in order. Hyphens, dots and apostrophes separate, so "KI-Tool" is two words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0])
    if (folded) tokens.push({ raw: match[0], folded, stem: stem(folded), start: match.index })
  }
  return tokens
}
