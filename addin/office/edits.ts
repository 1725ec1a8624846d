import { diffArrays } from 'diff'
import { pairParagraphs } from './paragraphs.js'

/** A stretch of one paragraph. Kept and deleted stretches in order are the old paragraph, kept and inserted ones the new. */
export type Run = { readonly kind: 'keep' | 'delete' | 'insert'; readonly text: string }

/** What happens to the old paragraphs, in order; `at` counts them from 0. An added one follows the old `after` (-1: none). */
export type ParagraphEdit =
  | { readonly kind: 'keep'; readonly at: number }
  | { readonly kind: 'change'; readonly at: number; readonly runs: readonly Run[] }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'add'; readonly after: number; readonly text: string }

/** The way from one text to another by whole words, paragraph by paragraph. */
export function editsOf(before: readonly string[], after: readonly string[]): ParagraphEdit[] {
  return pairParagraphs(before, after).map(pair => {
    if (pair.kind !== 'pair') return pair
    const [old, fresh] = [before[pair.at] ?? '', after[pair.to] ?? '']
    return old === fresh ? { kind: 'keep', at: pair.at } : { kind: 'change', at: pair.at, runs: runsOf(old, fresh) }
  })
}

/** The fewest words that turn one paragraph into the other. */
export function runsOf(before: string, after: string): Run[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const { start, end } = commonEnds(old, fresh)
  return joined([
    { kind: 'keep', text: old.slice(0, start).join('') },
    ...middleRuns(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    { kind: 'keep', text: old.slice(old.length - end).join('') },
  ])
}

/**
 * Where little has stayed the same, a person sees a new text, not a corrected one: it is exchanged as a whole. So are texts
 * so long that the search would take a while.
 */
const LEAST_SHARED = 0.3
const MOST_WORDS = 5_000
const MOST_CHANGES = 300

function middleRuns(old: readonly string[], fresh: readonly string[]): Run[] {
  const searched = old.length <= MOST_WORDS && fresh.length <= MOST_WORDS && shared(old, fresh) >= LEAST_SHARED
  const found = searched ? diffArrays([...old], [...fresh], { maxEditLength: MOST_CHANGES }) : undefined
  if (!found) {
    return [
      { kind: 'delete', text: old.join('') },
      { kind: 'insert', text: fresh.join('') },
    ]
  }
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'insert' : removed ? 'delete' : 'keep',
    text: value.join(''),
  }))
}

/** How many of the words of the shorter text the other has too, from 0 to 1; spaces are no words. */
function shared(old: readonly string[], fresh: readonly string[]): number {
  const [few, many] = [old, fresh].map(words => words.filter(word => word.trim() !== '')).toSorted(byLength)
  if (!few || !many || few.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of many) left.set(word, (left.get(word) ?? 0) + 1)
  let count = 0
  for (const word of few) {
    const more = left.get(word) ?? 0
    if (more > 0) count++
    left.set(word, more - 1)
  }
  return count / few.length
}

const byLength = (one: readonly string[], other: readonly string[]) => one.length - other.length

/**
 * A word or number, or one space or mark. `Intl.Segmenter` finds the same in German, but the time it takes grows with the
 * square of the text (0.2 s for 40,000 characters here); this one goes through once.
 */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*|[^\p{L}\p{M}\p{N}]/gu

const wordsOf = (text: string): string[] => text.match(WORD) ?? []

/** How many words at the beginning and at the end are the same. */
function commonEnds(old: readonly string[], fresh: readonly string[]): { start: number; end: number } {
  const most = Math.min(old.length, fresh.length)
  let start = 0
  while (start < most && old[start] === fresh[start]) start++
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++
  return { start, end }
}

/** Deletion before insertion; a space alone between two changes changes with them: one mark to read instead of two. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let [gone, come] = ['', '']
  const flush = () => {
    if (gone) result.push({ kind: 'delete', text: gone })
    if (come) result.push({ kind: 'insert', text: come })
    gone = come = ''
  }
  for (const [at, { kind, text }] of runs.entries()) {
    const between = gone !== '' && come !== '' && text.trim() === '' && changes(runs, at + 1)
    if (kind !== 'insert' && (kind === 'delete' || between)) gone += text
    if (kind !== 'delete' && (kind === 'insert' || between)) come += text
    if (kind === 'keep' && !between) {
      flush()
      if (text) result.push({ kind, text })
    }
  }
  flush()
  return result
}

/** Whether at this place something goes and something comes. */
const changes = (runs: readonly Run[], at: number) =>
  runs[at] !== undefined &&
  runs[at + 1] !== undefined &&
  runs[at].kind !== 'keep' &&
  runs[at + 1]?.kind !== 'keep' &&
  runs[at].kind !== runs[at + 1]?.kind
