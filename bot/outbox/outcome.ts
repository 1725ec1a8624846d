/** What became of one attempt to send. Reasons are short codes: neither a person nor a text. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** The chat service asks us to slow down; `afterMs` is its Retry-After. */
  | { readonly kind: 'later'; readonly afterMs?: number | undefined }
  /** No attempt can succeed: the person removed the app, the conversation is gone, there is nothing to send. */
  | { readonly kind: 'never'; readonly reason: string }
  /** Something went wrong that may go right next time. */
  | { readonly kind: 'failed'; readonly reason: string }

export type Decision =
  | { readonly kind: 'sent' }
  | { readonly kind: 'retry'; readonly reason: string; readonly notBefore: Date }
  | { readonly kind: 'failed'; readonly reason: string }

const FIRST_MS = 30_000
const LONGEST_MS = 60 * 60_000
const MOST_ATTEMPTS = 8
/** Being slowed down is nobody's failure, but a message that is weeks old helps nobody either. */
const MOST_SLOWED = 100

/**
 * What to do after an attempt.
 * @param attempts with this one
 * @param random from 0 up to 1
 */
export function decide(outcome: Outcome, attempts: number, now: Date, random: () => number): Decision {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent' }
    case 'never':
      return { kind: 'failed', reason: outcome.reason }
    case 'later':
      return attempts < MOST_SLOWED
        ? { kind: 'retry', reason: 'slowed-down', notBefore: slowed(outcome.afterMs, attempts, now, random) }
        : { kind: 'failed', reason: 'slowed-down' }
    case 'failed':
      return attempts < MOST_ATTEMPTS
        ? { kind: 'retry', reason: outcome.reason, notBefore: plus(now, backoff(attempts, random)) }
        : { kind: 'failed', reason: outcome.reason }
  }
}

/**
 * Milliseconds to wait after so many attempts: half a minute, doubled each time up to an hour, of which up to a half is
 * left to chance, so that what failed together does not come back together.
 */
export function backoff(attempts: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (Math.max(1, attempts) - 1))
  return Math.round(full * (1 - random() / 2))
}

/** Never earlier than asked. */
function slowed(afterMs: number | undefined, attempts: number, now: Date, random: () => number): Date {
  return plus(now, afterMs === undefined ? backoff(attempts, random) : afterMs + Math.round(random() * FIRST_MS))
}

const plus = (now: Date, ms: number): Date => new Date(now.getTime() + ms)
