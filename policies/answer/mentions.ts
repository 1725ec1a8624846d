import { tokenise } from '../language/tokens.js'
import type { Word } from './vocabulary.js'

/**
 * Something of the lexicon found in a question: the position of its longest word, how many words it has, and whether that
 * word stands for itself (`whole`) or was only found as part of another or by correction.
 */
export type Mention<Value> = {
  readonly value: Value
  readonly at: number
  readonly words: number
  readonly whole: boolean
  readonly stems: readonly string[]
}

export type Finder<Value> = (words: readonly Word[]) => Mention<Value>[]

type Phrase<Value> = { readonly value: Value; readonly stems: readonly string[] }

/** The words of a phrase may stand apart by this many others: "heimlich ein Gespräch aufnehmen". */
const WINDOW = 5

/**
 * Finds the phrases of a list in a question. One word matches by any of its forms; several words match when all of
 * them stand close together in any order. Of two readings of a
 * word the one that takes it whole wins: a Stellenausschreibung is no Ausschreibung.
 */
export function createFinder<Value>(
  entries: readonly { readonly value: Value; readonly words: readonly string[] }[],
): Finder<Value> {
  const byStem = new Map<string, Phrase<Value>[]>()
  for (const { value, words } of entries) {
    for (const text of words) {
      const stems = tokenise(text).map(token => token.stem)
      const anchor = stems.reduce((longest, candidate) => (candidate.length > longest.length ? candidate : longest), '')
      if (anchor) byStem.set(anchor, [...(byStem.get(anchor) ?? []), { value, stems }])
    }
  }
  return words => withoutShadowed(words.flatMap((word, at) => mentionsAt(words, word, at, byStem)))
}

function mentionsAt<Value>(
  words: readonly Word[],
  word: Word,
  at: number,
  byStem: ReadonlyMap<string, Phrase<Value>[]>,
): Mention<Value>[] {
  const found: Mention<Value>[] = []
  for (const [place, form] of word.forms.entries()) {
    for (const { value, stems } of byStem.get(form) ?? []) {
      if (stems.length === 1 || standsTogether(words, at, stems))
        found.push({ value, at, words: stems.length, whole: place === 0, stems })
    }
  }
  return found
}

function standsTogether(words: readonly Word[], at: number, stems: readonly string[]): boolean {
  const near = words.slice(Math.max(0, at - WINDOW), at + WINDOW + 1)
  return stems.every(wanted => near.some(word => word.forms.includes(wanted)))
}

function withoutShadowed<Value>(mentions: readonly Mention<Value>[]): Mention<Value>[] {
  const best = new Map<Value, Mention<Value>>()
  const wholeAt = new Set(mentions.filter(({ whole }) => whole).map(({ at }) => at))
  for (const mention of mentions) {
    if (!mention.whole && wholeAt.has(mention.at)) continue
    const before = best.get(mention.value)
    if (!before || before.words < mention.words) best.set(mention.value, mention)
  }
  return [...best.values()].sort((a, b) => b.words - a.words || a.at - b.at)
}
