import type { Run } from '../edits.js'
import type { Property } from '../markings.js'

/** What an editable page holds: paragraphs of pieces, as far as Word has the like. */
export type Content = {
  readonly blocks: readonly Block[]
  readonly headers: readonly string[]
  readonly footers: readonly string[]
  readonly comments: readonly string[]
  readonly properties: readonly Property[]
}

/** A paragraph, or the paragraph of one cell of a table. */
export type Block = { readonly pieces: readonly Piece[]; readonly cell: boolean }

/** `frames`: tags of the frames around it, the outermost first. A note stands between two characters. */
export type Piece =
  | {
      readonly kind: 'words'
      readonly text: string
      readonly state: State
      readonly frames: readonly string[]
    }
  | { readonly kind: 'note'; readonly text: string; readonly frames: readonly string[] }

type State = 'plain' | 'inserted' | 'deleted'

export const words = (text: string, frames: readonly string[] = [], state: State = 'plain'): Piece[] =>
  text === '' ? [] : [{ kind: 'words', text, state, frames }]

/** A plain text, a paragraph for each line. */
export const blocksOf = (text: string): Block[] => text.split('\n').map(line => ({ pieces: words(line), cell: false }))

/** As it reads now. */
export const currentText = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (piece.kind === 'words' && piece.state !== 'deleted' ? piece.text : '')).join('')

/** As it read before any tracked change. */
export const originalText = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (piece.kind === 'words' && piece.state !== 'inserted' ? piece.text : '')).join('')

/** With everything that is seen, struck out or not. */
export const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((length, piece) => length + (piece.kind === 'words' ? piece.text.length : 0), 0)

/** Nothing but text that tracked changes have taken out. */
export const isGone = (pieces: readonly Piece[]): boolean => lengthOf(pieces) > 0 && currentText(pieces) === ''

/** Cuts at a number of characters, counted with everything seen. */
export function cutAt(pieces: readonly Piece[], at: number): readonly [Piece[], Piece[]] {
  const [before, behind]: [Piece[], Piece[]] = [[], []]
  let passed = 0
  for (const piece of pieces) {
    const length = piece.kind === 'words' ? piece.text.length : 0
    const inside = at - passed
    if (passed + length <= at) before.push(piece)
    else if (inside <= 0 || piece.kind === 'note') behind.push(piece)
    else {
      before.push({ ...piece, text: piece.text.slice(0, inside) })
      behind.push({ ...piece, text: piece.text.slice(inside) })
    }
    passed += length
  }
  return [before, behind]
}

/** The pieces after an edit; formatting, frames and notes of what is kept stay, new words take those before them. */
export function rewritten(pieces: readonly Piece[], runs: readonly Run[], tracked: boolean): Piece[] {
  const result: Piece[] = []
  let rest: Piece[] = [...pieces]
  let frames = pieces[0]?.frames ?? []
  for (const { kind, text } of runs) {
    if (kind === 'insert') {
      result.push({ kind: 'words', text, state: tracked ? 'inserted' : 'plain', frames })
      continue
    }
    const [taken, left] = takeCurrent(rest, text.length)
    rest = left
    result.push(...(kind === 'keep' ? taken : taken.flatMap(piece => struck(piece, tracked))))
    frames = taken.at(-1)?.frames ?? frames
  }
  return [...result, ...rest]
}

/** So many characters of the current text, with what stands between them. */
function takeCurrent(pieces: readonly Piece[], characters: number): readonly [Piece[], Piece[]] {
  let [seen, current] = [0, 0]
  for (const piece of pieces) {
    if (current >= characters) break
    if (piece.kind === 'note') continue
    const length = piece.state === 'deleted' ? 0 : Math.min(piece.text.length, characters - current)
    seen += piece.state === 'deleted' ? piece.text.length : length
    current += length
  }
  return cutAt(pieces, seen)
}

/** Deleted: with tracking struck out, unless it was new itself. */
export function struck(piece: Piece, tracked: boolean): Piece[] {
  if (piece.kind === 'note' || piece.state === 'deleted') return [piece]
  return tracked && piece.state === 'plain' ? [{ ...piece, state: 'deleted' }] : []
}

/** In a frame inside all others. */
export const framed = (pieces: readonly Piece[], tag: string): Piece[] =>
  pieces.map(piece => ({ ...piece, frames: [...piece.frames, tag] }))

export const unframed = (pieces: readonly Piece[], tag: string): Piece[] =>
  pieces.map(piece => ({ ...piece, frames: piece.frames.filter(frame => frame !== tag) }))
