import type { Doc } from '../text/document.js'

const LONGEST = 4
/** "7-11" is a house, "1-40" a stretch of the street. */
const LONGEST_HOUSE = 12
const HOUSE_NUMBER = /^[1-9]\d{0,2}[a-zA-Z]?$/
/** "7-9", "7/9", "7 a", "7 1/2", "7 a-c". */
const MORE = /^(?: ?[-/+] ?\d{1,3}[a-z]?(?![\p{L}\d.,]\d|\d)| 1\/2| ?[a-hA-H](?:-[a-hA-H])?(?![\p{L}\d.]))/u
/** What makes a number of it that counts, measures or numbers something. */
const COUNTS =
  /^(?:[.,:]\d| bis (?:Nr\.? ?|Hausnummer )?\d|-\p{L}{2}| ?(?:%|€|²)|\. ?(?:Änderung|Bauabschnitt|BA|OG|Etage|Stock|Obergeschoss|Teil|Fassung|Auflage|Sitzung|Quartal|Klasse|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)| (?:Euro|EUR|Uhr|m|km|qm|ha|Meter|Kilometer|Prozent|Stück|Plätze|Stellplätze|Personen|Kinder|Jahre?|Jahren|Tage?|Tagen|Minuten|Stunden|Mio|Millionen|Cent|Mal|mal|Bäume|Wohnungen|Wohneinheiten|Einwohner|Punkte|Sekunden|Wochen|Monate|Stimmen|Teilnehmende|Gäste|Besucher|Grad)(?![\p{L}]))/u

/** Where the house number ends that this word begins; undefined if it is another number. */
export function houseNumberEnd(doc: Doc, word: number): number | undefined {
  const start = doc.start[word] ?? 0
  const end = doc.end[word] ?? 0
  if (end - start > LONGEST || !HOUSE_NUMBER.test(doc.text.slice(start, end))) return undefined
  const after = doc.text.slice(end, end + 20)
  const more = MORE.exec(after)?.[0] ?? ''
  const last = Number.parseInt(more.replace(/^[^\d]+/, ''), 10) || 0
  const isStretch = last - Number.parseInt(doc.text.slice(start, end), 10) > LONGEST_HOUSE
  return isStretch || COUNTS.test(after) ? undefined : end + more.length
}
