/** A sequence of numbers from 0 to below 1 that is the same for the same seed (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The values in an order that is the same for the same seed. */
export function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const next = sequence(seed)
  return values
    .map(value => ({ value, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/**
 * In which order the steps of a question are shown: positions of the steps as the pack has them, never in the right order
 * already. Fields are numbered as shown, so that their names do not tell.
 */
export function shownOrder(count: number, seed: number): number[] {
  const order = shuffled(
    Array.from({ length: count }, (_, at) => at),
    seed,
  )
  return order.every((at, shown) => at === shown) ? [...order.slice(1), ...order.slice(0, 1)] : order
}

/** A number from a text, for seeds and short editions (FNV-1a, 32 bit). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
