import type { Detector, Found, Memory, Scene } from './detector.js'
import { DETECTORS } from './detectors/index.js'
import type { Kind } from './finding.js'
import type { Lists } from './lists/lists.js'
import { type Doc, type Room, readDocument, roomFor } from './text/document.js'
import type { Lexicon } from './text/lexicon.js'
import type { MappedText } from './text/mapped-text.js'
import { mendWords } from './text/mend.js'
import { normalise } from './text/normalise.js'
import { digitsOfWords } from './text/spelled-digits.js'

/** What the steps of one scan share. */
export type Workshop = { readonly lists: Lists; readonly lexicon: Lexicon; readonly memory: Memory; room?: Room }

/** A block normalised and split into words; digits spoken one by one are digits, odd words are mended. */
export function read(original: string, workshop: Workshop): { readonly normal: MappedText; readonly doc: Doc } {
  const normal = normalise(original)
  const doc = document(normal.text, workshop)
  const spelled = doc.spokenDigits ? digitsOfWords(normal) : normal
  const seen = spelled === normal ? doc : document(spelled.text, workshop)
  const mended = seen.oddWords.length > 0 ? mendWords(spelled, seen, workshop.lexicon) : spelled
  return { normal: mended, doc: mended === spelled ? seen : document(mended.text, workshop) }
}

/** The block in the room of the one before, which nobody needs any more. */
function document(text: string, workshop: Workshop): Doc {
  if (!workshop.room || workshop.room.start.length * 2 < text.length + 4) workshop.room = roomFor(text.length)
  return readDocument(text, workshop.lexicon, workshop.room)
}

/** What the detectors of one stage find in a block, unresolved. */
export function detect(stage: Detector['stage'], scene: Scene): Found[] {
  const found: Found[] = []
  for (const detector of DETECTORS) {
    if (detector.stage !== stage) continue
    for (const candidate of detector.find(scene)) found.push({ ...candidate, kind: detector.kind })
  }
  return found
}

const RANKS = new Map(DETECTORS.map(({ kind }, rank) => [kind, rank]))
const BY_KIND = new Map(DETECTORS.map(detector => [detector.kind, detector]))

/** Place of a kind in the register: the earlier one wins where two kinds claim the same text equally surely. */
export const rankOf = (kind: Kind): number => RANKS.get(kind) ?? DETECTORS.length

/** The detector of a kind; the register holds every kind, a test sees to that. */
export function detectorOf(kind: Kind): Detector {
  const detector = BY_KIND.get(kind)
  if (!detector) throw new Error(`no detector for ${kind}`)
  return detector
}
