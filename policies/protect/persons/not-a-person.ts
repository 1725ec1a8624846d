import { fold } from '../../language/fold.js'
import type { Scene } from '../detector.js'
import { type Doc, isCapital } from '../text/document.js'
import { HISTORIC, NAMED_AFTER, PUBLIC_NAME, PUBLIC_ROLE, STREET } from '../text/flags.js'
import { flagsOf, joint } from './name-words.js'

/** Streets, schools and prizes named after somebody, persons of history, and holders of an office on the allow-list. */
export function isNobody({ doc, lists }: Scene, first: number, last: number): boolean {
  if (isNamedAfter(doc, first, last) || isQuoted(doc, first, last)) return true
  if (startsPublicName(doc, first) && isPublicName(doc, lists.publicNames, first, last)) return true
  const name = lists.allow['office-holders'].length > 0 ? nameBetween(doc, first, last) : ''
  if (lists.allow['office-holders'].includes(name)) return true
  return isHistoric(doc, first, last)
}

/** Only few names begin like one of the public names; the others need no folding. */
const startsPublicName = (doc: Doc, first: number): boolean => (flagsOf(doc, first) & PUBLIC_NAME) !== 0

/** Whether a name of two or more words that everybody knows begins at `first` and ends at `last` or a little later. */
export function isPublicName(doc: Doc, names: ReadonlySet<string>, first: number, last: number): boolean {
  for (let end = last; end <= last + LONGER; end++) if (isPublic(names, nameBetween(doc, first, end))) return true
  return false
}

/** A public name may be longer than what was read: "Hildegard von Bingen". */
const LONGER = 2

const isPublic = (names: ReadonlySet<string>, name: string): boolean =>
  names.has(name) || (name.endsWith('s') && names.has(name.slice(0, -1)))

/** Folded, with single spaces where a file name has underscores. */
const nameBetween = (doc: Doc, first: number, last: number): string =>
  fold(doc.text.slice(doc.start[first], doc.end[Math.min(last, doc.count - 1)])).replaceAll('_', ' ')

/** "Konrad-Adenauer-Platz", "Theodor Heuss Schule". */
function isNamedAfter(doc: Doc, first: number, last: number): boolean {
  const sign = joint(doc, last)
  if (sign === '-' && isCapital(doc, last + 1)) return true
  if (sign === '-' && first !== last) return false
  if (first > 0 && joint(doc, first - 1) === '-' && isCapital(doc, first - 1)) return true
  return sign === ' ' && (flagsOf(doc, last + 1) & (NAMED_AFTER | STREET)) !== 0 && isCapital(doc, last + 1)
}

/** „Hans Albers“, „Kyrill“: a thing with a name of its own. */
const isQuoted = ({ text, start, end }: Doc, first: number, last: number): boolean =>
  /[„»«‚“”]/.test(text.charAt((start[first] ?? 0) - 1)) && /[“”«»‘]/.test(text.charAt(end[last] ?? 0))

const REACH = 20

/** A word of art or history nearby in the same sentence. */
function isHistoric(doc: Doc, first: number, last: number): boolean {
  return someNear(doc, first, last, REACH, HISTORIC)
}

/** Whether the person is named in a public office: the office stands right before or right behind the name. */
export function inPublicRole(doc: Doc, first: number, last: number): boolean {
  return someNear(doc, first, first, 4, PUBLIC_ROLE, 'before') || someNear(doc, last, last, 4, PUBLIC_ROLE, 'after')
}

function someNear(
  doc: Doc,
  first: number,
  last: number,
  reach: number,
  flag: number,
  side: 'both' | 'before' | 'after' = 'both',
): boolean {
  const sentence = doc.sentence[first]
  if (side !== 'after') {
    for (let word = first - 1; word >= 0 && first - word <= reach && doc.sentence[word] === sentence; word--)
      if ((flagsOf(doc, word) & flag) !== 0) return true
  }
  if (side !== 'before') {
    for (let word = last + 1; word < doc.count && word - last <= reach && doc.sentence[word] === sentence; word++)
      if ((flagsOf(doc, word) & flag) !== 0) return true
  }
  return false
}
