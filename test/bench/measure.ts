/** The middle of several measurements: robust against the one run in which the machine did something else. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Milliseconds one call takes. */
export function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** One measured figure; `name` says what, `unit` in what, `most` and `least` what it may not exceed or fall below. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly most?: number
  readonly least?: number
}

/** A benchmark: `npm run bench -- <name>`. */
export type Bench = { readonly name: string; readonly run: () => Promise<readonly Figure[]> }
