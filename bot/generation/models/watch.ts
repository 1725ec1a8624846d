import type { FailureKind } from './model.js'

/** Ends a call when somebody gives up or time is over, and remembers which of them it was. */
export type Watch = {
  /** Aborted by whoever asked or by one of the timers; closes the connection to the model. */
  readonly signal: AbortSignal
  /** Why, once `signal` is aborted. */
  readonly cause: () => FailureKind | undefined
  /** The next step takes at most so long; replaces the timer of the step before. */
  readonly expect: (kind: FailureKind, ms: number) => void
  /** Nothing is expected of the model now, e.g. while a piece is being passed on. */
  readonly rest: () => void
  /** The call is over: timers and listeners go, a connection still open is closed. */
  readonly close: () => void
}

/**
 * Not `AbortSignal.any` and `AbortSignal.timeout`: both stay until their time has come, and an abort does not say which
 * timer it came from.
 */
export function createWatch(asked: AbortSignal, wholeMs: number): Watch {
  const ending = new AbortController()
  let cause: FailureKind | undefined
  let step: NodeJS.Timeout | undefined
  const whole = setTimeout(stop, wholeMs, 'slow')
  asked.addEventListener('abort', givenUp, { once: true })
  if (asked.aborted) givenUp()

  function stop(kind: FailureKind): void {
    cause ??= kind
    end()
  }
  function givenUp(): void {
    stop('aborted')
  }
  // Also where nobody reads on after an abort, and so nobody closes.
  function end(): void {
    clearTimeout(step)
    clearTimeout(whole)
    asked.removeEventListener('abort', givenUp)
    ending.abort()
  }
  return {
    signal: ending.signal,
    cause: () => cause,
    expect(kind, ms) {
      clearTimeout(step)
      if (!ending.signal.aborted) step = setTimeout(stop, ms, kind)
    },
    rest: () => clearTimeout(step),
    close: end,
  }
}
