import type { Candidate, Scene } from '../detector.js'
import type { Kind } from '../finding.js'
import type { Doc } from '../text/document.js'
import { evidenceAbout } from './evidence.js'
import { type Field, fieldBehind, fieldsBelow } from './fields.js'
import { type Hit, hitsOf } from './hits.js'
import { readSentences, type Sentences } from './sentences.js'
import { IDENTIFIED, NAMED } from './signs.js'

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
      if (hit.section === 'aside') yield* beside(doc, sentences, kind, hit)
      else if (hit.section && !hit.label) topics.push(hit)
      continue
    }
    const evidence = evidenceAbout(doc, sentences, hit, memory.personSeen)
    const margin = evidence - (field ? NEEDED_BY_FIELD[field.known ? 'known' : 'unknown'] : NEEDED.state)
    if (margin >= 0 && kind !== 'SOCIAL_BENEFIT') told.add(doc.line[hit.first] ?? 0)
    if (!field) yield* stated(doc, sentences, hit, margin, evidence)
    else if (margin >= 0) yield filled(field, evidence)
  }
  const columns = labels.length > 0 ? [...fieldsBelow(scene, sentences, kind, labels)] : []
  for (const field of columns) yield filled(field, SURE)
  // What a sentence has told needs no subject besides; the title of a column is none.
  if (columns.length === 0) topics.push(...labels.filter(({ section }) => section === 'topic'))
  for (const hit of topics) {
    if (told.has(doc.line[hit.first] ?? 0)) continue
    const evidence = evidenceAbout(doc, sentences, hit, memory.personSeen, true)
    yield* stated(doc, sentences, hit, evidence - NEEDED.topic, evidence)
  }
}

function* stated(doc: Doc, sentences: Sentences, hit: Hit, margin: number, evidence: number): Generator<Candidate> {
  if (margin < -NEARLY) return
  const { first, last } = wholeWords(doc, hit)
  yield {
    start: doc.start[first] ?? 0,
    end: withBracket(doc, sentences, last),
    certainty: margin < 0 ? 'hinweis' : evidence >= SURE ? 'sicher' : 'wahrscheinlich',
    reason: 'about-a-person',
  }
}

/** "Siebenten-Tags-Adventist", "Epilepsie-Notfallplan": a compound is one word. */
function wholeWords(doc: Doc, { first: from, last: to }: Hit): { first: number; last: number } {
  let first = from
  while (first > 0 && from - first < LONGEST_COMPOUND && isHyphen(doc, first - 1)) first--
  let last = to
  while (last + 1 < doc.count && last - to < LONGEST_COMPOUND && isHyphen(doc, last)) last++
  return { first, last }
}

const LONGEST_COMPOUND = 2
const isHyphen = (doc: Doc, word: number): boolean =>
  doc.start[word + 1] === (doc.end[word] ?? 0) + 1 && doc.text.charAt(doc.end[word] ?? 0) === '-'

const DETAIL = /^ \([^()\n]{0,12}\d[^()\n]{0,20}\)/

/** "Sehbehinderung (Visus 0,05)": a detail in brackets, if it is not somebody's name or number. */
function withBracket(doc: Doc, { signs }: Sentences, last: number): number {
  const end = doc.end[last] ?? 0
  const detail = DETAIL.exec(doc.text.slice(end, end + LONGEST_DETAIL))
  if (!detail) return end
  for (let word = last + 1; word < doc.count && (doc.start[word] ?? 0) < end + detail[0].length; word++)
    if ((signs[word] ?? 0) & (NAMED | IDENTIFIED)) return end
  return end + detail[0].length
}

const LONGEST_DETAIL = 40
const OFFICE =
  /abgeordnet|bürgermeister|landrat|landrät|minister|beigeordnet|ratsfrau|ratsherr|dezernent|fraktion|ausschuss|gemeinderat|stadtrat|sitzung|mandat|wahlvorschlag|sitzverteilung/i

/** A union or party alone beside a name, in a row or in brackets; of those who sit in a council it is public. */
function* beside(doc: Doc, sentences: Sentences, kind: Kind, hit: Hit): Generator<Candidate> {
  if (kind !== 'UNION_MEMBERSHIP' && kind !== 'POLITICAL_OPINION') return
  if (kind === 'POLITICAL_OPINION' && OFFICE.test(doc.text.slice(0, LONGEST_LIST))) return
  let row = 0
  for (let at = hit.first; at >= 0 && doc.line[at] === doc.line[hit.first] && hit.first - at < ROW; at--)
    row |= sentences.signs[at] ?? 0
  if (row & NAMED) yield* stated(doc, sentences, hit, 0, SURE)
}

const ROW = 20
const LONGEST_LIST = 2000

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
