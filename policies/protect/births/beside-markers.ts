import { fold, plainWords } from '../../language/fold.js'
import { type Doc, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { GIVEN_NAME, SURNAME } from '../text/flags.js'
import { type BirthDate, birthDateAt } from './written-forms.js'

/** Between a marker and its date: the date belongs to something else, or to nobody in particular. */
const NOT_THIS =
  /\b(?:vor|nach|ab|bis|seit|zwischen|termin|vertrag\w*|urteil\w*|sitzung\w*|antrags?|bescheid\w*|eintritt|gestorben|verstorben|sterbe\w*|einzug|auszug|zuzug|umzug|verheiratet|heirat|hochzeit|frist|stichtag|urkunde|anzeige|veranstaltung\w*|feier\w*|stand|before|after|since|until)\b/
/** Small words that may stand between a marker and its date; any other one begins another thought. */
const LINKS = new Set(
  'am an auf bei das dem den der des die du eines einer hier ihr ihres im in ist laut lautet lt mein meine meines meiner ob of on or sein seines sich the und unser unsere von wann war wie wurde wurden zu is was her his my gem tag datum kindes mutter vaters weiblich mannlich divers e g'.split(
    ' ',
  ),
)
/** How far a date may stand from its marker. */
const REACH = 70
const WORDS_BETWEEN = 7
const WORDS_BEFORE = 12

/** "geb. am 18.02.1963", "Geburtsdatum der Mutter: 1.2.63": the first number behind the marker must be the date. */
export function behind(doc: Doc, marker: number): BirthDate | undefined {
  const from = doc.end[marker] ?? 0
  // "zum 80. Geburtstag am 12.3." is a feast; "als Geburtstag 14/02/1999" an entry.
  if (fold(wordAt(doc, marker)) === 'geburtstag' && !/^ ?[:=|]/.test(doc.text.slice(from, from + 2))) {
    if (!/^(?:als|mein|meinen|ihren|seinen)$/i.test(wordAt(doc, marker - 1))) return undefined
  }
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
export function before(doc: Doc, marker: number): BirthDate | undefined {
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
export const NAMED = /^[^\n]*(?:\bund |\bsowie |\(|\p{L} )$/u
export const LISTED = /^[^\n]*(?:\bund |\bsowie |[(,;/] ?|\p{L} )$/u

/** Small words and numbers between the persons of a list: "Geburtstag, der andere am …", "2) Moussa …". */
const IN_LISTS = /^(?:und|sowie|der|die|das|andere|anderer|zweite|ist|am|geboren|hat|bzw|Geburtstag|\d{1,2})$/

/** "… und 12.08.2017", "… Tom (12.08.2017)": the next one of a list of persons. */
export function nextInList(doc: Doc, from: number, link: RegExp): BirthDate | undefined {
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
export function* starred(text: string): Generator<BirthDate> {
  for (let star = text.indexOf('*'); star >= 0; star = text.indexOf('*', star + 1)) {
    const start = star + (text.charAt(star + 1) === ' ' ? 2 : 1)
    const code = text.charCodeAt(start)
    if (code < 48 || code > 57 || /(?:^|[\n*\d])[ \t]{0,8}$|\p{L}$/u.test(text.slice(Math.max(0, star - 9), star)))
      continue
    const date = birthDateAt(text, start)
    if (date && text.charAt(date.end) !== '*') yield date
  }
}
