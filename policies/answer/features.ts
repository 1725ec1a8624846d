import { ngrams } from '../language/ngrams.js'
import type { Word } from './vocabulary.js'

/** The features a text has, as positions with weights: stems, what a word may stand for, its group of meaning, 4-grams. */
export type Features = { readonly at: Int32Array; readonly weight: Float32Array }

/** Numbers features. While it learns, every new feature gets a number; afterwards unknown ones are left out. */
export type FeatureSpace = {
  readonly size: () => number
  readonly learn: (words: readonly Word[]) => Features
  readonly read: (words: readonly Word[]) => Features
}

const OTHER_FORM = 0.7
const CONCEPT = 0.6
const GRAM = 0.6

export function createFeatureSpace(): FeatureSpace {
  const positions = new Map<string, number>()
  const ofWord = new Map<string, Features>()
  const number = (feature: string): number => {
    const known = positions.get(feature)
    if (known !== undefined) return known
    positions.set(feature, positions.size)
    return positions.size - 1
  }
  const lookUp = (feature: string): number => positions.get(feature) ?? -1
  return {
    size: () => positions.size,
    learn: words =>
      merge(
        words.map(word => {
          const key = word.forms.length === 1 ? word.folded : `${word.folded} ${word.forms.join(' ')}`
          const known = ofWord.get(key)
          if (known) return known
          const features = featuresOfWord(word, number)
          ofWord.set(key, features)
          return features
        }),
      ),
    read: words => merge(words.map(word => featuresOfWord(word, lookUp))),
  }
}

function featuresOfWord({ folded, forms, concepts }: Word, number: (feature: string) => number): Features {
  const grams = ngrams(folded)
  const at = new Int32Array(forms.length + concepts.length + grams.length)
  const weight = new Float32Array(at.length)
  let next = 0
  const add = (feature: string, value: number): void => {
    const position = number(feature)
    if (position < 0) return
    at[next] = position
    weight[next++] = value
  }
  for (const [place, form] of forms.entries()) add(`=${form}`, place === 0 ? 1 : OTHER_FORM)
  for (const concept of concepts) add(`~${concept}`, CONCEPT)
  for (const gram of grams) add(gram, GRAM)
  return { at: at.subarray(0, next), weight: weight.subarray(0, next) }
}

/** Where several words bring the same feature the strongest counts, so that repeating a word changes nothing. */
function merge(parts: readonly Features[]): Features {
  const strongest = new Map<number, number>()
  if (parts.length === 1 && parts[0]) return parts[0]
  for (const { at, weight } of parts) {
    for (let i = 0; i < at.length; i++) {
      const position = at[i] as number
      const value = weight[i] as number
      const before = strongest.get(position)
      if (before === undefined || before < value) strongest.set(position, value)
    }
  }
  const merged = { at: new Int32Array(strongest.size), weight: new Float32Array(strongest.size) }
  let next = 0
  for (const [position, value] of strongest) {
    merged.at[next] = position
    merged.weight[next++] = value
  }
  return merged
}
