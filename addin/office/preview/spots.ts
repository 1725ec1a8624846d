import { type Block, cutAt, isGone, lengthOf, type Piece } from './content.js'

/** A stretch of the page: from a character of one block up to a character of another, counted with everything seen. */
export type Span = { readonly from: Spot; readonly to: Spot }
export type Spot = { readonly block: number; readonly at: number }

/** Where a range of the browser lies; undefined if (part of) it is outside the page. */
export function spanOf(root: HTMLElement, range: Range): Span | undefined {
  const from = spotOf(root, range.startContainer, range.startOffset)
  const to = spotOf(root, range.endContainer, range.endOffset)
  return from && to ? { from, to } : undefined
}

function spotOf(root: HTMLElement, node: Node, offset: number): Spot | undefined {
  if (!root.contains(node)) return undefined
  const blocks = Array.from(root.children)
  if (node === root) {
    const element = blocks[offset]
    if (element) return { block: offset, at: 0 }
    return { block: blocks.length - 1, at: blocks.at(-1)?.textContent?.length ?? 0 }
  }
  const block = blocks.findIndex(element => element.contains(node))
  const element = blocks[block]
  if (!element) return undefined
  const before = root.ownerDocument.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return { block, at: before.toString().length }
}

/** The range of the browser for a span. */
export function rangeOf(root: HTMLElement, { from, to }: Span): Range {
  const range = root.ownerDocument.createRange()
  range.setStart(...pointOf(root, from))
  range.setEnd(...pointOf(root, to))
  return range
}

function pointOf(root: HTMLElement, { block, at }: Spot): readonly [Node, number] {
  const element = root.children[block] ?? root
  const walker = root.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (at <= passed + length) return [node, at - passed]
    passed += length
  }
  return [element, element.childNodes.length]
}

/** What of one block lies in a span, and what stands before and behind. */
export type Part = {
  readonly block: number
  readonly before: readonly Piece[]
  readonly pieces: readonly Piece[]
  readonly behind: readonly Piece[]
  readonly cell: boolean
}

export function partsIn(blocks: readonly Block[], { from, to }: Span): Part[] {
  return blocks.slice(from.block, to.block + 1).map(({ pieces, cell }, step) => {
    const block = from.block + step
    const [head, behind] = cutAt(pieces, block === to.block ? to.at : lengthOf(pieces))
    const [before, inside] = block === from.block && from.at > 0 ? cutAt(head, from.at) : [[], head]
    return { block, before, pieces: inside, behind, cell }
  })
}

/** Paragraphs of which tracked changes have left nothing are not counted. */
export const standing = (parts: readonly Part[]): Part[] => parts.filter(({ pieces }) => !isGone(pieces))
