import type { Block, Piece } from '../../addin/office/preview/content.js'
import type { Span } from '../../addin/office/preview/spots.js'

/**
 * A document in one line per paragraph, to be read in a table of tests:
 * `«…»` the selection, `[+…+]` inserted and `[-…-]` deleted with tracking, `{E:key|…}` a draft, `{I:key|…}` framed text,
 * `{tag|…}` a content control of somebody else, `<fn:…>` a footnote, `| …` the paragraph of a table's cell.
 */
export type Written = { readonly blocks: readonly Block[]; readonly selected: Span | undefined }

const SHORT = [
  ['E:', 'ki-kompass-entwurf:'],
  ['I:', 'ki-kompass-einfuegung:'],
] as const

const longTag = (tag: string) => SHORT.reduce((name, [short, long]) => name.replace(short, long), tag)
const shortTag = (tag: string) => SHORT.reduce((name, [short, long]) => name.replace(long, short), tag)

const TOKENS = /(\[\+|\+\]|\[-|-\]|\{[A-Za-z0-9:-]+\||\}|«|»|<fn:[^>]*>)/

export function parseNotation(text: string): Written {
  const blocks: Block[] = []
  let [from, to]: [Span['from'] | undefined, Span['to'] | undefined] = [undefined, undefined]
  for (const line of text.split('\n')) {
    const cell = line.startsWith('| ')
    const pieces: Piece[] = []
    const frames: string[] = []
    let state: 'plain' | 'inserted' | 'deleted' = 'plain'
    let at = 0
    for (const token of (cell ? line.slice(2) : line).split(TOKENS)) {
      if (token === '') continue
      if (token === '«') from = { block: blocks.length, at }
      else if (token === '»') to = { block: blocks.length, at }
      else if (token === '[+') state = 'inserted'
      else if (token === '[-') state = 'deleted'
      else if (token === '+]' || token === '-]') state = 'plain'
      else if (token.startsWith('{')) frames.push(longTag(token.slice(1, -1)))
      else if (token === '}') frames.pop()
      else if (token.startsWith('<fn:')) pieces.push({ kind: 'note', text: token.slice(4, -1), frames: [...frames] })
      else {
        pieces.push({ kind: 'words', text: token, state, frames: [...frames] })
        at += token.length
      }
    }
    blocks.push({ pieces, cell })
  }
  return { blocks, selected: from && to ? { from, to } : undefined }
}

export const printNotation = (blocks: readonly Block[]): string =>
  blocks.map(({ pieces, cell }) => (cell ? '| ' : '') + nested(pieces, 0)).join('\n')

function nested(pieces: readonly Piece[], depth: number): string {
  let text = ''
  for (let at = 0; at < pieces.length; ) {
    const tag = pieces[at]?.frames[depth]
    let end = at + 1
    while (end < pieces.length && pieces[end]?.frames[depth] === tag) end++
    const together = pieces.slice(at, end)
    text += tag === undefined ? plain(together) : `{${shortTag(tag)}|${nested(together, depth + 1)}}`
    at = end
  }
  return text
}

const AROUND = { plain: ['', ''], inserted: ['[+', '+]'], deleted: ['[-', '-]'] } as const

/** Neighbours in the same state are one. */
function plain(pieces: readonly Piece[]): string {
  let text = ''
  let open: 'plain' | 'inserted' | 'deleted' = 'plain'
  for (const piece of pieces) {
    const state = piece.kind === 'note' ? 'plain' : piece.state
    if (state !== open) text += AROUND[open][1] + AROUND[state][0]
    open = state
    text += piece.kind === 'note' ? `<fn:${piece.text}>` : piece.text
  }
  return text + AROUND[open][1]
}
