import type { DataClass, Day } from '../../policies/pack/terms.js'
import type { Purpose } from '../../policies/tools/purposes.js'

// The parts of the store behind the gateway to models; everybody imports them from store.ts.

/** What a token of a program fixes. Of the token itself only its SHA-256 is kept, in hexadecimal. */
export type ProgramToken = {
  readonly name: string
  readonly digest: string
  readonly tools: readonly string[]
  readonly purposes: readonly Purpose[]
  readonly procedure: string | undefined
  readonly declared: DataClass
  readonly answersFor: string
  readonly onFound: 'block' | 'replace'
  readonly perMinute: number
  readonly since: Day
  /** The last day it may be used. */
  readonly until: Day | undefined
  readonly revoked: Day | undefined
}

/** Calls of a program that were let in: in this minute, and in the one before. */
export type Pace = { readonly calls: number; readonly previous: number }
export type TokenStore = {
  readonly add: (token: ProgramToken) => Promise<'added' | 'known'>
  readonly all: () => Promise<readonly ProgramToken[]>
  readonly withDigest: (digest: string) => Promise<ProgramToken | undefined>
  readonly revoke: (name: string, day: Day) => Promise<'revoked' | 'known' | 'unknown'>
  /**
   * Lets a call in and counts it, if it fits, whichever replicas take the others. Of the minute before counts the part that
   * lies less than sixty seconds back, as if its calls had come evenly: so nobody gets twice as many around a full minute.
   */
  readonly enter: (program: string, perMinute: number, now: Date) => Promise<'in' | Pace>
  /** Tokens revoked or run out before a day; number of tokens. */
  readonly eraseEnded: (before: Day) => Promise<number>
}

/** How often somebody asks, over all replicas; `who` is a pseudonym, and goes with the hour. */
export type PaceStore = {
  /** As `TokenStore.enter`. */
  readonly enter: (who: string, perMinute: number, now: Date) => Promise<'in' | Pace>
  /** Whoever has not asked since; number of rows. */
  readonly eraseOlder: (before: Date) => Promise<number>
}

/** Tokens of models used per tool and day. */
export type BudgetStore = {
  readonly spent: (tool: string, day: Day) => Promise<number>
  readonly spend: (tool: string, day: Day, tokens: number) => Promise<void>
  readonly eraseOlder: (before: Day) => Promise<number>
}

/** What is counted: a use, or why there was none. Ids from fixed lists, never a text. */
export type UsageCell = { readonly tool: string; readonly purpose: string; readonly outcome: string }
export type UsageCount = { readonly people: number; readonly uses: number }

/**
 * Uses by ISO week (`2026-W48`). While a week is open it has a salt, and each cell the hashes of who stands behind it; closed,
 * it has neither, and of its cells only what may be shown.
 */
export type UsageStore = {
  /** The salt of an open week, the same for all replicas: the first one given. Undefined once the week is closed. */
  readonly salt: (week: string, fresh: string) => Promise<string | undefined>
  readonly note: (week: string, cell: UsageCell, hash: string) => Promise<'noted' | 'closed'>
  /** Open weeks before this one. */
  readonly open: (before: string) => Promise<readonly string[]>
  /** Counts, keeps what `shown` makes of each count, deletes hashes and salt. True for exactly one caller. */
  readonly close: (week: string, shown: (count: UsageCount) => UsageCount) => Promise<boolean>
  /** Cells of closed weeks since a week, by week and cell. */
  readonly closed: (since: string) => Promise<readonly (UsageCell & UsageCount & { readonly week: string })[]>
  /** Closed weeks before this one; number of weeks. */
  readonly eraseOlder: (before: string) => Promise<number>
}
