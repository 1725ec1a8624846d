import type { Finding } from '../../policies/protect/index.js'

/** What a check of one text came to. Offsets belong to exactly this text. */
export type Checked = { readonly text: string; readonly findings: readonly Finding[]; readonly uncovered: boolean }

export type ListFiles = Readonly<Record<string, string>>

/** Up to here a check takes some milliseconds, so it is made in one go and always answered; longer texts go block by block. */
export const AT_ONCE = 20_000

export type ToWorker =
  | { readonly type: 'lists'; readonly lists: ListFiles }
  /** A long text ends the check of an older long one, which then stays without an answer. */
  | { readonly type: 'check'; readonly job: number; readonly text: string }

export type FromWorker =
  | { readonly type: 'progress'; readonly job: number; readonly done: number }
  | {
      readonly type: 'result'
      readonly job: number
      readonly findings: readonly Finding[]
      readonly uncovered: boolean
    }
  | { readonly type: 'failed'; readonly job: number }
