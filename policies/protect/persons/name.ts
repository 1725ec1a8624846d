import type { Doc } from '../text/document.js'
import { GIVEN_NAME, NOT_NAME, SURNAME } from '../text/flags.js'
import {
  flagsOf,
  gap,
  isAllCapitals,
  isInitial,
  isKnownGiven,
  isLetterWord,
  isParticle,
  isPlaceWord,
  joint,
  mayBeName,
  mayBeSurname,
} from './name-words.js'

/** A name as it stands in the text: its words from `first` to `last`, and what speaks for it. */
export type Name = {
  readonly first: number
  readonly last: number
  readonly given: number
  /** Whether there is a surname, and whether a list knows it. */
  readonly surname: 'known' | 'unknown' | 'initial' | 'none'
}

const MOST_GIVEN = 4

/** Reads given names, particles and surname from a word on; undefined if no name begins there. */
export function readName(doc: Doc, from: number, trust: 'high' | 'low'): Name | undefined {
  let at = from
  let given = 0
  while (given < MOST_GIVEN && isGivenPart(doc, at, trust)) {
    given++
    at++
    if (!continues(doc, at - 1)) return finished(doc, from, at - 1, given, 'none')
  }
  const last = readSurname(doc, at, given > 0 ? 'high' : trust)
  if (last === undefined) return given > 0 ? finished(doc, from, at - 1, given, 'none') : undefined
  if (isInitial(doc, last) && given > 0) return { first: from, last, given, surname: 'initial' }
  const known = wordsBetween(at, last).some(word => (flagsOf(doc, word) & SURNAME) !== 0)
  return { first: from, last, given, surname: known ? 'known' : 'unknown' }
}

/** "Anna Walter": two words of the list of given names are given name and surname. */
function finished(doc: Doc, first: number, last: number, given: number, surname: Name['surname']): Name {
  if (given < 2) return { first, last, given, surname }
  const known = (flagsOf(doc, last) & SURNAME) !== 0
  return { first, last, given: given - 1, surname: known ? 'known' : 'unknown' }
}

function isGivenPart(doc: Doc, word: number, trust: 'high' | 'low'): boolean {
  if (isInitial(doc, word)) return true
  if (trust === 'low') return isKnownGiven(doc, word)
  return isLetterWord(doc, word) && (flagsOf(doc, word) & GIVEN_NAME) !== 0 && mayBeName(doc, word)
}

/** A name goes on after a space, a hyphen, or the dot of an initial. */
function continues(doc: Doc, word: number): boolean {
  const sign = joint(doc, word)
  if (sign === ' ' || sign === '-' || sign === "'" || sign === '’') return true
  return isInitial(doc, word) && /^\.[ -]?$/.test(gap(doc, word))
}

const MOST_PARTICLES = 3
const MOST_HYPHENS = 2

function readSurname(doc: Doc, from: number, trust: 'high' | 'low'): number | undefined {
  let at = from
  while (at - from < MOST_PARTICLES && isParticle(doc, at) && joint(doc, at) === ' ') at++
  if (!isSurnamePart(doc, at, at > from ? 'high' : trust)) return undefined
  let hyphens = 0
  while (hyphens < MOST_HYPHENS && joint(doc, at) === '-' && isHyphened(doc, at + 1)) {
    at++
    hyphens++
  }
  // Names of three parts ("Nguyen Thi Mai", "Silva Pereira"): further words only if a list knows them as names.
  if (hyphens === 0 && joint(doc, at) === ' ' && isListed(doc, at + 1) && !isAllCapitals(doc, at + 1)) at++
  return at
}

const isHyphened = (doc: Doc, word: number): boolean => mayBeSurname(doc, word) && !isPlaceWord(doc, word)

const isListed = (doc: Doc, word: number): boolean =>
  mayBeName(doc, word) && (flagsOf(doc, word) & SURNAME) !== 0 && (flagsOf(doc, word) & NOT_NAME) === 0

function isSurnamePart(doc: Doc, word: number, trust: 'high' | 'low'): boolean {
  if (isPlaceWord(doc, word) && (joint(doc, word - 1) === '-' || (flagsOf(doc, word) & SURNAME) === 0)) return false
  if (isInitial(doc, word)) return true
  if (trust === 'high') return mayBeSurname(doc, word)
  return mayBeName(doc, word) && (flagsOf(doc, word) & (SURNAME | NOT_NAME)) === SURNAME
}

const wordsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step)
