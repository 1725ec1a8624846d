/** Random numbers with a seed, so that a failure can be repeated (mulberry32). */
export function createRandom(seed: number) {
  let state = seed
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(fraction() * count)
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  /** Cuts a text anywhere, also in the middle of a character. */
  function chunks(text: string): string[] {
    const longest = pick([1, 2, 5, 20, 200])
    const pieces: string[] = []
    for (let at = 0; at < text.length; ) {
      const next = at + 1 + below(longest)
      pieces.push(text.slice(at, next))
      at = next
    }
    return pieces
  }
  return { below, pick, chunks }
}
