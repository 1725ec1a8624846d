import { ngrams } from '../language/ngrams.js'
import { tokenise } from '../language/tokens.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import type { Vocabulary, Word } from './vocabulary.js'

/** How well each rule fits a question, position by position of `pack.rules`. All figures lie between 0 and 1. */
export type Retrieval = {
  /** Share of the question's weight (idf) that the rule's words cover. */
  readonly words: Float64Array
  /** The same for character 4-grams, which see compounds and slips. */
  readonly grams: Float64Array
  /** Cosine similarity with the closest example or synonym of the rule. */
  readonly closest: Float64Array
  /** Mean cosine of the three closest. */
  readonly company: Float64Array
}

export type Retriever = { readonly retrieve: (words: readonly Word[]) => Retrieval; readonly idf: (stem: string) => number }

/** How much a word counts by where it stands in the rule. */
const FIELDS: readonly { readonly weight: number; readonly passage: boolean; readonly texts: (rule: Rule) => readonly string[] }[] = [
  { weight: 4, passage: true, texts: rule => [rule.title, rule.en.title] },
  { weight: 2, passage: true, texts: rule => rule.synonyms },
  { weight: 1, passage: true, texts: rule => [...rule.examples, ...rule.en.examples] },
  { weight: 0.6, passage: false, texts: rule => [rule.text.short] },
  { weight: 0.3, passage: false, texts: rule => [rule.text.why, ...rule.text.do, ...rule.text.dont, ...rule.text.instead] },
]

/** Weight of one more occurrence falls off as in BM25. */
const SATURATION = 1.2
const CLOSEST = 3

/** Inverted index over the rules (words, 4-grams) and over each of their short passages. Pure data, built once a pack. */
export function createRetriever(pack: Pack, vocabulary: Vocabulary): Retriever {
  const termsOf = (text: string): Terms => featuresOf(vocabulary.expand(tokenise(text)))
  const wordIndex = new RuleIndex(pack.rules.length)
  const gramIndex = new RuleIndex(pack.rules.length)
  const passages: { rule: number; terms: Terms }[] = []
  for (const [at, rule] of pack.rules.entries()) {
    for (const { weight, passage, texts } of FIELDS) {
      for (const text of texts(rule)) {
        const terms = termsOf(text)
        wordIndex.add(at, terms.words, weight)
        gramIndex.add(at, terms.grams, weight)
        if (passage) passages.push({ rule: at, terms })
      }
    }
  }
  const passageIndex = new PassageIndex(passages, wordIndex, gramIndex)
  return {
    idf: stem => wordIndex.idf(stem),
    retrieve(words) {
      const terms = featuresOf(words)
      const { closest, company } = passageIndex.similar(terms, pack.rules.length)
      return { words: wordIndex.cover(terms.words), grams: gramIndex.cover(terms.grams), closest, company }
    },
  }
}

/** Terms with their weight in the text: a word's own stem counts in full, what it may stand for counts less. */
type Terms = { readonly words: ReadonlyMap<string, number>; readonly grams: ReadonlyMap<string, number> }

const OTHER_FORM = 0.7
const CONCEPT = 0.6

function featuresOf(words: readonly Word[]): Terms {
  const stems = new Map<string, number>()
  const grams = new Map<string, number>()
  const raise = (map: Map<string, number>, term: string, weight: number): void => {
    if ((map.get(term) ?? 0) < weight) map.set(term, weight)
  }
  for (const word of words) {
    for (const [at, form] of word.forms.entries()) raise(stems, form, at === 0 ? 1 : OTHER_FORM)
    for (const concept of word.concepts) raise(stems, `~${concept}`, CONCEPT)
    for (const gram of ngrams(word.folded)) raise(grams, gram, 1)
  }
  return { words: stems, grams }
}

class RuleIndex {
  private readonly postings = new Map<string, Float64Array>()
  private readonly size: number

  constructor(size: number) {
    this.size = size
  }

  add(rule: number, terms: ReadonlyMap<string, number>, weight: number): void {
    for (const [term, share] of terms) {
      let frequencies = this.postings.get(term)
      if (!frequencies) this.postings.set(term, (frequencies = new Float64Array(this.size)))
      frequencies[rule] = (frequencies[rule] ?? 0) + weight * share
    }
  }

  idf(term: string): number {
    const frequencies = this.postings.get(term)
    if (!frequencies) return Math.log(1 + this.size)
    let rules = 0
    for (const frequency of frequencies) if (frequency > 0) rules++
    return Math.log(1 + (this.size - rules + 0.5) / (rules + 0.5))
  }

  cover(terms: ReadonlyMap<string, number>): Float64Array {
    const scores = new Float64Array(this.size)
    let whole = 0
    for (const [term, share] of terms) {
      const weight = this.idf(term) * share
      const frequencies = this.postings.get(term)
      if (frequencies) whole += weight
      else whole += weight * UNKNOWN
      if (!frequencies) continue
      for (let rule = 0; rule < this.size; rule++) {
        const frequency = frequencies[rule] ?? 0
        if (frequency > 0) scores[rule] = (scores[rule] ?? 0) + (weight * frequency) / (frequency + SATURATION)
      }
    }
    return whole > 0 ? scores.map(score => score / whole) : scores
  }
}

/** A term no rule knows still dilutes the question, but less: it may be a name or a slip. */
const UNKNOWN = 0.3
const GRAM_SHARE = 0.35

class PassageIndex {
  private readonly postings = new Map<string, { at: number[]; weight: number[] }>()
  private readonly ruleOf: number[] = []
  private readonly norms: number[] = []
  private readonly words: RuleIndex
  private readonly grams: RuleIndex

  constructor(passages: readonly { rule: number; terms: Terms }[], words: RuleIndex, grams: RuleIndex) {
    this.words = words
    this.grams = grams
    for (const { rule, terms } of passages) {
      const at = this.ruleOf.push(rule) - 1
      let square = 0
      for (const [term, weight] of this.weighted(terms)) {
        square += weight * weight
        const posting = this.postings.get(term) ?? { at: [], weight: [] }
        posting.at.push(at)
        posting.weight.push(weight)
        this.postings.set(term, posting)
      }
      this.norms.push(Math.sqrt(square) || 1)
    }
  }

  similar(terms: Terms, rules: number): { closest: Float64Array; company: Float64Array } {
    const products = new Float64Array(this.ruleOf.length)
    let square = 0
    for (const [term, weight] of this.weighted(terms)) {
      square += weight * weight
      const posting = this.postings.get(term)
      if (!posting) continue
      for (let i = 0; i < posting.at.length; i++) {
        const at = posting.at[i] ?? 0
        products[at] = (products[at] ?? 0) + weight * (posting.weight[i] ?? 0)
      }
    }
    const norm = Math.sqrt(square) || 1
    const best = new Float64Array(rules * CLOSEST)
    for (let at = 0; at < products.length; at++) {
      const product = products[at] ?? 0
      if (product > 0) insert(best, (this.ruleOf[at] ?? 0) * CLOSEST, product / norm / (this.norms[at] ?? 1))
    }
    return {
      closest: Float64Array.from({ length: rules }, (_, rule) => best[rule * CLOSEST] ?? 0),
      company: Float64Array.from({ length: rules }, (_, rule) => best.slice(rule * CLOSEST, (rule + 1) * CLOSEST).reduce((a, b) => a + b, 0) / CLOSEST),
    }
  }

  private *weighted({ words, grams }: Terms): Generator<[string, number]> {
    for (const [term, share] of words) yield [term, this.words.idf(term) * share]
    for (const [gram, share] of grams) yield [`#${gram}`, this.grams.idf(gram) * share * GRAM_SHARE]
  }
}

/** Keeps the CLOSEST highest similarities of one rule in falling order. */
function insert(best: Float64Array, from: number, similarity: number): void {
  let value = similarity
  for (let place = from; place < from + CLOSEST; place++) {
    const held = best[place] ?? 0
    if (value > held) {
      best[place] = value
      value = held
    }
  }
}
