/// <reference types="office-js" />
import { deletedFrom } from '../deletions.js'
import type { BodyPart, BodyPiece, Capabilities, Outcome } from '../document.js'
import { inWord } from './failures.js'
import { headerBodies, headersIn } from './headers.js'
import { pagesOf } from './pages.js'

type Texts = Outcome<{ texts: readonly string[] }>
/** How one conversation with Word takes its turn among others. */
export type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Where markings stand comes first, then the body in pages: nobody waits for all of it. */
export async function* readBody(can: Capabilities, turn: Turn): AsyncGenerator<BodyPiece, void, void> {
  const ask = (work: (context: Word.RequestContext) => Promise<Texts>) => turn(() => inWord(work))
  yield* piecesOf('header', await ask(context => headerPart(context, 'header')))
  yield* piecesOf('footer', await ask(context => headerPart(context, 'footer')))
  if (can.deletions) yield* piecesOf('deletion', await ask(deletions))
  if (can.comments) yield* piecesOf('comment', await ask(comments))
  if (can.footnotes) {
    yield* piecesOf('footnote', await ask(context => notes(context, context.document.body.footnotes)))
    yield* piecesOf('endnote', await ask(context => notes(context, context.document.body.endnotes)))
  }
  for await (const page of pagesOf(ask)) yield* piecesOf('body', page)
}

function* piecesOf(part: BodyPart, read: Texts): Generator<BodyPiece> {
  if (read.kind === 'failed') yield { kind: 'unread', part, failure: read.failure }
  else if (read.texts.length > 0) yield { kind: 'read', part, texts: read.texts }
}

async function headerPart(context: Word.RequestContext, part: 'header' | 'footer'): Promise<Texts> {
  const read = await headersIn(context)
  if (read.kind === 'failed') return read
  return { kind: 'done', texts: read.texts.flatMap(found => (found.part === part ? [found.text] : [])) }
}

async function deletions(context: Word.RequestContext): Promise<Texts> {
  const headers = await headerBodies(context)
  const bodies = [...headers.map(({ body }) => body), context.document.body]
  const texts = bodies.map(body => [body.getReviewedText('Original'), body.getReviewedText('Current')] as const)
  await context.sync()
  const gone = texts.flatMap(([original, current]) => deletedFrom(original.value, current.value))
  return { kind: 'done', texts: [...new Set(gone)] }
}

async function comments(context: Word.RequestContext): Promise<Texts> {
  const found = context.document.body.getComments()
  found.load('items/content,items/replies/items/content')
  await context.sync()
  return {
    kind: 'done',
    texts: found.items.flatMap(({ content, replies }) => [content, ...replies.items.map(reply => reply.content)]),
  }
}

async function notes(context: Word.RequestContext, found: Word.NoteItemCollection): Promise<Texts> {
  found.load({ body: { text: true } })
  await context.sync()
  return { kind: 'done', texts: found.items.map(({ body }) => body.text.trim()) }
}
