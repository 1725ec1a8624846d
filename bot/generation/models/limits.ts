/** How long, how often and how many. Times in milliseconds. */
export type ModelLimits = {
  /**
   * Until the model begins to answer the request at all. Local models are loaded in this time; that the address takes
   * the connection is limited to ten seconds by Node itself.
   */
  readonly responseMs: number
  /** From then until the first token. */
  readonly firstTokenMs: number
  /** Between two pieces of an answer, while somebody waits for the next one. */
  readonly idleMs: number
  /** For everything together, tries and pauses included. */
  readonly wholeMs: number
  /** After the last token, for the count of tokens and the end of the connection. */
  readonly tailMs: number
  /** Further tries, all of them before the first token. */
  readonly retries: number
  /** First pause between two tries; the next one is twice as long. */
  readonly pauseMs: number
  /** A model that wants a longer pause is not tried again; whoever asked is told how long. */
  readonly longestPauseMs: number
  /** Failures in a row after which a tool rests, and for how long. */
  readonly failures: number
  readonly restMs: number
  /** Callers waiting for one tool, in all and from the same caller, and how long one waits. */
  readonly waiting: number
  readonly waitingEach: number
  readonly waitMs: number
}

export const MODEL_LIMITS: ModelLimits = {
  responseMs: 30_000,
  firstTokenMs: 30_000,
  idleMs: 20_000,
  wholeMs: 300_000,
  tailMs: 1_000,
  retries: 2,
  pauseMs: 500,
  longestPauseMs: 10_000,
  failures: 5,
  restMs: 30_000,
  waiting: 200,
  waitingEach: 8,
  waitMs: 60_000,
}
