import { ALL_CAPITALS, CAPITAL, type Doc, HAS_DIGIT, INNER_CAPITAL } from '../text/document.js'
import {
  FUNCTION_WORD,
  GENERAL_TALK,
  GIVEN_NAME,
  GREETING,
  NAME_LABEL,
  NAMED_AFTER,
  NOT_NAME,
  OFFICE,
  PARTICLE,
  PEOPLE,
  PLACE,
  PUBLIC_ROLE,
  RELATION,
  SALUTATION,
  STREET,
  SURNAME,
  TITLE,
} from '../text/flags.js'

export const flagsOf = (doc: Doc, word: number): number => (word >= 0 && word < doc.count ? (doc.flags[word] ?? 0) : 0)
export const lengthOf = (doc: Doc, word: number): number => (doc.end[word] ?? 0) - (doc.start[word] ?? 0)
export const isAllCapitals = (doc: Doc, word: number): boolean => ((doc.shape[word] ?? 0) & ALL_CAPITALS) !== 0

/** The one sign between a word and the next if it is only one (space, hyphen, line break …), else ''. */
export function joint(doc: Doc, word: number): string {
  const from = doc.end[word] ?? 0
  return word + 1 < doc.count && (doc.start[word + 1] ?? 0) - from === 1 ? doc.text.charAt(from) : ''
}

export const gap = (doc: Doc, word: number): string =>
  word + 1 < doc.count
    ? doc.text.slice(doc.end[word], Math.min(doc.start[word + 1] ?? 0, (doc.end[word] ?? 0) + 12))
    : ''

/** Letters only, a capital first and none inside ("MuSchG" is no name). */
export const isLetterWord = (doc: Doc, word: number): boolean =>
  word >= 0 && word < doc.count && ((doc.shape[word] ?? 0) & (CAPITAL | HAS_DIGIT | INNER_CAPITAL)) === CAPITAL

/** Words that are never part of a name, whatever stands before them. */
const NEVER = FUNCTION_WORD | SALUTATION | PUBLIC_ROLE | RELATION | PEOPLE | GREETING | NAME_LABEL | TITLE
/** Words that are names only if a list says so. */
const RATHER_NOT = OFFICE | GENERAL_TALK | STREET | NOT_NAME | PLACE
/** Endings of German nouns that no surname has. */
const NOUN =
  /(?:ung|heit|keit|schaft|tion|tionen|tät|nis|ment|ungen|amts?|antrags?|bescheids?|steuer|gesetz|ordnung|nummer|zahl|datum|wohnung|stelle|stellung|akte|geld|hilfe|dienst|termin|frist|kosten|recht|plan|liste|karte|schein|ausweis|vertrag|gericht|klage|sache|fall|kind|jahr|monat|woche|woch|uhr|euro|test|unfall|krankheit|schutz|schule|kita|rat|verein|gruppe|bericht|protokoll|brief|mail|telefon|anfrage|rückfrage|auskunft|gutachten|befund|diagnose|pflegegrad|rente|kasse|konto|betrag|miete|rechnung|anzeige|verfahren|sitzung|ausschuss|kirche|partei|fraktion|team|chat|portal|system|server|programm|daten)$/

/** A capitalised word that may be part of a name: on a list, or unknown and with nothing against it. */
export function mayBeName(doc: Doc, word: number): boolean {
  if (!isLetterWord(doc, word)) return false
  const flags = flagsOf(doc, word)
  if ((flags & (GIVEN_NAME | SURNAME)) !== 0) return (flags & NEVER & ~NAME_LABEL & ~GREETING) === 0
  if ((flags & (NEVER | RATHER_NOT)) !== 0 || doc.info(word).terms.length > 0) return false
  return lengthOf(doc, word) > 1 && !NOUN.test(lower(doc, word))
}

/** "Platz", "Kirchweg": behind a hyphen never part of a person's name. */
export const isPlaceWord = (doc: Doc, word: number): boolean =>
  (flagsOf(doc, word) & NAMED_AFTER) !== 0 || HARD_STREET.test(lower(doc, word))

const HARD_STREET = /(?:stra(?:ß|ss)e|str|weg|platz|allee|gasse|ufer|chaussee|promenade|siedlung|brücke)$/

/** "Hackenberg", "Wiesenfeld": sounds like a street and is as likely a surname, where one is expected. */
export const isSurnameLikeStreet = (doc: Doc, word: number): boolean =>
  (flagsOf(doc, word) & RATHER_NOT) === STREET && mayBeSurname(doc, word)

/** The same behind a given name or a salutation: there everyday words and places are surnames too. */
export function mayBeSurname(doc: Doc, word: number): boolean {
  if (!isLetterWord(doc, word)) return false
  const flags = flagsOf(doc, word)
  if ((flags & SURNAME) !== 0) return (flags & NEVER & ~(NAME_LABEL | GREETING | RELATION)) === 0
  if ((flags & (NEVER | OFFICE | GENERAL_TALK)) !== 0 || doc.info(word).terms.length > 0) return false
  const written = lower(doc, word)
  return written.length > 1 && !HARD_STREET.test(written) && ((flags & NOT_NAME) !== 0 || !NOUN.test(written))
}

const lower = (doc: Doc, word: number): string => doc.text.slice(doc.start[word], doc.end[word]).toLowerCase()

/** On a list of names and not an everyday word. */
export function isKnownGiven(doc: Doc, word: number): boolean {
  const flags = flagsOf(doc, word)
  return isLetterWord(doc, word) && (flags & GIVEN_NAME) !== 0 && (flags & (NOT_NAME | NEVER)) === 0
}

export function isKnownSurname(doc: Doc, word: number): boolean {
  const flags = flagsOf(doc, word)
  return isLetterWord(doc, word) && (flags & SURNAME) !== 0 && (flags & (NOT_NAME | NEVER)) === 0
}

/** "K." – one capital letter with a dot. */
export const isInitial = (doc: Doc, word: number): boolean =>
  isLetterWord(doc, word) && lengthOf(doc, word) === 1 && doc.text.charAt(doc.end[word] ?? 0) === '.'

export const isParticle = (doc: Doc, word: number): boolean =>
  (flagsOf(doc, word) & PARTICLE) !== 0 && lengthOf(doc, word) <= 5
