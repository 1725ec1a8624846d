import type { Block } from './content.js'
import { shown } from './draw.js'
import { openHistory, type Way } from './history.js'
import { openInput } from './input.js'
import { type Change, openLedger } from './ledger.js'
import { rangeOf, type Span, type Spot, spanOf } from './spots.js'
import { cursorAfter, withTyped } from './typed.js'

/** The editable page: blocks shown as paragraphs, and read back as a person has left them. */
export type Page = {
  readonly blocks: () => readonly Block[]
  /** Shows blocks in the place of the `count` blocks from `at` on; all others stay as they are, with cursor and marks. */
  readonly replace: (at: number, count: number, blocks: readonly Block[]) => void
  readonly root: HTMLElement
}

export type Watching = {
  /** A person has changed something, or taken something back. */
  readonly onEdit: () => void
  /** Something was brought that is no text. */
  readonly onRefused: () => void
}

/**
 * Typing is left to the browser. What is pasted, or written through the port, the page draws itself: a browser takes seconds
 * for a long text, and forgets how to undo where somebody else has drawn. So what can be taken back is kept here.
 */
export function openPage(root: HTMLElement, blocks: readonly Block[], readOnly: boolean, watching: Watching): Page {
  root.contentEditable = readOnly ? 'false' : 'true'
  // Without this a browser swallows spaces at the end and writes others as hard ones.
  root.style.whiteSpace = 'pre-wrap'
  root.replaceChildren(...blocks.map(shown))
  const ledger = openLedger(root, blocks)
  const history = openHistory()

  const settle = (way: Way): void => {
    const change = ledger.settle()
    if (change) history.add(change, way, performance.now())
  }
  const draw = (change: Change): void => {
    drawIn(root, change)
    ledger.enter(change)
  }
  const replace: Page['replace'] = (at, count, fresh) => {
    settle('at-once')
    const change = { at, old: ledger.blocks().slice(at, at + count), fresh }
    draw(change)
    history.add(change, 'at-once', performance.now())
  }
  const travel = (way: 'undo' | 'redo'): void => {
    settle('at-once')
    const change = history[way]()
    if (!change) return
    draw(change)
    putCursor(root, cursorAfter(change))
    watching.onEdit()
  }
  if (!readOnly) {
    openInput(root, {
      onTyped: () => {
        settle('typed')
        watching.onEdit()
      },
      onText: text => {
        settle('at-once')
        const span = selectedIn(root)
        if (!span) return
        const typed = withTyped(ledger.blocks(), span, text)
        replace(span.from.block, span.to.block - span.from.block + 1, typed.blocks)
        putCursor(root, typed.cursor)
        watching.onEdit()
      },
      onRefused: watching.onRefused,
      onTravel: travel,
    })
  }
  return {
    root,
    blocks: () => {
      settle('at-once')
      return ledger.blocks()
    },
    replace,
  }
}

function drawIn(root: HTMLElement, { at, old, fresh }: Change): void {
  const gone = Array.from(root.children).slice(at, at + old.length)
  const next = root.children[at + old.length] ?? null
  const drawn = root.ownerDocument.createDocumentFragment()
  for (const block of fresh) drawn.append(shown(block))
  root.insertBefore(drawn, next)
  for (const element of gone) element.remove()
}

function selectedIn(root: HTMLElement): Span | undefined {
  const selection = root.ownerDocument.getSelection()
  return selection && selection.rangeCount > 0 ? spanOf(root, selection.getRangeAt(0)) : undefined
}

function putCursor(root: HTMLElement, spot: Spot): void {
  const range = rangeOf(root, { from: spot, to: spot })
  root.ownerDocument.getSelection()?.collapse(range.startContainer, range.startOffset)
  root.children[spot.block]?.scrollIntoView({ block: 'nearest' })
}
