import type { Reading, ReadSentence } from '../reading.js'

/** What is looked for; the page has its own words for each. */
type RemarkKind =
  | 'long-sentence'
  | 'nested'
  | 'passive'
  | 'nominal'
  | 'long-word'
  | 'abbreviation'
  | 'double-negation'
  | 'officialese'

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
