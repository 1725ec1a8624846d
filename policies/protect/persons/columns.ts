import type { Scene } from '../detector.js'
import { type Doc, wordFrom } from '../text/document.js'
import { GIVEN_NAME, SALUTATION, SURNAME, TITLE } from '../text/flags.js'
import { type Cell, columnsHeaded } from '../text/tables.js'
import { flagsOf, isLetterWord, mayBeSurname } from './name-words.js'

/** Titles of columns that hold names, in folded words; only the surest ones are believed without a known name below. */
const SURE =
  /^(?:nachnamen?|vornamen?|zuname|familienname|rufname|geburtsname|name,? vorname|vorname,? (?:nach)?name|vor und (?:nach|zu)name|nachname,? vorname|name vorname geb.{0,12})$/
const MAYBE =
  /^(?:namen?|name kind|kind|person|personen|bewerber(?:in)?(?:nen)?|antragsteller(?:in)?|(?:konto)?inhaber(?:in)?|halter(?:in)?|fahrer(?:in)?|nutzer(?:in)?|patient(?:in)?|mitarbeiter(?:in)?|mitarbeitende|beschaftigter?|ansprechpartner(?:in)?|eigentumer(?:in)?|schuler(?:in)?|teilnehmer(?:in)?|kunde|kundin|finder(?:in)?|zeuge|empfanger(?:in)?|mieter(?:in)?|betreuer(?:in)?|sachbearbeiter(?:in)?|schuldner(?:in)?|mitglied|tausch mit|vertretung|betroffener?|absender|melder(?:in)?|bewohner(?:in)?|angehorige[rn]?|kontakt|kontaktperson|notfallkontakt|unterschrift|jubilar(?:in)?|holder|owner|besitzer(?:in)?|verantwortlich|wer)$/

/** Names in the cells of columns headed "Name", "Nachname", "Antragstellerin" …, of two words or one. */
export function* namesInColumns(scene: Scene): Generator<{ start: number; end: number }> {
  yield* cellsWithNames(
    scene.doc,
    columnsHeaded(scene, title => SURE.test(title)),
    () => true,
  )
  const maybe = [...columnsHeaded(scene, title => MAYBE.test(title))]
  const named = new Set(maybe.filter(cell => hasKnownName(scene.doc, cell)).map(({ column }) => column))
  yield* cellsWithNames(scene.doc, maybe, cell => named.has(cell.column))
}

function* cellsWithNames(
  doc: Doc,
  cells: Iterable<Cell>,
  accept: (cell: Cell) => boolean,
): Generator<{ start: number; end: number }> {
  for (const cell of cells) {
    if (!accept(cell)) continue
    const words = wordsOf(doc, cell)
    const [first] = words
    if (first === undefined || words.length > MOST_WORDS || !words.every(word => isNameWord(doc, word))) continue
    yield { start: doc.start[first] ?? cell.start, end: cell.end }
  }
}

const MOST_WORDS = 5

/** The words of a cell without salutation and titles in front. */
function wordsOf(doc: Doc, { start, end }: Cell): number[] {
  const words: number[] = []
  for (let word = wordFrom(doc, start); word < doc.count && (doc.end[word] ?? 0) <= end; word++) {
    if (words.length === 0 && (flagsOf(doc, word) & (SALUTATION | TITLE)) !== 0) continue
    words.push(word)
  }
  return words
}

/** Small words are particles ("von der"); cells without capitals hold names typed in haste. */
const isNameWord = (doc: Doc, word: number): boolean =>
  mayBeSurname(doc, word) || (isLetterWord(doc, word) && isKnown(doc, word)) || isKnown(doc, word) || isShort(doc, word)

const isKnown = (doc: Doc, word: number): boolean => (flagsOf(doc, word) & (GIVEN_NAME | SURNAME)) !== 0
const isShort = (doc: Doc, word: number): boolean => (doc.end[word] ?? 0) - (doc.start[word] ?? 0) <= 3

const hasKnownName = (doc: Doc, cell: Cell): boolean => wordsOf(doc, cell).some(word => isKnown(doc, word))
