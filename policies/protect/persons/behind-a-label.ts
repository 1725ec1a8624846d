import { fold } from '../../language/fold.js'
import { type Doc, wordAt } from '../text/document.js'
import { GIVEN_NAME, GREETING, NAME_LABEL, NOT_NAME, SALUTATION, SURNAME } from '../text/flags.js'
import { kindBit } from '../text/lexicon.js'
import { readName } from './name.js'
import { flagsOf, gap, isLetterWord, joint, mayBeName } from './name-words.js'
import { surnameFirst } from './surname-first.js'
import { plain, type Way } from './way.js'

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
