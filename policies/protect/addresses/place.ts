import { type Doc, gapAfter, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { NOT_NAME, PLACE } from '../text/flags.js'

/** Between house number and postcode: "3. OG links", "(Hinterhaus)", "Whg. 12". */
const EXTRA =
  /^(?:[EOD]G|Etage|Stock|Stockwerk|Obergeschoss|Erdgeschoss|Dachgeschoss|Hinterhaus|Vorderhaus|Seitenflügel|Gartenhaus|HH|VH|links|rechts|li|re|mitte|Mitte|Whg|Wohnung|App|Apartment|Appartement|Aufgang|Haus|\d{1,4}|D|DE|in|OT|Ortsteil|Stadtteil)$/
/** Behind the house number without a place: "2. OG links", "Hinterhaus", "App. 706". */
const INSIDE =
  /,? (?:\d{1,2}\. ?(?:OG|UG|DG|Stock|Etage|Obergeschoss)|(?:EG|DG|Hinterhaus|Vorderhaus|Seitenflügel|Gartenhaus|Erdgeschoss|Dachgeschoss)(?!\p{L})|(?:App(?:artement|artment)?|Whg|Wohnung|Apartment|Zimmer|Zi|Aufgang|Haus)(?:\.|-?Nr\.)? ?\d{1,4}[a-z]?|(?:Halle|Haus|Gebäude|Block|Aufgang|Eingang) (?:\d{1,3}|[A-Z])(?![\p{L}\d]))(?:,? (?:links|rechts|Mitte|mitte|li\.|re\.|\d{1,2}\. ?(?:OG|Stock))(?!\p{L}))?/uy
const EXTRA_WORDS = 4
/** Germany and its neighbours; four digits must not be a year. */
const POSTCODE = /^(?:(?!00)\d{5}|(?!19|20)[1-9]\d{3})$/
/** First words of a place of two: "Bad Segeberg", "Sankt Augustin". */
const FIRST_OF_TWO =
  /^(?:Bad|Sankt|St|Markt|Hansestadt|Lutherstadt|Stadt|Flecken|Groß|Klein|Alt|Neu|Hohen|Burg|Schwäbisch|\p{L}*[Bb]ad)$/u
const LINK = /^(?:am|an|auf|bei|im|in|ob|vor|der|dem|den|a|d|i|v|b)$/
const NO_PLACE =
  /^(?:Euro|EUR|Stück|Einwohner\w*|Personen|Stimmen|Menschen|Mal|Quadratmeter|Haushalte|Tonnen|Liter|Bürger\w*|Besucher\w*)$/

/** "OT Groß Lübbenau": the names behind the word for a part of the town. */
const isDistrict = (doc: Doc, word: number, first: number): boolean =>
  isCapital(doc, word) && /^(?:OT|Ortsteil|Stadtteil)$/.test(wordAt(doc, Math.min(word - 1, first)))

/** Names of fields that follow a postcode on the next line. */
const FIELD = /^(?:Ort|Wohnort|Stadt|Land|Telefon|Tel|Mobil|Handy|Mail|Geburtsdatum|Name|Datum|Betreff|Gemeinde)$/

/** End of "24103 Kiel" behind a house number, also on the next line; undefined if no postcode follows. */
export function placeBehind(doc: Doc, from: number): number | undefined {
  const first = wordFrom(doc, from)
  for (let word = first; word < doc.count && word <= first + EXTRA_WORDS; word++) {
    const gap = doc.text.slice(word === first ? from : doc.end[word - 1], doc.start[word])
    const text = wordAt(doc, word)
    if (gap.length > 4 || /[|\t]|\n[ \t]*\n/.test(gap)) return undefined
    if (gap.includes(';') && (gap !== '; ' || !/^\d{5}$/.test(text))) return undefined
    if (POSTCODE.test(text)) return text.length === 5 || /[,\n]/.test(gap) ? placeAt(doc, word) : undefined
    if (!EXTRA.test(text) && !isDistrict(doc, word, first)) return undefined
  }
  return undefined
}

/** End of "2. OG links" behind a house number. */
export function insideBehind(doc: Doc, from: number): number {
  INSIDE.lastIndex = from
  return INSIDE.test(doc.text) ? INSIDE.lastIndex : from
}

/** End of the place behind the postcode. */
export function placeAt(doc: Doc, postcode: number): number | undefined {
  if (!POSTCODE.test(wordAt(doc, postcode))) return undefined
  let word = postcode + 1
  if (word >= doc.count || !/^[ \n]{1,2}$/.test(gapAfter(doc, postcode))) return undefined
  if (!isCapital(doc, word) || NO_PLACE.test(wordAt(doc, word))) return undefined
  if (FIELD.test(wordAt(doc, word)) && /^ ?[:=]/.test(gapAfter(doc, word))) return undefined
  for (let next = nextPart(doc, word); next !== undefined; next = nextPart(doc, word)) word = next
  const end = doc.end[word] ?? 0
  const bracket = / ?\([A-ZÄÖÜ][\p{L}. ]{2,20}\)/uy
  bracket.lastIndex = end
  return bracket.test(doc.text) ? bracket.lastIndex : end
}

/** End of a place without postcode behind a comma: "Lindenweg 7, Husum". */
export function bareTown(doc: Doc, from: number): number | undefined {
  const word = wordFrom(doc, from)
  if (word >= doc.count || doc.text.slice(from, doc.start[word]) !== ', ') return undefined
  if (!hasFlag(doc, word, PLACE) || hasFlag(doc, word, NOT_NAME) || !isCapital(doc, word)) return undefined
  return doc.end[word]
}

/** The next word that belongs to the name of the place. */
function nextPart(doc: Doc, word: number): number | undefined {
  const next = word + 1
  if (next >= doc.count) return undefined
  const gap = gapAfter(doc, word)
  if ((gap === '-' || gap === '/') && isCapital(doc, next)) return next
  if (gap !== ' ' && gap !== '. ') return undefined
  if (isCapital(doc, next)) return FIRST_OF_TWO.test(wordAt(doc, word)) ? next : undefined
  for (let link = next; link < next + 3 && LINK.test(wordAt(doc, link)); link++) {
    if (isCapital(doc, link + 1) && /^\.? ?$/.test(gapAfter(doc, link))) return link + 1
  }
  return undefined
}
