import type { Features } from './features.js'

/** A text that belongs to a label; `weight` says how much it counts in training. */
export type Sample = { readonly features: Features; readonly label: number; readonly weight: number }

/** Scores of all labels for a text (natural logarithms up to a constant; higher fits better). */
export type Classifier = { readonly score: (features: Features) => Float64Array }

const PASSES = 3
const STEP = 5
const FEWEST_TEXTS = 2
/** A sample this sure of its label teaches nothing more; later passes leave it out. */
const LEARNED = 0.9

/**
 * A linear classifier (multinomial logistic regression on tf-idf features) learned from a pack's own examples and
 * words. No language model: the weights come from the pack at load, the same every time, and from nothing else.
 */
export function trainClassifier(samples: readonly Sample[], labels: number): Classifier {
  const space = createSpace(samples)
  const weights = new Float32Array(space.size * labels)
  const vectors = samples.map(({ features, label, weight }) => ({ ...space.vector(features), label, weight }))
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
      addScores(space.vector(features), weights, result)
      return Float64Array.from(result)
    },
  }
}

/** A sparse vector of length one: positions and values side by side. */
type Vector = { readonly at: Int32Array; readonly value: Float32Array }

function createSpace(samples: readonly Sample[]) {
  const texts = new Map<string, number>()
  for (const { features } of samples) for (const feature of features.keys()) texts.set(feature, (texts.get(feature) ?? 0) + 1)
  const positions = new Map<string, number>()
  const rarity: number[] = []
  for (const [feature, count] of texts) {
    if (count < FEWEST_TEXTS) continue
    positions.set(feature, rarity.length)
    rarity.push(Math.log(1 + samples.length / count))
  }
  const at = new Int32Array(4096)
  const value = new Float32Array(4096)
  return {
    size: rarity.length,
    vector(features: Features): Vector {
      let length = 0
      let square = 0
      for (const [feature, weight] of features) {
        const position = positions.get(feature)
        if (position === undefined || length === at.length) continue
        const part = weight * (rarity[position] ?? 0)
        at[length] = position
        value[length++] = part
        square += part * part
      }
      const norm = Math.sqrt(square) || 1
      return { at: at.slice(0, length), value: value.slice(0, length).map(part => part / norm) }
    },
  }
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
function learn(vector: Vector & { label: number; weight: number }, weights: Float32Array, scores: Float32Array, step: number): number {
  const { at, value, label: right, weight } = vector
  scores.fill(0)
  addScores(vector, weights, scores)
  toProbabilities(scores)
  const probability = scores[right] as number
  const labels = scores.length
  for (let label = 0; label < labels; label++) scores[label] = step * weight * ((label === right ? 1 : 0) - (scores[label] as number))
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
