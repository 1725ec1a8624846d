import type { Features } from './features.js'

/** Many texts with their labels in flat arrays: text `i` has the features `start[i]` to `start[i + 1]`. */
export type TrainingSet = {
  readonly start: Int32Array
  readonly at: Int32Array
  readonly value: Float32Array
  readonly label: Int32Array
  readonly share: Float32Array
  /** Number of features kept; every position is below it. */
  readonly size: number
}

/** From a feature to its row of weights, and how much it counts by its rarity; row -1: not kept. */
export type Scale = { readonly row: Int32Array; readonly rarity: Float32Array }

/** Collects texts. `share` says how much a text counts; `finish` turns weights into vectors of length one. */
export type TrainingSetBuilder = {
  readonly add: (words: readonly Features[], label: number, share: number) => void
  readonly finish: (size: number) => { readonly set: TrainingSet; readonly scale: Scale }
}

const FIRST_CAPACITY = 1 << 16

export function createTrainingSet(): TrainingSetBuilder {
  let at = new Int32Array(FIRST_CAPACITY)
  let weight = new Float32Array(FIRST_CAPACITY)
  let used = 0
  const starts = [0]
  const labels: number[] = []
  const shares: number[] = []
  // Where a feature stands in the text being added; grows with the highest position seen.
  let place = new Int32Array(FIRST_CAPACITY)
  return {
    add(words, label, share) {
      const from = used
      for (const word of words) {
        for (let i = 0; i < word.at.length; i++) {
          const position = word.at[i] as number
          const value = word.weight[i] as number
          if (position >= place.length) place = grown(place, position + 1)
          const here = (place[position] as number) - 1
          if (here >= from && at[here] === position) {
            if ((weight[here] as number) < value) weight[here] = value
            continue
          }
          if (used === at.length) {
            at = grown(at, used + 1)
            const wider = new Float32Array(at.length)
            wider.set(weight)
            weight = wider
          }
          at[used] = position
          weight[used++] = value
          place[position] = used
        }
      }
      starts.push(used)
      labels.push(label)
      shares.push(share)
    },
    finish(size) {
      const start = Int32Array.from(starts)
      const { scale, kept } = scaleOf(at.subarray(0, used), labels.length, size)
      return {
        set: {
          ...normalised(start, at, weight, scale),
          label: Int32Array.from(labels),
          share: Float32Array.from(shares),
          size: kept,
        },
        scale,
      }
    },
  }
}

function grown(array: Int32Array<ArrayBuffer>, atLeast: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(atLeast, array.length * 2))
  wider.set(array)
  return wider
}

const FEWEST_TEXTS = 2

/**
 * Inverse document frequency of each feature. One that stands in a single text only is dropped; the others are renumbered
 * from frequent to rare, so that the rows used most lie together in memory.
 */
function scaleOf(at: Int32Array, texts: number, size: number): { scale: Scale; kept: number } {
  const count = new Int32Array(size)
  for (const position of at) count[position] = (count[position] as number) + 1
  const frequent = Array.from(count.keys()).filter(position => (count[position] as number) >= FEWEST_TEXTS)
  frequent.sort((a, b) => (count[b] as number) - (count[a] as number))
  const row = new Int32Array(size).fill(-1)
  for (const [place, position] of frequent.entries()) row[position] = place
  return {
    scale: { row, rarity: Float32Array.from(count, found => Math.log(1 + texts / Math.max(1, found))) },
    kept: frequent.length,
  }
}

/** Weights times rarity, every text scaled to length one; features worth nothing are dropped. */
function normalised(start: Int32Array, at: Int32Array, weight: Float32Array, { row, rarity }: Scale) {
  const kept = new Int32Array(at.length)
  const value = new Float32Array(at.length)
  const begins = new Int32Array(start.length)
  let used = 0
  for (let text = 0; text + 1 < start.length; text++) {
    begins[text] = used
    let square = 0
    for (let i = start[text] as number; i < (start[text + 1] as number); i++) {
      const position = at[i] as number
      const part = (weight[i] as number) * (rarity[position] as number)
      if ((row[position] as number) < 0) continue
      kept[used] = row[position] as number
      value[used++] = part
      square += part * part
    }
    const norm = Math.sqrt(square) || 1
    for (let i = begins[text] as number; i < used; i++) value[i] = (value[i] as number) / norm
  }
  begins[start.length - 1] = used
  return { start: begins, at: kept, value }
}
