import type { Reading, ReadSentence } from '../reading.js'

export const REMARK_KINDS = [
  'long-sentence',
  'nested',
  'passive',
  'nominal',
  'long-word',
  'abbreviation',
  'double-negation',
  'officialese',
] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

/** One place that could be easier, and how; offsets are UTF-16 units, `end` is exclusive. */
export type Remark = {
  readonly kind: RemarkKind
  readonly start: number
  readonly end: number
  /** In German, for the person who writes. */
  readonly suggestion: string
}

/** Looks at one sentence at a time; the abbreviations of the whole text are in the reading. */
export type Reader = (sentence: ReadSentence, reading: Reading) => Remark[]
