import { textOf } from './apply.js'
import type { Page } from './page.js'
import { partsIn, rangeOf, type Span, spanOf } from './spots.js'

/** The text written last without a frame: a second press finds it, unless somebody has changed it or taken it back. */
export type Unframed = {
  readonly hold: (key: string, span: Span) => void
  readonly stands: (key: string, text: string) => boolean
}

export function openUnframed({ root, blocks }: Page): Unframed {
  let last: { readonly key: string; readonly range: Range } | undefined
  return {
    hold: (key, span) => {
      last = { key, range: rangeOf(root, span) }
    },
    stands: (key, text) => {
      const all = blocks()
      const span = last?.key === key ? spanOf(root, last.range) : undefined
      return span !== undefined && textOf(partsIn(all, span)) === text
    },
  }
}
