import type { Found } from './detector.js'
import type { Certainty, Kind } from './finding.js'

const WEIGHT: Record<Certainty, number> = { sicher: 3, wahrscheinlich: 2, hinweis: 1 }

/**
 * Of findings that overlap the surer one stays, then the one earlier in the register, then the longer one.
 * @param rank place of a kind in the register of detectors
 */
export function resolveOverlaps(found: readonly Found[], rank: (kind: Kind) => number): Found[] {
  const kept: Found[] = []
  let crowd: Found[] = []
  let end = 0
  const settle = (): void => {
    if (crowd.length < 2) kept.push(...crowd)
    else kept.push(...settled(crowd, rank))
  }
  for (const finding of found.filter(one => one.end > one.start).sort((a, b) => a.start - b.start)) {
    if (finding.start >= end) {
      settle()
      crowd = []
    }
    crowd.push(finding)
    end = Math.max(end, finding.end)
  }
  settle()
  return kept
}

/** Most findings touch nobody; only those that do are weighed against each other. */
function settled(crowd: readonly Found[], rank: (kind: Kind) => number): Found[] {
  const spans = new Spans()
  return crowd
    .toSorted(
      (a, b) =>
        WEIGHT[b.certainty] - WEIGHT[a.certainty] || rank(a.kind) - rank(b.kind) || b.end - b.start - (a.end - a.start),
    )
    .filter(({ start, end }) => spans.add(start, end))
    .sort((a, b) => a.start - b.start)
}

/** Stretches that do not overlap, sorted; a new one is taken only if it touches none. */
class Spans {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  add(start: number, end: number): boolean {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] ?? 0) <= start) low = middle + 1
      else high = middle
    }
    if ((this.#starts[low] ?? Number.POSITIVE_INFINITY) < end) return false
    this.#starts.splice(low, 0, start)
    this.#ends.splice(low, 0, end)
    return true
  }
}
