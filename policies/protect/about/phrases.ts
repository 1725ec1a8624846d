import { type Doc, foldedAt } from '../text/document.js'
import type { Term } from '../text/lexicon.js'

const WIDEST_GAP = 3
const ENDS_PHRASE = /[,;:!?()"„“]/

/** Index of the last word of the phrase if it begins at `word`, else undefined. Its key word is known to match. */
export function phraseEnd(doc: Doc, word: number, { words, key }: Term): number | undefined {
  if (key > 0 && !standsAt(doc, word, words[0] ?? '')) return undefined
  let at = word
  for (let next = 1; next < words.length; next++) {
    if (at + 1 >= doc.count || (doc.start[at + 1] ?? 0) - (doc.end[at] ?? 0) > WIDEST_GAP) return undefined
    if (ENDS_PHRASE.test(doc.text.slice(doc.end[at], doc.start[at + 1]))) return undefined
    at++
    if (next !== key && !standsAt(doc, at, words[next] ?? '')) return undefined
  }
  return at
}

const standsAt = (doc: Doc, word: number, pattern: string): boolean =>
  mayBegin(doc, word, pattern) && matches(foldedAt(doc, word), pattern)

/** Most words are refused by their first letter, before they are folded. */
function mayBegin({ text, start }: Doc, word: number, pattern: string): boolean {
  const wanted = pattern.charCodeAt(0)
  const first = text.charCodeAt(start[word] ?? 0) | SMALL
  return wanted < LETTER_A || first > LETTER_Z || first === wanted
}

const SMALL = 32
const LETTER_A = 97
const LETTER_Z = 122

const LONGEST_ABBREVIATION = 2
const ENDINGS = ['', 's', 'e', 'n', 'en', 'er', 'es', 'em', 'in', 'innen']

/** `*` stands for any word, `#` for a number. */
function matches(word: string, pattern: string): boolean {
  if (pattern === '*') return true
  if (pattern === '#') return /^\d/.test(word)
  const bare = pattern.replaceAll('*', '')
  if (pattern.startsWith('*') && pattern.endsWith('*')) return word.includes(bare)
  if (pattern.startsWith('*')) return word.endsWith(bare)
  if (pattern.endsWith('*')) return word.startsWith(bare)
  if (bare.length <= LONGEST_ABBREVIATION) return word === bare
  return word.startsWith(bare) && ENDINGS.includes(word.slice(bare.length))
}
