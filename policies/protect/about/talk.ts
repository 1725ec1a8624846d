import { fold } from '../../language/fold.js'
import { type Doc, isCapital, wordAt } from '../text/document.js'
import type { Sentences } from './sentences.js'
import {
  ADDRESSED,
  ANYBODY,
  FIRST,
  GENERAL,
  IDENTIFIED,
  NAMED,
  PEOPLE,
  SHE,
  SOMEBODY,
  SPECIFIC,
  THIRD,
} from './signs.js'

const PERSON = NAMED | IDENTIFIED | SPECIFIC | SOMEBODY | ANYBODY | FIRST | THIRD | SHE | ADDRESSED
const REACH = 6

/**
 * Whether the words around a term make it a subject of talk, whoever else is named: "Vortrag über Depression",
 * "Menschen mit Demenz", "Diabetes-Tag", "☐ schwerbehindert".
 */
export function isSubjectOfTalk(doc: Doc, sentences: Sentences, first: number, last: number): boolean {
  return (
    isUnticked(doc, first) ||
    isPartOfCompound(doc, last) ||
    isInTitle(doc, sentences, first, last) ||
    isAskedFor(doc, sentences, first) ||
    isForEverybody(doc, sentences, first, last) ||
    comesAfterTalk(doc, sentences, first)
  )
}

const UNTICKED = /(?:[☐□❏◻○]|\[ ?\]|\( \)) ?$/
const isUnticked = (doc: Doc, first: number): boolean =>
  UNTICKED.test(doc.text.slice(Math.max(0, (doc.start[first] ?? 0) - 5), doc.start[first]))

const ABOUT_A_PERSON =
  /^(?:erkrank|diagnos|patient|krank|syndrom|symptom|infekt|leiden|anfall|therap|behandlung|medika|spray|mitglied|anhang|wahler|parteibuch|positiv|verdacht|abhangig|betroffen|fahne|szene|aufkleber|ausweis|milieu|umfeld|phase|episode|operation|op$|template|vektor|muster|scan|profil|probe|spur|treffer|befund|ergebnis|mutation|notfall|bezug|bezieh|empfang|bescheid|liste$|kontakt|akte|fall$|inhaber|nah|bescheinigung|attest|kind$|sohn|tochter|mutter|vater|familie|frau|mann)/

/** "Diabetes-Tag", "Grünen-Fraktion", but not "Parkinson-Patientin". */
function isPartOfCompound(doc: Doc, last: number): boolean {
  const next = last + 1
  if (doc.text.charAt(doc.end[last] ?? 0) !== '-') return false
  if (doc.start[next] !== (doc.end[last] ?? 0) + 1) return true
  return isCapital(doc, next) && !ABOUT_A_PERSON.test(fold(wordAt(doc, next)))
}

const LONGEST_TITLE = 10
/** A straight quote opens a title only behind a word; elsewhere it is part of a table or of code. */
const OPENING = /[„»“]$|\p{L} "$/u
/** A mark of its own may stand before the quote that closes a title. */
const CLOSING = /^[?!.,]?["“”«]/

/** „Leben mit Demenz“: quotes around some words with nobody in them; one quoted word may be said of somebody. */
function isInTitle(doc: Doc, { signs }: Sentences, first: number, last: number): boolean {
  let from = first
  let to = last
  let persons = 0
  while (
    from > 0 &&
    first - from < LONGEST_TITLE &&
    !OPENING.test(doc.text.slice(Math.max(0, (doc.start[from] ?? 0) - 3), doc.start[from]))
  )
    persons |= signs[--from] ?? 0
  while (
    to + 1 < doc.count &&
    to - last < LONGEST_TITLE &&
    !CLOSING.test(doc.text.slice(doc.end[to], (doc.end[to] ?? 0) + 2))
  )
    persons |= signs[++to] ?? 0
  const quoted =
    OPENING.test(doc.text.slice(Math.max(0, (doc.start[from] ?? 0) - 3), doc.start[from])) &&
    CLOSING.test(doc.text.slice(doc.end[to], (doc.end[to] ?? 0) + 2))
  const filledIn = doc.text.slice(doc.start[from], doc.end[to]).includes(':')
  if (quoted && IS_TITLE.test(doc.text.slice(Math.max(0, (doc.start[from] ?? 0) - LONGEST_LEAD), doc.start[from])))
    return true
  return quoted && !filledIn && to - from > last - first && (persons & PERSON) === 0 && !isSaidOf(doc, from)
}

/** "Buchtipp: „Meine Depression und ich“", "die Frage „Warum wurde mein Bürgergeld gekürzt?“" */
const IS_TITLE =
  /(?<!\p{L})(?:Buch|Roman|Film|Lesung|Stück|Podcast|Ausstellung|Vortrag|Broschüre|Workshop|Seminar|Kurs|Projekt|Frage|Musterantwort|Schulung|Veranstaltung|Kampagne)\p{Ll}{0,10}[^„»“".!?\n]{0,30}[„»“"]$/iu
const LONGEST_LEAD = 70

/** "er sei „stolzer Nationalist“", "der Zusatz „homosexuell, …“": said of somebody, no title. */
const SAID_OF =
  /(?<!\p{L})(?:sei|ist|war|als|sich|Zusatz|ergänzt|notiert|Verwendungszweck|Bemerkung|Vermerk|Eintrag|genannt|steht|schreibt|partei)[\s:]{1,2}(?:ein(?:en?)? )?[„»“"]$/iu
const isSaidOf = (doc: Doc, from: number): boolean =>
  SAID_OF.test(doc.text.slice(Math.max(0, (doc.start[from] ?? 0) - 30), doc.start[from]))

/** "über Depression", but not "klagt über Migräne". */
function isAskedFor(doc: Doc, { signs }: Sentences, first: number): boolean {
  for (let word = first - 1; word >= 0 && first - word <= 2; word--) {
    if (doc.sentence[word] !== doc.sentence[first] || ((signs[word] ?? 0) & PERSON) !== 0) return false
    if (fold(wordAt(doc, word)) === 'uber') return !complains(doc, word)
    if (isCapital(doc, word)) return false
  }
  return false
}

function complains(doc: Doc, about: number): boolean {
  for (let word = about - 1; word >= 0 && about - word <= 6; word--) {
    if (/^(?:klag|bericht|beschwer|bescheid|entscheid|urteil|mitteilung)/.test(fold(wordAt(doc, word)))) return true
  }
  return false
}

/** "schwerbehinderte Menschen", "für Schwangere". */
function isForEverybody(doc: Doc, { signs }: Sentences, first: number, last: number): boolean {
  const next = last + 1
  const gap = doc.text.slice(doc.end[last], doc.start[next])
  if (next < doc.count && (gap === ' ' || gap === '-') && ((signs[next] ?? 0) & PEOPLE) !== 0) return true
  if (first === 0 || !isCapital(doc, first) || !/(?:e|en|er|innen)$/.test(wordAt(doc, last))) return false
  return /^(?:fur|alle[nr]?|viele[nr]?|mehr|weniger|junge|jungen)$/.test(fold(wordAt(doc, first - 1)))
}

/** A word of general talk, or people in general, close before the term with nobody in between. */
function comesAfterTalk(doc: Doc, { signs }: Sentences, first: number): boolean {
  for (let word = first - 1; word >= 0 && first - word <= REACH && doc.sentence[word] === doc.sentence[first]; word--) {
    if (/[,;(]|: ?[„»"“]/.test(doc.text.slice(doc.end[word], doc.start[word + 1]))) return false
    const sign = signs[word] ?? 0
    if ((sign & PERSON) !== 0) return false
    // "Frau Ebert hat keinen Anspruch auf …" is still about her.
    if ((sign & GENERAL) !== 0 && fold(wordAt(doc, word)) !== 'anspruch') return true
    if ((sign & PEOPLE) !== 0) return /^(?:mit|ohne|mit einer|in|im|bei|unter|nach|ab)$/.test(wordAt(doc, word + 1))
  }
  return false
}
