/// <reference types="office-js" />
import { failed, type Outcome } from '../document.js'

type Texts = Outcome<{ texts: readonly string[] }>
type Ask = (work: (context: Word.RequestContext) => Promise<Texts>) => Promise<Texts>

/** A few pages of paper: enough that 300 take little longer than at once, few enough that Word stays quick meanwhile. */
const PAGE = 200

/**
 * The paragraphs, page by page. Each page begins with the last paragraph of the one before; if that is no longer the same,
 * somebody has written meanwhile and paragraphs may have been missed: that is said, not glossed over.
 */
export async function* pagesOf(ask: Ask): AsyncGenerator<Texts, void, void> {
  let last: string | undefined
  for (let skip = 0; ; skip += PAGE - 1) {
    const read = await ask(context => page(context, { $skip: skip, $top: PAGE }))
    if (read.kind === 'failed') return yield read
    const { texts } = read
    // A Word that knows no pages gives everything with the first.
    if (texts.length > PAGE) return yield read
    if (last !== undefined && texts[0] !== last) return yield failed('changed')
    const fresh = last === undefined ? texts : texts.slice(1)
    if (fresh.length > 0) yield { kind: 'done', texts: fresh }
    if (texts.length < PAGE) return
    last = texts.at(-1)
  }
}

async function page(context: Word.RequestContext, cut: { $skip: number; $top: number }): Promise<Texts> {
  const paragraphs = context.document.body.paragraphs.load({ text: true, ...cut })
  await context.sync()
  return { kind: 'done', texts: paragraphs.items.map(({ text }) => text) }
}
