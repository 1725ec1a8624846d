import { icao } from './check-digits.js'
import { bare, type Candidate, matchNumbers, type Scene, saysNear } from './detector.js'
import { isInvented, isNamedOtherwise } from './numbers.js'
import { type Doc, wordFrom } from './text/document.js'

/** Identity card, passport and residence permit share the form of their number; the word nearest to it says which it is. */
type DocumentKind = 'ID_CARD' | 'PASSPORT' | 'RESIDENCE_PERMIT'
type DocumentNumber = { readonly kind: DocumentKind; readonly value: Candidate }

/** Nine signs of the reduced alphabet, in one piece or in groups, and the check digit of the machine-readable zone. */
const PATTERN =
  /(?<![0-9A-Za-zÀ-ÿ])(?:([CFGHJKLMNPRTVWXYZ0-9]{3}[ -]?[CFGHJKLMNPRTVWXYZ0-9][ -]?[CFGHJKLMNPRTVWXYZ0-9]{2}[ -]?[CFGHJKLMNPRTVWXYZ0-9]{3}(?: ?\d)?)|([A-Z]{1,3} ?\d{6,8}))(?![0-9A-CE-Za-ce-zÀ-ÿ]|D(?!<)|[/-]\d)/gi
const PLAIN = /^[CFGHJKLMNPRTVWXYZ0-9]{9,10}$/
/** Letters and digits mixed as chance mixes them: enough to know the number without any word beside it. */
const MIXED = /^[A-Z](?=(?:\d*[A-Z]){2})(?=(?:[A-Z]*\d){4})(?=.{0,6}\d[A-Z])[A-Z0-9]{8}$/
/** So near must the word stand for numbers of less certain form: foreign, provisional, digits only. */
const NEAR = 3

/** The document numbers of a block that belong to one of the three kinds. */
export function* documentNumbers({ doc }: Scene, kind: DocumentKind): Generator<Candidate> {
  const numbers = read.get(doc) ?? [...allNumbers(doc)]
  read.set(doc, numbers)
  for (const number of numbers) if (number.kind === kind) yield number.value
}

/** Three detectors ask for the same numbers of the same block. */
const read = new WeakMap<Doc, readonly DocumentNumber[]>()

function* allNumbers(doc: Doc): Generator<DocumentNumber> {
  for (const { start, text, groups } of matchNumbers(doc, PATTERN)) {
    const size = groups[0] === undefined ? foreignSize(doc, start, text) : germanSize(doc, start, text)
    if (size === undefined) continue
    const kind = kindOf(doc, start, start + size)
    const value = offered(doc, start, start + size, kind !== undefined)
    if (value) yield { kind: kind ?? kindByLetter(text), value }
  }
}

/** How much of the match is the number: ten signs only with a right check digit, nine only near a word. */
function germanSize(doc: Doc, start: number, text: string): number | undefined {
  const number = bare(text)
  const inPieces = !PLAIN.test(text.toUpperCase())
  if (!/\d.*\d/.test(number)) return undefined
  if (/^\d/.test(number)) {
    // Cards before November 2010: digits only. Nine or ten digits may be anything, so the word must stand directly before.
    if (inPieces || !/^\d+$/.test(number) || !isNamed(doc, start, start + text.length, NEAR)) return undefined
    return number.length === 9 || icao(number) ? text.length : undefined
  }
  if (number.length === 10 && icao(number)) return text.length
  if (number.length === 9) return text.length
  // "L01X00T47 2 Kinder": the digit behind the space belongs to the sentence.
  return / \d$/.test(text) ? text.length - 2 : undefined
}

/** Provisional documents (a letter, seven digits) and those of other countries, directly behind their name. */
function foreignSize(doc: Doc, start: number, text: string): number | undefined {
  const { length } = bare(text)
  if (length < 8 || length > 9 || !isNamed(doc, start, start + text.length, NEAR)) return undefined
  // Nine signs with a letter German documents never have are mistyped, unless a nationality stands before.
  if (length === 9 && !ABROAD.test(doc.text.slice(Math.max(0, start - ABROAD_LENGTH), start))) return undefined
  return text.length
}

const ABROAD = /isch(?:e[rnms]?)? |national|staatsang|ausländ/i
const ABROAD_LENGTH = 60

function offered(doc: Doc, start: number, end: number, named: boolean): Candidate | undefined {
  const text = doc.text.slice(start, end)
  const number = bare(text)
  const checked = number.length === 10
  if (checked && isZone(doc, start, end)) return { start, end, certainty: 'sicher', reason: 'check-digit-and-context' }
  if (KINDS.every(kind => isNamedOtherwise(doc, kind, start))) return undefined
  if (checked && named) return { start, end, certainty: 'sicher', reason: 'check-digit-and-context' }
  if (checked && PLAIN.test(text) && MIXED.test(number.slice(0, 9))) {
    return { start, end, certainty: 'wahrscheinlich', reason: 'check-digit' }
  }
  if (!named || checked || isInvented(doc, start, end)) return undefined
  return { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
}

/** Machine-readable zone: the number stands behind "IDD<<", or before "<<" or "D<<" and the date of birth. */
const isZone = (doc: Doc, start: number, end: number): boolean =>
  doc.text.startsWith('<<', end) || doc.text.startsWith('D<<', end) || doc.text.slice(start - 2, start) === '<<'

const KINDS: readonly DocumentKind[] = ['ID_CARD', 'PASSPORT', 'RESIDENCE_PERMIT']
const isNamed = (doc: Doc, start: number, end: number, before: number): boolean =>
  KINDS.some(kind => saysNear(doc, kind, start, end, before, 1))

/** Words nearer to the number decide before those farther away; words that fit several documents leave it open. */
function kindOf(doc: Doc, start: number, end: number): DocumentKind | undefined {
  let left = KINDS
  let named = false
  for (let distance = 1; distance <= 8 && left.length > 1; distance++) {
    const words = wordsAt(doc, start, end, distance)
    const said = left.filter(kind => words.some(word => doc.info(word).context.includes(kind)))
    if (said.length === 0) continue
    left = said
    named = true
  }
  if (!named) return undefined
  const letter = kindByLetter(doc.text.slice(start, end))
  return left.includes(letter) ? letter : left[0]
}

/** The words at this distance before and (three at most) behind the number, no more than a line away. */
function wordsAt(doc: Doc, start: number, end: number, distance: number): number[] {
  const first = wordFrom(doc, start)
  const before = first - distance
  const after = wordFrom(doc, end - 1) + distance
  const line = doc.line[first] ?? 0
  return [before, ...(distance <= 3 ? [after] : [])].filter(
    word => word >= 0 && word < doc.count && Math.abs((doc.line[word] ?? 0) - line) <= 1,
  )
}

/** The first sign belongs to the authority: passports are numbered from C to K, cards from L on. */
const kindByLetter = (text: string): DocumentKind => (/^[CFGHJK]/i.test(text) ? 'PASSPORT' : 'ID_CARD')
