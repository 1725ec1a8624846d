import { type Doc, wordAt } from '../text/document.js'
import { FUNCTION_WORD, GIVEN_NAME, MONTH, NOT_NAME, PLACE, RELATION, SURNAME } from '../text/flags.js'
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
  mayBeName,
} from './name-words.js'
import { plain, type Way } from './way.js'

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
