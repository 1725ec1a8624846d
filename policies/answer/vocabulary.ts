import { splitCompound } from '../language/compounds.js'
import { fold } from '../language/fold.js'
import { stem } from '../language/stem.js'
import { type ReadWord, type Token, tokenise } from '../language/tokens.js'
import { oneSlipAway } from '../language/typos.js'
import type { Pack } from '../pack/pack-schema.js'

/** A word of a question with everything it may stand for: its stem, its parts, its correction, its translation. */
export type Word = Token & {
  readonly known: boolean
  /** Stems this word may stand for; the first is its own. */
  readonly forms: readonly string[]
  readonly concepts: readonly string[]
}

export type Vocabulary = { readonly expand: (tokens: readonly Token[]) => Word[] }

/** Unknown words beyond these are taken as they are: correcting costs time, and a long text has enough known ones. */
const MOST_CORRECTIONS = 12

/** Everything the pack knows about words: those it uses, groups of like meaning, English ones with their translation. */
export function createVocabulary(pack: Pack, read: ReadWord): Vocabulary {
  const words = knownWords(pack, read)
  const isKnown = (word: string): boolean => words.has(word)
  const concepts = conceptIndex(pack)
  const glossary = glossaryIndex(pack)
  const meaningOf = (folded: string, correct: boolean): Meaning => {
    const translation = glossary.get(folded) ?? []
    const known = isKnown(folded) || translation.length > 0
    const parts = splitCompound(folded, isKnown)
    const fixed = known || parts.length > 0 || !correct ? [] : oneSlipAway(folded, isKnown)
    const corrected = fixed.flatMap(word => [stem(word), ...(glossary.get(word) ?? [])])
    const forms = [...new Set([stem(folded), ...parts.map(stem), ...corrected, ...translation])]
    return { known: known || parts.length > 0 || fixed.length > 0, forms, concepts: conceptsOf(forms, concepts) }
  }
  // Only words of the pack are kept, never those of a question.
  const meanings = new Map<string, Meaning>()
  const packMeaning = (folded: string): Meaning => {
    const known = meanings.get(folded)
    if (known) return known
    const meaning = meaningOf(folded, false)
    meanings.set(folded, meaning)
    return meaning
  }
  return {
    expand(tokens) {
      let corrections = 0
      const joint = translatedPairs(tokens, glossary)
      return tokens.map((token, at) => {
        const meaning = isKnown(token.folded) ? packMeaning(token.folded) : meaningOf(token.folded, corrections++ < MOST_CORRECTIONS)
        const extra = joint.get(at)
        if (!extra) return { ...token, ...meaning }
        const forms = [...new Set([...meaning.forms, ...extra])]
        return { ...token, known: true, forms, concepts: conceptsOf(forms, concepts) }
      })
    },
  }
}

type Meaning = Pick<Word, 'known' | 'forms' | 'concepts'>

const conceptsOf = (forms: readonly string[], index: ReadonlyMap<string, readonly string[]>): string[] => [
  ...new Set(forms.flatMap(form => index.get(form) ?? [])),
]

function knownWords({ rules, lexicon, elsewhere, tools }: Pack, read: ReadWord): Set<string> {
  const texts = [
    ...rules.flatMap(rule => [rule.title, ...rule.synonyms, ...rule.examples, rule.text.short, rule.en.title, ...rule.en.examples]),
    ...lexicon.data.flatMap(kind => kind.words),
    ...lexicon.purposes.flatMap(purpose => purpose.words),
    ...lexicon.concepts.flatMap(concept => concept.words),
    ...elsewhere.flatMap(topic => [...topic.words, ...topic.examples]),
    ...lexicon.enter_words,
    ...lexicon.ai_words.strong,
    ...lexicon.ai_words.weak,
    ...tools.flatMap(tool => tool.aliases),
  ]
  return new Set(texts.flatMap(text => tokenise(text, read).map(token => token.folded)))
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
    const key = fold(english).replaceAll(/[^a-z0-9]+/g, ' ').trim()
    index.set(key, tokenise(german).map(token => token.stem))
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
