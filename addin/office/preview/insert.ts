import { failed, type Outcome, type Passage, type Placed, type Where, type Wish } from '../document.js'
import { frameFor, frameOf, tagOf } from '../frames.js'
import { markingFor } from '../marking.js'
import { type Block, cutAt, lengthOf } from './content.js'
import { tagOfDraft } from './drafts.js'
import type { Page } from './page.js'
import type { Span, Spot } from './spots.js'
import { fresh, type How } from './write.js'

/** The outcome, and the span of a text that was written without a frame to be found by. */
export function insertOn(
  page: Page,
  passage: Passage,
  where: Where,
  wish: Wish,
  selected: Span | undefined,
): Outcome<Placed & { readonly unframed: Span | undefined }> {
  const frame = frameFor(passage.author, passage.key)
  const { marked, keepFrame } = markingFor(passage.author, wish, true)
  const draft = keepFrame ? frame.id : undefined
  const blocks = page.blocks()
  if (tagOfDraft(blocks, frame.id)) return { kind: 'done', marked, draft, already: true, unframed: undefined }

  const how = { tracked: marked === 'tracked', tag: keepFrame ? tagOf(frame) : undefined }
  const end = { block: blocks.length, at: 0 }
  const spot = where === 'end' ? undefined : spotFor(blocks, selected?.to ?? endOf(blocks))
  if (spot === 'foreign') return failed('foreign')
  if (spot) page.replace(spot.block, 1, withText(blocks[spot.block], spot.at, passage.text, how))
  else page.replace(blocks.length, 0, linesOf(passage.text, how))
  const unframed = keepFrame ? undefined : spanOfText(spot ?? end, passage.text)
  return { kind: 'done', marked, draft, already: false, unframed }
}

function spanOfText(from: Spot, text: string): Span {
  const lines = text.split('\n')
  const last = lines.at(-1)?.length ?? 0
  return { from, to: { block: from.block + lines.length - 1, at: last + (lines.length === 1 ? from.at : 0) } }
}

const endOf = (blocks: readonly Block[]): Spot => ({
  block: blocks.length - 1,
  at: lengthOf(blocks.at(-1)?.pieces ?? []),
})

/** Behind a draft, if the cursor stands in one; never in a frame of somebody else. */
function spotFor(blocks: readonly Block[], spot: Spot): Spot | 'foreign' {
  const [before, behind] = cutAt(blocks[spot.block]?.pieces ?? [], spot.at)
  const around = before.at(-1)?.frames.filter(tag => behind[0]?.frames.includes(tag)) ?? []
  if (around.some(tag => !frameOf(tag))) return 'foreign'
  const [tag] = around
  if (tag === undefined) return spot
  const block = blocks.findLastIndex(({ pieces }) => pieces.some(({ frames }) => frames.includes(tag)))
  const pieces = blocks[block]?.pieces ?? []
  return { block, at: lengthOf(pieces.slice(0, pieces.findLastIndex(({ frames }) => frames.includes(tag)) + 1)) }
}

const linesOf = (text: string, how: How): Block[] =>
  text.split('\n').map(line => ({ pieces: fresh(line, [], how), cell: false }))

/** Its first line goes on where the block was cut, its last goes on with the rest of the block. */
function withText(block: Block | undefined, at: number, text: string, how: How): Block[] {
  const [before, behind] = cutAt(block?.pieces ?? [], at)
  const lines = linesOf(text, how)
  return lines.map(({ pieces }, step) => ({
    pieces: [...(step === 0 ? before : []), ...pieces, ...(step === lines.length - 1 ? behind : [])],
    cell: block?.cell ?? false,
  }))
}
