import type { Run } from './edits.js'

/**
 * Word hands out a paragraph in chunks (a word with the space after it). Each op puts a text in the place of the chunks
 * from `from` up to, not including, `to`; if they are the same, it is inserted before that chunk.
 */
export type ChunkOp = { readonly from: number; readonly to: number; readonly text: string }

/** The runs of a paragraph, as ops on its chunks. Undefined if chunks and runs are not of the same text. */
export function chunkOps(chunks: readonly string[], runs: readonly Run[]): ChunkOp[] | undefined {
  const old = runs.filter(({ kind }) => kind !== 'insert').map(({ text }) => text)
  if (old.join('') !== chunks.join('')) return undefined
  const starts = startsOf(chunks)
  const ops: ChunkOp[] = []
  for (const { start, end, text } of changesOf(runs)) {
    const last = ops.at(-1)
    const from = chunkAt(starts, start)
    // A change inside chunks takes the whole of them; one between two takes none.
    const to = start === end && starts[from] === start ? from : chunkAt(starts, end - 1) + 1
    const covered = chunks.slice(from, to).join('')
    const offset = start - (starts[from] ?? 0)
    const fresh = covered.slice(0, offset) + text + covered.slice(offset + end - start)
    if (last && from < last.to) ops[ops.length - 1] = mergedWith(last, { start, end, text, to }, starts, chunks)
    else ops.push({ from, to, text: fresh })
  }
  return ops
}

type Change = { readonly start: number; readonly end: number; readonly text: string }

/** Deletions and insertions side by side, as one change each, by their place in the old text. */
function changesOf(runs: readonly Run[]): Change[] {
  const changes: Change[] = []
  let at = 0
  for (const { kind, text } of runs) {
    const length = kind === 'insert' ? 0 : text.length
    const last = changes.at(-1)
    if (kind !== 'keep') {
      const fresh = kind === 'insert' ? text : ''
      if (last && last.end === at) {
        changes[changes.length - 1] = { start: last.start, end: at + length, text: last.text + fresh }
      } else changes.push({ start: at, end: at + length, text: fresh })
    }
    at += length
  }
  return changes
}

/** A second change in the chunks of an op: what the op keeps of their end is cut off and written anew. */
function mergedWith(
  op: ChunkOp,
  change: Change & { readonly to: number },
  starts: readonly number[],
  chunks: readonly string[],
): ChunkOp {
  const end = starts[op.to] ?? 0
  const kept = op.text.slice(0, op.text.length - (end - change.start))
  const to = Math.max(op.to, change.to)
  const tail = chunks
    .slice(op.from, to)
    .join('')
    .slice(change.end - (starts[op.from] ?? 0))
  return { from: op.from, to, text: kept + change.text + tail }
}

/** Where each chunk begins, and where the last one ends. */
function startsOf(chunks: readonly string[]): number[] {
  const starts = [0]
  for (const chunk of chunks) starts.push((starts.at(-1) ?? 0) + chunk.length)
  return starts
}

/** The chunk that holds this character; the number of chunks if it stands behind them all. */
function chunkAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
