import type { Kind } from './finding.js'
import type { Doc } from './text/document.js'
import { kindBit } from './text/lexicon.js'

/** Words of the text that may speak for the kind ("Passwort", "geb."); detectors look at what stands beside them. */
export function* contextWords(doc: Doc, kind: Kind): Generator<number> {
  const bit = kindBit(kind)
  for (const word of doc.contextWords) {
    if ((doc.info(word).contextKinds & bit) !== 0) yield word
  }
}
