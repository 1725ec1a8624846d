import { fold, plainWords } from '../../language/fold.js'
import { datesBesideNames } from '../births/beside-names.js'
import {
  FIRST_SOLAR_YEAR,
  FOREIGN,
  LAST_SOLAR_YEAR,
  MARKER,
  MARKER_WORDS,
  SHORT_FOREIGN,
  TITLE,
} from '../births/markers.js'
import { spokenDate } from '../births/spoken.js'
import { contextWords } from '../context-words.js'
import type { Candidate, Detector, Scene } from '../detector.js'
import { isHistoricBirth } from '../persons/historic.js'
import { dateAt } from '../text/dates.js'
import { type Doc, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { GIVEN_NAME, SURNAME } from '../text/flags.js'
import { columnsHeaded } from '../text/tables.js'

/** Between a marker and its date: the date belongs to something else, or to nobody in particular. */
const NOT_THIS =
  /\b(?:vor|nach|ab|bis|seit|zwischen|termin|vertrag\w*|urteil\w*|sitzung\w*|antrags?|bescheid\w*|eintritt|gestorben|verstorben|sterbe\w*|einzug|auszug|zuzug|umzug|verheiratet|heirat|hochzeit|frist|stichtag|urkunde|anzeige|veranstaltung\w*|feier\w*|stand|before|after|since|until)\b/
/** Small words that may stand between a marker and its date; any other one begins another thought. */
const LINKS = new Set(
  'am an auf bei das dem den der des die du eines einer hier ihr ihres im in ist laut lautet lt mein meine meines meiner ob of on or sein seines sich the und unser unsere von wann war wie wurde wurden zu is was her his my gem tag datum kindes mutter vaters weiblich mannlich divers e g'.split(
    ' ',
  ),
)
const FIRST_YEAR = 1900
const LAST_YEAR = 2100
/** How far a date may stand from its marker. */
const REACH = 70
const WORDS_BETWEEN = 7
const WORDS_BEFORE = 12
const FOREIGN_WORDS = 6
const SPOKEN_REACH = 90

/** Dates of birth: any date form, but only beside "geb.", "Geburtsdatum", "*" or in a column with such a title. */
export const dateOfBirth: Detector = {
  kind: 'DATE_OF_BIRTH',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Art. 4 Nr. 1 DSGVO; § 3 Abs. 1 Nr. 6 BMG; Datumsformen nach DIN 5008 und ISO 8601',
  context: [...MARKER_WORDS, 'geburtsdat*', 'gebdat*', 'welt'],
  stage: 'value',
  *find(scene) {
    for (const { year, ...stretch } of birthDates(scene)) {
      if (!isHistoricBirth(scene, stretch, year)) yield stretch
    }
  },
  examples: {
    found: [
      'Frau Lieselotte Brandhuber, geb. am [[18.02.1963]], hat heute vorgesprochen.',
      'Antragsteller: Jannik Oltrogge\nGeburtsdatum: [[7.11.1998]]\nGeburtsort: Husum',
      'Der Hilfeempfänger ist am [[3. Mai 1957]] in Gdańsk geboren.',
      'Kind Mathilda, geboren am [[18. Dezember 2019]], besucht die Kita Sonnenblume.',
      'Bitte nehmen Sie Herrn Aydın Korkmaz (*[[12.3.80]]) in die Liste auf.',
      'Patient: Wendelin Kaup, * [[1. März 1949]], seit gestern hier.',
      'Name;Vorname;Geb.;Straße\nLohse;Merle;[[14.08.2011]];Am Deich 4\nTamm;Piet;[[02.01.2012]];Siel 9',
      '| Name | Geburtsdatum | Klasse |\n|---|---|---|\n| Ole Wick | [[23.05.2014]] | 4a |\n| Ada Roth | [[1.9.14]] | 4a |',
      'Name\tgeb. am\tEintritt\nSvea Dührkop\t[[1979-12-07]]\t2010-04-01',
      'Date of birth: [[12 March 1984]], nationality: Ghanaian',
      'Die am [[09.09.2001]] geborene Auszubildende hat den Vertrag unterschrieben.',
      'geb.: [[3/4/1980]], ledig, zwei Kinder',
      'Mein Geburtsdatum ist der [[21.06.1972]], falls Sie es brauchen.',
      'Herr Sönke Mahrt\ngeboren am\n[[30.11.1944]] in Tondern',
      'Ihre Kinder Lena (geb. [[03.04.2015]]) und Tom ([[12.08.2017]]) sind angemeldet.',
      'Geburtsdatum des Kindes [[16.10.2022]], Mutter alleinerziehend',
      'Gebdat [[05.05.1955]] laut Ausweis',
      'Unsere Tochter wurde am [[4. Juli 2024]] in Flensburg geboren.',
      'Mustafa K., geb. [[28-01-1991]], ohne festen Wohnsitz',
    ],
    ignored: [
      'Vertrag vom 18.02.2019, gekündigt zum 31.12.2024.',
      'Das Urteil vom 3. Mai 2018 ist rechtskräftig.',
      'Anspruch haben Kinder, die nach dem 31.12.2011 geboren sind.',
      'Die Regelung gilt für vor dem 01.01.1964 geborene Versicherte.',
      'Der Verein wurde am 12.03.1980 gegründet.',
      'Geburtsdatum bitte im Format TT.MM.JJJJ eintragen.',
      'Jahrgang 1963, Hauptfach Mathematik',
      'Immanuel Kant, geboren am 22. April 1724 in Königsberg, war Philosoph.',
      'Die Straße ist nach der Dichterin benannt, geboren am 5. Mai 1912 in Lübeck.',
      '* 12.03.2024: Sitzung des Hauptausschusses\n* 19.03.2024: Sitzung des Rates',
      'Errechneter Geburtstermin ist der 24.12.2025, der Mutterschutz beginnt vorher.',
      'Wir geben am 12.05.2025 das neue Formular heraus.',
      'Frau Anna Schulz geb. Kranz hat am 12.03.2024 vorgesprochen.',
      'Name;Geburtsname;Eintritt\nVoss;Harms;01.02.2010\nBohn;Reuter;01.08.2015',
      'Frist: Abgabe bis 30.06.2025, spätestens 14 Uhr.',
      'Feier zum 80. Geburtstag am 14.09.2025 im Rathaus',
      'Software-Version 12.3.80 wurde am 01.02.2024 eingespielt.',
      'Die *12.03.2024* verschickte Einladung gilt weiter.',
      'Nachweis der Geburt: Urkunde vom 02.02.2023 beifügen.',
    ],
  },
}

type Born = Candidate & { readonly year: number }

function* birthDates(scene: Scene): Generator<Born> {
  const { doc } = scene
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const date = firstDate(doc.text, start, end)
    if (date) yield { ...date, certainty: 'wahrscheinlich', reason: 'form-field' }
  }
  for (const word of contextWords(doc, 'DATE_OF_BIRTH')) {
    const marker = fold(wordAt(doc, word))
    const link = marker.endsWith('daten') ? LISTED : NAMED
    for (const found of datesAt(doc, word, marker)) {
      let date: BirthDate | undefined = found
      while (date) {
        yield { ...date, certainty: 'wahrscheinlich', reason: 'form-and-context' }
        date = nextInList(doc, date.end, link)
      }
    }
  }
  for (const date of starred(doc.text)) yield { ...date, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  for (const date of datesBesideNames(doc)) yield { ...date, certainty: 'wahrscheinlich', reason: 'form-and-context' }
}

/** The dates that a marker leads to, by its language and way of writing. */
function* datesAt(doc: Doc, word: number, marker: string): Generator<BirthDate> {
  if (marker === 'welt') {
    const date = /(?<!\p{L})zur $/iu.test(before4(doc, word)) ? cameToWorld(doc, word) : undefined
    if (date) yield date
  } else if (marker === 'geburtsanzeige') {
    const date = doc.text.charAt(doc.end[word] ?? 0) === ':' ? behind(doc, word) : undefined
    if (date) yield date
  } else if (MARKER.test(marker)) {
    if (/^geb(?!urtstag)/.test(marker)) yield* spokenAround(doc, word)
    const date =
      compactBehind(doc.text, doc.end[word] ?? 0) ??
      behind(doc, word) ??
      before(doc, word) ??
      beforeForeign(doc, word, /^born$/)
    if (date) yield date
  } else if (FOREIGN.test(marker)) {
    const date = behindForeign(doc, word, marker) ?? beforeForeign(doc, word, FOREIGN)
    if (date) yield date
  }
}

const before4 = (doc: Doc, word: number): string =>
  doc.text.slice(Math.max(0, (doc.start[word] ?? 0) - 5), doc.start[word])

type BirthDate = { readonly start: number; readonly end: number; readonly year: number }

function birthDateAt(text: string, start: number): BirthDate | undefined {
  const date = dateAt(text, start)
  if (!date || (date.year > 99 && (date.year < FIRST_YEAR || date.year > LAST_YEAR))) return undefined
  return { start, ...date }
}

function firstDate(text: string, start: number, end: number): BirthDate | undefined {
  for (let at = start; at < end; at++) {
    const date = /[\p{L}\p{N}]/u.test(text.charAt(at)) ? birthDateAt(text, at) : undefined
    if (date) return date.end <= end ? date : undefined
  }
  return undefined
}

/** "GebDat 19840622", "gebdatum 080741", "DOB 08 07 41": only right behind the marker. */
function compactBehind(text: string, from: number): BirthDate | undefined {
  const [lead = '', first = '', second = '', third = ''] =
    /^(?:\.|[- ]?[Dd]at(?:um)?\.?)?["']?(?: am)?[:=]?["']? ?(?:(\d{4})(\d{2})(\d{2})|\d{2} ?\d{2} ?\d{2})(?!\d|[./-]\d|\s\d)/.exec(
      text.slice(from, from + 30),
    ) ?? []
  if (lead === '') return undefined
  const digits = lead.replace(/\D/g, '')
  const [year, month, day] = third
    ? [Number(first), Number(second), Number(third)]
    : [Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2))]
  if (month < 1 || month > 12 || day < 1 || day > 31 || (third && (year < FIRST_YEAR || year > LAST_YEAR)))
    return undefined
  return { start: from + lead.search(/\d/), end: from + lead.length, year }
}

/** "Bin am 3.4.59 in Ihrem Krankenhaus zur Welt gekommen", "kam am … zur Welt". */
function cameToWorld(doc: Doc, word: number): BirthDate | undefined {
  for (let at = word - 1; at >= 0 && word - at <= WORDS_BEFORE && doc.sentence[at] === doc.sentence[word]; at--) {
    if (fold(wordAt(doc, at)) !== 'am') continue
    return birthDateAt(doc.text, doc.start[at + 1] ?? 0)
  }
  return undefined
}

/** "geboren am dritten Februar neunzehnhundertsechsundfünfzig", before or behind the marker in its sentence. */
function* spokenAround(doc: Doc, word: number): Generator<BirthDate> {
  const from = Math.max(0, (doc.start[word] ?? 0) - SPOKEN_REACH)
  const around = doc.text.slice(from, (doc.end[word] ?? 0) + SPOKEN_REACH)
  const date = /hundert|tausend/i.test(around) ? spokenDate(around) : undefined
  if (!date) return
  yield { start: from + date.start, end: from + date.end, year: 0 }
  const numeric = from + date.end + 2
  const again = around.slice(date.end, date.end + 2) === ' (' ? birthDateAt(doc.text, numeric) : undefined
  if (again) yield again
}

/** "Doğum tarihi: 14.08.1979", "Né le 15 août 1961", "ur. 30.06.1988": the first date in the line behind the marker. */
function behindForeign(doc: Doc, word: number, marker: string): BirthDate | undefined {
  const from = doc.end[word] ?? 0
  const shape = SHORT_FOREIGN[marker]
  if (shape && !shape.test(doc.text.slice(from, from + 12))) return undefined
  for (let next = word + 1; next < doc.count && next <= word + FOREIGN_WORDS; next++) {
    const start = doc.start[next] ?? 0
    if (doc.line[next] !== doc.line[word] && !/^[^\n]{0,3}\n/.test(doc.text.slice(from, start))) return undefined
    if (!/^\d/.test(wordAt(doc, next))) continue
    return foreignDateAt(doc.text, start)
  }
  return undefined
}

/** "14.08.1979 doğumlu", "03.05.1991 г. р.", "مواليد": right before the marker. */
function beforeForeign(doc: Doc, word: number, markers: RegExp): BirthDate | undefined {
  if (!markers.test(fold(wordAt(doc, word)))) return undefined
  for (let first = word - 1; first >= 0 && first >= word - 4; first--) {
    const date = /^\d/.test(wordAt(doc, first)) ? foreignDateAt(doc.text, doc.start[first] ?? 0) : undefined
    const gap = date && doc.text.slice(date.end, doc.start[word])
    if (gap !== undefined && /^(?:'?\p{L}{0,4} ?|,? ?| г\. ?)$/u.test(gap)) return date
  }
  return undefined
}

/** Also with the names of months in other languages, and years of the calendar of Iran. */
function foreignDateAt(text: string, start: number): BirthDate | undefined {
  const date = dateAt(text, start)
  if (date && date.year >= FIRST_SOLAR_YEAR && date.year <= LAST_SOLAR_YEAR) return { start, ...date }
  return birthDateAt(text, start) ?? namedMonthAt(text, start)
}

/** A day, a word of any language, and a year. */
function namedMonthAt(text: string, start: number): BirthDate | undefined {
  const match = /^\d{1,2}(?:er|º|\.)? (?:de )?\p{L}{3,12}\.?,? (?:de |del )?((?:19|20)\d{2})(?!\d)/u.exec(
    text.slice(start, start + 40),
  )
  return match ? { start, end: start + match[0].length, year: Number(match[1]) } : undefined
}

/** "geb. am 18.02.1963", "Geburtsdatum der Mutter: 1.2.63": the first number behind the marker must be the date. */
function behind(doc: Doc, marker: number): BirthDate | undefined {
  const from = doc.end[marker] ?? 0
  if (fold(wordAt(doc, marker)) === 'geburtstag' && !/^ ?[:=|]/.test(doc.text.slice(from, from + 2))) return undefined
  for (let word = marker + 1; word < doc.count && word <= marker + WORDS_BETWEEN; word++) {
    const start = doc.start[word] ?? 0
    if (start - from > REACH) return undefined
    const date = birthDateAt(doc.text, start)
    if (date) return isLink(doc.text, from, start) && !isRule(doc.text, date.end) ? date : undefined
    if (!mayStandBetween(doc, word)) return undefined
  }
  return undefined
}

/** "am 3. Mai 1957 in Gdańsk geboren"; a deadline ("vor dem 1.1.1964 geboren") has no "am". */
function before(doc: Doc, marker: number): BirthDate | undefined {
  const to = doc.start[marker] ?? 0
  for (let word = marker - 1; word >= 0 && word >= marker - WORDS_BEFORE; word--) {
    const start = doc.start[word] ?? 0
    if (to - start > REACH) return undefined
    if (fold(wordAt(doc, word)) !== 'am') continue
    const date = birthDateAt(doc.text, doc.start[word + 1] ?? 0)
    if (!date || date.end > to) return undefined
    for (let next = wordFrom(doc, date.end); next < marker; next++) if (!mayStandBetween(doc, next)) return undefined
    return isLink(doc.text, date.end, to) ? date : undefined
  }
  return undefined
}

/** Names and nouns, and the few small words that lead to a date. */
const mayStandBetween = (doc: Doc, word: number): boolean =>
  !/^\d/.test(wordAt(doc, word)) && (isCapital(doc, word) || LINKS.has(fold(wordAt(doc, word))))

/** Nothing between marker and date says otherwise; a line may break, but not inside a table. */
function isLink(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to)
  const newline = gap.indexOf('\n')
  if (newline >= 0 && (/[;|\t,]/.test(gap.slice(0, newline)) || gap.includes('\n', newline + 1))) return false
  return !/[?!]/.test(gap) && !NOT_THIS.test(plainWords(gap))
}

/** "geboren am 01.01.2010 oder später". */
const isRule = (text: string, end: number): boolean =>
  /^ (?:oder|und|bzw\.) (?:später|früher|danach|davor)/.test(text.slice(end, end + 24))

/** What may stand right before a further date: another name, or after "Geburtsdaten:" just a comma. */
const NAMED = /^[^\n]*(?:\bund |\bsowie |\(|\p{L} )$/u
const LISTED = /^[^\n]*(?:\bund |\bsowie |[(,;/] ?|\p{L} )$/u

/** Small words and numbers between the persons of a list: "Geburtstag, der andere am …", "2) Moussa …". */
const IN_LISTS = /^(?:und|sowie|der|die|das|andere|anderer|zweite|ist|am|geboren|hat|bzw|Geburtstag|\d{1,2})$/

/** "… und 12.08.2017", "… Tom (12.08.2017)": the next one of a list of persons. */
function nextInList(doc: Doc, from: number, link: RegExp): BirthDate | undefined {
  for (let word = wordFrom(doc, from); word < doc.count; word++) {
    const start = doc.start[word] ?? 0
    if (start - from > REACH) return undefined
    const date = birthDateAt(doc.text, start)
    if (date) return link.test(doc.text.slice(from, start)) ? date : undefined
    if (hasFlag(doc, word, GIVEN_NAME | SURNAME) || IN_LISTS.test(wordAt(doc, word))) continue
    if (!isCapital(doc, word) || doc.text.charAt((doc.end[word] ?? 0) + 1) !== '(') return undefined
  }
  return undefined
}

/** "(*12.3.80)", "Wendelin Kaup, * 1. März 1949"; a star at the start of a line is a bullet. */
function* starred(text: string): Generator<BirthDate> {
  for (let star = text.indexOf('*'); star >= 0; star = text.indexOf('*', star + 1)) {
    const start = star + (text.charAt(star + 1) === ' ' ? 2 : 1)
    const code = text.charCodeAt(start)
    if (code < 48 || code > 57 || /(?:^|[\n*\d])[ \t]{0,8}$|\p{L}$/u.test(text.slice(Math.max(0, star - 9), star)))
      continue
    const date = birthDateAt(text, start)
    if (date && text.charAt(date.end) !== '*') yield date
  }
}
