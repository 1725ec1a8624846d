import { type Figures, figuresOf } from './figures.js'
import { abbreviation } from './findings/abbreviation.js'
import { doubleNegation } from './findings/double-negation.js'
import { longWord } from './findings/long-word.js'
import { nominal } from './findings/nominal.js'
import { officialese } from './findings/officialese.js'
import { passive } from './findings/passive.js'
import type { Reader, Remark } from './findings/remark.js'
import { sentenceLength } from './findings/sentence-length.js'
import { read } from './reading.js'

export type Readability = Figures & {
  /** In the order of the text. */
  readonly findings: readonly Remark[]
}

/** How hard a text is to read, and what would make it easier. It judges form only: whether it is right, people decide. */
export function readability(text: string): Readability {
  const reading = read(text)
  const findings = reading.sentences.flatMap(sentence => READERS.flatMap(reader => reader(sentence, reading)))
  return { ...figuresOf(reading), findings: findings.sort((a, b) => a.start - b.start || b.end - a.end) }
}

const READERS: readonly Reader[] = [
  sentenceLength,
  passive,
  nominal,
  officialese,
  longWord,
  abbreviation,
  doubleNegation,
]
