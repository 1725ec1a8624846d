import { contextWords } from '../context-words.js'
import { matchNumbers, saysNear } from '../detector.js'
import { type Doc, isCapital, wordAt } from '../text/document.js'
import { placeBehind } from './place.js'

type Stretch = { readonly start: number; readonly end: number }

/** "C 4, 12, 68159 Mannheim": blocks of houses instead of streets. */
const BLOCK = /(?<![\p{L}\d])[A-U] ?[1-7], ?\d{1,2}[a-z]?(?: ?[-/] ?\d{1,2})?,?\s68\d{3} $/u
const BLOCK_REACH = 30
const TOWN = 'Mannheim'
/** "12 Baker Street, London NW1 6XE", "5 rue de la Paix, 75002 Paris". */
const NUMBER_FIRST =
  /\d{1,4}[a-z]?,? (?:(?:\p{Lu}[\p{L}'.-]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Square|Terrace|Gardens|Crescent|Boulevard|Blvd)(?![\p{L}])|(?:rue|avenue|boulevard|place|allée|chemin|quai|impasse|bis rue) (?:(?:de la|de|du|des|d'|de l'|l') ?)?\p{Lu}[\p{L}'-]{1,20}(?: [\p{Lu}][\p{L}'-]{1,20})?)(?:,? (?:\d{5} \p{Lu}[\p{L}-]{1,25}|\p{Lu}[\p{L}-]{1,20}(?: [A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})?|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})(?![\p{L}\d]))?/uy
const STREET_ABROAD = /^(?:rue|avenue|boulevard|place|allée|chemin|quai|impasse|bis)$/

/** An address whose house number, this word, stands before the street. */
export function numberFirstAt(doc: Doc, word: number): Stretch | undefined {
  if (word + 1 >= doc.count || (!isCapital(doc, word + 1) && !STREET_ABROAD.test(wordAt(doc, word + 1))))
    return undefined
  const start = doc.start[word] ?? 0
  NUMBER_FIRST.lastIndex = start
  const match = NUMBER_FIRST.exec(doc.text)
  if (!match) return undefined
  const end = NUMBER_FIRST.lastIndex
  // Without a postcode somebody must be said to live there.
  return /\d/.test(match[0].slice(5)) || saysNear(doc, 'ADDRESS', start, end) ? { start, end } : undefined
}

/** Addresses that are built otherwise than "street, number, postcode, place". */
export function* otherForms(doc: Doc): Generator<Stretch> {
  for (let town = doc.text.indexOf(TOWN); town >= 0; town = doc.text.indexOf(TOWN, town + 1)) {
    const block = BLOCK.exec(doc.text.slice(Math.max(0, town - BLOCK_REACH), town))
    if (block) yield { start: town - block[0].length, end: town + TOWN.length }
  }
  yield* inVillages(doc)
  yield* inWords(doc)
  yield* inFields(doc)
}

/** "Haus Nr. 23, OT Klein Wubiser, 16259 Bad Freienwalde": villages without names of streets. */
const HOUSE_ONLY = /(?<![\p{L}\d])Haus(?:[ -]?(?:Nr\.?|Nummer))? ?\d{1,4}[a-z]?(?![\p{L}\d])/gu

function* inVillages(doc: Doc): Generator<Stretch> {
  for (const { start, end } of matchNumbers(doc, HOUSE_ONLY)) {
    const withPlace = placeBehind(doc, end)
    if (withPlace !== undefined) yield { start, end: withPlace }
  }
}

const WRITTEN =
  /(?<!\p{L})((?:(?:Nördl|Südl|Östl|Westl|Obere?|Untere?|Alte|Neue|Große|Kleine)\.? |(?:Am|Im|An der|Zum|Zur|Auf dem|Unter den) )?\p{Lu}[\p{L}-]{2,25}(?:straße|strasse|str\.|weg|allee|gasse|platz|ring|damm|ufer|stieg|steig|pfad|kamp|hof|berg) (?:Nummer )?(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)-?und-?(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:ein|zwei|drei)?hundert\p{L}{0,20}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)(?: [a-h](?!\p{L}))?)(?!\p{L})/u
const REACH = 70

/** "Ich wohne Kanalweg siebenundzwanzig." */
function* inWords(doc: Doc): Generator<Stretch> {
  for (const word of contextWords(doc, 'ADDRESS')) {
    if (!/^(?:wohn|gemeldet|adresse|anschrift)/i.test(wordAt(doc, word))) continue
    const from = doc.end[word] ?? 0
    const match = WRITTEN.exec(doc.text.slice(from, from + REACH))
    if (match) yield { start: from + match.index, end: from + match.index + match[0].length }
  }
}

const NUMBER_FIELD = /^(?:hausnummer|hausnr|hnr|hsnr|housenumber)$/i
const STREET_FIELD =
  /(?:stra(?:ß|ss)e(?:nname)?|street|str)["']?\s?[:=>]\s?["']?(\p{Lu}[\p{L} .-]{2,40}?)["']?\s?[,;\n<][\s"',;</>\w]{0,30}$/iu
const ITS_NUMBER = /^["']?\s?[:=>]\s?["']?\d{1,4} ?[a-zA-Z]?(?![\p{L}\d])/u

/** {"strasse":"Lindenweg","hausnr":"7"}, "Straße: Lindenweg\nHausnummer: 7": both as one value. */
function* inFields(doc: Doc): Generator<Stretch> {
  for (const word of contextWords(doc, 'ADDRESS')) {
    if (!NUMBER_FIELD.test(wordAt(doc, word))) continue
    const start = doc.start[word] ?? 0
    const end = doc.end[word] ?? 0
    const before = doc.text.slice(Math.max(0, start - REACH), start)
    const street = STREET_FIELD.exec(before)
    const number = ITS_NUMBER.exec(doc.text.slice(end, end + REACH))
    if (street?.[1] && number)
      yield { start: start - street[0].length + street[0].indexOf(street[1]), end: end + number[0].length }
  }
}
