import type { Paper, Stretch } from './office-paper.js'

/** An object of Word as the protocol sees it: what can be read, set, reached and called by name. */
export type Thing = {
  readonly id: object
  readonly root?: true
  readonly get?: Readonly<Record<string, () => unknown>>
  readonly set?: Readonly<Record<string, (value: unknown) => void>>
  readonly reach?: Readonly<Record<string, () => Thing | null>>
  readonly call?: Readonly<Record<string, (...given: readonly unknown[]) => unknown>>
  readonly items?: () => readonly Thing[]
  /** Throws when the object is no longer there. */
  readonly alive?: () => void
}

/** What Word refuses, by the code of its error. */
export class WordError extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Around the paper: what else of Word the objects need. */
export type Desk = {
  readonly paper: Paper
  /** Refuses what a Word with this requirement set does not know. */
  readonly needs: (set: number) => void
  /** Before anything is written: a document may be read-only, a test may want it to break here. */
  readonly writes: (at?: Stretch) => void
  tracking: string
  readonly headers: readonly string[]
  readonly footers: readonly string[]
  readonly comments: readonly string[]
  readonly properties: Map<string, string>
  readonly builtIn: Readonly<Record<string, string>>
}

export const tracked = (desk: Desk): boolean => desk.tracking === 'TrackAll'

export const listOf = (items: () => readonly Thing[], more: Partial<Thing> = {}): Thing => ({
  id: {},
  items,
  call: { getItemAt: at => items()[Number(at)] ?? null, ...more.call },
})
