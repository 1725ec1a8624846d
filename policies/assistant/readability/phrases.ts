import type { ReadSentence, Word } from './reading.js'

/** A phrase to look for: its words in lower case (`*` stands for any ending), with what belongs to it. */
type Phrase<Content> = { readonly words: readonly string[]; readonly content: Content }

export type PhraseIndex<Content> = ReadonlyMap<string, readonly Phrase<Content>[]>

/** Reads lines "in Bezug auf = zu" into phrases, those with the most words first. */
export function phraseIndex<Content>(table: string, contentOf: (right: string) => Content): PhraseIndex<Content> {
  const index = new Map<string, Phrase<Content>[]>()
  for (const line of table.trim().split('\n')) {
    const [left = '', right = ''] = line.split(' = ')
    const words = left.trim().toLowerCase().split(/\s+/)
    const key = keyOf((words[0] ?? '').replace('*', ''))
    index.set(key, [...(index.get(key) ?? []), { words, content: contentOf(right.trim()) }])
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return index
}

export type PhraseHit<Content> = { readonly first: number; readonly last: number; readonly content: Content }

/** Where the phrases stand in a sentence, by the numbers of their words; they never overlap. */
export function phraseHits<Content>({ words }: ReadSentence, index: PhraseIndex<Content>): PhraseHit<Content>[] {
  const hits: PhraseHit<Content>[] = []
  for (let at = 0; at < words.length; at++) {
    const phrases = index.get(keyOf(words[at]?.lower ?? ''))
    const phrase = phrases?.find(candidate => candidate.words.every((word, i) => fits(words[at + i], word)))
    if (!phrase) continue
    const last = at + phrase.words.length - 1
    hits.push({ first: at, last, content: phrase.content })
    at = last
  }
  return hits
}

/** The letters every ending leaves alone. */
const KEY_LETTERS = 4
const keyOf = (word: string): string => word.slice(0, KEY_LETTERS)

const fits = (word: Word | undefined, wanted: string): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.lower.startsWith(wanted.slice(0, -1)) : word.lower === wanted)
