/// <reference types="office-js" />
import type { Outcome } from '../document.js'

const KINDS = ['Primary', 'FirstPage', 'EvenPages'] as const

export type HeaderBody = { readonly part: 'header' | 'footer'; readonly body: Word.Body }
export type HeaderText = { readonly part: 'header' | 'footer'; readonly text: string }

/** Headers and footers of all sections, each in its three kinds. */
export async function headerBodies(context: Word.RequestContext): Promise<HeaderBody[]> {
  const sections = context.document.sections.load('items')
  await context.sync()
  return sections.items.flatMap(section =>
    KINDS.flatMap((kind): HeaderBody[] => [
      { part: 'header', body: section.getHeader(kind) },
      { part: 'footer', body: section.getFooter(kind) },
    ]),
  )
}

/** A section without one of its own repeats the one before: each text once. */
export async function headersIn(context: Word.RequestContext): Promise<Outcome<{ texts: readonly HeaderText[] }>> {
  const bodies = await headerBodies(context)
  for (const { body } of bodies) body.load({ text: true })
  await context.sync()
  const texts = new Map<string, HeaderText>()
  for (const { part, body } of bodies) {
    const text = body.text.trim()
    if (text) texts.set(`${part} ${text}`, { part, text })
  }
  return { kind: 'done', texts: [...texts.values()] }
}
