import type { DataClass } from '../pack/terms.js'
import type { Candidate, Kind, Replaceable } from './finding.js'
import type { Lists } from './lists/lists.js'
import { type Doc, wordFrom } from './text/document.js'
import { kindBit } from './text/lexicon.js'
import { originOf } from './text/number-text.js'
import type { OpenTable } from './text/tables.js'

/** Something found so far in this block, in offsets of the normalised text. */
export type Found = Candidate & { readonly kind: Kind }

/** What a detector sees: one block of text, the lists, and (for meaning-bearing kinds) what others found before. */
export type Scene = {
  readonly doc: Doc
  readonly lists: Lists
  /** Values found by the detectors of the first stage; empty while these run. */
  readonly found: readonly Found[]
  readonly memory: Memory
}

/** What one block of a long text tells the next. Lives as long as the scan, never longer. */
export type Memory = {
  /** Folded surnames of persons found so far: named again alone, they are the same person. */
  readonly surnames: Set<string>
  /** UTF-16 units with which these begin. */
  readonly initials: Set<number>
  /** Whether any person or personal number has been found before this block. */
  personSeen: boolean
  /** A table whose rows go on in the next block. */
  openTable?: OpenTable | undefined
}

/** One kind of data: what it is by law or format, and how it is found. Data plus one function. */
export type Detector = {
  readonly kind: Kind
  readonly class: DataClass
  readonly replaceable: Replaceable
  /** Law, standard or format the kind and its check go back to. */
  readonly source: string
  /** Words that speak for the kind when they stand near a value; `*` for any ending or beginning. */
  readonly context: readonly string[]
  /** `meaning`: runs after all others and sees what they found. */
  readonly stage: 'value' | 'meaning'
  readonly find: (scene: Scene) => Iterable<Candidate>
  /** Texts of everyday work: in `found` the value is marked with [[ ]], in `ignored` nothing of the kind may be found. */
  readonly examples: { readonly found: readonly string[]; readonly ignored: readonly string[] }
}

/** A match of a number pattern, in offsets of the normalised text. */
export type NumberMatch = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly groups: readonly (string | undefined)[]
}

/**
 * Runs a global pattern over the stretches around digits only. The match is the value itself: use look-arounds for borders.
 * @param which `many`: only stretches of nine digits and more, for numbers that have as many
 */
export function* matchNumbers(doc: Doc, pattern: RegExp, which: 'all' | 'many' = 'all'): Generator<NumberMatch> {
  const numbers = which === 'many' ? doc.longNumbers : doc.numbers
  pattern.lastIndex = 0
  for (let match = pattern.exec(numbers.text); match !== null; match = pattern.exec(numbers.text)) {
    const start = originOf(numbers, match.index)
    yield { start, end: start + match[0].length, text: match[0], groups: match.slice(1) }
    if (match[0].length === 0) pattern.lastIndex++
  }
}

/**
 * Whether a context word of the kind stands near the stretch: within `before` words before it or `after` words behind
 * it, at most one line away.
 */
export function saysNear(doc: Doc, kind: Kind, start: number, end: number, before = 8, after = 3): boolean {
  const bit = kindBit(kind)
  return hasNear(doc, start, end, before, after, word => (doc.info(word).contextKinds & bit) !== 0)
}

function hasNear(
  doc: Doc,
  start: number,
  end: number,
  before: number,
  after: number,
  holds: (word: number) => boolean,
): boolean {
  const first = wordFrom(doc, start)
  const line = doc.line[first] ?? 0
  for (let word = first; word >= 0 && first - word <= before && line - (doc.line[word] ?? 0) <= 1; word--) {
    if (holds(word)) return true
  }
  const last = wordFrom(doc, end - 1)
  for (let word = first + 1; word < doc.count && word <= last + after && (doc.line[word] ?? 0) - line <= 1; word++) {
    if (holds(word)) return true
  }
  return false
}

/** Letters and digits only, capitals: the form in which numbers are checked. */
export const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()

export type { Candidate, Kind }
