import { plainWords } from '../../language/fold.js'
import { dateAt } from '../text/dates.js'
import { type Doc, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import {
  FUNCTION_WORD,
  GIVEN_NAME,
  GREETING,
  MONTH,
  NOT_NAME,
  OFFICE,
  PLACE,
  SALUTATION,
  STREET,
  SURNAME,
} from '../text/flags.js'

type Stretch = { readonly start: number; readonly end: number; readonly year: number }

/** Later dates behind a name are those of letters and visits rather than of a birth. */
const LAST_YEAR = 2022
const FIRST_YEAR = 1900
/** Of two digits only those of the last century: "75" is a birth, "24" a letter. */
const FIRST_SHORT_YEAR = 30

const isYearOfBirth = (year: number): boolean =>
  year < 100 ? year >= FIRST_SHORT_YEAR : year >= FIRST_YEAR && year < LAST_YEAR

/** Words before a name that say what the date belongs to. */
const EVENT =
  /\b(?:schreiben|mail|email|e mail|brief|antrag\w*|bescheid\w*|urteil\w*|beschluss\w*|sitzung\w*|termin\w*|gesprach\w*|telefonat\w*|anruf\w*|vermerk\w*|notiz|gutachten\w*|protokoll\w*|niederschrift|vertrag\w*|rechnung\w*|stand|stellungnahme|widerspruch\w*|einwendung\w*|nachricht|fassung|version|vorlage|foto\w*|quelle|zitat|rede|vortrag\w*|artikel|auf?nahme|eingang|eingegangen|eintritt|austritt|einzug|auszug|gez|gezeichnet|unterschrift|unterzeichnet|kopie|von|vom|seit|bis|ab|am|verstorben\w*|gestorben|sterbe\w*|hochzeit\w*|heirat\w*|konzert\w*|lesung\w*|auftritt|dienstag|montag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr|besuch\w*|untersuchung\w*|befund\w*|attest\w*|kundigung\w*|anzeige|meldung|bestellung|bearbeitet|erstellt|geandert|gepruft|kontrolliert|abgenommen|redaktion|autor\w*|verfasser\w*|bearbeiter\w*)\b/
const WORDS_BEFORE = 7

/** Right behind a person's name: "Nele (15.7.2016)", "Bauer, Tim, 06/02/2008", "Herr Stahl, 19.08.1968,". */
export function* datesBesideNames(doc: Doc): Generator<Stretch> {
  let done = 0
  let sentence = -1
  let sameForm: Stretch[] = []
  for (const region of doc.numbers.regions) {
    for (let word = wordFrom(doc, region.start); word < doc.count; word++) {
      const start = doc.start[word] ?? 0
      if (start >= region.start + region.text.length) break
      if (start < done || !isDigit(doc.text.charCodeAt(start)) || !mayBeName(doc, word - 1)) continue
      const date = dateAt(doc.text, start)
      if (!date || !isYearOfBirth(date.year)) continue
      done = date.end
      if (doc.sentence[word] !== sentence) sameForm = []
      sentence = doc.sentence[word] ?? 0
      if (standsBehindName(doc, word, date.end)) {
        // "Lotte (15.7.2016) und Emil (1.3.2015)": one known name vouches for the unknown ones before it.
        yield* sameForm
        sameForm = []
        yield { start, ...date }
      } else if (doc.text.charAt(start - 1) === '(' && doc.text.charAt(date.end) === ')' && !saysEvent(doc, word - 1)) {
        sameForm.push({ start, ...date })
      }
    }
  }
}

/** Cheap look at the word before, before the date is read at all. */
const mayBeName = (doc: Doc, word: number): boolean =>
  word >= 0 &&
  isCapital(doc, word) &&
  !hasFlag(doc, word, FUNCTION_WORD) &&
  (hasFlag(doc, word, GIVEN_NAME | SURNAME) ||
    hasFlag(doc, word - 1, GIVEN_NAME | SALUTATION) ||
    doc.text.charAt((doc.end[word] ?? 0) + 1) === '(')

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function standsBehindName(doc: Doc, word: number, end: number): boolean {
  const last = word - 1
  const gap = doc.text.slice(doc.end[last], doc.start[word])
  const after = doc.text.slice(end, end + 24)
  const bracket = /^ ?\((?:\* ?)?$/.test(gap)
  if (bracket ? !/^\)/.test(after) && !/^[,;]/.test(after) : !/^(?:[,;|\t]\s?|\s?\|\s?|,? |\n)$/.test(gap)) return false
  if (/^(?: ?[-–] ?\d| (?:um|von|bis|ab|gegen)\b| \d{1,2}[:.]\d{2})/.test(after)) return false
  if (hasFlag(doc, last, MONTH | OFFICE | STREET | GREETING)) return false
  if (/[;|\t]/.test(gap) && isInTable(doc.text, doc.start[word] ?? 0)) return false
  const first = firstOfName(doc, last)
  if (!isPerson(doc, first, last, bracket)) return false
  return !saysEvent(doc, first)
}

/** A row of a table: its title says what the date is. */
function isInTable(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at)
  return line > 0 && /[;|\t]/.test(text.slice(text.lastIndexOf('\n', line - 1) + 1, line).slice(0, 400))
}

/** First word of the name that ends here; at most three words, a comma may stand between surname and given name. */
function firstOfName(doc: Doc, last: number): number {
  let first = last
  while (first > 0 && last - first < 3 && /^(?: |-|, )$/.test(doc.text.slice(doc.end[first - 1], doc.start[first]))) {
    if (!isCapital(doc, first - 1) || !hasFlag(doc, first - 1, GIVEN_NAME | SURNAME | SALUTATION)) break
    first--
  }
  return first
}

/** Two words of a name or a salutation; in brackets a given name alone is enough. */
function isPerson(doc: Doc, first: number, last: number, bracket: boolean): boolean {
  let given = false
  let certain = 0
  for (let word = first; word <= last; word++) {
    if (hasFlag(doc, word, SALUTATION)) return last > word
    if (hasFlag(doc, word, GIVEN_NAME) && !hasFlag(doc, word, NOT_NAME)) given = true
    if (!hasFlag(doc, word, NOT_NAME | PLACE)) certain++
  }
  if (first < last) return given || certain > 1
  const before = first > 0 ? doc.text.slice(doc.end[first - 1], doc.start[first]) : '\n'
  const opensItem =
    first === 0 ||
    /\n|[:;,)] ?$| (?:und|u\.) $/.test(before) ||
    /^(?:und|sowie|Kind|Sohn|Tochter|Bruder|Schwester)$/.test(wordAt(doc, first - 1))
  return given && certain > 0 && (bracket || opensItem)
}

function saysEvent(doc: Doc, first: number): boolean {
  let from = first
  while (
    from > 0 &&
    first - from < WORDS_BEFORE &&
    doc.sentence[from - 1] === doc.sentence[first] &&
    doc.line[from - 1] === doc.line[first]
  )
    from--
  const before = doc.text.slice(doc.start[from], doc.start[first])
  // "gültig bis 02.05.2028. Personalien: …": a date ends a sentence, too.
  return from < first && EVENT.test(plainWords(before.slice(before.search(/\d\. [^\d][^.]*$/) + 1)))
}
