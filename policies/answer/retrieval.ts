import { tokenise } from '../language/tokens.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import { type Sample, toProbabilities, trainClassifier } from './classifier.js'
import { featuresOf } from './features.js'
import type { Vocabulary, Word } from './vocabulary.js'

/** How well each rule fits the words of a question, position by position of `pack.rules`. */
export type Retrieval = {
  /** Natural logarithm of the fit, up to a constant. */
  readonly rules: Float64Array
  /** Probability (0 to 1) that the words belong to another desk's subject. */
  readonly elsewhere: number
  /** Probability of the best rule. */
  readonly best: number
}

export type Retriever = { readonly retrieve: (words: readonly Word[]) => Retrieval }

const SYNONYM = 0.7
const TEXT = 0.5

/** Learns from what the pack's authors wrote for each rule and each subject of another desk. */
export function createRetriever(pack: Pack, vocabulary: Vocabulary): Retriever {
  const rules = pack.rules.length
  const featured = (text: string) => featuresOf(vocabulary.expand(tokenise(text)))
  const sample = (label: number, weight: number) => (text: string): Sample => ({ features: featured(text), label, weight })
  const samples = [
    ...pack.rules.flatMap((rule, at) => ruleTexts(rule).flatMap(({ weight, texts }) => texts.map(sample(at, weight)))),
    ...pack.elsewhere.flatMap(({ words, examples }, at) => [...words.map(sample(rules + at, SYNONYM)), ...examples.map(sample(rules + at, 1))]),
  ]
  const classifier = trainClassifier(samples, rules + pack.elsewhere.length)
  return {
    retrieve(words) {
      const scores = classifier.score(featuresOf(words))
      const probabilities = scores.slice()
      toProbabilities(probabilities)
      return { rules: scores.slice(0, rules), elsewhere: probabilities.slice(rules).reduce((sum, p) => sum + p, 0), best: Math.max(...probabilities.slice(0, rules)) }
    },
  }
}

const ruleTexts = ({ title, synonyms, examples, en, text }: Rule) => [
  { weight: 1, texts: [title, en.title, ...examples, ...en.examples, text.short] },
  { weight: SYNONYM, texts: synonyms },
  { weight: TEXT, texts: [text.why, ...text.do, ...text.dont] },
]
