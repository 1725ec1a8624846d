import { foldedWords } from '../language/tokens.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import { toProbabilities, trainClassifier } from './classifier.js'
import { createFeatureSpace, mergeFeatures } from './features.js'
import { createTrainingSet } from './training-set.js'
import type { Vocabulary, Word } from './vocabulary.js'

/** How well each rule fits the words of a question, position by position of `pack.rules`. */
export type Retrieval = {
  /** Natural logarithm of the fit, up to a constant. */
  readonly rules: Float64Array
  /** Probability (0 to 1) that the words belong to another desk's subject. */
  readonly elsewhere: number
  /** Probability that the words are small talk. */
  readonly smallTalk: number
  /** Probability of the best rule. */
  readonly best: number
}

export type Retriever = { readonly retrieve: (words: readonly Word[]) => Retrieval }

/** How much a text counts in learning, by where it stands. */
const SHARE = { example: 1, word: 0.7, prose: 0.5 } as const

/** Learns from what the pack's authors wrote for each rule, for other desks' subjects and for small talk. */
export function createRetriever(pack: Pack, vocabulary: Vocabulary, foldWord: (raw: string) => string): Retriever {
  const rules = pack.rules.length
  const elsewhere = rules
  const smallTalk = rules + 1
  const space = createFeatureSpace()
  const texts = createTrainingSet()
  const learn = (from: readonly string[], label: number, share: number): void => {
    for (const text of from)
      texts.add(
        foldedWords(text, foldWord).map(folded => space.learn(folded, vocabulary.meaning)),
        label,
        share,
      )
  }
  for (const [at, rule] of pack.rules.entries()) {
    learn(questionsOf(rule), at, SHARE.example)
    learn(rule.synonyms, at, SHARE.word)
    learn([rule.text.why, ...rule.text.do, ...rule.text.dont], at, SHARE.prose)
  }
  for (const { words, examples } of pack.elsewhere) {
    learn(words, elsewhere, SHARE.word)
    learn(examples, elsewhere, SHARE.example)
  }
  for (const { phrases } of pack.lexicon.small_talk) learn(phrases, smallTalk, SHARE.example)
  const { set, scale } = texts.finish(space.size())
  const classifier = trainClassifier(set, scale, smallTalk + 1)
  return {
    retrieve(words) {
      const scores = classifier.score(mergeFeatures(words.map(space.read)))
      const probabilities = scores.slice()
      toProbabilities(probabilities)
      return {
        rules: scores.slice(0, rules),
        elsewhere: probabilities[elsewhere] ?? 0,
        smallTalk: probabilities[smallTalk] ?? 0,
        best: Math.max(...probabilities.subarray(0, rules)),
      }
    },
  }
}

const questionsOf = ({ title, examples, en, text }: Rule): string[] => [
  title,
  en.title,
  ...examples,
  ...en.examples,
  text.short,
]
