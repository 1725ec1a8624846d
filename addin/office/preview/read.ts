import { deletedFrom } from '../deletions.js'
import type { BodyPart, BodyPiece, Markings } from '../document.js'
import { isLabelProperty, labelsOf, type Property } from '../markings.js'
import { type Block, type Content, currentText, originalText } from './content.js'

/** So many paragraphs at a time; in between the browser gets to draw and to take keys. */
const PAGE = 200

export async function* readPieces(content: Content, blocks: readonly Block[]): AsyncGenerator<BodyPiece, void, void> {
  yield* piece('header', content.headers)
  yield* piece('footer', content.footers)
  yield* piece('deletion', deletions(blocks))
  yield* piece('comment', content.comments)
  yield* piece('footnote', notesOf(blocks))
  for (let at = 0; at < blocks.length; at += PAGE) {
    yield* piece(
      'body',
      blocks.slice(at, at + PAGE).map(({ pieces }) => currentText(pieces)),
    )
    await new Promise(done => setTimeout(done))
  }
}

function* piece(part: BodyPart, texts: readonly string[]): Generator<BodyPiece> {
  if (texts.length > 0) yield { kind: 'read', part, texts }
}

const deletions = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ pieces }) => deletedFrom(originalText(pieces), currentText(pieces)))

const notesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ pieces }) => pieces.flatMap(found => (found.kind === 'note' ? [found.text] : [])))

export const markingsOf = (content: Content, properties: readonly Property[]): Markings => ({
  labels: labelsOf(properties),
  texts: [
    ...content.headers.map(text => ({ part: 'header' as const, text })),
    ...content.footers.map(text => ({ part: 'footer' as const, text })),
    ...properties
      .filter(({ name }) => !isLabelProperty(name))
      .map(({ value }) => ({ part: 'property' as const, text: value })),
  ],
  unread: [],
})
