import { fold, plainWords } from '../../language/fold.js'
import { contextWords } from '../context-words.js'
import { type Detector, matchNumbers, type Scene } from '../detector.js'
import { digitsOf, isLocal, isMobile, isNobodys, isPhone, mostDigits, nationalDigits } from '../phones/number-plan.js'
import { isMistyped, isWhole, OVER_LINES, WITH_COMMAS, WITH_LETTERS } from '../phones/writing.js'
import { type Doc, hasFlag, wordAt, wordFrom } from '../text/document.js'
import { FIRST_PERSON, GIVEN_NAME, NOT_NAME, OFFICE, RELATION, SALUTATION } from '../text/flags.js'
import { columnsHeaded } from '../text/tables.js'

/** Begins with +, 00 or 0; what it really is, is decided afterwards. */
const NUMBER = /(?<![\p{L}\p{N}+]|\p{N}[.,:/-])(?:\(?\+ ?|\(?(?=0))\d(?:(?:[ ()/.-]{0,4}|[-/]\n)\d){5,18}/gu
/** A number without area code, only right behind "Tel.:" and the like. */
const LOCAL =
  /\.?(?:[ -]?(?:Nr|Nummer)\b)?\.?\s?[:=]?\s{0,3}([1-9]\d{2,8}(?:[ /-]{1,3}\d{1,6}){0,2})(?![\p{L}\d]|[.,:]\d)/uy
const LABEL =
  /^(?:tel|telefon|telefonnummer|telnr|fon|phone|handy|handynummer|mobil|fax|telefax|rufnummer|durchwahl|festnetz)$/
const TITLE =
  /^(?:tel|telefon|telefonnummer|telnr|fon|phone|handy|handynummer|mobil|mobilnummer|fax|telefax|rufnummer|festnetz)\b/
const IN_CELL = /^[+(]{0,2}\d[\d ()/.-]{4,24}$/
/** Words before a number that say that it is something else. */
const OTHER_NUMBER =
  /\b(?:iban|\w*konto\w*|kto|blz|steuer\w*|stnr|az|\w*zeichen|rechnung\w*|kunden\w*|vertrag\w*|artikel\w*|bestell\w*|isbn|ean|gtin|zahler\w*|haushalt\w*|hhst|kostenstelle\w*|buchung\w*|inventar\w*|serien\w*|vorgang\w*|ticket\w*|drucksache\w*|vorlage\w*|flurstuck\w*|personalnummer|referenz\w*|mandat\w*|mitglied\w*|versicherten\w*|aktenplan\w*|beleg\w*|auftrag\w*|produkt\w*|lizenz\w*|modell\w*|dokument\w*|ausweis\w*|pass|position|charge\w*|sendung\w*|paket\w*)\b/

const WORDS_BEFORE = 7
const WORDS_OF_OFFICE = 12

/** Telephone and fax numbers: international, mobile, or with an area code that exists; else only beside "Tel." … */
export const phone: Detector = {
  kind: 'PHONE',
  class: 'D2',
  replaceable: 'identifier',
  source: 'ITU-T E.164; Nummernpläne Ortsnetze und Mobilfunk der Bundesnetzagentur; DIN 5008',
  context:
    'tel telefonnummer* telefonisch* telnr fon phone mobil mobilfunk mobiltelefon mobilnummer handy handynr handynummer* ruf rufnummer* anruf* rückruf* zurückrufen fax telefax durchwahl festnetz* erreichbar erreichen erreicht erreiche* whatsapp signal sms display anrufer* angerufen anrief anrufen kontaktdaten rückrufnummer* privatnummer* notfallnummer* notfallkontakt* telefonliste* kontakt transkript mailbox anrufbeantworter* telephone mobile cell call telefono telefonu telefonnr telefoon telefoonnummer тел телефон هاتف جوال تلفن موبایل numaram điện telefonom portable teléfono *hotline servicenummer *telefon vermittlung vorwahl rückmeldung'.split(
      ' ',
    ),
  stage: 'value',
  *find(scene) {
    for (const number of numbersIn(scene)) {
      const { start, end } = number
      if (isAllowed(scene, start, end)) continue
      if (isOffice(scene.doc, start, end)) yield { start, end, certainty: 'hinweis', reason: 'office-contact' }
      else
        yield {
          start,
          end,
          // Nothing else looks like the number of a mobile.
          certainty: isMobile(scene.doc.text.slice(start, end)) ? 'sicher' : 'wahrscheinlich',
          reason: number.named ? 'form-and-context' : 'form',
        }
    }
  },
  examples: {
    found: [
      'Rückfragen an Herrn Ottens, Tel. [[040 66969-214]].',
      'Meine Handynummer ist [[0152 28817386]], bitte nicht weitergeben.',
      'Frau Nehls erreichen Sie unter [[+49 30 23125 417]] bis Mittag.',
      'Mobil: [[0176/23456789]]',
      'Bitte zurückrufen: [[(0221) 4710-318]]',
      'Antragstellerin Birte Hamann, Telefon [[0049 69 90009-512]]',
      'Name | Handy\nKörner | [[0151 12345678]]\nAslan | [[01523-4567890]]',
      'Telefon privat:\n[[04841 77 31 09]]',
      'Herr Kuhnt, Fax [[089/99998-417]]',
      'Der Nachbar ([[0171 2345678]]) hat den Rohrbruch gemeldet.',
      'Tel.: [[884173]] (abends)',
      'WhatsApp an [[+43 660 1234567]], dann komme ich runter.',
      'Die Mutter ist unter [[0431/9012345]] zu erreichen, der Vater unter [[0160 9876543]].',
      'Kontakt: [[+49 (0)40 66969-377]]',
      'Stadtverwaltung Musterstadt, Servicenummer [[0431 901-0]]',
      'Festnetz [[033203 81234]]; Rückruf erbeten',
      'ruf mich an [[0157.71234567]]',
      'Handy [[null eins sieben eins zwei drei vier fünf sechs sieben acht]]',
      'Im Display stand [[069.90009.266]], mehr weiß ich nicht.',
      'Nur mobil zu erreichen, [[01 72 - 9 97 31 85]].',
      'Handynummer\n[[0176\n04069\n068]]\nAnliegen: Sperrmüll',
      'Tel.: [[O152 2881 7386]] abends',
      'Kontaktdaten im Bürgerkonto ändern. Neu: [[0221/4710312]].',
      'Kind;Mutter;Oma\nPia;[[0151 23456781]];[[04841-77312]]',
      'Nummer [[6 61 20]] (hiesige Vorwahl)',
      'Rückruf unter [[null eins fünf zwei, 28 81 73 86]]',
      'Telefon [[09 31/4 06 55-2]] privat',
      'Mobil [[O152 288l 7386]]',
    ],
    ignored: [
      'Der Notruf 112 und die Behördennummer 115 sind immer erreichbar.',
      'Kostenlose Hotline 0800 3301000, Ärztlicher Dienst 116 117',
      'Sitzung am 04.02.2026 von 08.30 bis 10.15 Uhr, Rückmeldung telefonisch',
      'Aktenzeichen 0431/12345-9 bitte angeben.',
      'Haushaltsstelle 0211.54310, Ansatz 12.000 Euro',
      'Überweisung auf DE02 1203 0000 0000 2020 51',
      'ISBN 0-306-40615-2, 3. Auflage',
      'Rechnungsnummer 0231-778812 vom 03.02.2025',
      'Die Kosten steigen um +1 250 000 Euro.',
      'Beschlussvorlage 0341/2025 wird vertagt.',
      'Postleitzahl 01067, Einwohner 560 000',
      'Steuernummer 045/815/08156, Finanzamt Nord',
      'Firmware 0.12.3456 auf allen Zählern',
      'Zählerstand 004512,7 kWh, Zähler 0234 567890',
      'Das Sekretariat ist telefonisch von 08.00 - 12.00 Uhr besetzt.',
      'Barcode 4006381333931, Charge 0815-4711',
      'Inventarnummer 0201 887123',
      'Nummer 04066969110 wurde gezogen.',
      'Artikel Nr. 069.90009.266 ist vergriffen.',
      'Messwerte: 012, 345, 678',
      'Kind;Größe;Code\nPia;128;04841-77312',
      'Er hat zwei drei 12er-Karten und eine Vorwahl.',
    ],
  },
}

/** The office's own numbers, however they are written. */
function isAllowed({ doc, lists }: Scene, start: number, end: number): boolean {
  const number = nationalDigits(doc.text.slice(start, end))
  return lists.allow.phones.some(allowed => nationalDigits(allowed) === number)
}

type PhoneNumber = { readonly start: number; readonly end: number; readonly named: boolean }

function* numbersIn(scene: Scene): Generator<PhoneNumber> {
  const { doc } = scene
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const text = doc.text.slice(start, end)
    if (IN_CELL.test(text) && !isNobodys(text)) yield { start, end, named: true }
  }
  let seen = false
  for (const match of matchNumbers(doc, NUMBER)) {
    const value = strippedNumber(doc, match.start, match.text)
    // In a table one number of a telephone vouches for the cells beside and below it.
    const named = isNamed(doc, value.start, value.end) || (seen && isCell(doc.text, value.start, value.end))
    if (isAmount(doc.text, value.end)) continue
    if (isPhone(doc.text.slice(value.start, value.end), named) && (named || !isOther(doc, value.start))) {
      seen = true
      yield { ...value, named }
    }
  }
  yield* writtenOtherwise(doc)
  for (const word of contextWords(doc, 'PHONE')) {
    const name = wordAt(doc, word).toLowerCase()
    if (name === 'vorwahl') yield* withLocalCode(doc, word)
    if (!LABEL.test(name)) continue
    LOCAL.lastIndex = doc.end[word] ?? 0
    const [whole = '', text = ''] = LOCAL.exec(doc.text) ?? []
    const end = (doc.end[word] ?? 0) + whole.length
    if (isLocal(text)) yield { start: end - text.length, end, named: true }
  }
}

const isCell = (text: string, start: number, end: number): boolean =>
  /[;|\t] ?$/.test(text.slice(Math.max(0, start - 2), start)) && /^ ?(?:[;|\t\n]|$)/.test(text.slice(end, end + 2))

const BEFORE_CODE =
  /(?<![\d./-])([1-9](?:[ /-]?\d){3,9}) ?[(,]? ?(?:hiesige|hies\.|ohne|mit|gleiche|unsere|örtliche|selbe)r? $/d

/** "7 73 04 (hiesige Vorwahl)" */
function* withLocalCode(doc: Doc, word: number): Generator<PhoneNumber> {
  const to = doc.start[word] ?? 0
  const from = Math.max(0, to - 36)
  const [start, end] = BEFORE_CODE.exec(doc.text.slice(from, to))?.indices?.[1] ?? []
  if (start !== undefined && end !== undefined) yield { start: from + start, end: from + end, named: true }
}

/** Over several lines, with commas, or with letters for zeros. */
function* writtenOtherwise(doc: Doc): Generator<PhoneNumber> {
  for (const { start, end, text } of matchNumbers(doc, OVER_LINES)) {
    if (isWhole(text) && isNamed(doc, start, end)) yield { start, end, named: true }
  }
  for (const { start, end, text } of matchNumbers(doc, WITH_COMMAS)) {
    if (isWhole(text) && (isNamed(doc, start, end) || isPhone(text.replaceAll(', ', ' '), false)))
      yield { start, end, named: false }
  }
  for (const { start, end, text } of matchNumbers(doc, WITH_LETTERS)) {
    if (isMistyped(text) && isNamed(doc, start, end)) yield { start, end, named: true }
  }
}

/** Without a bracket around it, and without the postcode, date or opening hours that stand behind it. */
function strippedNumber(doc: Doc, start: number, text: string): { start: number; end: number } {
  let value = text
  const bracket = value.search(/(?<=\d[ ./-]{0,3}\d[ ./-]{0,3}\d[ ./-]{0,3}\d[ ./-]{0,3})\(/)
  if (bracket > 0) value = value.slice(0, bracket)
  const date = value.search(/ \d{1,2}\.\d{1,2}\.(?:\d{2}|$)/)
  if (date > 0) value = value.slice(0, date)
  const after = doc.text.slice(start + value.length, start + value.length + 6)
  if (/ \d{5}$/.test(value) && /^,? \p{Lu}\p{Ll}/u.test(after) && digitsOf(value).length > 11)
    value = withoutLast(value)
  if (/^(?::\d\d| Uhr|[ ]?h\b)/.test(after)) value = withoutLast(value)
  const most = mostDigits(value)
  while (digitsOf(value).length > most && value.includes(' ')) value = withoutLast(value)
  value = value.replace(/[^\d]+$/, '')
  const open = value.startsWith('(') && !value.includes(')') ? 1 : 0
  return { start: start + open, end: start + value.length }
}

const withoutLast = (text: string): string => text.slice(0, Math.max(0, text.lastIndexOf(' ')))

const isAmount = (text: string, end: number): boolean =>
  /^(?:,\d| ?(?:€|%|Euro|EUR|USD|Mio|Stück|m²))/.test(text.slice(end, end + 8))

/** A word for telephone before the number in its line, alone at the end of the line above, or right behind it. */
function isNamed(doc: Doc, start: number, end: number): boolean {
  const first = wordFrom(doc, start)
  const says = (word: number): boolean => doc.info(word).context.includes('PHONE')
  const line = doc.line[first]
  let word = first - 1
  for (; word >= 0 && first - word <= WORDS_BEFORE && doc.line[word] === line; word--) {
    if (says(word)) return true
    if (doc.sentence[word] === doc.sentence[first] && OTHER_NUMBER.test(fold(wordAt(doc, word)))) return false
  }
  const alone = word === first - 1
  if (alone && word >= 0 && says(word)) return true
  const last = wordFrom(doc, end - 1)
  return [last + 1, last + 2].some(next => next < doc.count && doc.line[next] === line && says(next))
}

function isOther(doc: Doc, start: number): boolean {
  const line = doc.text.slice(Math.max(0, start - 40, doc.text.lastIndexOf('\n', start - 1)), start)
  return OTHER_NUMBER.test(
    plainWords(line.slice(line.search(/(?<!\b(?:Nr|Art|Abs|Az|Kto|Tel|Str|Bl))[.!?]\s[^.!?]*$/) + 1)),
  )
}

/** "…-0" is a switchboard; else an office must be named before the number, and no person after it. */
function isOffice(doc: Doc, start: number, end: number): boolean {
  if (/\d-0$/.test(doc.text.slice(start, end))) return true
  const first = wordFrom(doc, start)
  const line = doc.line[first] ?? 0
  for (let word = first - 1; word >= 0 && first - word <= WORDS_OF_OFFICE && line - (doc.line[word] ?? 0) < 3; word--) {
    if (hasFlag(doc, word, SALUTATION | RELATION | FIRST_PERSON)) return false
    if (hasFlag(doc, word, OFFICE)) return true
    if (hasFlag(doc, word, GIVEN_NAME) && !hasFlag(doc, word, NOT_NAME)) return false
  }
  return false
}
