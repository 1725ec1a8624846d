import { fold } from './fold.js'
import { stem } from './stem.js'

/** One word of a text: as written, folded, and as stem; `start` counts UTF-16 units. */
export type Token = { readonly raw: string; readonly folded: string; readonly stem: string; readonly start: number }

/** Folds and stems one written word. */
export type ReadWord = (raw: string) => Pick<Token, 'folded' | 'stem'>

const readWord: ReadWord = raw => {
  const folded = fold(raw)
  return { folded, stem: stem(folded) }
}

/** Reads each different word once. For the texts of a pack only: it keeps what it has read. */
export function rememberingReader(): ReadWord {
  const known = new Map<string, Pick<Token, 'folded' | 'stem'>>()
  return raw => {
    const before = known.get(raw)
    if (before) return before
    const word = readWord(raw)
    known.set(raw, word)
    return word
  }
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text in order. Hyphens, dots and apostrophes separate, so "KI-Tool" is two words. */
export function tokenise(text: string, read: ReadWord = readWord): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const { folded, stem } = read(match[0])
    if (folded) tokens.push({ raw: match[0], folded, stem, start: match.index })
  }
  return tokens
}
