import type { Kind } from './finding.js'
import type { Doc } from './text/document.js'

/** Words of the text that may speak for the kind ("Passwort", "geb."); detectors look at what stands beside them. */
export function* contextWords(doc: Doc, kind: Kind): Generator<number> {
  for (let word = 0; word < doc.count; word++) {
    const { context } = doc.info(word)
    if (context.length > 0 && context.includes(kind)) yield word
  }
}
