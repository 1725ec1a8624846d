import type { Block } from './content.js'
import { readBlock, tidy } from './draw.js'

/** Blocks that came in the place of others. */
export type Change = { readonly at: number; readonly old: readonly Block[]; readonly fresh: readonly Block[] }

/** What stands on the page, kept up to date by reading only the paragraphs that have changed. */
export type Ledger = {
  readonly blocks: () => readonly Block[]
  /** What a person has changed since it was last asked; undefined: nothing. */
  readonly settle: () => Change | undefined
  /** Enters what has been drawn by the page itself. */
  readonly enter: (change: Change) => void
}

type Known = { readonly element: Element; readonly block: Block }

export function openLedger(root: HTMLElement, blocks: readonly Block[]): Ledger {
  let known: readonly Known[] = knownOf(Array.from(root.children), blocks)
  let seen: MutationRecord[] = []
  const observer = new MutationObserver(records => {
    seen = [...seen, ...records]
  })
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  const put = (at: number, count: number, fresh: readonly Known[]): void => {
    known = [...known.slice(0, at), ...fresh, ...known.slice(at + count)]
  }
  return {
    blocks: () => known.map(({ block }) => block),
    settle: () => {
      const records = [...seen, ...observer.takeRecords()]
      seen = []
      if (records.length === 0) return undefined
      tidy(root)
      observer.takeRecords()
      const { at, count, elements } = differing(known, Array.from(root.children), touched(root, records))
      const old = known.slice(at, at + count).map(({ block }) => block)
      const fresh = elements.map(readBlock)
      put(at, count, knownOf(elements, fresh))
      return same(old, fresh) ? undefined : { at, old, fresh }
    },
    enter: ({ at, old, fresh }) => {
      observer.takeRecords()
      put(at, old.length, knownOf(Array.from(root.children).slice(at, at + fresh.length), fresh))
    },
  }
}

const knownOf = (elements: readonly Element[], blocks: readonly Block[]): Known[] =>
  elements.flatMap((element, at) => (blocks[at] ? [{ element, block: blocks[at] }] : []))

/** The paragraphs in which something has happened. */
function touched(root: HTMLElement, records: readonly MutationRecord[]): ReadonlySet<Node> {
  const paragraphs = new Set<Node>()
  for (const { target } of records) {
    let node: Node | null = target
    while (node && node.parentNode !== root) node = node.parentNode
    if (node) paragraphs.add(node)
  }
  return paragraphs
}

/** From the first paragraph that is another or was touched to the last. */
function differing(known: readonly Known[], now: readonly Element[], dirty: ReadonlySet<Node>) {
  const stays = (was: Known | undefined, is: Element | undefined): boolean =>
    was !== undefined && was.element === is && !dirty.has(was.element)
  const most = Math.min(known.length, now.length)
  let at = 0
  while (at < most && stays(known[at], now[at])) at++
  let end = 0
  while (end < most - at && stays(known[known.length - 1 - end], now[now.length - 1 - end])) end++
  return { at, count: known.length - end - at, elements: now.slice(at, now.length - end) }
}

const same = (old: readonly Block[], fresh: readonly Block[]): boolean =>
  old.length === fresh.length && JSON.stringify(old) === JSON.stringify(fresh)
