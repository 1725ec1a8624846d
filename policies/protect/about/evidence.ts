import { type Doc, isCapital } from '../text/document.js'
import type { Sentences } from './sentences.js'
import {
  ADDRESSED,
  ANYBODY,
  ASKING,
  FIRST,
  GENERAL,
  IDENTIFIED,
  NAMED,
  OFFICIAL,
  PEOPLE,
  POSSESSIVE,
  QUESTIONED,
  SHE,
  SOMEBODY,
  SPECIFIC,
  STATING,
  THIRD,
} from './signs.js'
import { isSubjectOfTalk } from './talk.js'

const SHORT_TEXT = 600
/** So far before and behind the term, in words, a sentence is read; lists without full stops are long. */
const BEFORE = 40
const BEHIND = 30
const STATING_NEAR = 8
/** A note of so few words beside a sentence about somebody goes on about the same person. */
const SHORT_NOTE = 9

/** A subject beside a name says nothing of the person without "hat", "ist", "wegen" or "ihre". */
const UNSAID = 0.8

const CERTAIN = NAMED | IDENTIFIED | SPECIFIC
const ANY_PERSON = CERTAIN | SOMEBODY
/** "bin", "habe", "leide": somebody says so of themselves. */
const SELF = FIRST | STATING

/**
 * How much speaks for a term being about one particular person, from about −3 to 4: who is named in its sentence or
 * line, who was named before, who speaks. General talk, questions and plurals speak against it: little where somebody is
 * named, a lot where not.
 */
export function evidenceAbout(
  doc: Doc,
  sentences: Sentences,
  { first, last }: { readonly first: number; readonly last: number },
  personSeen: boolean,
  asTopic = false,
): number {
  if (isSubjectOfTalk(doc, sentences, first, last)) return -3
  const sentence = doc.sentence[first] ?? 0
  const here = around(doc, sentences, first, last)
  const before = (sentences.bySentence[sentence - 1] ?? 0) | (sentences.bySentence[sentence - 2] ?? 0)
  const after = sentences.bySentence[sentence + 1] ?? 0
  const person = strongest(here, before, sentences.whole, personSeen)
  const certain = (here.signs & CERTAIN) !== 0
  const said = here.stated || here.owned !== 0
  const stated = certain ? (asTopic && !said ? -UNSAID : 0) : here.stated && person > 0 ? 0.6 : 0
  return person + stated + nearby(doc, sentences, first, person, before, after) - against(here, certain)
}

/** A comma between two nouns only lists them. */
function endsClause(doc: Doc, word: number): boolean {
  const gap = doc.text.slice(doc.end[word] ?? 0, doc.start[word + 1])
  return gap === ', ' ? !(isCapital(doc, word) && isCapital(doc, word + 1)) : /[,;:.]/.test(gap)
}

type Around = {
  readonly signs: number
  /** "hat", "ist", "wegen" stand close to the term. */
  readonly stated: boolean
  /** "bin", "habe" stand in its clause. */
  readonly self: boolean
  /** "meine", "ihre" stand right before the term. */
  readonly owned: number
  /** The clause or the sentence asks or sets a condition. */
  readonly asks: boolean
  /** Talk about a subject comes before the term; behind it, it weighs less. */
  readonly talkBefore: boolean
  /** Its clause is about people in general. */
  readonly people: boolean
}

function around(doc: Doc, { signs, bySentence }: Sentences, first: number, last: number): Around {
  const sentence = doc.sentence[first]
  let here = 0
  let stated = false
  let talkBefore = false
  let people = false
  let self = false
  let asks = ((bySentence[sentence ?? 0] ?? 0) & QUESTIONED) !== 0
  let inClause = true
  for (let word = first; word >= 0 && first - word <= BEFORE; word--) {
    const sign = signs[word] ?? 0
    if (doc.sentence[word] === sentence) {
      here |= sign
      if (sign & GENERAL) talkBefore = true
      if (inClause && sign & ASKING) asks = true
      if (inClause && sign & PEOPLE) people = true
      if (inClause && (sign & SELF) === SELF && first - word <= STATING_NEAR) self = true
      if (sign & STATING && first - word <= STATING_NEAR) stated = true
      inClause &&= !endsClause(doc, word - 1)
    } else break
  }
  inClause = true
  for (let word = first + 1; word < doc.count && word - last <= BEHIND; word++) {
    const sign = signs[word] ?? 0
    if (doc.sentence[word] === sentence) {
      here |= sign
      inClause &&= !/[,;:.]/.test(doc.text.slice(doc.end[word - 1], doc.start[word]))
      if (inClause && sign & PEOPLE) people = true
      if (inClause && (sign & SELF) === SELF && word - last <= STATING_NEAR) self = true
      if (sign & STATING && word - last <= STATING_NEAR) stated = true
    } else break
  }
  const owner = (signs[first - 1] ?? 0) | (doc.sentence[first - 2] === sentence ? (signs[first - 2] ?? 0) : 0)
  return { signs: here, stated, self, asks, talkBefore, people, owned: owner & POSSESSIVE ? owner : 0 }
}

function strongest({ signs, owned, self }: Around, before: number, whole: number, personSeen: boolean): number {
  if (signs & NAMED || owned & FIRST) return 3
  if (signs & SPECIFIC) return 2.8
  if (signs & IDENTIFIED) return 2.5
  const known = (before & (ANY_PERSON | THIRD)) !== 0
  return Math.max(
    owned & (THIRD | SHE) ? (known ? 2.4 : 1.8) : 0,
    signs & SOMEBODY ? 2 : 0,
    signs & ANYBODY ? 1.5 : 0,
    self ? 2 : signs & FIRST ? 1.3 : 0,
    signs & OFFICIAL ? 1.3 : 0,
    signs & THIRD ? (known ? 2 : personSeen ? 1.5 : 1.2) : 0,
    signs & SHE ? (known ? 1.6 : personSeen ? 1 : 0.6) : 0,
    signs & ADDRESSED ? (whole & NAMED ? 2 : 0.8) : 0,
  )
}

function nearby(
  doc: Doc,
  { whole, bySentence }: Sentences,
  word: number,
  person: number,
  before: number,
  after: number,
): number {
  const note = person === 0 && isShortNote(doc, word) && (bySentence[doc.sentence[word] ?? 0] ?? 0) === 0
  if (before & (NAMED | SPECIFIC)) return note ? 1.8 : 1
  if ((before | after) & (ANY_PERSON | THIRD)) return 0.7
  if (doc.text.length > SHORT_TEXT) return 0
  return whole & (NAMED | IDENTIFIED) ? 0.7 : 0
}

function isShortNote(doc: Doc, word: number): boolean {
  let first = word
  while (first > 0 && doc.sentence[first - 1] === doc.sentence[word] && word - first < SHORT_NOTE) first--
  let last = word
  while (last + 1 < doc.count && doc.sentence[last + 1] === doc.sentence[word] && last - first < SHORT_NOTE) last++
  return last - first < SHORT_NOTE
}

function against({ signs, asks, talkBefore, people }: Around, certain: boolean): number {
  let sum = 0
  if (signs & GENERAL) sum += certain ? 0.3 : talkBefore ? 1.2 : 0.6
  if (asks) sum += certain ? 0.5 : 1.5
  if (people) sum += certain ? 0 : 1
  return sum
}
