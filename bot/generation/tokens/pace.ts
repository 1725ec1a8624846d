import type { Pace } from '../../storage/store.js'

const MINUTE = 60

/**
 * Whole seconds after which one more call of a program fits, see `TokenStore.enter`.
 * @param second seconds into the minute, below 60
 */
export const waitAfter = (pace: Pace, perMinute: number, second: number): number =>
  Math.max(1, Math.ceil(untilNext(pace, perMinute) - second))

/** Seconds from the beginning of the minute: until enough of the minute before is over, or of this one. */
function untilNext({ calls, previous }: Pace, perMinute: number): number {
  const room = perMinute - calls - 1
  if (room >= 0) return previous === 0 ? 0 : MINUTE * (1 - room / previous)
  return MINUTE + MINUTE * Math.max(0, 1 - (perMinute - 1) / calls)
}
