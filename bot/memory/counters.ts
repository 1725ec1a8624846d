/** Counts of things that happened, without who or what was said. */
export type Counters = {
  readonly increment: (name: string) => Promise<void>
  readonly read: () => Promise<ReadonlyMap<string, number>>
}

export function createCounters(): Counters {
  const counts = new Map<string, number>()
  return {
    async increment(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    read: async () => new Map(counts),
  }
}
