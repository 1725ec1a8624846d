import { foldedWords } from '../language/tokens.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import { classifierOf, toProbabilities, trainClassifier } from './classifier.js'
import { createFeatureSpace, mergeFeatures } from './features.js'
import { fingerprintOf, type Learned } from './learned.js'
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

/** @param learned what was learned from the same pack before; without it, it is learned now (some tenths of a second) */
export function createRetriever(
  pack: Pack,
  vocabulary: Vocabulary,
  foldWord: (raw: string) => string,
  learned: Learned = learn(pack, vocabulary, foldWord),
): Retriever {
  const rules = pack.rules.length
  const space = createFeatureSpace(learned.hashes)
  const classifier = classifierOf(learned.weights, learned, rules + OTHER_LABELS)
  return {
    retrieve(words) {
      const scores = classifier.score(mergeFeatures(words.map(space.read)))
      const probabilities = scores.slice()
      toProbabilities(probabilities)
      return {
        rules: scores.slice(0, rules),
        elsewhere: probabilities[rules] ?? 0,
        smallTalk: probabilities[rules + 1] ?? 0,
        best: Math.max(...probabilities.subarray(0, rules)),
      }
    },
  }
}

/** Behind the rules stand two labels more: other desks' subjects, and small talk. */
const OTHER_LABELS = 2

/** Learns from what the pack's authors wrote for each rule, for other desks' subjects and for small talk. */
export function learn(pack: Pack, vocabulary: Vocabulary, foldWord: (raw: string) => string): Learned {
  const [elsewhere, smallTalk] = [pack.rules.length, pack.rules.length + 1]
  const space = createFeatureSpace()
  const texts = createTrainingSet()
  const add = (from: readonly string[], label: number, share: number): void => {
    for (const text of from) {
      const words = foldedWords(text, foldWord).map(folded => space.learn(folded, vocabulary.meaning))
      texts.add(words, label, share)
    }
  }
  for (const [at, rule] of pack.rules.entries()) {
    add(questionsOf(rule), at, SHARE.example)
    add(rule.synonyms, at, SHARE.word)
    add([rule.text.why, ...rule.text.do, ...rule.text.dont], at, SHARE.prose)
  }
  for (const { words, examples } of pack.elsewhere) {
    add(words, elsewhere, SHARE.word)
    add(examples, elsewhere, SHARE.example)
  }
  for (const { phrases } of pack.lexicon.small_talk) add(phrases, smallTalk, SHARE.example)
  const { set, scale } = texts.finish(space.size())
  const { weights } = trainClassifier(set, scale, pack.rules.length + OTHER_LABELS)
  return { fingerprint: fingerprintOf(pack), hashes: space.hashes(), row: scale.row, rarity: scale.rarity, weights }
}

const questionsOf = ({ title, examples, en, text }: Rule): string[] => [
  title,
  en.title,
  ...examples,
  ...en.examples,
  text.short,
]
