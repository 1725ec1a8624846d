import type { Features } from './features.js'

/** A text that belongs to a label; `share` says how much it counts in training. */
export type Sample = { readonly features: Features; readonly label: number; readonly share: number }

/** Scores of all labels for a text (natural logarithms up to a constant; higher fits better). */
export type Classifier = { readonly score: (features: Features) => Float64Array }

const PASSES = 2
const STEP = 5
const FEWEST_TEXTS = 2
/** A sample this sure of its label teaches nothing more; later passes leave it out. */
const LEARNED = 0.8

/**
 * A linear classifier (multinomial logistic regression on tf-idf features) learned from a pack's own examples and
 * words. No language model: the weights come from the pack at load, the same every time, and from nothing else.
 * @param size number of different features; positions in the samples are below it
 */
export function trainClassifier(samples: readonly Sample[], labels: number, size: number): Classifier {
  const rarity = rarityOf(samples, size)
  const weights = new Float32Array(size * labels)
  const vectors = samples.map(({ features, label, share }) => ({ ...normalised(features, rarity), label, share }))
  const scores = new Float32Array(labels)
  let order = vectors.map((_, at) => at)
  for (let pass = 0; pass < PASSES; pass++) {
    const step = STEP / (1 + pass / 2)
    order = shuffled(order, pass + 1).filter(at => {
      const vector = vectors[at]
      return vector !== undefined && learn(vector, weights, scores, step) < LEARNED
    })
  }
  return {
    score(features) {
      const result = new Float32Array(labels)
      addScores(normalised(features, rarity), weights, result)
      return Float64Array.from(result)
    },
  }
}

/** A sparse vector of length one: positions and values side by side. */
type Vector = { readonly at: Int32Array; readonly value: Float32Array }

/** Inverse document frequency of each feature; one that stands in a single text only is worth nothing. */
function rarityOf(samples: readonly Sample[], size: number): Float32Array {
  const texts = new Int32Array(size)
  for (const { features } of samples) for (const at of features.at) (texts[at] as number)++
  return Float32Array.from(texts, count => (count < FEWEST_TEXTS ? 0 : Math.log(1 + samples.length / count)))
}

function normalised({ at, weight }: Features, rarity: Float32Array): Vector {
  const kept = new Int32Array(at.length)
  const value = new Float32Array(at.length)
  let length = 0
  let square = 0
  for (let i = 0; i < at.length; i++) {
    const position = at[i] as number
    const part = (weight[i] as number) * (rarity[position] as number)
    if (part === 0) continue
    kept[length] = position
    value[length++] = part
    square += part * part
  }
  const norm = Math.sqrt(square) || 1
  for (let i = 0; i < length; i++) (value[i] as number) /= norm
  return { at: kept.subarray(0, length), value: value.subarray(0, length) }
}

function addScores({ at, value }: Vector, weights: Float32Array, scores: Float32Array): void {
  const labels = scores.length
  for (let i = 0; i < at.length; i++) {
    const base = (at[i] as number) * labels
    const part = value[i] as number
    for (let label = 0; label < labels; label++) (scores[label] as number) += (weights[base + label] as number) * part
  }
}

/** One step of gradient descent; returns how probable the right label was before it. */
function learn(vector: Vector & { label: number; share: number }, weights: Float32Array, scores: Float32Array, step: number): number {
  const { at, value, label: right, share } = vector
  scores.fill(0)
  addScores(vector, weights, scores)
  toProbabilities(scores)
  const probability = scores[right] as number
  const labels = scores.length
  for (let label = 0; label < labels; label++) scores[label] = step * share * ((label === right ? 1 : 0) - (scores[label] as number))
  for (let i = 0; i < at.length; i++) {
    const base = (at[i] as number) * labels
    const part = value[i] as number
    for (let label = 0; label < labels; label++) (weights[base + label] as number) += part * (scores[label] as number)
  }
  return probability
}

/** Softmax in place. */
export function toProbabilities(scores: Float32Array | Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp((scores[at] as number) - highest)
  for (let at = 0; at < scores.length; at++) (scores[at] as number) /= sum
}

/** The same order every time: a fixed linear congruential generator, so a pack always gives the same answers. */
function shuffled(order: readonly number[], seed: number): number[] {
  const result = [...order]
  let state = seed * 7919
  for (let at = result.length - 1; at > 0; at--) {
    state = (state * 16807) % 2147483647
    const other = state % (at + 1)
    const held = result[at] as number
    result[at] = result[other] as number
    result[other] = held
  }
  return result
}
