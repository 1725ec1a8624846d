import { type Fate, fatesOf } from '../fates.js'
import { type Block, currentText, framed, isGone, type Piece, rewritten, struck, words } from './content.js'
import { type Part, standing } from './spots.js'

/** With tracking or without, and in which frame. */
export type How = { readonly tracked: boolean; readonly tag: string | undefined }

/** What stands in the place of the blocks of the parts; undefined: a table would have to change its cells. */
export function appliedTo(parts: readonly Part[], after: string, how: How): Block[] | undefined {
  const fates = fatesOf(
    standing(parts).map(({ pieces }) => currentText(pieces)),
    after.split('\n'),
  )
  if (fates.structural && parts.some(({ cell }) => cell)) return undefined
  let at = 0
  const changed = parts.map((part): Changed => {
    const fate = isGone(part.pieces) ? undefined : fates.of[at++]
    return fate ? changedPart(part, fate, how) : { blocks: withEnds(part, [part.pieces]), joins: false }
  })
  return joined(changed)
}

/** The blocks of one part; `joins`: its text is gone, and what was left of its paragraph belongs to the one beside it. */
type Changed = { readonly blocks: readonly Block[]; readonly joins: boolean }

function changedPart(part: Part, fate: Fate, how: How): Changed {
  const around = part.pieces[0]?.frames ?? []
  const added = (texts: readonly string[]) => texts.map(text => fresh(text, around, how))
  const pieces = marked(piecesFor(part.pieces, fate, how), how)
  const blocks = withEnds(part, [...added(fate.before), pieces, ...added(fate.behind)])
  return { blocks, joins: fate.kind === 'remove' && pieces.length === 0 }
}

function joined(all: readonly Changed[]): Block[] {
  const blocks: Block[] = []
  let rest: readonly Piece[] = []
  for (const { blocks: fresh, joins } of all) {
    if (joins) rest = [...rest, ...fresh.flatMap(({ pieces }) => pieces)]
    else {
      const [first, ...others] = fresh
      if (first) blocks.push({ ...first, pieces: [...rest, ...first.pieces] }, ...others)
      rest = []
    }
    const last = blocks.pop()
    if (last) blocks.push({ ...last, pieces: [...last.pieces, ...rest] })
    if (last) rest = []
  }
  return blocks
}

/** What stands around the part stays around all that it has become. */
const withEnds = ({ before, behind, cell }: Part, all: readonly (readonly Piece[])[]): Block[] =>
  all.map((inside, step) => ({
    pieces: [...(step === 0 ? before : []), ...inside, ...(step === all.length - 1 ? behind : [])],
    cell,
  }))

function piecesFor(pieces: readonly Piece[], { kind, runs }: Fate, { tracked }: How): Piece[] {
  if (kind === 'remove') return pieces.flatMap(piece => struck(piece, tracked))
  return kind === 'change' ? rewritten(pieces, runs, tracked) : [...pieces]
}

/** The pieces of a new text, in the frames around its place. */
export const fresh = (text: string, frames: readonly string[], how: How): Piece[] =>
  marked(words(text, frames, how.tracked ? 'inserted' : 'plain'), how)

const marked = (pieces: readonly Piece[], { tag }: How): Piece[] => (tag ? framed(pieces, tag) : [...pieces])
