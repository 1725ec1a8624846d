import { median } from '../bench/measure.js'

/** A run is repeated until it takes this long, because the clock is coarse and a single run may take microseconds. */
const MEASURABLE_MS = 0.5

/** Milliseconds of one run. */
export function perRun(run: () => void): number {
  const start = performance.now()
  let count = 0
  let passed: number
  do {
    run()
    count++
    passed = performance.now() - start
  } while (passed < MEASURABLE_MS)
  return passed / count
}

/** How many times longer the long text takes; both in turn, so that a busy machine slows both. */
export function growth(run: (text: string) => void, short: string, long: string, runs = 7): number {
  run(short)
  const times = Array.from({ length: runs }, () => [perRun(() => run(short)), perRun(() => run(long))] as const)
  return median(times.map(([, time]) => time)) / median(times.map(([time]) => time))
}

/** A quick look first, then thoroughly while it looks too much: a busy machine only makes growth look worse. */
export function leastGrowth(
  run: (text: string) => void,
  short: string,
  long: string,
  most: number,
  attempts = 3,
): number {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < attempts && least >= most; attempt++)
    least = Math.min(least, growth(run, short, long, attempt === 0 ? 3 : 7))
  return least
}
