import { type Doc, isCapital, wordAt } from '../text/document.js'
import {
  FUNCTION_WORD,
  GENERAL_TALK,
  GIVEN_NAME,
  MONTH,
  NOT_NAME,
  OFFICE,
  PLACE,
  RELATION,
  SURNAME,
} from '../text/flags.js'
import { flagsOf, gap, isAllCapitals, isKnownGiven, isKnownSurname, joint, lengthOf, mayBeName } from './name-words.js'
import type { Way } from './way.js'

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
export function isInRowOfWords(doc: Doc, word: number): boolean {
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
