import { type ReadWord, tokenise } from '../language/tokens.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import { type Sample, toProbabilities, trainClassifier } from './classifier.js'
import { createFeatureSpace } from './features.js'
import type { Vocabulary, Word } from './vocabulary.js'

/** How well each rule fits the words of a question, position by position of `pack.rules`. */
export type Retrieval = {
  /** Natural logarithm of the fit, up to a constant. */
  readonly rules: Float64Array
  /** Probability (0 to 1) that the words belong to another desk's subject. */
  readonly elsewhere: number
  /** Probability of the best rule. */
  readonly best: number
  /** Probability that the words are small talk. */
  readonly smallTalk: number
}

export type Retriever = { readonly retrieve: (words: readonly Word[]) => Retrieval }

const SYNONYM = 0.7
const TEXT = 0.5

/** Learns from what the pack's authors wrote for each rule and each subject of another desk. */
export function createRetriever(pack: Pack, vocabulary: Vocabulary, read: ReadWord): Retriever {
  const space = createFeatureSpace()
  const rules = pack.rules.length
  const elsewhere = rules
  const smallTalk = rules + 1
  const sample = (label: number, share: number) => (text: string): Sample => ({ features: space.learn(vocabulary.expand(tokenise(text, read))), label, share })
  const samples = [
    ...pack.rules.flatMap((rule, at) => ruleTexts(rule).flatMap(({ share, texts }) => texts.map(sample(at, share)))),
    ...pack.elsewhere.flatMap(({ words, examples }) => [...words.map(sample(elsewhere, SYNONYM)), ...examples.map(sample(elsewhere, 1))]),
    ...pack.lexicon.small_talk.flatMap(({ phrases }) => phrases.map(sample(smallTalk, 1))),
  ]
  const classifier = trainClassifier(samples, smallTalk + 1, space.size())
  return {
    retrieve(words) {
      const scores = classifier.score(space.read(words))
      const probabilities = scores.slice()
      toProbabilities(probabilities)
      return {
        rules: scores.slice(0, rules),
        elsewhere: probabilities[elsewhere] ?? 0,
        smallTalk: probabilities[smallTalk] ?? 0,
        best: Math.max(...probabilities.slice(0, rules)),
      }
    },
  }
}

const ruleTexts = ({ title, synonyms, examples, en, text }: Rule) => [
  { share: 1, texts: [title, en.title, ...examples, ...en.examples, text.short] },
  { share: SYNONYM, texts: synonyms },
  { share: TEXT, texts: [text.why, ...text.do, ...text.dont] },
]
