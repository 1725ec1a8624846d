import type { Features } from './features.js'

/** Many texts with their labels in flat arrays: text `i` has the features `start[i]` to `start[i + 1]`. */
export type TrainingSet = {
  readonly start: Int32Array
  readonly at: Int32Array
  readonly value: Float32Array
  readonly label: Int32Array
  readonly share: Float32Array
  /** Number of different features; every position is below it. */
  readonly size: number
}

/** Collects texts. `share` says how much a text counts; `finish` turns weights into vectors of length one. */
export type TrainingSetBuilder = {
  readonly add: (words: readonly Features[], label: number, share: number) => void
  readonly finish: (size: number) => { readonly set: TrainingSet; readonly rarity: Float32Array }
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
      const rarity = rarityOf(at.subarray(0, used), labels.length, size)
      return { set: { ...normalised(start, at, weight, rarity), label: Int32Array.from(labels), share: Float32Array.from(shares), size }, rarity }
    },
  }
}

function grown(array: Int32Array<ArrayBuffer>, atLeast: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(atLeast, array.length * 2))
  wider.set(array)
  return wider
}

const FEWEST_TEXTS = 2

/** Inverse document frequency of each feature; one that stands in a single text only is worth nothing. */
function rarityOf(at: Int32Array, texts: number, size: number): Float32Array {
  const count = new Int32Array(size)
  for (const position of at) (count[position] as number)++
  return Float32Array.from(count, found => (found < FEWEST_TEXTS ? 0 : Math.log(1 + texts / found)))
}

/** Weights times rarity, every text scaled to length one; features worth nothing are dropped. */
function normalised(start: Int32Array, at: Int32Array, weight: Float32Array, rarity: Float32Array) {
  const kept = new Int32Array(at.length)
  const value = new Float32Array(at.length)
  const begins = new Int32Array(start.length)
  let used = 0
  for (let text = 0; text + 1 < start.length; text++) {
    begins[text] = used
    let square = 0
    for (let i = start[text] as number; i < (start[text + 1] as number); i++) {
      const part = (weight[i] as number) * (rarity[at[i] as number] as number)
      if (part === 0) continue
      kept[used] = at[i] as number
      value[used++] = part
      square += part * part
    }
    const norm = Math.sqrt(square) || 1
    for (let i = begins[text] as number; i < used; i++) value[i] = (value[i] as number) / norm
  }
  begins[start.length - 1] = used
  return { start: begins, at: kept, value }
}
