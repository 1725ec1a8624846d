import { frameOf, TITLES } from '../frames.js'
import type { Block, Piece } from './content.js'

/** A block as a paragraph of the page. */
export function shown({ pieces, cell }: Block): HTMLElement {
  const element = document.createElement('p')
  if (cell) element.className = 'cell'
  element.append(...nested(pieces, 0))
  // An empty paragraph has no height and takes no cursor.
  if (!element.firstChild) element.append(document.createElement('br'))
  return element
}

/** Neighbours in the same frame stand in one element. */
function nested(pieces: readonly Piece[], depth: number): Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < pieces.length; ) {
    const tag = pieces[at]?.frames[depth]
    let end = at + 1
    while (end < pieces.length && pieces[end]?.frames[depth] === tag) end++
    const together = pieces.slice(at, end)
    nodes.push(...(tag === undefined ? together.map(pieceNode) : [frameNode(tag, nested(together, depth + 1))]))
    at = end
  }
  return nodes
}

function frameNode(tag: string, inside: readonly Node[]): HTMLElement {
  const element = document.createElement('span')
  element.dataset.tag = tag
  const frame = frameOf(tag)
  if (frame) {
    element.className = `frame ${frame.kind}`
    element.dataset.title = TITLES[frame.kind]
    element.setAttribute('role', 'group')
    element.setAttribute('aria-label', TITLES[frame.kind])
  }
  element.append(...inside)
  return element
}

const ELEMENTS = { inserted: 'ins', deleted: 'del' } as const

function pieceNode(piece: Piece): Node {
  if (piece.kind === 'note') {
    const note = document.createElement('sup')
    note.dataset.note = piece.text
    note.contentEditable = 'false'
    return note
  }
  if (piece.state === 'plain') return document.createTextNode(piece.text)
  const element = document.createElement(ELEMENTS[piece.state])
  element.textContent = piece.text
  return element
}

/** A paragraph as a person has left it. */
export function readBlock(element: Element): Block {
  const pieces: Piece[] = []
  const read = (node: Node, state: 'plain' | 'inserted' | 'deleted', frames: readonly string[]): void => {
    if (node instanceof Text) {
      if (node.data) pieces.push({ kind: 'words', text: node.data.replaceAll('\u00a0', ' '), state, frames })
      return
    }
    if (!(node instanceof HTMLElement)) return
    const { note, tag } = node.dataset
    if (note !== undefined) pieces.push({ kind: 'note', text: note, frames })
    else {
      const inside = node.localName === 'ins' ? 'inserted' : node.localName === 'del' ? 'deleted' : state
      for (const child of node.childNodes) read(child, inside, tag === undefined ? frames : [...frames, tag])
    }
  }
  for (const child of element.childNodes) read(child, 'plain', [])
  return { pieces, cell: element.classList.contains('cell') }
}

/**
 * Browsers leave bare text or another element where everything was deleted; each becomes a paragraph. Somebody may be typing
 * in it: the cursor stays where it is.
 */
export function tidy(root: HTMLElement): void {
  const stray = Array.from(root.childNodes).filter(node => !(node instanceof HTMLParagraphElement))
  if (stray.length === 0 && root.firstChild) return
  const selection = root.ownerDocument.getSelection()
  const { anchorNode, anchorOffset } = selection ?? { anchorNode: null, anchorOffset: 0 }
  for (const node of stray) {
    const paragraph = document.createElement('p')
    root.replaceChild(paragraph, node)
    if (node instanceof Text || node instanceof HTMLBRElement) paragraph.append(node)
    else paragraph.append(...node.childNodes)
    if (!paragraph.firstChild) paragraph.append(document.createElement('br'))
  }
  if (!root.firstChild) root.append(shown({ pieces: [], cell: false }))
  if (anchorNode === root) selection?.collapse(root.firstChild, 0)
  else if (anchorNode && root.contains(anchorNode)) selection?.collapse(anchorNode, anchorOffset)
}
