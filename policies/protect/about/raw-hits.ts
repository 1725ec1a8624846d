import { KINDS, type Kind } from '../finding.js'
import type { Doc } from '../text/document.js'
import type { Term } from '../text/lexicon.js'
import { phraseEnd } from './phrases.js'

export type Stretch = { readonly first: number; readonly last: number }
/** Words of a list as they stand in the text, with the sections they stand in as bits. */
export type Raw = Stretch & { readonly sections: number }

// Sections of the word lists as bits: a term may stand in several.
export const STATE = 1
export const TOPIC = 2
export const LABEL = 4
export const NEVER = 8
export const QUALITY = 16
const BEARER = 32
export const GROUP = 64
export const BOND = 128
export const DEED = 256
const SECTIONS: Readonly<Record<string, number>> = {
  state: STATE,
  topic: TOPIC,
  label: LABEL,
  never: NEVER,
  quality: QUALITY,
  bearer: BEARER,
  group: GROUP,
  bond: BOND,
  deed: DEED,
}

/** Terms of one kind in order, the longest where several begin. */
export function rawHits(kind: Kind, doc: Doc): Raw[] {
  const found = read.get(doc) ?? readTerms(doc)
  read.set(doc, found)
  const hits: Raw[] = []
  let done = -1
  let open = false
  for (const hit of longestOf(found[KINDS.indexOf(kind)] ?? [])) {
    // Of two statements that overlap neither hides the other.
    if (hit.first <= done && !(open && hit.sections & STATE && hit.last > done)) continue
    // A noun that only lets an adjective before it count is no hit of its own, nor does it hide one.
    if (hit.sections === BEARER) continue
    // Bonds hold together what stands between them and may hide nothing.
    done = hit.sections === BOND ? hit.first : hit.last
    open = (hit.sections & STATE) !== 0
    hits.push(hit)
  }
  return hits
}

/** All kinds ask for the terms of one block: it is read once. */
const read = new WeakMap<Doc, readonly (readonly Raw[] | undefined)[]>()

function readTerms(doc: Doc): (Raw[] | undefined)[] {
  const found: (Raw[] | undefined)[] = []
  for (const word of doc.termWords) {
    for (const term of doc.info(word).terms) {
      const hit = hitAt(doc, word, term)
      if (!hit) continue
      const kind = KINDS.indexOf(term.kind)
      const hits = found[kind]
      if (hits) hits.push(hit)
      else found[kind] = [hit]
    }
  }
  return found
}

function hitAt(doc: Doc, word: number, term: Term): Raw | undefined {
  const first = word - term.key
  const last = first < 0 ? undefined : phraseEnd(doc, first, term)
  return last === undefined ? undefined : { first, last, sections: SECTIONS[term.section] ?? 0 }
}

/** Of all that begin at one word the longest, with the sections of all that are as long. */
function longestOf(hits: readonly Raw[]): Raw[] {
  const longest: Raw[] = []
  for (const hit of hits.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    const before = longest.at(-1)
    if (before?.first !== hit.first) longest.push(hit)
    else if (before.last === hit.last)
      longest[longest.length - 1] = { ...before, sections: before.sections | hit.sections }
  }
  return longest
}
