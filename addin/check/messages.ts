import type { Finding } from '../../policies/protect/index.js'

/** What a check of one text came to. Offsets belong to exactly this text. */
export type Checked = { readonly text: string; readonly findings: readonly Finding[]; readonly uncovered: boolean }

export type ListFiles = Readonly<Record<string, string>>

export type ToWorker =
  | { readonly type: 'lists'; readonly lists: ListFiles }
  /** A newer job ends every older one. */
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
