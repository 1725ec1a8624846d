import type { Edit, Failure, Passage, Placed } from '../../../addin/office/document.js'
import type { Hosted } from '../office-hosted.js'
import type { Given } from '../office-word.js'

/** A text that depends on what the document can do. */
type ByMarks = string | { readonly tracked: string; readonly framed: string }

export type Row = {
  readonly why: string
  readonly given: Given
  readonly act: (hosted: Hosted) => Promise<unknown>
  /** What `act` gives back, as far as it is named here. */
  readonly gives?: unknown
  /** How the document reads afterwards. */
  readonly text?: ByMarks
}

export const TRACKED = { tracked: true }

export const passage = (text: string, changes: Partial<Passage> = {}): Passage => ({
  key: 'k1',
  text,
  author: 'model',
  ...changes,
})

/** Reads the selection and turns it into another text, as the pane does. */
export async function exchange(
  hosted: Hosted,
  after: string,
  changes: Partial<Edit> = {},
  wish = TRACKED,
): Promise<Placed | Failure> {
  const read = await hosted.call('readSelection')
  if (read.kind === 'failed') return read.failure
  const { place, text } = read.selection
  const edit: Edit = { key: 'k1', author: 'model', place, before: text, after, ...changes }
  return placed(hosted.call('apply', edit, wish))
}

export async function placed(work: Promise<unknown>): Promise<Placed | Failure> {
  const outcome = (await work) as ({ kind: 'done' } & Placed) | { kind: 'failed'; failure: Failure }
  if (outcome.kind === 'failed') return outcome.failure
  const { marked, draft, already } = outcome
  return { marked, draft, already }
}

/** What a row expects of a document that can (or cannot) track. */
export function expected(value: unknown, tracked: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => expected(item, tracked))
  if ('tracked' in value && 'framed' in value) return tracked ? value.tracked : value.framed
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expected(inner, tracked)]))
}

/**
 * How much of the same is struck out and written again differs: Word hands out words with the space or the full stop after
 * them. Here what both sides of an exchange have in common is put outside.
 */
export const tidied = (text: string): string =>
  text.replace(/\[-([^\]]{1,200})-\]\[\+([^\]]{1,200})\+\]/g, (_, old: string, fresh: string) => {
    const most = Math.min(old.length, fresh.length)
    let [start, end] = [0, 0]
    while (start < most && old[start] === fresh[start]) start++
    while (end < most - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
    const [gone, come] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)]
    const marks = (gone && `[-${gone}-]`) + (come && `[+${come}+]`)
    return old.slice(0, start) + marks + old.slice(old.length - end)
  })
