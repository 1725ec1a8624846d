import type { Features } from './features.js'
import type { Scale, TrainingSet } from './training-set.js'

/** Scores of all labels for a text (natural logarithms up to a constant; higher fits better). */
export type Classifier = { readonly score: (features: Features) => Float64Array; readonly weights: Float32Array }

const PASSES = 2
/** The mean of several runs in different order: one word more or less in a pack should not turn other answers round. */
const ROUNDS = 3
const STEP = 5
/** A text this sure of its label teaches nothing more; the next pass leaves it out. */
const LEARNED = 0.8
/** Rows of weights are padded to whole groups: the inner loops take four labels at a time. */
const GROUP = 4

/**
 * A linear classifier (multinomial logistic regression on tf-idf features) learned from a pack's own examples and
 * words. No language model: the weights come from the pack at load, the same every time, and from nothing else.
 */
export function trainClassifier(set: TrainingSet, scale: Scale, labels: number): Classifier {
  const width = Math.ceil(labels / GROUP) * GROUP
  const mean = new Float32Array(set.size * width)
  for (let round = 0; round < ROUNDS; round++) {
    const weights = trainOnce(set, labels, round)
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (weights[at] as number) / ROUNDS
  }
  return classifierOf(mean, scale, labels)
}

/** Weights after going through all texts, in an order that differs from round to round. */
function trainOnce(set: TrainingSet, labels: number, round: number): Float32Array {
  const width = Math.ceil(labels / GROUP) * GROUP
  const weights = new Float32Array(set.size * width)
  const scores = new Float32Array(width)
  let order = Int32Array.from(set.label, (_, text) => text)
  for (let pass = 0; pass < PASSES; pass++) {
    const step = STEP / (1 + pass / 2)
    shuffle(order, round * PASSES + pass + 1)
    order = order.filter(text => learn(set, text, weights, scores, labels, step) < LEARNED)
  }
  return weights
}

/** A classifier from weights learned before. */
export function classifierOf(weights: Float32Array, scale: Scale, labels: number): Classifier {
  const width = Math.ceil(labels / GROUP) * GROUP
  return { weights, score: features => scoreOf(features, scale, weights, width).slice(0, labels) }
}

function scoreOf({ at, weight }: Features, { row, rarity }: Scale, weights: Float32Array, width: number): Float64Array {
  const scores = new Float64Array(width)
  let square = 0
  for (let i = 0; i < at.length; i++) {
    const position = at[i] as number
    const from = (row[position] as number) * width
    if (from < 0) continue
    const part = (weight[i] as number) * (rarity[position] as number)
    square += part * part
    for (let label = 0; label < width; label++)
      scores[label] = (scores[label] as number) + (weights[from + label] as number) * part
  }
  const norm = Math.sqrt(square) || 1
  return scores.map(score => score / norm)
}

/** One step of gradient descent on one text; returns how probable its label was before. */
function learn(
  set: TrainingSet,
  text: number,
  weights: Float32Array,
  scores: Float32Array,
  labels: number,
  step: number,
): number {
  const { at, value, start } = set
  const from = start[text] as number
  const to = start[text + 1] as number
  const width = scores.length
  scores.fill(0)
  for (let i = from; i < to; i++) {
    const part = value[i] as number
    let row = (at[i] as number) * width
    for (let label = 0; label < width; label += GROUP, row += GROUP) {
      scores[label] = (scores[label] as number) + (weights[row] as number) * part
      scores[label + 1] = (scores[label + 1] as number) + (weights[row + 1] as number) * part
      scores[label + 2] = (scores[label + 2] as number) + (weights[row + 2] as number) * part
      scores[label + 3] = (scores[label + 3] as number) + (weights[row + 3] as number) * part
    }
  }
  const right = set.label[text] as number
  toProbabilities(scores.subarray(0, labels))
  const probability = scores[right] as number
  const moved = gradient(scores, labels, right, step * (set.share[text] as number))
  for (let i = from; i < to; i++) {
    const part = value[i] as number
    const row = (at[i] as number) * width
    for (let place = 0; place < moved.length; place++) {
      const label = moved[place] as number
      weights[row + label] = (weights[row + label] as number) + part * (scores[label] as number)
    }
  }
  return probability
}

/** Labels less probable than this are as good as ruled out: moving them further away changes nothing worth the time. */
const WORTH_MOVING = 0.004

/** Turns probabilities into steps: the right label moves towards the text, the probable others away. Returns who moves. */
function gradient(scores: Float32Array, labels: number, right: number, step: number): number[] {
  const moved: number[] = []
  for (let label = 0; label < labels; label++) {
    const probability = scores[label] as number
    if (label !== right && probability < WORTH_MOVING) continue
    scores[label] = step * ((label === right ? 1 : 0) - probability)
    moved.push(label)
  }
  return moved
}

/** Softmax in place. */
export function toProbabilities(scores: Float32Array | Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] as number) - highest)
    sum += scores[at] as number
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum
}

/** The same order every time: a fixed linear congruential generator, so a pack always gives the same answers. */
function shuffle(order: Int32Array, seed: number): void {
  let state = seed * 7919
  for (let at = order.length - 1; at > 0; at--) {
    state = (state * 16807) % 2147483647
    const other = state % (at + 1)
    const held = order[at] as number
    order[at] = order[other] as number
    order[other] = held
  }
}
