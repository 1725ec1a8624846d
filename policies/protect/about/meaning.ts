import type { Candidate, Scene } from '../detector.js'
import type { Kind } from '../finding.js'
import type { Doc } from '../text/document.js'
import { evidenceAbout } from './evidence.js'
import { type Field, fieldBehind, fieldsBelow } from './fields.js'
import { type Hit, hitsOf } from './hits.js'
import { readSentences, type Sentences } from './sentences.js'
import { NAMED } from './signs.js'

/** Evidence needed before a term counts as a statement about somebody. */
const NEEDED = { state: 1.7, topic: 2.4 } as const
/** A field filled in speaks for itself if its value is a term of the kind. */
const NEEDED_BY_FIELD = { known: -0.5, unknown: 1.7 } as const
const SURE = 3
/** So little below what is needed, a term is still a hint: beside others it counts (see mosaic.ts). */
const NEARLY = 0.8

/** Terms of one kind that are about a particular person. */
export function* meaningOf(kind: Kind, scene: Scene): Generator<Candidate> {
  const { doc, memory } = scene
  const hits = hitsOf(kind, doc)
  if (hits.length === 0) return
  const sentences = sentencesOf(scene)
  const labels: Hit[] = []
  const topics: Hit[] = []
  const told = new Set<number>()
  for (const hit of hits) {
    if (((sentences.signs[hit.first] ?? 0) & NAMED) !== 0) continue
    const field = hit.label ? fieldBehind(doc, kind, hit.last) : undefined
    if (!field && hit.label) labels.push(hit)
    if (!field && hit.section !== 'state') {
      if (hit.section && !hit.label) topics.push(hit)
      continue
    }
    const evidence = evidenceAbout(doc, sentences, hit, memory.personSeen)
    const margin = evidence - (field ? NEEDED_BY_FIELD[field.known ? 'known' : 'unknown'] : NEEDED.state)
    if (margin >= 0) told.add(doc.sentence[hit.first] ?? 0)
    if (!field) yield* stated(doc, hit, margin, evidence)
    else if (margin >= 0) yield filled(field, evidence)
  }
  const columns = labels.length > 0 ? [...fieldsBelow(scene, sentences, kind, labels)] : []
  for (const field of columns) yield filled(field, SURE)
  // What a sentence has told needs no subject besides; the title of a column is none.
  if (columns.length === 0) topics.push(...labels.filter(({ section }) => section === 'topic'))
  for (const hit of topics) {
    if (told.has(doc.sentence[hit.first] ?? 0)) continue
    const evidence = evidenceAbout(doc, sentences, hit, memory.personSeen, true)
    yield* stated(doc, hit, evidence - NEEDED.topic, evidence)
  }
}

function* stated(doc: Doc, hit: Hit, margin: number, evidence: number): Generator<Candidate> {
  if (margin < -NEARLY) return
  yield {
    start: doc.start[hit.first] ?? 0,
    end: doc.end[hit.last] ?? 0,
    certainty: margin < 0 ? 'hinweis' : evidence >= SURE ? 'sicher' : 'wahrscheinlich',
    reason: 'about-a-person',
  }
}

const filled = ({ start, end }: Field, evidence: number): Candidate => ({
  start,
  end,
  certainty: evidence >= SURE ? 'sicher' : 'wahrscheinlich',
  reason: 'form-field',
})

/** Nine kinds ask the same of one block: it is read once. */
const read = new WeakMap<Scene['found'], Sentences>()

function sentencesOf({ doc, found }: Scene): Sentences {
  const known = read.get(found)
  if (known) return known
  const fresh = readSentences(doc, found)
  read.set(found, fresh)
  return fresh
}
