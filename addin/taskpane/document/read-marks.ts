import type { SensitivityLabels } from '../../../policies/pack/labels.js'
import type { Checker } from '../../check/checker.js'
import type { BodyPart, WordDocument } from '../../office/document.js'
import { joined, type Marked, markedBy } from '../../review/marked.js'

/** What the whole document says about itself, and the parts nobody could read. */
export type DocumentMarks = {
  readonly marked: Marked
  /** Whether a stamp is among it, and not labels alone. */
  readonly stamped: boolean
  readonly unread: readonly BodyPart[]
}

/** Markings first, then everything that stands in it: a stamp in a comment or in deleted text counts as much as one in the header. */
export async function readMarks(
  document: WordDocument,
  checker: Checker,
  house: SensitivityLabels,
): Promise<DocumentMarks> {
  const outcome = await document.readMarkings()
  if (outcome.kind === 'failed') throw new Error(outcome.failure)
  const { labels, texts } = outcome.markings
  let marked = markedBy([], labels, house)
  let stamped = false
  const look = async (text: string): Promise<void> => {
    for (const slice of slicesOf(text)) {
      const found = markedBy([await checker.check(slice, () => {})], [], house)
      marked = joined(marked, found)
      stamped ||= found.class !== undefined
      await breath()
    }
  }
  for (const { text } of texts) await look(text)
  const unread = new Set<BodyPart>()
  for await (const piece of document.readBody()) {
    if (piece.kind === 'unread') unread.add(piece.part)
    else await look(piece.texts.join('\n'))
  }
  return { marked, stamped, unread: [...unread] }
}

/** Short enough to be checked at once: the worker for long texts is for what a person has entered. */
const LONGEST = 10_000

function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const line = text.lastIndexOf('\n', at + LONGEST)
    const end = text.length - at <= LONGEST || line <= at ? at + LONGEST : line
    yield text.slice(at, end)
    at = end
  }
}

/** Lets the browser draw and take keys. */
const breath = (): Promise<void> => new Promise(done => setTimeout(done))
