import { oneBreak } from '../breaks.js'
import { type Block, lengthOf, type Piece, words } from './content.js'
import { partsIn, type Span, type Spot } from './spots.js'

/** What stands in the place of the blocks of a span when a text is put there by hand, and where the cursor is then. */
export function withTyped(
  blocks: readonly Block[],
  span: Span,
  text: string,
): { readonly blocks: Block[]; readonly cursor: Spot } {
  const parts = partsIn(blocks, span)
  const [before, behind] = [parts[0]?.before ?? [], parts.at(-1)?.behind ?? []]
  const cell = parts[0]?.cell ?? false
  const lines = oneBreak(text).split('\n')
  const frames = sharedFrames(before.at(-1), behind[0])
  const last = lines.length - 1
  return {
    blocks: lines.map((line, at) => ({
      pieces: [...(at === 0 ? before : []), ...words(line, frames), ...(at === last ? behind : [])],
      cell,
    })),
    cursor: {
      block: span.from.block + last,
      at: (last === 0 ? lengthOf(before) : 0) + (lines[last]?.length ?? 0),
    },
  }
}

/** What lies between two pieces of a frame lies in it; at its edge, beside it. */
const sharedFrames = (left: Piece | undefined, right: Piece | undefined): readonly string[] =>
  left?.frames.filter(tag => right?.frames.includes(tag)) ?? []

/** Behind the last character that differs: where somebody looks who has taken back a change. */
export function cursorAfter({ at, old, fresh }: { at: number; old: readonly Block[]; fresh: readonly Block[] }): Spot {
  const [was, is] = [seenText(old.at(-1)), seenText(fresh.at(-1))]
  const most = Math.min(was.length, is.length)
  let same = 0
  while (same < most && was.at(-1 - same) === is.at(-1 - same)) same++
  return { block: Math.max(0, at + fresh.length - 1), at: fresh.length === 0 ? 0 : is.length - same }
}

const seenText = (block: Block | undefined): string =>
  (block?.pieces ?? []).map(piece => (piece.kind === 'words' ? piece.text : '')).join('')
