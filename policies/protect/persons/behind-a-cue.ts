import { fold } from '../../language/fold.js'
import { type Doc, isCapital, wordAt } from '../text/document.js'
import {
  FUNCTION_WORD,
  GIVEN_NAME,
  NOT_NAME,
  PUBLIC_ROLE,
  RELATION,
  SALUTATION,
  SURNAME,
  TITLE,
} from '../text/flags.js'
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
  isSurnameLikeStreet,
  joint,
  lengthOf,
  mayBeName,
} from './name-words.js'
import { plain, type Way } from './way.js'

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

/** "mein Sohn Fiete", "Kollege Hackenberg", "Schülerin Enya". */
export const afterRelation: Way = (doc, word) => {
  if ((flagsOf(doc, word) & RELATION) === 0 || joint(doc, word) !== ' ') return undefined
  if (!isCapital(doc, word + 1)) return isCapital(doc, word) ? undefined : lowerSurname(doc, word + 1)
  if (!isLetterWord(doc, word + 1)) return undefined
  const first = word + 1
  if (COMPANIONS.has(fold(wordAt(doc, word))) && isSurnameLikeStreet(doc, first)) return plain(first)
  const known = (flagsOf(doc, first) & (GIVEN_NAME | SURNAME)) !== 0
  if (!mayBeName(doc, first) || (!known && !COMPANIONS.has(fold(wordAt(doc, word))))) return undefined
  return readName(doc, first, 'high')
}

/** Words after which even an unknown capitalised word is a surname. */
const COMPANIONS = new Set(
  'kollege kollegen kollegin nachbar nachbarin azubi praktikant praktikantin schuler schulerin sachbearbeiter sachbearbeiterin hausmeister sohn tochter enkel enkelin bruder schwester erzieher erzieherin zeuge zeugin beamter beamtin mandant mandantin klient klientin patient patientin'.split(
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
