import type { Circuit } from './model.js'

/** What became of a call: `neither` says nothing about the endpoint, e.g. because somebody gave up. */
export type CallResult = 'worked' | 'failed' | 'neither'

/** Spares an endpoint that fails, and people the waiting for it. */
export type Breaker = {
  /** Seconds to wait before the next call; undefined if it may be made now. */
  readonly restsFor: (now: Date) => number | undefined
  /** A call begins; the function takes its result, once. After a rest this is the one trial. */
  readonly begin: (now: Date) => (result: CallResult, now: Date) => void
  readonly circuit: (now: Date) => Circuit
}

/** While a trial is running nobody knows how long; its result is worth another look soon. */
const TRIAL_SECONDS = 5
/** A trial whose result never comes must not lock the tool for good. */
const LONGEST_TRIAL_MS = 600_000

/**
 * Closed until so many calls in a row have failed; then open for a while; then half-open: one call tries, and its
 * result closes the circuit or opens it again.
 */
export function createBreaker({ failures, restMs }: { readonly failures: number; readonly restMs: number }): Breaker {
  let inARow = 0
  let restsUntil: number | undefined
  let trialUntil = 0

  const circuit = (now: Date): Circuit => {
    if (restsUntil === undefined) return 'closed'
    return now.getTime() < restsUntil ? 'open' : 'half-open'
  }
  const rest = (now: Date): void => {
    restsUntil = now.getTime() + restMs
  }
  const failed = (wasTrial: boolean, now: Date): void => {
    inARow++
    // Calls from before the rest that fail during it must not make it longer.
    if (wasTrial || (restsUntil === undefined && inARow >= failures)) rest(now)
  }
  const worked = (): void => {
    inARow = 0
    restsUntil = undefined
  }
  return {
    circuit,
    restsFor(now) {
      if (restsUntil === undefined) return undefined
      if (now.getTime() < restsUntil) return Math.ceil((restsUntil - now.getTime()) / 1000)
      return now.getTime() < trialUntil ? TRIAL_SECONDS : undefined
    },
    begin(now) {
      const isTrial = circuit(now) === 'half-open'
      if (isTrial) trialUntil = now.getTime() + LONGEST_TRIAL_MS
      let open = true
      return (result, at) => {
        if (!open) return
        open = false
        if (isTrial) trialUntil = 0
        if (result === 'worked') worked()
        if (result === 'failed') failed(isTrial, at)
      }
    },
  }
}
