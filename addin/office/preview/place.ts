import { type Block, lengthOf } from './content.js'
import type { Page } from './page.js'
import { rangeOf, type Span, spanOf } from './spots.js'

/** What was selected last, as a range the browser keeps in place while somebody types elsewhere. */
export type Places = {
  readonly selected: () => Span | undefined
  /** Names a span; the one named before is forgotten. */
  readonly hold: (span: Span) => string
  readonly spanOf: (place: string) => Span | undefined
  /** Writing draws paragraphs anew and the browser loses the range: it becomes what stands there now. */
  readonly around: <Result>(place: string, write: (span: Span | undefined) => Result) => Result
}

export function openPlaces({ root, blocks }: Page): Places {
  let held: { readonly place: string; readonly range: Range } | undefined
  const find = (place: string) => (held?.place === place ? spanOf(root, held.range) : undefined)
  return {
    selected: () => {
      const selection = root.ownerDocument.getSelection()
      return selection && selection.rangeCount > 0 ? spanOf(root, selection.getRangeAt(0)) : undefined
    },
    hold: span => {
      held = { place: String(Number(held?.place ?? 0) + 1), range: rangeOf(root, span) }
      return held.place
    },
    spanOf: find,
    around: (place, write) => {
      const [span, before] = [find(place), blocks()]
      const result = write(span)
      if (span) held = { place, range: rangeOf(root, spanAfter(span, before, blocks())) }
      return result
    },
  }
}

/** The blocks and characters behind a span are the same as before. */
function spanAfter({ from, to }: Span, before: readonly Block[], now: readonly Block[]): Span {
  const block = to.block + now.length - before.length
  const behind = lengthOf(before[to.block]?.pieces ?? []) - to.at
  return { from, to: { block, at: lengthOf(now[block]?.pieces ?? []) - behind } }
}
