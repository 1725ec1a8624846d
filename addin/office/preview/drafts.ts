import { type Draft, failed, type Label, type Outcome } from '../document.js'
import { draftsOf, frameOf } from '../frames.js'
import { inBrackets } from '../labels.js'
import { type Block, currentText, type Piece, unframed, words } from './content.js'
import type { Page } from './page.js'

/** The tags of our frames on the page, by their text. */
export function listDraftsOn(blocks: readonly Block[]): Draft[] {
  const found: { tag: string; text: string }[] = []
  for (const { pieces } of blocks) {
    for (const tag of tagsIn(pieces)) found.push({ tag, text: currentText(pieces.filter(within(tag))) })
  }
  return draftsOf(found)
}

export function takeOverOn(page: Page, draft: string, label: Label): Outcome<{ label: Label['kind'] }> {
  const blocks = page.blocks()
  const tag = tagOfDraft(blocks, draft)
  const at = blocks.flatMap(({ pieces }, place) => (pieces.some(within(tag ?? '')) ? [place] : []))
  if (tag === undefined) return failed('gone')
  const [first, last] = [at[0] ?? 0, at.at(-1) ?? 0]
  const changed = blocks.slice(first, last + 1).map(({ pieces, cell }, step) => {
    const labelled = first + step === last ? withLabel(pieces, tag, label) : pieces
    return { pieces: unframed(labelled, tag), cell }
  })
  page.replace(first, changed.length, changed)
  return { kind: 'done', label: label.kind }
}

/** The tag a draft has on the page; undefined if it is gone. */
export const tagOfDraft = (blocks: readonly Block[], draft: string): string | undefined =>
  blocks.flatMap(({ pieces }) => tagsIn(pieces)).find(tag => frameOf(tag)?.id === draft)

const tagsIn = (pieces: readonly Piece[]): string[] => [...new Set(pieces.flatMap(({ frames }) => frames))]

const within = (tag: string) => (piece: Piece) => piece.frames.includes(tag)

/** Behind the last piece of the frame, still in the frames around it. */
function withLabel(pieces: readonly Piece[], tag: string, label: Label): Piece[] {
  if (label.kind === 'none') return [...pieces]
  const end = pieces.findLastIndex(within(tag)) + 1
  const frames = pieces[end - 1]?.frames ?? []
  const set: Piece[] =
    label.kind === 'footnote'
      ? [{ kind: 'note', text: label.text, frames }]
      : words(` ${inBrackets(label.text)}`, frames)
  return [...pieces.slice(0, end), ...set, ...pieces.slice(end)]
}
