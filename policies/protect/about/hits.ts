import type { Kind } from '../finding.js'
import { type Doc, isCapital, wordAt } from '../text/document.js'
import { FUNCTION_WORD, NAMED_AFTER, PEOPLE, RELATION, SALUTATION } from '../text/flags.js'
import { BOND, DEED, GROUP, LABEL, NEVER, QUALITY, type Raw, rawHits, STATE, type Stretch, TOPIC } from './raw-hits.js'

/** A term of a word list as it stands in the text, from word `first` to word `last`. */
export type Hit = {
  readonly first: number
  readonly last: number
  /** How much it needs before it counts; undefined: a label only. */
  readonly section: 'state' | 'topic' | 'aside' | undefined
  readonly label: boolean
  /** A topic beside a deed: "bewilligt", "abgelehnt". */
  readonly done?: boolean
}

/** Terms of one kind in order, longest phrase first, none inside a `never` phrase. */
export function hitsOf(kind: Kind, doc: Doc): Hit[] {
  const raw = rawHits(kind, doc)
  // "ermittelt die Staatsanwaltschaft" binds an offence as "ermittelt" does.
  const binding = kind === 'CRIMINAL_RECORD' ? BOND | STATE : BOND
  const bonds = raw.filter(({ sections }) => (sections & binding) !== 0)
  const deeds = raw.filter(({ sections }) => (sections & DEED) !== 0)
  const hits: Hit[] = []
  for (const one of raw) {
    const hit = hitOf(doc, kind, one, bonds, deeds)
    if (!hit) continue
    const before = hits.at(-1)
    if (before && hit.last <= before.last) continue
    // A bond that counts by itself ends where the group behind it ends: "Anklage", "Anklage wegen Betrugs".
    if (before && (hit.first <= before.last || isOneWith(doc, before, hit))) hits[hits.length - 1] = joined(before, hit)
    else hits.push(hit)
  }
  return hits
}

function hitOf(doc: Doc, kind: Kind, raw: Raw, bonds: readonly Raw[], deeds: readonly Raw[]): Hit | undefined {
  const { first, last, sections } = raw
  if (sections & NEVER) return undefined
  const label = (sections & LABEL) !== 0
  if (sections & STATE) {
    // "ist bei ver.di" and then "aktiv": the bond right behind belongs to it.
    const bond = bonds.find(next => next.first === last + 1 && isAmid(doc, next.first))
    return { first: telling(doc, first, last), last: bond?.last ?? last, section: 'state', label }
  }
  const quality = sections & QUALITY ? qualityAt(doc, kind, first, last) : undefined
  if (quality) return { ...quality, section: 'state', label }
  const bound = sections & GROUP ? boundTo(doc, raw, bonds) : undefined
  if (bound) return { ...bound, section: 'state', label }
  // "Ich bekomme Wohngeld" says as much as a state; the stretch stays the topic alone.
  if ((sections & TOPIC) === 0) {
    if (sections & GROUP && isAside(doc, first, last)) return { first, last, section: 'aside', label: false }
    return label ? { first, last, section: undefined, label } : undefined
  }
  const done = boundTo(doc, raw, deeds, FARTHEST_DEED) !== undefined
  return { first, last, section: done ? 'state' : 'topic', label, done }
}

const SAYS_NOTHING =
  /^(?:ist|war|sei|bin|hat|habe|hatte|weil|er|sie|ich|wir|selbst|bezieh\w{1,2}|bekomm\w{1,2}|erhalten?|krieg\w{0,2})$/i

/** Of "hat MS" and "weil er schwarz" the words that tell something. */
function telling(doc: Doc, first: number, last: number): number {
  let from = first
  while (from < last && SAYS_NOTHING.test(wordAt(doc, from))) from++
  return from
}

/** "ist evangelisch", "kurdischer Herkunft", "muslimische Familie"; but not "evangelische Kita" or "spricht Türkisch". */
function qualityAt(doc: Doc, kind: Kind, first: number, last: number): Stretch | undefined {
  const next = last + 1
  const gap = next < doc.count ? doc.text.slice(doc.end[last], doc.start[next]) : '\n'
  const abbreviated = gap === '. ' && wordAt(doc, last).length <= LONGEST_ABBREVIATION
  if ((gap === ' ' || gap === '-' || abbreviated) && isCapital(doc, next)) {
    if (hasTerm(doc, next, kind, 'bearer')) return { first, last: next }
    if (hasTerm(doc, next, kind, 'state')) return { first, last }
    return (doc.info(next).flags & (RELATION | PEOPLE | SALUTATION)) !== 0 ? { first, last } : undefined
  }
  return /^-/.test(gap) || isLanguage(doc, first, gap) || isOfInstitution(doc, first) ? undefined : { first, last }
}

/** "ev. Kita", but not "bisher evangelisch. Mitteilung an …". */
const LONGEST_ABBREVIATION = 5

const hasTerm = (doc: Doc, word: number, kind: Kind, section: string): boolean =>
  doc.info(word).terms.some(term => term.key === 0 && term.kind === kind && term.section === section)

/** "Die Kita ist evangelisch." */
function isOfInstitution(doc: Doc, word: number): boolean {
  for (let at = word - 1; at >= 0 && word - at <= 3 && isAmid(doc, at + 1); at--) {
    if ((doc.info(at).flags & NAMED_AFTER) !== 0) return true
  }
  return false
}

/** A capital within a sentence makes a language of it ("spricht Kurdisch"), as does "Kurdisch für Anfänger". */
function isLanguage(doc: Doc, word: number, gap: string): boolean {
  if (!isCapital(doc, word) || !wordAt(doc, word).endsWith('isch')) return false
  return gap === ' ' || (word > 0 && doc.sentence[word - 1] === doc.sentence[word] && isAmid(doc, word))
}

const isAmid = (doc: Doc, word: number): boolean => doc.text.slice(doc.end[word - 1], doc.start[word]) === ' '

const FARTHEST_BOND = 6
const FARTHEST_DEED = 10
/** So near, a bond before the group says more than one behind it. */
const NEAR_BOND = 4
const BREAK = /[;:!?\n]/
const BEFORE_GROUP = /^(?:in|zu[rm]?|aus|bei[m]?|für|wegen|der|die|den|dem|im|zur)$/i

/** A party or union counts where the text binds somebody to it; the stretch reaches from one to the other. */
function boundTo(doc: Doc, group: Raw, bonds: readonly Raw[], reach = FARTHEST_BOND): Stretch | undefined {
  if (isAdjective(doc, group)) return undefined
  let before: Raw | undefined
  let behind: Raw | undefined
  let inside = false
  for (const bond of bonds) {
    if (bond.first > group.last + reach) break
    // What is both, as "§ 263 StGB", needs another beside it.
    if (bond === group || bond.last < group.first - reach || doc.sentence[bond.first] !== doc.sentence[group.first])
      continue
    const from = Math.min(group.first, bond.first)
    if (BREAK.test(doc.text.slice(doc.start[from], doc.end[Math.max(group.last, bond.last)]))) continue
    if (isArticle(doc, bond.first)) inside ||= isInside(doc, bond, group)
    else if (bond.first > group.last) behind ??= bond
    else if (!isArticle(doc, bond.last) || bond.last === group.first - 1) before = bond
  }
  // "Zusage für Frau Abel liegt vor (VBE)": no stretch over all that is in between.
  if ((before || behind) && isAside(doc, group.first, group.last)) return { first: group.first, last: group.last }
  // "in der FDP aktiv"
  const next = behind?.first === group.last + 1 && !isCapital(doc, behind.first) ? behind.last : 0
  if (before && (!behind || group.first - before.last <= NEAR_BOND))
    return { first: before.first, last: Math.max(before.last, group.last, next) }
  if (!behind && !inside) return undefined
  return { first: withPreposition(doc, group.first), last: Math.max(behind?.last ?? 0, group.last) }
}

/** "Oberle, Karl - FDP", "Carla M. (beide ver.di)", a cell of a table: the group stands by itself beside something. */
function isAside(doc: Doc, first: number, last: number): boolean {
  const before = doc.text.slice(Math.max(0, (doc.start[first] ?? 0) - 12), doc.start[first])
  const behind = doc.text.slice(doc.end[last], (doc.end[last] ?? 0) + 3)
  return /(?:[;|\t(]| [-–]) ?(?:beide |alle |auch )?$/.test(before) && /^(?: ?[;|\t),]|\s*$| ?\n)/.test(behind)
}

const isArticle = (doc: Doc, word: number): boolean => (doc.info(word).flags & FUNCTION_WORD) !== 0

const TO_BE = /^(?:bin|bist|ist|war|sei|gewesen|is|was|am)$/i
const NEAR_TO_BE = 8

/** "in der" right before the group binds somebody who is there: "ist seit 2001 in der …". */
function isInside(doc: Doc, bond: Raw, group: Raw): boolean {
  // "bei den" and "den Grünen" share a word.
  if (bond.last !== group.first - 1 && (bond.last !== group.first || bond.first === group.first)) return false
  for (let word = Math.max(0, bond.first - NEAR_TO_BE); word <= Math.min(doc.count - 1, group.last + 3); word++) {
    if (doc.sentence[word] === doc.sentence[bond.first] && TO_BE.test(wordAt(doc, word))) return true
  }
  return false
}

function withPreposition(doc: Doc, group: number): number {
  let first = group
  while (first > 0 && group - first < 2 && isAmid(doc, first) && BEFORE_GROUP.test(wordAt(doc, first - 1))) first--
  return first
}

/** "den grünen Teppich". */
function isAdjective(doc: Doc, { first, last }: Raw): boolean {
  const next = last + 1
  if (!/e[nmrs]?$/.test(wordAt(doc, last))) return false
  return !isCapital(doc, first) && next < doc.count && isCapital(doc, next) && isAmid(doc, next)
}

/** Neighbours say one thing: "Depression krankgeschrieben". */
const isOneWith = (doc: Doc, before: Hit, next: Hit): boolean =>
  next.first === before.last + 1 &&
  !before.label &&
  !next.label &&
  /^ \(?$/.test(doc.text.slice(doc.end[before.last], doc.start[next.first]))

const joined = (before: Hit, next: Hit): Hit => ({
  first: Math.min(before.first, next.first),
  last: next.last,
  section: before.section === 'state' || next.section === 'state' ? 'state' : 'topic',
  label: false,
})
