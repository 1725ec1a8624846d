import type { Candidate, Scene } from '../detector.js'
import type { Kind } from '../finding.js'
import type { Doc } from '../text/document.js'
import { NOT_NAME, STREET } from '../text/flags.js'
import { evidenceAbout } from './evidence.js'
import { phraseEnd } from './phrases.js'
import { readSentences, type Sentences } from './sentences.js'

/** Evidence needed before a term counts as a statement about somebody. */
const NEEDED: Readonly<Record<string, number>> = { state: 1.7, topic: 2.4, label: 0.5 }
const SURE = 3

type Hit = { readonly first: number; readonly last: number; readonly section: string }

/** Terms of one kind that are about a particular person, longest phrase first, none inside a `never` phrase. */
export function* meaningOf(kind: Kind, scene: Scene): Generator<Candidate> {
  const { doc, memory } = scene
  const hits = hitsOf(kind, doc)
  if (hits.length === 0) return
  const sentences = sentencesOf(scene)
  for (const { first, last, section } of hits) {
    const evidence = evidenceAbout(doc, sentences, first, memory.personSeen)
    const needed = NEEDED[section]
    if (needed === undefined || evidence < needed) continue
    const field = section === 'label' ? valueBehind(doc, last) : undefined
    if (section === 'label' && !field) continue
    yield {
      start: field?.start ?? doc.start[first] ?? 0,
      end: field?.end ?? doc.end[last] ?? 0,
      certainty: evidence >= SURE ? 'sicher' : 'wahrscheinlich',
      reason: field ? 'form-field' : 'about-a-person',
    }
  }
}

function hitsOf(kind: Kind, doc: Doc): Hit[] {
  const hits: Hit[] = []
  let done = -1
  for (const word of doc.termWords) {
    if (word <= done) continue
    let best: Hit | undefined
    for (const term of doc.info(word).terms) {
      if (term.kind !== kind) continue
      const last = phraseEnd(doc, word, term)
      if (last === undefined || (best && last - word < best.last - best.first)) continue
      if (best && last === best.last && term.section !== 'never') continue
      best = { first: word, last, section: term.section }
    }
    if (!best) continue
    done = best.last
    hits.push(best)
  }
  return hits
}

/** The value of a form field: what stands behind the label up to the end of the field. */
function valueBehind(doc: Doc, label: number): { start: number; end: number } | undefined {
  const gap = doc.text.slice(doc.end[label], doc.start[label + 1])
  if (label + 1 >= doc.count || !/^\s*[:=|\t]\s*$|^ $/.test(gap)) return undefined
  const first = label + 1
  if ((doc.info(first).flags & (NOT_NAME | STREET)) !== 0) return undefined
  let last = first
  while (last + 1 < doc.count && last - first < 4 && /^[ -]$/.test(doc.text.slice(doc.end[last], doc.start[last + 1])))
    last++
  return { start: doc.start[first] ?? 0, end: doc.end[last] ?? 0 }
}

/** Nine kinds ask the same of one block: it is read once. */
const read = new WeakMap<Scene['found'], Sentences>()

function sentencesOf({ doc, found }: Scene): Sentences {
  const known = read.get(found)
  if (known) return known
  const fresh = readSentences(doc, found)
  read.set(found, fresh)
  return fresh
}
