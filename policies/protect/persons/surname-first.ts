import type { Doc } from '../text/document.js'
import { GIVEN_NAME, NOT_NAME, SURNAME } from '../text/flags.js'
import { type Name, readName } from './name.js'
import { isInRowOfWords } from './name-alone.js'
import { flagsOf, gap, isInitial, isKnownGiven, isLetterWord, joint, mayBeName } from './name-words.js'
import type { Way } from './way.js'

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
