import type { Meaning } from './vocabulary.js'

/** The features of a word or text, as positions with weights: stems, what a word may stand for, its group of meaning, 5-grams. */
export type Features = { readonly at: Int32Array; readonly weight: Float32Array }

/** A word as features see it: its folded form and what it may stand for. */
export type FeatureWord = Meaning & { readonly folded: string }

/** Numbers features. `learn` gives every new one a number, and keeps what it learned; `read` leaves unknown ones out. */
export type FeatureSpace = {
  readonly size: () => number
  /** The hash of each numbered feature, from which the same space can be made again. */
  readonly hashes: () => Int32Array
  readonly learn: (folded: string, meaningOf: (folded: string) => Meaning) => Features
  readonly read: (word: FeatureWord) => Features
}

const OTHER_FORM = 0.7
const CONCEPT = 0.6
const GRAM = 0.6
const GRAM_LENGTH = 5

/**
 * Features are told apart by a 32-bit hash of their letters, so that no text has to be cut into thousands of small strings.
 * @param known hashes of a space made before, in the order of their numbers
 */
export function createFeatureSpace(known: Int32Array = new Int32Array()): FeatureSpace {
  const numberOf = new Map<number, number>()
  const learned = new Map<string, Features>()
  const hashes: number[] = []
  const numbered = (hash: number): number => {
    const number = numberOf.get(hash)
    if (number !== undefined) return number
    numberOf.set(hash, hashes.length)
    return hashes.push(hash) - 1
  }
  for (const hash of known) numbered(hash)
  const found = (hash: number): number => numberOf.get(hash) ?? -1
  return {
    size: () => hashes.length,
    hashes: () => Int32Array.from(hashes),
    learn(folded, meaningOf) {
      const before = learned.get(folded)
      if (before) return before
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

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
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
