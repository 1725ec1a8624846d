import { fold } from '../../language/fold.js'
import { type Doc, isCapital, wordAt } from '../text/document.js'
import {
  FUNCTION_WORD,
  GENERAL_TALK,
  GIVEN_NAME,
  GREETING,
  MONTH,
  NAME_LABEL,
  NOT_NAME,
  OFFICE,
  PLACE,
  PUBLIC_ROLE,
  RELATION,
  SALUTATION,
  SURNAME,
  TITLE,
} from '../text/flags.js'
import { kindBit } from '../text/lexicon.js'
import { type Name, readName } from './name.js'
import {
  flagsOf,
  gap,
  isAllCapitals,
  isInitial,
  isKnownGiven,
  isKnownSurname,
  isLetterWord,
  isParticle,
  joint,
  lengthOf,
  mayBeName,
} from './name-words.js'

/** One way in which German texts name a person: looks at a word and reads the name that begins at or behind it. */
export type Way = (doc: Doc, word: number) => Name | undefined

const plain = (first: number): Name => ({ first, last: first, given: 0, surname: 'known' })

/** "Frau Dr. Birgit Krüger", "Herrn K.", "herr müller": whatever stands behind a salutation is a name. */
export const afterSalutation: Way = (doc, word) => {
  if ((flagsOf(doc, word) & SALUTATION) === 0) return undefined
  const first = behindTitles(doc, word)
  if (first === undefined) return undefined
  if (!isCapital(doc, first) && !isParticle(doc, first)) return lowerSurname(doc, first)
  if (isInitial(doc, first) && !mayBeName(doc, first + 1)) return { ...plain(first), surname: 'initial' }
  const name = readName(doc, first, 'high')
  if (name) return name
  // "Frau Koch", "Herr Winter": everyday words are names here, offices and function words are not.
  const flags = flagsOf(doc, first)
  const surname = isLetterWord(doc, first) && (flags & NOT_NAME) !== 0 && (flags & (FUNCTION_WORD | PUBLIC_ROLE)) === 0
  return surname ? plain(first) : undefined
}

function lowerSurname(doc: Doc, word: number): Name | undefined {
  const flags = flagsOf(doc, word)
  if ((flags & SURNAME) === 0 || (flags & (FUNCTION_WORD | NOT_NAME)) !== 0) return undefined
  // "frau schmitz-oyelaran"
  const last = joint(doc, word) === '-' && isSmallWord(doc, word + 1) ? word + 1 : word
  return { ...plain(word), last }
}

const isSmallWord = (doc: Doc, word: number): boolean =>
  lengthOf(doc, word) > 2 && (flagsOf(doc, word) & FUNCTION_WORD) === 0 && /^\p{Ll}+$/u.test(wordAt(doc, word))

const MOST_TITLES = 4

/** The word behind titles and their dots ("Frau Prof. Dr. med. Sabine …"). */
function behindTitles(doc: Doc, word: number): number | undefined {
  let at = word
  for (let steps = 0; steps <= MOST_TITLES; steps++) {
    if (at + 1 >= doc.count || !/^\.?[ \n]$|^\.$|^\.-$|^-$/.test(gap(doc, at))) return undefined
    at++
    if ((flagsOf(doc, at) & TITLE) === 0) return at
  }
  return undefined
}

/** "Dr. Sabine Holm": a title with a dot or a doctor before a name. */
export const afterTitle: Way = (doc, word) => {
  if ((flagsOf(doc, word) & TITLE) === 0 || !isCapital(doc, word)) return undefined
  const first = behindTitles(doc, word)
  if (first === undefined || !(mayBeName(doc, first) || isInitial(doc, first))) return undefined
  const name = readName(doc, first, 'high')
  return name && (name.given > 0 || name.surname === 'known' || doc.text.charAt(doc.end[word] ?? 0) === '.')
    ? name
    : undefined
}

/** "Ottilie Krahwinkel", "Mia L.", "K. Yılmaz": a given name of the list and a surname, known or not. */
export const givenAndSurname: Way = (doc, word) => {
  if (isInitial(doc, word)) return initialAndSurname(doc, word)
  if (!isKnownGiven(doc, word)) return ambiguousGiven(doc, word)
  const name = readName(doc, word, 'low')
  if (!name || name.surname === 'none') return undefined
  if (name.surname === 'unknown' && isShouted(doc, name)) return undefined
  return name
}

/** In a line of capitals any word may follow a given name. */
const isShouted = (doc: Doc, { first, last }: Name): boolean =>
  isAllCapitals(doc, first) && (isAllCapitals(doc, first - 1) || isAllCapitals(doc, last + 1))

function initialAndSurname(doc: Doc, word: number): Name | undefined {
  if (!/^\. ?$/.test(gap(doc, word)) || !isKnownSurname(doc, word + 1) || (flagsOf(doc, word + 1) & PLACE) !== 0)
    return undefined
  if (/[\d§]/.test(doc.text.slice(Math.max(0, (doc.start[word] ?? 0) - 2), doc.start[word]))) return undefined
  return { first: word, last: word + 1, given: 1, surname: 'known' }
}

/** "August Berger", "Rose Meier": an everyday word is a given name before a surname that is none. */
function ambiguousGiven(doc: Doc, word: number): Name | undefined {
  const flags = flagsOf(doc, word)
  if ((flags & (GIVEN_NAME | NOT_NAME)) !== (GIVEN_NAME | NOT_NAME) || joint(doc, word) !== ' ') return undefined
  if (!isKnownSurname(doc, word + 1) || (flagsOf(doc, word + 1) & (GIVEN_NAME | PLACE)) !== 0) return undefined
  return isLetterWord(doc, word) ? { first: word, last: word + 1, given: 1, surname: 'known' } : undefined
}

const COMMA = 44
const HYPHEN = 45

/** "Nowak, Khaled", "Müller-Lüdenscheidt, Anna Maria": surname first, as in lists and files. */
export const surnameFirst: Way = (doc, word) => {
  const sign = doc.text.charCodeAt(doc.end[word] ?? 0)
  if (sign !== COMMA && sign !== HYPHEN) return undefined
  const first = word
  let last = word
  while (joint(doc, last) === '-' && isLetterWord(doc, last + 1) && last - first < 2) last++
  if (gap(doc, last) !== ', ' || !isLetterWord(doc, first)) return undefined
  if (isInitial(doc, last + 1)) return surnameAndInitial(doc, first, last + 1)
  if (!isKnownGiven(doc, last + 1)) return undefined
  const flags = flagsOf(doc, first)
  if ((!mayBeName(doc, first) && (flags & NOT_NAME) === 0) || isInRowOfWords(doc, first)) return undefined
  const given = readName(doc, last + 1, 'low')
  if (!given) return undefined
  // "…, Anna Meier": the second is a person of her own.
  if (given.surname !== 'none' && given.surname !== 'initial' && !isTurned(doc, given)) return undefined
  if (first > 0 && joint(doc, first - 1) === ' ' && isKnownGiven(doc, first - 1)) return undefined
  const listed = (flags & SURNAME) !== 0 && (flags & (GIVEN_NAME | NOT_NAME)) === 0
  if (!listed && !isListItem(doc, first, given.last)) return undefined
  return { first, last: given.last, given: given.given, surname: listed ? 'known' : 'unknown' }
}

/** "Oberle, Karl – nein": a given name behind a surname no list knows. */
export const givenBehindComma: Way = (doc, word) =>
  gap(doc, word - 1) === ', ' && flagsOf(doc, word - 1) === 0 && mayBeName(doc, word - 1)
    ? surnameFirst(doc, word - 1)
    : undefined

/** "Demir, A." */
function surnameAndInitial(doc: Doc, first: number, last: number): Name | undefined {
  const known = (flagsOf(doc, first) & SURNAME) !== 0
  if (!known && !isListItem(doc, first, last)) return undefined
  return mayBeName(doc, first) ? { first, last, given: 1, surname: 'initial' } : undefined
}

/** All words behind the comma are given names. */
const isTurned = (doc: Doc, { first, last }: Name): boolean => {
  for (let word = first; word <= last; word++) if ((flagsOf(doc, word) & GIVEN_NAME) === 0) return false
  return true
}

/** Begins a line, a cell or an enumeration, or ends one. */
function isListItem(doc: Doc, first: number, last: number): boolean {
  const before = doc.text.slice(Math.max(0, (doc.start[first] ?? 0) - 3), doc.start[first])
  const after = doc.text.slice(doc.end[last], (doc.end[last] ?? 0) + 2)
  return /^$|[\n\t|;:*•(]\s?$|\d[.;)\t ]\s?$|- $/.test(before) || /^$|^\s*[;|\n\t(,:-]/.test(after)
}

/** What stands between a label and its value in forms, tables, JSON and XML. */
const FIELD = /^(?:\(?n?\)?)?["']?\s{0,3}[:=|\t>][ \t]{0,3}["']?$/

/** "Kontoinhaber: Günther Bielefeldt", "Name: Krahwinkel", "Inh. Silvio Marten". */
export const behindLabel: Way = (doc, word) => {
  if ((flagsOf(doc, word) & NAME_LABEL) === 0) return undefined
  const between = gap(doc, word)
  const field = FIELD.test(between)
  if (/[|\t]/.test(between) && (flagsOf(doc, word + 1) & (GIVEN_NAME | SURNAME | SALUTATION)) === 0) return undefined
  if (!field && between !== ' ' && between !== '. ' && between !== ': \n') return undefined
  const first = behindSalutation(doc, word + 1)
  if (
    !mayBeName(doc, first) &&
    !(field && isLetterWord(doc, first) && (flagsOf(doc, first) & NOT_NAME) !== 0 && isNameField(doc, word))
  )
    return undefined
  const turned = surnameFirst(doc, first)
  if (turned) return turned
  const name = readName(doc, first, field ? 'high' : 'low')
  if (name && (name.given > 0 || name.surname === 'known')) return name.surname === 'none' && !field ? undefined : name
  if (!field) return undefined
  const pair = joint(doc, first) === ' ' && mayBeName(doc, first + 1)
  if (pair) return { first, last: first + 1, given: 1, surname: 'unknown' }
  return isNameField(doc, word) ? plain(first) : undefined
}

const NAME_FIELDS = new Set(['name', 'nachname', 'familienname', 'vorname', 'geburtsname', 'namen'])
const isNameField = (doc: Doc, word: number): boolean => NAME_FIELDS.has(fold(wordAt(doc, word)))
const behindSalutation = (doc: Doc, word: number): number =>
  (flagsOf(doc, word) & SALUTATION) !== 0 && joint(doc, word) === ' ' ? word + 1 : word

/** "mein Sohn Fiete", "Kollege Hackenberg", "Schülerin Enya". */
export const afterRelation: Way = (doc, word) => {
  if ((flagsOf(doc, word) & RELATION) === 0 || joint(doc, word) !== ' ') return undefined
  if (!isCapital(doc, word + 1)) return isCapital(doc, word) ? undefined : lowerSurname(doc, word + 1)
  if (!isLetterWord(doc, word + 1)) return undefined
  const first = word + 1
  const known = (flagsOf(doc, first) & (GIVEN_NAME | SURNAME)) !== 0
  if (!mayBeName(doc, first) || (!known && !COMPANIONS.has(fold(wordAt(doc, word))))) return undefined
  return readName(doc, first, 'high')
}

/** Words after which even an unknown capitalised word is a surname. */
const COMPANIONS = new Set(
  'kollege kollegen kollegin nachbar nachbarin azubi praktikant praktikantin schuler schulerin sachbearbeiter sachbearbeiterin hausmeister sohn tochter enkel enkelin bruder schwester erzieher erzieherin zeuge zeugin beamter beamtin'.split(
    ' ',
  ),
)

/** "Landrat Müller": an office and a surname, where the list of public persons does not know it. */
export const afterOffice: Way = (doc, word) => {
  if ((flagsOf(doc, word) & PUBLIC_ROLE) === 0 || joint(doc, word) !== ' ') return undefined
  const first = behindTitles(doc, word)
  return first !== undefined && (isKnownSurname(doc, first) || isKnownGiven(doc, first))
    ? readName(doc, first, 'high')
    : undefined
}

const SHORTEST_ALONE = 3
const SHORTEST_LOWER = 4

/**
 * "Taufe von Deniz", "… fragte Lüders noch einmal": a given name or surname of the lists standing alone. Only names that
 * are no everyday word and no place, not in a compound.
 */
export const nameAlone: Way = (doc, word) => {
  const flags = flagsOf(doc, word)
  if (!isKnownGiven(doc, word) && !isKnownSurname(doc, word)) return undefined
  if ((flags & (PLACE | STREET_OR_OFFICE)) !== 0 || lengthOf(doc, word) < SHORTEST_ALONE) return undefined
  if (lengthOf(doc, word) === SHORTEST_ALONE && (flags & GIVEN_NAME) === 0) return undefined
  if (joint(doc, word) === '-' || (word > 0 && joint(doc, word - 1) === '-') || isAllCapitals(doc, word))
    return undefined
  if ((flags & MONTH) !== 0 || SAINT.test(doc.text.slice(Math.max(0, (doc.start[word] ?? 0) - 7), doc.start[word])))
    return undefined
  if (isOneOfWords(doc, word) || isInRowOfWords(doc, word)) return undefined
  // "Tore 33:41"
  if (/^ \d{1,3}:\d/.test(doc.text.slice(doc.end[word], (doc.end[word] ?? 0) + 6))) return undefined
  const unknownGiven = (flags & SURNAME) !== 0 && joint(doc, word - 1) === ' ' && isUnknownName(doc, word - 1)
  return {
    first: unknownGiven ? word - 1 : word,
    last: word,
    given: (flags & GIVEN_NAME) !== 0 ? 1 : 0,
    surname: 'none',
  }
}

/** "Kita St. Anna". */
const SAINT = /(?:St\.? |Sankt )$/

/** "Schäfer, Müller und Schmied": in a row with everyday words it is one of them. */
function isOneOfWords(doc: Doc, word: number): boolean {
  const before = gap(doc, word - 1)
  const after = gap(doc, word)
  const previous = /^[,/] ?$/.test(before) ? word - 1 : isAnd(doc, word - 1) ? word - 2 : -1
  const next = /^[,/] ?$/.test(after) ? word + 1 : isAnd(doc, word + 1) ? word + 2 : -1
  return [previous, next].some(other => other >= 0 && (flagsOf(doc, other) & NOT_NAME) !== 0 && isCapital(doc, other))
}

/** "Rose, Iris, Jasmin, Erika und Linde": two everyday words in the row, and it is one of them. */
function isInRowOfWords(doc: Doc, word: number): boolean {
  let everyday = 0
  for (const step of [-1, 1]) {
    for (let at = word; Math.abs(at - word) < LONGEST_ROW; ) {
      const next = nextInRow(doc, at, step)
      if (next === undefined) break
      at = next
      if ((flagsOf(doc, at) & NOT_NAME) !== 0 && isCapital(doc, at)) everyday++
    }
  }
  return everyday > 1
}

const LONGEST_ROW = 8

function nextInRow(doc: Doc, word: number, step: number): number | undefined {
  const between = gap(doc, step < 0 ? word - 1 : word)
  if (/^[,/] ?$/.test(between)) return word + step
  return between === ' ' && isAnd(doc, word + step) ? word + 2 * step : undefined
}

const isAnd = (doc: Doc, word: number): boolean =>
  word > 0 && word < doc.count && /^(?:und|oder)$/.test(wordAt(doc, word))

/** A capitalised word no list knows, before a surname: "Suleyman Bozkurt". */
const isUnknownName = (doc: Doc, word: number): boolean => flagsOf(doc, word) === 0 && mayBeName(doc, word)

/** "Disponent Thalheim", "Brandmeister Kurz": an occupation before a surname that is also a place or a word. */
export const afterOccupation: Way = (doc, word) => {
  const flags = flagsOf(doc, word)
  if ((flags & SURNAME) === 0 || (flags & FUNCTION_WORD) !== 0 || !isLetterWord(doc, word)) return undefined
  if (joint(doc, word - 1) !== ' ' || !isLetterWord(doc, word - 1) || isAllCapitals(doc, word)) return undefined
  // "Bewohner Zimmer 14"
  if (/^ \d/.test(gap(doc, word) + wordAt(doc, word + 1).charAt(0))) return undefined
  return OCCUPATION.test(wordAt(doc, word - 1)) && joint(doc, word) !== '-' ? plain(word) : undefined
}

const OCCUPATION =
  /(?:meister|fahrer|pfleger|führer|leiter|wart|disponent|assistent|referent|inspektor|direktor|sekretär|kommissar|arzt|ärztin|lehrer|erzieher|betreuer|bewohner|berater|bäcker|schäfer|landwirt|hauptmann|oberst|trainer|polizist|arbeiter|techniker|gärtner|verkäufer|händler|wirt|makler|notar|anwalt|richter|pfarrer|pastor)(?:in)?$/i

const STREET_OR_OFFICE = OFFICE | GENERAL_TALK

/** "frag mal thorsten": in a text typed without capitals a name of the lists counts wherever it stands. */
export const lowerAlone: Way = (doc, word) => {
  const flags = flagsOf(doc, word)
  if (isCapital(doc, word) || (flags & (GIVEN_NAME | SURNAME)) === 0 || (flags & NOT_IN_HASTE) !== 0) return undefined
  if (lengthOf(doc, word) < SHORTEST_LOWER || joint(doc, word) === '-' || joint(doc, word - 1) === '-') return undefined
  if (!isTypedInHaste(doc) || doc.info(word).terms.length > 0) return undefined
  return { first: word, last: word, given: (flags & GIVEN_NAME) !== 0 ? 1 : 0, surname: 'none' }
}

const NOT_IN_HASTE = NOT_NAME | FUNCTION_WORD | RELATION | PLACE | MONTH | OFFICE

/** Hardly any capitals: somebody typed without shift. */
const isTypedInHaste = ({ count, capitalWords, functionWords }: Doc): boolean =>
  count >= 3 && capitalWords.length * 7 <= count && functionWords * 6 >= count

/** "anna schmidt": in a sentence without capitals both words must be on the lists and nothing else. */
export const lowerCase: Way = (doc, word) => {
  if (isCapital(doc, word) || joint(doc, word) !== ' ' || isCapital(doc, word + 1)) return undefined
  const given = flagsOf(doc, word)
  const surname = flagsOf(doc, word + 1)
  const everyday = NOT_NAME | FUNCTION_WORD | RELATION
  if ((given & GIVEN_NAME) === 0 || (surname & SURNAME) === 0 || ((given | surname) & everyday) !== 0) return undefined
  if (lengthOf(doc, word) < SHORTEST_LOWER || lengthOf(doc, word + 1) < SHORTEST_LOWER) return undefined
  return { first: word, last: word + 1, given: 1, surname: 'known' }
}

const BORN = kindBit('DATE_OF_BIRTH')
const ANNOUNCED = BORN | kindBit('ADDRESS')

/** Two unknown capitalised words right before "geb." or "wohnhaft", or below a greeting, are a name as well. */
export const beforeBirth: Way = (doc, word) => {
  const { contextKinds } = doc.info(word)
  if ((contextKinds & ANNOUNCED) === 0 || word < 2 || !/^,? ?\(?$/.test(gap(doc, word - 1))) return undefined
  if ((contextKinds & BORN) === 0 && !/^wohnhaft$/i.test(wordAt(doc, word))) return undefined
  const last = word - 1
  const first = last - 1
  return joint(doc, first) === ' ' && mayBeName(doc, first) && mayBeName(doc, last) && !isParticle(doc, first)
    ? { first, last, given: 1, surname: 'unknown' }
    : undefined
}

/** "Antragstellerin geb. Vogel": a surname, also one that is an everyday word. */
export const afterBorn: Way = (doc, word) => {
  if ((doc.info(word).contextKinds & BORN) === 0 || !/^\.? $/.test(gap(doc, word))) return undefined
  const flags = flagsOf(doc, word + 1)
  if ((flags & SURNAME) === 0 || (flags & (MONTH | FUNCTION_WORD | RELATION | PLACE)) !== 0) return undefined
  return isLetterWord(doc, word + 1) && /^geb(?:orene[rn]?)?$/i.test(wordAt(doc, word)) ? plain(word + 1) : undefined
}

const LABELLED = kindBit('PERSON')
const MOST_FOREIGN = 3
/** Where the Greek letters begin. */
const FIRST_FOREIGN = 0x370

/** "Заявитель: Олександра Бондаренко", "Ο κύριος Νίκος Παπαδόπουλος": capitalised words in the letters of the label. */
export const afterForeignWord: Way = (doc, word) => {
  if (doc.text.charCodeAt(doc.start[word] ?? 0) < FIRST_FOREIGN) return undefined
  if ((doc.info(word).contextKinds & LABELLED) === 0 || !/^(?::? |\n)$/.test(gap(doc, word))) return undefined
  let last = word
  while (last - word < MOST_FOREIGN && isForeign(doc, last + 1) && (last === word || /^[ -]$/.test(joint(doc, last))))
    last++
  return last > word ? { first: word + 1, last, given: 1, surname: 'unknown' } : undefined
}

const isForeign = (doc: Doc, word: number): boolean =>
  isLetterWord(doc, word) && /^[\u0370-\u052f]{2,}$/.test(wordAt(doc, word))

/** A line of its own below "Mit freundlichen Grüßen". */
export const belowGreeting: Way = (doc, word) => {
  if ((flagsOf(doc, word) & GREETING) === 0 || !/^[,.]?\s{0,2}\n\s{0,4}$|^\.? ?$|^, $/.test(gap(doc, word)))
    return undefined
  const first = behindSalutation(doc, word + 1)
  if (!mayBeName(doc, first)) return undefined
  const name = readName(doc, first, 'high')
  if (!name) return undefined
  const rest = doc.text.slice(doc.end[name.last], (doc.end[name.last] ?? 0) + 2)
  return /^\s*$|^\s*\n|^[,.(]/.test(rest) ? name : undefined
}
