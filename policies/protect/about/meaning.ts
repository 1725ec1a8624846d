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
  const labels: string[] = []
  for (const hit of hits) {
    if (((sentences.signs[hit.first] ?? 0) & NAMED) !== 0) continue
    const field = hit.label ? fieldBehind(doc, kind, hit.last) : undefined
    const evidence = evidenceAbout(doc, sentences, hit, memory.personSeen)
    if (field) {
      if (evidence >= (field.known ? NEEDED_BY_FIELD.known : NEEDED_BY_FIELD.unknown)) yield filled(field, evidence)
      continue
    }
    if (hit.label) labels.push(textOf(doc, hit))
    if (hit.section) yield* stated(doc, hit, evidence - NEEDED[hit.section], evidence)
  }
  if (labels.length === 0) return
  for (const field of fieldsBelow(scene, sentences, kind, labels)) yield filled(field, SURE)
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

const textOf = (doc: Doc, { first, last }: Hit): string => doc.text.slice(doc.start[first], doc.end[last])

/** Nine kinds ask the same of one block: it is read once. */
const read = new WeakMap<Scene['found'], Sentences>()

function sentencesOf({ doc, found }: Scene): Sentences {
  const known = read.get(found)
  if (known) return known
  const fresh = readSentences(doc, found)
  read.set(found, fresh)
  return fresh
}
