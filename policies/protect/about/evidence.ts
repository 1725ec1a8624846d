import type { Doc } from '../text/document.js'
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
/** Words of the same line that belong to another sentence. */
const SAME_LINE = 12
const STATING_NEAR = 8
/** A note of so few words beside a sentence about somebody goes on about the same person. */
const SHORT_NOTE = 9

const CERTAIN = NAMED | IDENTIFIED | SPECIFIC
const ANY_PERSON = CERTAIN | SOMEBODY

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
): number {
  if (isSubjectOfTalk(doc, sentences, first, last)) return -3
  const sentence = doc.sentence[first] ?? 0
  const here = around(doc, sentences, first, last)
  const before = (sentences.bySentence[sentence - 1] ?? 0) | (sentences.bySentence[sentence - 2] ?? 0)
  const after = sentences.bySentence[sentence + 1] ?? 0
  const person = strongest(here, before, sentences.whole, personSeen)
  const certain = (here.signs & CERTAIN) !== 0
  const stated = here.stated && person > 0 && !certain ? 0.6 : 0
  return person + stated + nearby(doc, sentences, first, person, before, after) - against(here, certain)
}

type Around = {
  readonly signs: number
  /** "hat", "ist", "wegen" stand close to the term. */
  readonly stated: boolean
  /** "meine", "ihre" stand right before the term. */
  readonly owned: number
  /** The clause or the sentence asks or sets a condition. */
  readonly asks: boolean
}

function around(doc: Doc, { signs, bySentence }: Sentences, first: number, last: number): Around {
  const sentence = doc.sentence[first]
  const line = doc.line[first]
  let here = 0
  let stated = false
  let asks = ((bySentence[sentence ?? 0] ?? 0) & QUESTIONED) !== 0
  let inClause = true
  for (let word = first; word >= 0 && first - word <= BEFORE; word--) {
    const sign = signs[word] ?? 0
    if (doc.sentence[word] === sentence) {
      here |= sign
      if (inClause && sign & ASKING) asks = true
      if (sign & STATING && first - word <= STATING_NEAR) stated = true
      inClause &&= !/[,;:.]/.test(doc.text.slice(doc.end[word - 1] ?? 0, doc.start[word]))
    } else if (doc.line[word] === line && first - word <= SAME_LINE) here |= sign & ANY_PERSON
    else break
  }
  for (let word = first + 1; word < doc.count && word - last <= BEHIND; word++) {
    const sign = signs[word] ?? 0
    if (doc.sentence[word] === sentence) {
      here |= sign
      if (sign & STATING && word - last <= STATING_NEAR) stated = true
    } else if (doc.line[word] === line && word - last <= SAME_LINE) here |= sign & ANY_PERSON
    else break
  }
  const owner = (signs[first - 1] ?? 0) | (doc.sentence[first - 2] === sentence ? (signs[first - 2] ?? 0) : 0)
  return { signs: here, stated, asks, owned: owner & POSSESSIVE ? owner : 0 }
}

function strongest({ signs, owned }: Around, before: number, whole: number, personSeen: boolean): number {
  if (signs & NAMED || owned & FIRST) return 3
  if (signs & SPECIFIC) return 2.8
  if (signs & IDENTIFIED) return 2.5
  const known = (before & (ANY_PERSON | THIRD)) !== 0
  return Math.max(
    owned & (THIRD | SHE) ? (known ? 2.4 : 1.8) : 0,
    signs & SOMEBODY ? 2 : 0,
    signs & ANYBODY ? 1.5 : 0,
    signs & FIRST ? 1.3 : 0,
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

function against({ signs, asks }: Around, certain: boolean): number {
  let sum = 0
  if (signs & GENERAL) sum += certain ? 0.3 : 1.2
  if (asks) sum += certain ? 0.5 : 1.5
  if (signs & PEOPLE) sum += certain ? 0 : 1
  return sum
}
