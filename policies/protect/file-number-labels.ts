import { contextWords } from './context-words.js'
import { isStructured } from './file-number-shapes.js'
import { endOfFileNumber, endOfGroups, startOfFileNumber } from './file-number-writing.js'
import { type Doc, wordAt } from './text/document.js'

type LabelledNumber = { readonly start: number; readonly end: number; readonly isDirect: boolean }

/** Words that are also used without a number: it must stand directly behind, and look like one. */
const WEAK =
  /^(?:zeichen|vorgang|vorgangs|antrags|bauantrag|bauvoranfrage|baugesuch|strafanzeige|sterbefall|jobcenters?|kund(?:e|in)|bg|pers|kd|ref|referenz|register|urk|mandat|tagebuch|[a-zäöüß]*(?:akten?|bescheid|urkunde|verfahren|sache|buch)s?)$/i
/** Words of everyday talk, and those of other languages: the number must look like a file number. */
const WEAKEST =
  /^(?:ticket(?:s|nummern?|nr)?|vorfall|incident|verwendungszweck|mandat|wbs|case|claim|applications?|references?|ref|дела|дело|делу|طلب|معاملة|hồ|toán|f[aä]ll[a-zä]*|fin|vin|zähler(?:nummer|nr)|(?:labor|proben|fund|buch|stellen|stamm|auftraggeber|einsatz|transport|nutzer|bewerbungs|grab|liegenschafts|hunde|dienst)(?:nummern?|nr))$/i
/** "Personal-Nr.", "UR-Nr.": the first half alone says nothing. Short forms in capitals are those of a register of the office. */
const FIRST_HALF =
  /(?<![A-Za-zÀ-ÿ])(?:(?:Personal|Pers|Kunden|Kd|Kassen|Vorgangs?|Antrags?|Fall|Schadens?|Mitglieds?|Register|Reg|Urkunden|Urk|UR|Bescheid|Mandanten|Mandats|Debitoren|Akten|Referenz|Teilnehmer|Matrikel|Policen?|Bürger|Klienten|Patienten|Mitarbeiter|Schüler|Gewerbe|Beihilfe|Hilfefall|Wohngeld|Kindergeld|Elterngeld|Asyl|Vertrags?|Objekt|Zähler|Personen|Bewacher|Ausländer|Standesamts?|Grundbuch|Melde|Buchungs|Einwohner|Verfahrens|Listen|Labor|Fund(?:sachen)?|WBK|FSA|OWi|BV|BG|AZR|EWO|VU|UVG|GS|GdB|SB|KdU|WBS|ABH|JC|EZ|BZR|GZR|StA|JVA)[-.\s]{1,3}|(?:versicherungs|wohnberechtigungs|jagd|waffen|fund|gewerbe|liefer)schein )$/i
const FIRST_HALF_LENGTH = 20
/** "Unser Zeichen 33.2" and "Zeichen: 33.2", but no traffic sign ("Zeichen 274"). */
const WHOSE = /(?:mein|unser|ihr|sein|dein|eigen)[a-z]{0,2} zeichen|zeichen ?:$/i
const WHOSE_LENGTH = 16
/** What may stand between a name and its number without a doubt; farther away the number must look like one. */
const DIRECT =
  /^[-\s.:/=|#("'„]{0,4}(?:(?:nr|nummer|no|n°|number|numéro|num|numara(?:sı|m)|numer|номер|رقم|شماره|số|z|zeichen|az|id)(?![a-z])[-\s.:/=|#("'„]{0,4})?(?:(?:lautet|ist|is|est|ihre?|unsere?)[\s:]{1,2})?$/i
const FARTHEST = 48
const LEAST_DIGITS = 3
const LEAST_DIGITS_FAR = 6
const PHONE = /^0\d{2,5}[/ -]/
/** Initials of the clerk behind a space: "51.2 Kö". */
const CLERK = /^( [A-ZÄÖÜ][a-zäöü]{1,2})(?:[,;.)\n]|$)/

/** A date before the number, as in the line of references of a letter ("01.03.2026 / 66-14/26"). */
const DATES = /(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d/-])/g
/** Further numbers under the same name: "4711, 4712 und 4713". */
const AND = /^(?:,? (?:und|sowie|u\.) |[,;] ?)(?=[A-Z0-9])/
const MOST_ENUMERATED = 20

/** Bit that makes an ASCII letter small, and the letters with which "Nr." and "ID" begin. */
const SMALL = 32
const FIRST_LETTERS = new Set([...'in'].map(letter => letter.charCodeAt(0)))

/** The numbers that stand behind their names, directly or some words on. */
export function* labelledNumbers(doc: Doc): Generator<LabelledNumber> {
  for (const word of namesOfNumbers(doc)) {
    const value = numberBehind(doc, word)
    if (!value) continue
    yield value
    yield* enumerated(doc.text, value)
  }
}

/** Words that name a number, in order. */
function namesOfNumbers(doc: Doc): number[] {
  const names = [...contextWords(doc, 'FILE_NUMBER')]
  const known = new Set(names)
  for (let word = 0; word < doc.count; word++) if (isSecondHalf(doc, word) && !known.has(word)) names.push(word)
  return names.sort((a, b) => a - b)
}

function* enumerated(text: string, first: LabelledNumber): Generator<LabelledNumber> {
  const shape = shapeOf(text.slice(first.start, first.end))
  let { end } = first
  for (let more = 0; more < MOST_ENUMERATED; more++) {
    const sign = AND.exec(text.slice(end, end + 8))
    if (!sign) return
    const start = end + sign[0].length
    end = endOfFileNumber(text, start)
    if (shapeOf(text.slice(start, end)) !== shape) return
    yield { start, end, isDirect: first.isDirect }
  }
}

/** Further rows of a table, and further numbers of a list, have the shape of the one that is named. */
export const shapeOf = (text: string): string => text.replaceAll(/\d/g, '9').replaceAll(/[A-Za-z]/g, 'A')

/** "Nr.", "Nummer" or "ID" behind the first half of a name; length and first letter rule out nearly every word. */
function isSecondHalf(doc: Doc, word: number): boolean {
  const start = doc.start[word] ?? 0
  const length = (doc.end[word] ?? 0) - start
  if ((length !== 2 && length !== 6) || !FIRST_LETTERS.has(doc.text.charCodeAt(start) | SMALL)) return false
  if (!/^(?:nr|nummer|id)$/i.test(wordAt(doc, word))) return false
  return FIRST_HALF.test(doc.text.slice(Math.max(0, start - FIRST_HALF_LENGTH), start))
}

/** Not beyond a line that follows the next one, nor beyond the end of a sentence that asks or calls. */
function numberBehind(doc: Doc, label: number): LabelledNumber | undefined {
  const from = doc.end[label] ?? 0
  const behind = doc.text.slice(from, from + FARTHEST)
  if (!/\d/.test(behind)) return undefined
  const ahead = behind.replaceAll(DATES, date => ' '.repeat(date.length))
  const digit = ahead.search(/\d/)
  if (digit < 0 || /\n[^\n]*\n|[!?]/.test(ahead.slice(0, digit)) || !mayBeLabel(doc, label)) return undefined
  const start = startOfFileNumber(doc.text, from + digit, from)
  const gap = ahead.slice(0, start - from).replaceAll(/ {2,}/g, ' ')
  const isDirect = DIRECT.test(gap) && gap !== '-'
  const end = endOfNumber(doc.text, start, from + digit, isDirect)
  const text = doc.text.slice(start, end)
  const name = wordAt(doc, label)
  if (!isLikely(text, isDirect, WEAK.test(name)) || (WEAKEST.test(name) && !looksFiled(text, isDirect)))
    return undefined
  const clerk = isDirect ? (CLERK.exec(doc.text.slice(end, end + 6))?.[1] ?? '') : ''
  return { start, end: end + clerk.length, isDirect }
}

/** Letters before the digits ("DR II 718/26") may not lead to them word by word. */
function endOfNumber(text: string, start: number, digit: number, isDirect: boolean): number {
  const end = isDirect ? endOfGroups(text, start) : endOfFileNumber(text, start)
  return Math.max(end, endOfFileNumber(text, digit))
}

/** Behind a word of everyday talk: directly, and with letters or groups. */
const looksFiled = (text: string, isDirect: boolean): boolean =>
  isDirect && (isStructured(text) || /^[A-Z]{1,5} ?\d|(?<!\d)[1-9]\d{7}|^(?=.*[A-Z])\d[A-Z0-9]{3,}/.test(text))

function mayBeLabel(doc: Doc, label: number): boolean {
  if (!/^zeichen$/i.test(wordAt(doc, label))) return true
  const end = doc.end[label] ?? 0
  return WHOSE.test(doc.text.slice(Math.max(0, end - WHOSE_LENGTH), end).trim()) || doc.text.charAt(end) === ':'
}

function isLikely(text: string, isDirect: boolean, isWeak: boolean): boolean {
  const digits = text.replaceAll(/\D/g, '').length
  if (digits < LEAST_DIGITS || ((isWeak || !isDirect) && PHONE.test(text))) return false
  if (isWeak) return isDirect && (/[^\d]/.test(text) || digits >= LEAST_DIGITS_FAR)
  return isDirect || isStructured(text) || digits >= LEAST_DIGITS_FAR
}
