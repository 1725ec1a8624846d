import type { Kind } from '../finding.js'
import { type Doc, isCapital, wordAt } from '../text/document.js'
import { PEOPLE, RELATION, SALUTATION } from '../text/flags.js'
import { kindBit } from '../text/lexicon.js'
import { phraseEnd } from './phrases.js'

/** A term of a word list as it stands in the text, from word `first` to word `last`. */
export type Hit = {
  readonly first: number
  readonly last: number
  /** How much it needs before it counts; undefined: a label only. */
  readonly section: 'state' | 'topic' | undefined
  readonly label: boolean
}

type Raw = { readonly first: number; readonly last: number; readonly sections: ReadonlySet<string> }

/** Terms of one kind in order, longest phrase first, none inside a `never` phrase. */
export function hitsOf(kind: Kind, doc: Doc): Hit[] {
  const raw = rawHits(kind, doc)
  const bonds = raw.filter(({ sections }) => sections.has('bond'))
  const hits: Hit[] = []
  for (const one of raw) {
    const hit = hitOf(doc, kind, one, bonds)
    if (!hit) continue
    const before = hits.at(-1)
    if (before && hit.last <= before.last) continue
    // A bond that counts by itself ends where the group behind it ends: "Anklage", "Anklage wegen Betrugs".
    if (before && (hit.first <= before.last || isOneWith(doc, before, hit))) hits[hits.length - 1] = joined(before, hit)
    else hits.push(hit)
  }
  return hits
}

function rawHits(kind: Kind, doc: Doc): Raw[] {
  const hits: Raw[] = []
  const bit = kindBit(kind)
  let done = -1
  for (const word of doc.termWords) {
    if (word <= done || (doc.info(word).termKinds & bit) === 0) continue
    let longest = -1
    let sections = new Set<string>()
    for (const term of doc.info(word).terms) {
      if (term.kind !== kind) continue
      const last = phraseEnd(doc, word, term)
      if (last === undefined || last < longest) continue
      if (last > longest) sections = new Set()
      longest = last
      sections.add(term.section)
    }
    if (longest < 0) continue
    // A noun that only lets an adjective before it count is no hit of its own, nor does it hide one.
    if (sections.size === 1 && sections.has('bearer')) continue
    done = longest
    hits.push({ first: word, last: longest, sections })
  }
  return hits
}

function hitOf(doc: Doc, kind: Kind, raw: Raw, bonds: readonly Raw[]): Hit | undefined {
  const { first, last, sections } = raw
  if (sections.has('never')) return undefined
  const label = sections.has('label')
  if (sections.has('state')) return { first, last, section: 'state', label }
  const quality = sections.has('quality') ? qualityAt(doc, kind, first, last) : undefined
  if (quality) return { ...quality, section: 'state', label }
  const bound = sections.has('group') ? boundTo(doc, raw, bonds) : undefined
  if (bound) return { ...bound, section: 'state', label }
  if (sections.has('topic')) return { first, last, section: 'topic', label }
  return label ? { first, last, section: undefined, label } : undefined
}

/** "ist evangelisch", "kurdischer Herkunft", "muslimische Familie"; but not "evangelische Kita" or "spricht Türkisch". */
function qualityAt(doc: Doc, kind: Kind, first: number, last: number): { first: number; last: number } | undefined {
  const next = last + 1
  const gap = next < doc.count ? doc.text.slice(doc.end[last], doc.start[next]) : '\n'
  if (/^(?: |-|\. )$/.test(gap) && isCapital(doc, next)) {
    if (doc.info(next).terms.some(({ section, kind: of }) => section === 'bearer' && of === kind))
      return { first, last: next }
    return (doc.info(next).flags & (RELATION | PEOPLE | SALUTATION)) !== 0 ? { first, last } : undefined
  }
  // A capital within a sentence makes a language or a name of it.
  const capital = isCapital(doc, first) && wordAt(doc, first).length > 4 && first > 0
  const proper = capital && doc.sentence[first - 1] === doc.sentence[first] && isAmid(doc, first)
  return proper || /^-/.test(gap) ? undefined : { first, last }
}

const isAmid = (doc: Doc, word: number): boolean => doc.text.slice(doc.end[word - 1], doc.start[word]) === ' '

const FARTHEST_BOND = 6
const BREAK = /[;:!?\n]/
const BEFORE_GROUP = /^(?:in|zu[rm]?|aus|bei[m]?|für|wegen|der|die|den|dem|im|zur)$/i

/** A party or union counts where the text binds somebody to it; the stretch reaches from one to the other. */
function boundTo(doc: Doc, group: Raw, bonds: readonly Raw[]): { first: number; last: number } | undefined {
  let best: { first: number; last: number } | undefined
  for (const bond of bonds) {
    if (bond.first > group.last + FARTHEST_BOND) break
    if (bond.last < group.first - FARTHEST_BOND || doc.sentence[bond.first] !== doc.sentence[group.first]) continue
    const first = Math.min(group.first, bond.first)
    const last = Math.max(group.last, bond.last)
    if (BREAK.test(doc.text.slice(doc.start[first], doc.end[last]))) continue
    if (!best || last - first < best.last - best.first) best = { first, last }
  }
  if (!best || best.first < group.first) return best
  let { first } = best
  while (first > 0 && best.first - first < 2 && isAmid(doc, first) && BEFORE_GROUP.test(wordAt(doc, first - 1))) first--
  return { first, last: best.last }
}

/** Neighbours say one thing: "Depression krankgeschrieben". */
const isOneWith = (doc: Doc, before: Hit, next: Hit): boolean =>
  next.first === before.last + 1 && !before.label && !next.label && isAmid(doc, next.first)

const joined = (before: Hit, next: Hit): Hit => ({
  first: Math.min(before.first, next.first),
  last: next.last,
  section: before.section === 'state' || next.section === 'state' ? 'state' : 'topic',
  label: false,
})
