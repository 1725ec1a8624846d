/// <reference types="office-js" />
import { type ChunkOp, chunkOps } from '../chunks.js'
import type { Fate } from '../fates.js'
import type { Part } from './parts.js'

/** Comes on its way beside the first page: whoever inserts later, perhaps without the service, has it. */
const comparing = import('../fates.js').catch(() => undefined)

/** What is to be done to one part, resolved to ranges; nothing is written yet. */
type PartPlan = {
  readonly part: Part
  readonly fate: Fate
  /** Undefined: the part cannot be taken apart, so it is written anew. */
  readonly ops: readonly ChunkOp[] | undefined
  readonly chunks: readonly Word.Range[]
}

export type Plan = { readonly parts: readonly PartPlan[]; readonly structural: boolean }

/** From the text of the parts to a new one. Only paragraphs that change are taken apart. */
export async function planOf(context: Word.RequestContext, parts: readonly Part[], after: string): Promise<Plan> {
  const { fatesOf } = (await comparing) ?? (await import('../fates.js'))
  const fates = fatesOf(
    parts.map(({ text }) => text),
    after.split('\n'),
  )
  const chunks = parts.map((part, at) =>
    fates.of[at]?.kind === 'change' && part.text !== ''
      ? part.range.getTextRanges([' '], false).load({ text: true })
      : undefined,
  )
  await context.sync()
  const texts = await chunkTexts(context, parts, chunks)
  return {
    parts: parts.flatMap((part, at) => {
      const fate = fates.of[at]
      const ops = fate?.kind === 'change' ? chunkOps(texts[at] ?? [], fate.runs) : []
      return fate ? [{ part, fate, ops, chunks: chunks[at]?.items ?? [] }] : []
    }),
    structural: fates.structural,
  }
}

/** As they read now, where deleted text is among them. */
async function chunkTexts(
  context: Word.RequestContext,
  parts: readonly Part[],
  chunks: readonly (Word.RangeCollection | undefined)[],
): Promise<string[][]> {
  const current = chunks.map((ranges, at) =>
    parts[at]?.dirty ? ranges?.items.map(range => range.getReviewedText('Current')) : undefined,
  )
  if (current.some(results => results)) await context.sync()
  return chunks.map(
    (ranges, at) => current[at]?.map(({ value }) => value) ?? ranges?.items.map(({ text }) => text) ?? [],
  )
}

/** Writes a plan into the batch, from the end to the beginning, so that no op moves the place of a later one. */
export function write({ parts }: Plan): void {
  for (let at = parts.length - 1; at >= 0; at--) {
    const plan = parts[at]
    if (plan?.fate.kind === 'remove') {
      const kept = parts.findLastIndex(({ fate }, place) => place < at && fate.kind !== 'remove')
      remove(parts.slice(kept + 1, at + 1), parts[kept], parts[at + 1])
      at = kept + 1
    } else if (plan) writePart(plan)
    // Only before the first part something is added.
    const fresh = parts[0]?.fate.before ?? []
    if (at === 0 && fresh.length > 0) parts[0]?.part.range.insertText(fresh.map(text => `${text}\n`).join(''), 'Start')
  }
}

const asParagraphs = (texts: readonly string[]) => texts.map(text => `\n${text}`).join('')

function writePart({ part, fate, ops, chunks }: PartPlan): void {
  const behind = asParagraphs(fate.behind)
  if (ops) {
    writeOps(part, ops, chunks, behind)
    return
  }
  const text = fate.runs.map(run => (run.kind === 'delete' ? '' : run.text)).join('') + behind
  if (text === '') part.range.delete()
  else part.range.insertText(text, 'Replace')
}

/** What stands behind the last chunk is one insertion together with the paragraphs added there. */
function writeOps(part: Part, ops: readonly ChunkOp[], chunks: readonly Word.Range[], behind: string): void {
  const atEnd = ops.filter(({ from }) => from >= chunks.length).map(({ text }) => text)
  const end = atEnd.join('') + behind
  if (end) part.range.insertText(end, 'End')
  for (const { from, to, text } of ops.toReversed()) {
    const [first, last] = [chunks[from], chunks[to - 1]]
    if (!first) continue
    if (from === to || !last) first.insertText(text, 'Start')
    else {
      const range = first === last ? first : first.expandTo(last)
      if (text) range.insertText(text, 'Replace')
      else range.delete()
    }
  }
}

/**
 * Neighbours that go. Whole paragraphs go with their own marks. If of one only a part was selected, its rest joins the
 * paragraph that is kept, and everything up to there goes at once: once joined, no paragraph there is whole any more.
 */
function remove(gone: readonly PartPlan[], previous: PartPlan | undefined, next: PartPlan | undefined): void {
  const [first, last] = [gone[0]?.part, gone.at(-1)?.part]
  if (gone.every(({ part }) => part.whole)) for (const { part } of gone) part.paragraph.delete()
  else if (previous && last) previous.part.range.getRange('End').expandTo(last.range).delete()
  else if (next && first) first.range.expandTo(next.part.range.getRange('Start')).delete()
}
