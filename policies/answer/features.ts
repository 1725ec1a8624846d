import type { Meaning } from './vocabulary.js'

/** The features of a word or text, as positions with weights: stems, what a word may stand for, its group of meaning, 5-grams. */
export type Features = { readonly at: Int32Array; readonly weight: Float32Array }

/** A word as features see it: its folded form and what it may stand for. */
export type FeatureWord = Meaning & { readonly folded: string }

/** Numbers features. `learn` gives every new one a number, and keeps what it learned; `read` leaves unknown ones out. */
export type FeatureSpace = {
  readonly size: () => number
  readonly learn: (folded: string, meaningOf: (folded: string) => Meaning) => Features
  readonly read: (word: FeatureWord) => Features
}

const OTHER_FORM = 0.7
const CONCEPT = 0.6
const GRAM = 0.6
const GRAM_LENGTH = 5

/**
 * Features are told apart by a 22-bit hash of their letters (the "hashing trick"): two of them share a number a
 * few times in a hundred, which costs no accuracy, and no text has to be cut into thousands of small strings.
 */
const HASH_BITS = 22

export function createFeatureSpace(): FeatureSpace {
  const numberOf = new Int32Array(1 << HASH_BITS)
  const learned = new Map<string, Features>()
  let size = 0
  const numbered = (hash: number): number => {
    const known = numberOf[hash] as number
    if (known > 0) return known - 1
    numberOf[hash] = ++size
    return size - 1
  }
  const found = (hash: number): number => (numberOf[hash] as number) - 1
  return {
    size: () => size,
    learn(folded, meaningOf) {
      const known = learned.get(folded)
      if (known) return known
      const features = featuresOf({ folded, ...meaningOf(folded) }, numbered)
      learned.set(folded, features)
      return features
    },
    read: word => featuresOf(word, found),
  }
}

/** Starting values that keep a stem, a group of meaning and a run of letters with the same spelling apart. */
const SEED = { form: 0x11, concept: 0x22, gram: 0x33 } as const

function featuresOf({ folded, forms, concepts }: FeatureWord, positionOf: (hash: number) => number): Features {
  const bordered = `_${folded}_`
  const grams = Math.max(1, bordered.length - GRAM_LENGTH + 1)
  const at = new Int32Array(forms.length + concepts.length + grams)
  const weight = new Float32Array(at.length)
  let length = 0
  const add = (hash: number, value: number): void => {
    const position = positionOf(hash)
    if (position < 0) return
    at[length] = position
    weight[length++] = value
  }
  for (const [place, form] of forms.entries())
    add(hashOf(form, 0, form.length, SEED.form), place === 0 ? 1 : OTHER_FORM)
  for (const concept of concepts) add(hashOf(concept, 0, concept.length, SEED.concept), CONCEPT)
  for (let from = 0; from < grams; from++)
    add(hashOf(bordered, from, Math.min(bordered.length, from + GRAM_LENGTH), SEED.gram), GRAM)
  return { at: at.subarray(0, length), weight: weight.subarray(0, length) }
}

/** FNV-1a over UTF-16 units, folded to HASH_BITS. */
function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> HASH_BITS)) & ((1 << HASH_BITS) - 1)
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
