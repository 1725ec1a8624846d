import { icao } from './check-digits.js'
import { bare, type Candidate, matchNumbers, type Scene, saysNear } from './detector.js'
import { documentZones } from './document-zones.js'
import { isInvented, isNamedOtherwise } from './numbers.js'
import { ALL_CAPITALS, type Doc, wordAt, wordFrom } from './text/document.js'
import { columnsHeaded } from './text/tables.js'

/** Identity card, passport and residence permit share the form of their number; the word nearest to it says which it is. */
type DocumentKind = 'ID_CARD' | 'PASSPORT' | 'RESIDENCE_PERMIT'
type DocumentNumber = { readonly kind: DocumentKind; readonly value: Candidate }
const KINDS: readonly DocumentKind[] = ['ID_CARD', 'PASSPORT', 'RESIDENCE_PERMIT']

/** Words that fit every document: the first sign of the number, or another word, tells which one it is. */
export const ANY_DOCUMENT: readonly string[] = `
  dokument dokumente dokuments dok doknr doknummer* dokumentennummer* dokumentnummer* dokumentennr dokumentnr doc docno
  docnr karte karten kartennummer* kartennr titel titels document* documento* documentul dokumentu dokumentow документ* bundesdruckerei* serienr
`
  .trim()
  .split(/\s+/)

/** Nine signs of the reduced alphabet, in one piece or in groups, and the check digit; then the forms of other countries. */
const PATTERN =
  /(?<![0-9A-Za-zÀ-ÿ])(?:[CFGHJKLMNPRTVWXYZ0-9](?:[ \n-]?[CFGHJKLMNPRTVWXYZ0-9]){8}(?: ?\d)?|[A-Z]{1,3}[ -]?\d(?: ?\d){4,8}[A-Z]{0,2}|[A-Z][A-Z0-9]{8}|\d{2}[A-Z]{2}\d{5})(?![0-9A-CE-Za-ce-zÀ-ÿ]|D(?![<\s,.;)]|$)|[/-]\d)/gi
const PLAIN = /^[CFGHJKLMNPRTVWXYZ0-9]{9,10}$/
/** The usual groups: 4 signs of the authority, 5 of the document, or three times three. */
const GROUPED =
  /^[CFGHJKLMNPRTVWXYZ0-9]{3}[ -]?[CFGHJKLMNPRTVWXYZ0-9][ -]?[CFGHJKLMNPRTVWXYZ0-9]{2}[ -]?[CFGHJKLMNPRTVWXYZ0-9]{3}(?: ?\d)?$/i
const NINE_LETTERS = /^[CFGHJKLMNPRTVWXYZ]{9}$/
/** Letters and digits mixed as chance mixes them: enough to know the number without any word beside it. */
const MIXED = /^[A-Z](?=(?:\d*[A-Z]){2})(?=(?:[A-Z]*\d){4})(?=.{0,6}\d[A-Z])[A-Z0-9]{8}$/
/** A little less mixed: enough where a document is spoken of. */
const RATHER_MIXED = /^[A-Z](?=(?:\d*[A-Z]){2})(?=(?:[A-Z]*\d){2})[A-Z0-9]{8}$/
/** So near must the word stand for numbers of less certain form: foreign, provisional, digits only, oddly cut. */
const NEAR = 3
/** So far may the talk of documents be from a well-mixed number. */
const TALK_BEFORE = 40
const TALK_AFTER = 12

/** The document numbers of a block that belong to one of the three kinds. */
export function* documentNumbers(scene: Scene, kind: DocumentKind): Generator<Candidate> {
  const numbers = read.get(scene.doc) ?? [...allNumbers(scene)]
  read.set(scene.doc, numbers)
  for (const number of numbers) if (number.kind === kind) yield number.value
}

/** Three detectors ask for the same numbers of the same block. */
const read = new WeakMap<Doc, readonly DocumentNumber[]>()

function* allNumbers(scene: Scene): Generator<DocumentNumber> {
  const { doc } = scene
  for (const { value, type } of documentZones(doc.text)) {
    yield { kind: type ?? kindOf(doc, value.start, value.end) ?? kindByLetter(doc.text.slice(value.start)), value }
  }
  yield* numbersOfColumns(scene)
  yield* numbersOfLetters(doc)
  for (const { start, text } of matchNumbers(doc, PATTERN)) {
    const size = germanSize(doc, start, text) ?? foreignSize(doc, start, text)
    if (size === undefined) continue
    const kind = kindOf(doc, start, start + size)
    const value = offered(doc, start, start + size, kind !== undefined)
    if (value) yield { kind: kind ?? kindByLetter(text), value }
  }
}

/** How much of the match is the number: ten signs only with a right check digit, nine only near a word. */
function germanSize(doc: Doc, start: number, text: string): number | undefined {
  const number = bare(text)
  if (!PLAIN.test(number) || !/\d/.test(number)) return undefined
  const inPieces = !PLAIN.test(text.toUpperCase())
  if (/^\d/.test(number)) return digitsOnly(doc, start, text, inPieces)
  if (!/\d.*\d/.test(number) && (inPieces || text !== number)) return undefined
  if (inPieces && !GROUPED.test(text) && !isCutUp(doc, start, text)) return undefined
  if (number.length === 10 && icao(number)) return text.length
  if (number.length === 9) return text.length
  // "L01X00T47 2 Kinder": the digit behind the space belongs to the sentence.
  return / \d$/.test(text) ? text.length - 2 : undefined
}

/**
 * Cards before November 2010, and passports of some countries: nine or ten digits may be anything, so the word must
 * stand directly before; in three groups they are a telephone number unless a passport stands directly before.
 */
function digitsOnly(doc: Doc, start: number, text: string, inPieces: boolean): number | undefined {
  const number = bare(text)
  if (!/^\d+$/.test(number)) return undefined
  if (inPieces) {
    const grouped = /^\d{3} \d{3} \d{3}$/.test(text) && saysNear(doc, 'PASSPORT', start, start + text.length, 2, 0)
    return grouped ? text.length : undefined
  }
  if (!isNamedDirectly(doc, start, start + text.length)) return undefined
  return number.length === 9 || icao(number) ? text.length : undefined
}

/** Groups of any size ("Y8 RK 36 ZF 2"): capitals, several digits, directly behind the name, and no label in the match. */
function isCutUp(doc: Doc, start: number, text: string): boolean {
  const capitals = text === text.toUpperCase() && !/^(?:NR|KL|TKT|ZK|KFZ|LKW|PKW|NT|HT)[ \n-]/.test(text)
  const digits = text.replaceAll(/\D/g, '').length
  return capitals && digits >= 2 && isNamedDirectly(doc, start, start + text.length)
}

/** Letters and digits of foreign and provisional documents. */
const FOREIGN = /^(?:[A-Z]{1,3}\d{5,9}[A-Z]{0,2}|\d{2}[A-Z]{2}\d{5})$/
/** Two or three letters, or letters at both ends: no German number looks so, not even a mistyped one. */
const UNLIKE_GERMAN = /^(?:[A-Z]{2,3}\d{6,7}|[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]\d{7}[A-Z])$/
const ABROAD =
  /isch(?:e[rnms]?)? |national|staatsang|ausländ|konsul|botschaft|visum|visa(?![a-z])|reiseausweis|flüchtling|identit|türk|syri|ukrain|pol(?:en|ski)|rumän|portug|itali|spani|serbi|kosov|afghan|irak|iran|indi|vietnam|nigeri|marok|china|usa(?![a-z])|bulgar|kroat|griech|ungarn|russ|eritre|somali|ghana|philipp|kimlik|carte|pasaport|passeport|brasil|österr|schweiz|frankr/i
const ABROAD_LENGTH = 60

/** Provisional documents (a letter, seven digits) and those of other countries, directly behind their name. */
function foreignSize(doc: Doc, start: number, text: string): number | undefined {
  const number = bare(text)
  const end = start + text.length
  if (number.length < 7 || number.length > 10 || !/(?:.*\d){3}/.test(number)) return undefined
  if (/[a-z]/.test(text) && text !== text.toLowerCase()) return undefined
  if (/ \d(?: |$)/.test(text) || !isNamedDirectly(doc, start, end)) return undefined
  // "NR 123456" is a label and a number.
  if (/^(?:NR|NO|DIN|ISO|TEL|FAX|AZ|ID|EG|EU|KW|UHR|BIS|VOM|AM|AB|UM)[ -]?\d/i.test(text)) return undefined
  const around = doc.text.slice(Math.max(0, start - ABROAD_LENGTH), end + ABROAD_LENGTH)
  if (FOREIGN.test(number)) {
    if (number.length === 8 && /^[A-Z]\d/.test(number)) return text.length
    if (UNLIKE_GERMAN.test(number)) return text.length
    // Nine signs with a letter German documents never have are mistyped, unless it is a passport or from abroad.
    if (number.length === 9 && isNamedAs(doc, 'PASSPORT', start, end)) return text.length
  }
  return ABROAD.test(around) || isNamedAs(doc, 'RESIDENCE_PERMIT', start, end, /^[ABDEIOQSU]/, number)
    ? text.length
    : undefined
}

/** Whether a word of this kind alone stands directly before. */
function isNamedAs(doc: Doc, kind: DocumentKind, start: number, end: number, form?: RegExp, number = ''): boolean {
  return (
    (form === undefined || form.test(number)) && kindOf(doc, start, end) === kind && !isNamedBy(doc, start, end, kind)
  )
}

const isNamedBy = (doc: Doc, start: number, end: number, not: DocumentKind): boolean =>
  KINDS.some(kind => kind !== not && saysNear(doc, kind, start, end, NEAR, 0))

function offered(doc: Doc, start: number, end: number, named: boolean): Candidate | undefined {
  const text = doc.text.slice(start, end)
  const number = bare(text)
  const german = PLAIN.test(number)
  const checked = number.length === 10 && german && icao(number)
  if (checked && isZone(doc, start, end)) return { start, end, certainty: 'sicher', reason: 'check-digit-and-context' }
  if (KINDS.every(kind => isNamedOtherwise(doc, kind, start)) && !isSerialOfDocument(doc, start)) return undefined
  if (checked && named) return { start, end, certainty: 'sicher', reason: 'check-digit-and-context' }
  if (checked && PLAIN.test(text) && MIXED.test(number.slice(0, 9))) {
    return { start, end, certainty: 'wahrscheinlich', reason: 'check-digit' }
  }
  if ((checked && german) || isInvented(doc, start, end)) return undefined
  const mixed = german && text === number && RATHER_MIXED.test(number) && isTalkOfDocuments(doc, start)
  // Signs in groups, named directly: surer than what somebody may read into one of the groups ("Y8 RK 36 ZF 2").
  if (german && named && text.includes(' ') && isNamedDirectly(doc, start, end)) {
    return { start, end, certainty: 'sicher', reason: 'form-and-context' }
  }
  return named || mixed ? { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' } : undefined
}

/** "Seriennummer" is printed on cards as well as on machines: a document must be spoken of. */
function isSerialOfDocument(doc: Doc, start: number): boolean {
  const first = wordFrom(doc, start)
  for (let word = first - 1; word >= 0 && first - word <= NEAR; word--) {
    if (/^serien/i.test(wordAt(doc, word))) return isTalkOfDocuments(doc, start)
  }
  return false
}

function isTalkOfDocuments(doc: Doc, start: number): boolean {
  const at = wordFrom(doc, start)
  const last = Math.min(doc.count - 1, at + TALK_AFTER)
  for (let word = Math.max(0, at - TALK_BEFORE); word <= last; word++) {
    const { context } = doc.info(word)
    if (context.length > 0 && KINDS.some(kind => context.includes(kind))) return true
  }
  return false
}

/** Machine-readable zone: the number stands behind "IDD<<", or before "<<" or "D<<" and the date of birth. */
const isZone = (doc: Doc, start: number, end: number): boolean =>
  doc.text.startsWith('<<', end) || doc.text.startsWith('D<<', end) || doc.text.slice(start - 2, start) === '<<'

/** "…, Nr. A0427318": the label stands for the document named farther before. */
const NUMBER_LABEL = /(?<![A-Za-zÀ-ÿ])(?:nr|nummer|no|num|number|numéro|número|numer|номер)[.:\s]{0,3}$/i
const NUMBER_LABEL_LENGTH = 10
const NEAR_LABEL = 14

/** "ID" alone may be anything's. */
const ID_CARD_LABEL = /(?<![A-Za-z])ID[- ]?(?:Karte|Card)[\s:.-]{0,3}(?:(?:Nr|No|Nummer)[.:\s]{0,2})?$/i
const ID_CARD_LABEL_LENGTH = 24

const isLabelled = (doc: Doc, start: number): boolean =>
  NUMBER_LABEL.test(doc.text.slice(Math.max(0, start - NUMBER_LABEL_LENGTH), start))

/** Whether a word for one or two of the documents, not for any, stands directly before or behind. */
function isNamedDirectly(doc: Doc, start: number, end: number): boolean {
  if (ID_CARD_LABEL.test(doc.text.slice(Math.max(0, start - ID_CARD_LABEL_LENGTH), start))) return true
  const first = wordFrom(doc, start)
  const line = doc.line[first] ?? 0
  const least = first - (isLabelled(doc, start) ? NEAR_LABEL : NEAR)
  for (let word = first - 1; word >= 0 && word >= least && line - (doc.line[word] ?? 0) <= 1; word--) {
    if (isSpecific(doc, word)) return true
  }
  return isSpecific(doc, wordFrom(doc, end - 1) + 1)
}

function isSpecific(doc: Doc, word: number): boolean {
  const { context } = doc.info(word)
  if (context.length === 0 || word >= doc.count) return false
  const kinds = KINDS.filter(kind => context.includes(kind)).length
  return kinds > 0 && kinds < KINDS.length
}

const MOST_BEFORE = 8
const MOST_BEHIND = 3

/** Words nearer to the number decide before those farther away; words that fit several documents leave it open. */
function kindOf(doc: Doc, start: number, end: number): DocumentKind | undefined {
  const before = isLabelled(doc, start) ? NEAR_LABEL : MOST_BEFORE
  const text = doc.text.slice(start, end)
  const letter = kindByLetter(text)
  const left = narrowed(doc, wordFrom(doc, start), -1, before)
  if (!left) {
    const behind = narrowed(doc, wordFrom(doc, end - 1), 1, MOST_BEHIND)
    // What follows may already speak of another document ("C8FZ4X1KV. Visum nicht nötig").
    return behind && (behind.includes(letter) || PLAIN.test(text)) ? letter : behind?.[0]
  }
  return left.includes(letter) ? letter : left[0]
}

/** The documents the words on one side speak of, no more than a line away; undefined if there is none. */
function narrowed(doc: Doc, from: number, step: 1 | -1, most: number): readonly DocumentKind[] | undefined {
  const line = doc.line[from] ?? 0
  let left = KINDS
  let named = false
  for (let distance = 1; distance <= most && left.length > 1; distance++) {
    const word = from + step * distance
    if (word < 0 || word >= doc.count || Math.abs((doc.line[word] ?? 0) - line) > 1) break
    const { context } = doc.info(word)
    const said = context.length === 0 ? [] : left.filter(kind => context.includes(kind))
    if (said.length === 0) continue
    left = said
    named = true
  }
  return named ? left : undefined
}

/** The first sign belongs to the authority: passports are numbered from C to K, cards from L on, permits with Y. */
const kindByLetter = (text: string): DocumentKind =>
  /^[CFGHJK]/i.test(text) ? 'PASSPORT' : /^Y/i.test(text) ? 'RESIDENCE_PERMIT' : 'ID_CARD'

/** One number in about forty has no digit: nine consonants in capitals, directly behind the name of the document. */
function* numbersOfLetters(doc: Doc): Generator<DocumentNumber> {
  for (const label of doc.contextWords) {
    if (!KINDS.some(kind => doc.info(label).context.includes(kind))) continue
    for (let word = label + 1; word <= label + NEAR && word < doc.count; word++) {
      const start = doc.start[word] ?? 0
      const end = doc.end[word] ?? 0
      if (end - start !== 9 || ((doc.shape[word] ?? 0) & ALL_CAPITALS) === 0 || !NINE_LETTERS.test(wordAt(doc, word)))
        continue
      const value: Candidate = { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
      yield { kind: kindOf(doc, start, end) ?? kindByLetter(doc.text.slice(start)), value }
    }
  }
}

/** Titles of columns, as folded words. */
const TITLES = [
  ['PASSPORT', /^(?:reise|kinderreise|national)?pass(?: ?(?:nr|nummer|no|daten))?$|^(?:passport|passeport|pasaport)/],
  [
    'RESIDENCE_PERMIT',
    /^(?:eat|at|aufenthalts?\w*|titel)(?: ?(?:nr|nummer))?$|^(?:residence permit|karten ?(?:nr|nummer) eat)/,
  ],
  [
    'ID_CARD',
    /^(?:personal)?ausweis(?: ?(?:nr|nummer|daten|dokument))?$|^(?:perso|pa|id)(?: ?(?:nr|nummer|karte))$|^perso$/,
  ],
] as const
const OPEN_TITLE =
  /^(?:dok(?:ument(?:en)?)?|serien|karten|ausweis)? ?(?:nr|nummer|no)$|^(?:dokument|document)(?: (?:no|number))?$/
const FOREIGN_CELL = /^(?:[A-Z]{1,3} ?\d{5,9}[A-Z]{0,2}|\d{9}|[A-Z]\d{7})$/

function* numbersOfColumns(scene: Scene): Generator<DocumentNumber> {
  const { doc } = scene
  if (!doc.contextWords.some(word => KINDS.some(kind => doc.info(word).context.includes(kind)))) return
  for (const [kind, titles] of TITLES) {
    for (const { start, end } of columnsHeaded(scene, title => titles.test(title))) {
      const cell = doc.text.slice(start, end)
      const german = isGermanCell(cell)
      if (!german && !FOREIGN_CELL.test(cell)) continue
      yield { kind: german && kind === 'ID_CARD' ? kindByLetter(cell) : kind, value: headed(start, end) }
    }
  }
  for (const { start, end } of columnsHeaded(scene, title => OPEN_TITLE.test(title))) {
    const cell = doc.text.slice(start, end)
    if (isGermanCell(cell)) yield { kind: kindByLetter(cell), value: headed(start, end) }
  }
}

const isGermanCell = (cell: string): boolean =>
  PLAIN.test(cell) && /^[A-Z](?=.*\d)/.test(cell) && (cell.length === 9 || icao(cell))
const headed = (start: number, end: number): Candidate => ({
  start,
  end,
  certainty: 'wahrscheinlich',
  reason: 'form-and-context',
})
