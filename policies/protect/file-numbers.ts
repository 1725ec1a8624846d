import { type Doc, hasFlag, wordAt, wordFrom } from './text/document.js'
import { ADDRESSED, FIRST_PERSON, SALUTATION } from './text/flags.js'

/** How file numbers are written, and which of them are only quoted from published law. */

const TOKEN = /[A-Za-zÄÖÜäöüß0-9]{1,30}/y
/** Registers of courts and prosecutors in mixed case; those in capitals need no list. */
const REGISTER = /^(?:[A-ZÄÖÜ]{1,4}|[A-Z]{0,3}(?:Js|Ds|Cs|Ls|Gs|Ks|Ns|Qs|Ss|Ws|Bs|Rs|Owi|OWi|Ca|Sa|Ta|Ga|Oa|Lw|Wx|Es|Hs|Zs)|StVK|BvR|BvL|BvF|HRs)$/
/** Short letters that may follow a hyphen: the initials of whoever works on the file. */
const INITIALS = /^(?:[A-ZÄÖÜ]{1,5}|[A-ZÄÖÜ][a-zäöü]{1,2}|[a-z]{1,3})$/
/** Behind a court's number: asylum, summary proceedings. */
const SUFFIX = /(?:\.[A-Z]{1,3}| (?:B ER|ER|NZB|PKH|R|B))(?![0-9A-Za-zÀ-ÿ])/y
const COURT_YEAR = /\/\d\d$/
const LONGEST = 60

/**
 * Where the file number that begins at the offset ends: groups joined by signs, or by a space where the groups show that
 * they belong together ("4 K 123/24", "10 24 01").
 */
export function endOfFileNumber(text: string, start: number): number {
  let end = tokenEnd(text, start)
  while (end - start < LONGEST) {
    const next = joined(text, start, end) ?? spaced(text, start, end)
    if (next === undefined) break
    end = next
  }
  if (!COURT_YEAR.test(text.slice(start, end))) return end
  SUFFIX.lastIndex = end
  return SUFFIX.test(text) ? SUFFIX.lastIndex : end
}

function tokenEnd(text: string, start: number): number {
  TOKEN.lastIndex = start
  return TOKEN.test(text) ? TOKEN.lastIndex : start
}

/** End of a group joined by a sign: digits always, letters only if they are initials or a register. */
function joined(text: string, start: number, end: number): number | undefined {
  const sign = /^(?:\/\/|[-./_])/.exec(text.slice(end, end + 2)) ?? /^ \/ ?(?=\d)/.exec(text.slice(end, end + 4))
  if (!sign) return undefined
  const from = end + sign[0].length
  const to = tokenEnd(text, from)
  const group = text.slice(from, to)
  if (group === '') return undefined
  if (/\d/.test(group)) return sign[0] === '.' && COURT_YEAR.test(text.slice(start, end)) ? undefined : to
  // "12/24.Bitte": a full stop joins letters only in the middle of a number ("II.2").
  return INITIALS.test(group) && (sign[0] !== '.' || /^[-./ ]\d/.test(text.slice(to, to + 2))) ? to : undefined
}

function spaced(text: string, start: number, end: number): number | undefined {
  if (text.charAt(end) !== ' ') return undefined
  const before = /[A-Za-zÄÖÜäöüß0-9]+$/.exec(text.slice(Math.max(start, end - LONGEST), end))?.[0] ?? ''
  const to = tokenEnd(text, end + 1)
  const group = text.slice(end + 1, to)
  if (group === '') return undefined
  if (REGISTER.test(group)) return /\d$/.test(before) && /^[ /-]\d/.test(text.slice(to, to + 2)) ? to : undefined
  if (!/^\d/.test(group)) return undefined
  if (REGISTER.test(before)) return to
  const isPlain = /^[\d ]+$/.test(text.slice(start, end)) && /^\d+$/.test(group)
  return isPlain && group.length === before.length ? to : undefined
}

const PAGES = /^(?:§|Art|Abs|Nr)$/
/** Start of the file number around the first digit: letters before it that belong to it ("VI ZR 12/24", "ST/0123"). */
export function startOfFileNumber(text: string, digit: number, least: number): number {
  let start = digit
  while (start > least && /[A-Za-zÄÖÜäöüß0-9]/.test(text.charAt(start - 1))) start--
  for (let parts = 0; parts < 3; parts++) {
    const before = /(?<![0-9A-Za-zÀ-ÿ])([A-ZÄÖÜ][A-Za-z]{0,3})([-./ ])$/.exec(text.slice(Math.max(least, start - 6), start))
    const [whole = '', letters = '', sign = ''] = before ?? []
    if (whole === '' || PAGES.test(letters) || (sign === ' ' && !REGISTER.test(letters))) break
    if (sign === '.' && letters.length > 2) break
    start -= whole.length
  }
  return start
}

const FEDERAL = /(?<![A-Za-z])(?:BGH|BVerfG|BVerwG|BSG|BAG|BFH|EuGH|EuG|EGMR|RGZ|BGHZ|BVerfGE)(?![a-z])/
const HIGHER = /(?<![A-Za-z])(?:OLG|OVG|VGH|LSG|LAG|BayObLG|BayVGH|KG)(?: [A-ZÄÖÜ][a-zäöüß-]{2,20}){0,2},? (?:Az\.?:? )?[(-]? ?$/
const DECISION = /(?:Urteil|Urt\.|Urteile|Beschluss|Beschl\.|Entscheidung|Entsch\.)[^\n]{0,40}?(?:vom|v\.) ?\d[^\n]{0,30}$/
const LITERATURE = /juris|NJW|NVwZ|DÖV|DVBl|BeckRS|ECLI|Rspr|Rn\. ?\d|Leitsatz/
const BEFORE = 100
const AFTER = 40

/** A published decision quoted as law; a person addressed or named in the same sentence makes it that person's case. */
export function isQuotedDecision(doc: Doc, start: number, end: number): boolean {
  const before = doc.text.slice(Math.max(0, start - BEFORE), start)
  const after = doc.text.slice(end, end + AFTER)
  const quoted =
    FEDERAL.test(before) ||
    FEDERAL.test(after) ||
    HIGHER.test(before) ||
    DECISION.test(before) ||
    LITERATURE.test(before) ||
    LITERATURE.test(after)
  return quoted && !saysWhose(doc, start)
}

function saysWhose(doc: Doc, start: number): boolean {
  const at = wordFrom(doc, start)
  const sentence = doc.sentence[at]
  for (const step of [-1, 1]) {
    for (let word = at; doc.sentence[word] === sentence && word >= 0 && word < doc.count; word += step) {
      if (Math.abs(word - at) > 30) break
      // "LG München I" is not the English pronoun.
      if (hasFlag(doc, word, SALUTATION | FIRST_PERSON | ADDRESSED) && wordAt(doc, word) !== 'I') return true
    }
  }
  return false
}
