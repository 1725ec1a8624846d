import { ngrams } from '../language/ngrams.js'
import type { Meaning } from './vocabulary.js'

/** The features of a word or text, as positions with weights: stems, what a word may stand for, its group of meaning, 5-grams. */
export type Features = { readonly at: Int32Array; readonly weight: Float32Array }

/** A word as features see it: its folded form and what it may stand for. */
export type FeatureWord = Meaning & { readonly folded: string }

/** Numbers features. `learn` gives every new one a number, and keeps what it learned; `read` leaves unknown ones out. */
export type FeatureSpace = {
  readonly size: () => number
  readonly learn: (word: FeatureWord) => Features
  readonly read: (word: FeatureWord) => Features
}

const OTHER_FORM = 0.7
const CONCEPT = 0.6
const GRAM = 0.6

export function createFeatureSpace(): FeatureSpace {
  const positions = new Map<string, number>()
  const learned = new Map<string, Features>()
  const numbered = (feature: string): number => {
    const known = positions.get(feature)
    if (known !== undefined) return known
    positions.set(feature, positions.size)
    return positions.size - 1
  }
  const found = (feature: string): number => positions.get(feature) ?? -1
  return {
    size: () => positions.size,
    learn(word) {
      const known = learned.get(word.folded)
      if (known) return known
      const features = featuresOf(word, numbered)
      learned.set(word.folded, features)
      return features
    },
    read: word => featuresOf(word, found),
  }
}

function featuresOf({ folded, forms, concepts }: FeatureWord, positionOf: (feature: string) => number): Features {
  const grams = ngrams(folded)
  const at = new Int32Array(forms.length + concepts.length + grams.length)
  const weight = new Float32Array(at.length)
  let length = 0
  const add = (feature: string, value: number): void => {
    const position = positionOf(feature)
    if (position < 0) return
    at[length] = position
    weight[length++] = value
  }
  for (let place = 0; place < forms.length; place++) add(`=${forms[place]}`, place === 0 ? 1 : OTHER_FORM)
  for (const concept of concepts) add(`~${concept}`, CONCEPT)
  for (const gram of grams) add(gram, GRAM)
  return { at: at.subarray(0, length), weight: weight.subarray(0, length) }
}

/** All features of a text from those of its words: where several bring the same one, the strongest counts. */
export function mergeFeatures(words: readonly Features[]): Features {
  const strongest = new Map<number, number>()
  for (const { at, weight } of words) {
    for (let i = 0; i < at.length; i++) {
      const position = at[i] as number
      const value = weight[i] as number
      const before = strongest.get(position)
      if (before === undefined || before < value) strongest.set(position, value)
    }
  }
  return { at: Int32Array.from(strongest.keys()), weight: Float32Array.from(strongest.values()) }
}
