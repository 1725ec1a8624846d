import { ngrams } from '../language/ngrams.js'
import type { Word } from './vocabulary.js'

/** What a text is made of for comparison: feature → weight. Stems, what a word may stand for, its group of meaning, 4-grams. */
export type Features = ReadonlyMap<string, number>

const OTHER_FORM = 0.7
const CONCEPT = 0.6
const GRAM = 0.6

/** Where several words bring the same feature the strongest counts, so that repeating a word changes nothing. */
export function featuresOf(words: readonly Word[]): Features {
  const features = new Map<string, number>()
  const raise = (feature: string, weight: number): void => {
    const before = features.get(feature)
    if (before === undefined || before < weight) features.set(feature, weight)
  }
  for (const word of words) {
    for (let at = 0; at < word.forms.length; at++) raise(`=${word.forms[at]}`, at === 0 ? 1 : OTHER_FORM)
    for (const concept of word.concepts) raise(`~${concept}`, CONCEPT)
    for (const gram of ngrams(word.folded)) raise(gram, GRAM)
  }
  return features
}
