import { type Doc, gapAfter, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { NOT_NAME, PLACE } from '../text/flags.js'

/** Between house number and postcode: "3. OG links", "(Hinterhaus)", "Whg. 12". */
const EXTRA =
  /^(?:[EOD]G|Etage|Stock|Hinterhaus|Vorderhaus|HH|VH|links|rechts|Mitte|Whg|Wohnung|App|Apartment|Haus|\d{1,2}|D|DE|in)$/
const EXTRA_WORDS = 4
/** Germany and its neighbours; four digits must not be a year. */
const POSTCODE = /^(?:(?!00)\d{5}|(?!19|20)[1-9]\d{3})$/
/** First words of a place of two: "Bad Segeberg", "Sankt Augustin". */
const FIRST_OF_TWO =
  /^(?:Bad|Sankt|St|Markt|Hansestadt|Lutherstadt|Stadt|Flecken|Groß|Klein|Alt|Neu|Hohen|Burg|Schwäbisch|\p{L}*[Bb]ad)$/u
const LINK = /^(?:am|an|auf|bei|im|in|ob|vor|der|dem|den|a|d|i|v|b)$/
const NO_PLACE =
  /^(?:Euro|EUR|Stück|Einwohner\w*|Personen|Stimmen|Menschen|Mal|Quadratmeter|Haushalte|Tonnen|Liter|Bürger\w*|Besucher\w*)$/

/** End of "24103 Kiel" behind a house number, also on the next line; undefined if no postcode follows. */
export function placeBehind(doc: Doc, from: number): number | undefined {
  const first = wordFrom(doc, from)
  for (let word = first; word < doc.count && word <= first + EXTRA_WORDS; word++) {
    const gap = doc.text.slice(word === first ? from : doc.end[word - 1], doc.start[word])
    if (gap.length > 4 || /[;|\t]|\n[ \t]*\n/.test(gap)) return undefined
    if (POSTCODE.test(wordAt(doc, word))) return placeAt(doc, word)
    if (!EXTRA.test(wordAt(doc, word))) return undefined
  }
  return undefined
}

/** End of the place behind the postcode. */
export function placeAt(doc: Doc, postcode: number): number | undefined {
  if (!POSTCODE.test(wordAt(doc, postcode))) return undefined
  let word = postcode + 1
  if (word >= doc.count || !/^[ \n]{1,2}$/.test(gapAfter(doc, postcode))) return undefined
  if (!isCapital(doc, word) || NO_PLACE.test(wordAt(doc, word))) return undefined
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
  if (gap === '-' && isCapital(doc, next)) return next
  if (gap !== ' ' && gap !== '. ') return undefined
  if (isCapital(doc, next)) return FIRST_OF_TWO.test(wordAt(doc, word)) ? next : undefined
  for (let link = next; link < next + 3 && LINK.test(wordAt(doc, link)); link++) {
    if (isCapital(doc, link + 1) && /^\.? ?$/.test(gapAfter(doc, link))) return link + 1
  }
  return undefined
}
