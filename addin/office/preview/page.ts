import { frameOf, TITLES } from '../frames.js'
import { type Block, type Piece, words } from './content.js'

/** The editable page: blocks shown as paragraphs, and read back as a person has left them. */
export type Page = {
  readonly blocks: () => Block[]
  /** Shows blocks in the place of the `count` blocks from `at` on; all others stay as they are, with cursor and marks. */
  readonly replace: (at: number, count: number, blocks: readonly Block[]) => void
  readonly root: HTMLElement
}

export function openPage(root: HTMLElement, blocks: readonly Block[], readOnly: boolean): Page {
  root.contentEditable = readOnly ? 'false' : 'true'
  // Without this a browser swallows spaces at the end and writes others as hard ones.
  root.style.whiteSpace = 'pre-wrap'
  root.replaceChildren(...blocks.map(shown))
  plainTextOnly(root)
  return {
    root,
    blocks: () => {
      tidy(root)
      return Array.from(root.children, readBlock)
    },
    replace: (at, count, fresh) => {
      const old = Array.from(root.children).slice(at, at + count)
      const next = root.children[at + count] ?? null
      for (const block of fresh) root.insertBefore(shown(block), next)
      for (const element of old) element.remove()
    },
  }
}

/** What comes from elsewhere comes as text, so that nothing hidden comes with it; bold and the like is not on offer. */
function plainTextOnly(root: HTMLElement): void {
  const take = (event: Event, transfer: DataTransfer | null) => {
    event.preventDefault()
    root.ownerDocument.execCommand('insertText', false, transfer?.getData('text/plain') ?? '')
  }
  root.addEventListener('paste', event => take(event, event.clipboardData))
  root.addEventListener('drop', event => {
    const point = root.ownerDocument.caretPositionFromPoint?.(event.clientX, event.clientY)
    if (point && root.contains(point.offsetNode)) {
      root.ownerDocument.getSelection()?.collapse(point.offsetNode, point.offset)
    }
    take(event, event.dataTransfer)
  })
  root.addEventListener('beforeinput', event => {
    if (event.inputType.startsWith('format')) event.preventDefault()
  })
}

/** Browsers leave bare text or another element where everything was deleted; each becomes a paragraph. */
function tidy(root: HTMLElement): void {
  for (const node of Array.from(root.childNodes)) {
    if (node instanceof HTMLParagraphElement) continue
    root.replaceChild(shown({ pieces: words(node.textContent ?? ''), cell: false }), node)
  }
  if (!root.firstChild) root.append(shown({ pieces: [], cell: false }))
}

function shown({ pieces, cell }: Block): HTMLElement {
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

function readBlock(element: Element): Block {
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
