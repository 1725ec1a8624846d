import type { ModelLimits } from './limits.js'
import type { FailureKind, ModelFailure } from './model.js'

/** Another try may go well at once. Not `slow`: people have waited long enough, and a slow model has enough to do. */
const WORTH_IT: readonly FailureKind[] = ['unreachable', 'cut-off', 'broken', 'busy']

/**
 * Milliseconds before the next try of a call that has brought nothing yet; undefined if there is none.
 * @param made tries made after the first one
 * @param random 0 to 1: callers that failed together do not come back together
 */
export function pauseBefore(
  { kind, retryAfter }: ModelFailure,
  made: number,
  { retries, pauseMs, longestPauseMs }: ModelLimits,
  random: () => number,
): number | undefined {
  if (made >= retries || !WORTH_IT.includes(kind)) return undefined
  const own = pauseMs * 2 ** made * (0.5 + random() / 2)
  if (retryAfter === undefined) return own
  const asked = retryAfter * 1000
  return asked <= longestPauseMs ? asked + own : undefined
}
