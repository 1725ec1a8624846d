import { splitCompound } from '../language/compounds.js'
import { fold } from '../language/fold.js'
import { stem } from '../language/stem.js'
import { foldedWords, type Token, tokenise } from '../language/tokens.js'
import { createSlipFinder } from '../language/typos.js'
import type { Pack } from '../pack/pack-schema.js'

/** A word of a question with everything it may stand for: its stem, its parts, its correction, its translation. */
export type Word = Token & Meaning & { readonly known: boolean }

/** What a word may stand for: its own stem first, then parts, corrections, translations, and groups of like meaning. */
export type Meaning = { readonly forms: readonly string[]; readonly concepts: readonly string[] }

export type Vocabulary = {
  readonly expand: (tokens: readonly Token[]) => Word[]
  /** The meaning of a word of the pack itself: nothing to correct, and kept once looked up. */
  readonly meaning: (folded: string) => Meaning
}

/** Unknown words beyond these are taken as they are: correcting costs time, and a long text has enough known ones. */
const MOST_CORRECTIONS = 12

/** Everything the pack knows about words: those it uses, groups of like meaning, English ones with their translation. */
export function createVocabulary(pack: Pack, foldWord: (raw: string) => string): Vocabulary {
  const words = knownWords(pack, foldWord)
  const isKnown = (word: string): boolean => words.has(word)
  const slipsOf = createSlipFinder(words)
  /** A word that is a known compound needs no correction. */
  const correctionsOf = (folded: string): string[] => (splitCompound(folded, isKnown).length > 0 ? [] : slipsOf(folded))
  const concepts = conceptIndex(pack)
  const glossary = glossaryIndex(pack)
  const meaningOf = (folded: string, corrections: readonly string[]): Meaning => {
    const translation = glossary.get(folded) ?? []
    const corrected = corrections.flatMap(word => [stem(word), ...(glossary.get(word) ?? [])])
    const parts = splitCompound(folded, isKnown)
    const forms = [stem(folded), ...parts.map(stem), ...corrected, ...translation]
    const distinct = forms.length === 1 ? forms : [...new Set(forms)]
    return { forms: distinct, concepts: conceptsOf(distinct, concepts) }
  }
  // Only words of the pack are kept, never those of a question.
  const meanings = new Map<string, Meaning>()
  const meaning = (folded: string): Meaning => {
    const known = meanings.get(folded)
    if (known) return known
    const found = meaningOf(folded, [])
    meanings.set(folded, found)
    return found
  }
  return {
    meaning,
    expand(tokens) {
      let unknown = 0
      const joint = translatedPairs(tokens, glossary)
      return tokens.map((token, at): Word => {
        const known = isKnown(token.folded) || glossary.has(token.folded)
        const corrections = known || unknown >= MOST_CORRECTIONS ? [] : correctionsOf(token.folded)
        if (!known) unknown++
        const { forms, concepts: groups } = isKnown(token.folded)
          ? meaning(token.folded)
          : meaningOf(token.folded, corrections)
        const extra = joint.get(at)
        const all = extra ? [...new Set([...forms, ...extra])] : forms
        return {
          ...token,
          known: known || forms.length > 1,
          forms: all,
          concepts: extra ? conceptsOf(all, concepts) : groups,
        }
      })
    },
  }
}

const conceptsOf = (forms: readonly string[], index: ReadonlyMap<string, readonly string[]>): string[] => [
  ...new Set(forms.flatMap(form => index.get(form) ?? [])),
]

/** Every word of a list is known; a word of a whole question only if it is used twice, because questions hold slips on purpose. */
function knownWords({ rules, lexicon, elsewhere, tools }: Pack, foldWord: (raw: string) => string): Set<string> {
  const lists = [
    ...rules.flatMap(rule => [rule.title, ...rule.synonyms, rule.text.short, rule.en.title]),
    ...lexicon.data.flatMap(kind => kind.words),
    ...lexicon.purposes.flatMap(purpose => purpose.words),
    ...lexicon.concepts.flatMap(concept => concept.words),
    ...elsewhere.flatMap(topic => topic.words),
    ...lexicon.enter_words,
    ...lexicon.ai_words.strong,
    ...lexicon.ai_words.weak,
    ...tools.flatMap(tool => tool.aliases),
  ]
  const known = new Set<string>()
  const once = new Set<string>()
  for (const text of lists) for (const word of foldedWords(text, foldWord)) known.add(word)
  for (const text of [
    ...rules.flatMap(rule => [...rule.examples, ...rule.en.examples]),
    ...elsewhere.flatMap(topic => topic.examples),
  ]) {
    for (const word of foldedWords(text, foldWord)) once.has(word) ? known.add(word) : once.add(word)
  }
  return known
}

function conceptIndex({ lexicon }: Pack): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const { id, words } of lexicon.concepts) {
    for (const word of words) {
      const tokens = tokenise(word)
      const only = tokens[0]
      if (!only || tokens.length > 1) continue
      index.set(only.stem, [...(index.get(only.stem) ?? []), id])
    }
  }
  return index
}

/** English word or pair of words → stems of its German translation. */
function glossaryIndex({ lexicon }: Pack): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const [english, german] of lexicon.glossary) {
    const key = fold(english)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
    index.set(
      key,
      tokenise(german).map(token => token.stem),
    )
  }
  return index
}

function translatedPairs(tokens: readonly Token[], glossary: ReadonlyMap<string, string[]>): Map<number, string[]> {
  const pairs = new Map<number, string[]>()
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    const translation = next && glossary.get(`${token.folded} ${next.folded}`)
    if (translation) pairs.set(at, translation)
  }
  return pairs
}
