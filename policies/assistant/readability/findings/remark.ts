import type { Reading, ReadSentence } from '../reading.js'

/** What is looked for, with its name for people. */
export const REMARK_WORDS = {
  'long-sentence': 'Langer Satz',
  nested: 'Verschachtelter Satz',
  passive: 'Wer handelt?',
  nominal: 'Verb statt Hauptwort',
  'long-word': 'Langes Wort',
  abbreviation: 'Abkürzung',
  'double-negation': 'Doppelte Verneinung',
  officialese: 'Amtsdeutsch',
} as const
export type RemarkKind = keyof typeof REMARK_WORDS

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
