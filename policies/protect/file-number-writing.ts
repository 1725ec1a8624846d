/** How file numbers are written: where one begins and ends. Without check digits only the groups tell. */

const TOKEN = /[A-Za-zÄÖÜäöüß0-9]{1,30}/y
/** Registers of courts and prosecutors in mixed case; those in capitals need no list. */
const REGISTER =
  /^(?:[A-ZÄÖÜ]{1,4}|[A-Z]{0,3}(?:Js|Ds|Cs|Ls|Gs|Ks|Ns|Qs|Ss|Ws|Bs|Rs|Owi|OWi|Ca|Sa|Ta|Ga|Oa|Lw|Wx|Es|Hs|Zs)|StVK|BvR|BvL|BvF|HRs)$/
/** Short letters that may follow a hyphen: the initials of whoever works on the file. */
const INITIALS = /^(?:[A-ZÄÖÜ]{1,5}|[A-Za-zÄÖÜäöü]{1,3})$/
/** In the middle the short form of the subject may be longer: "20.3-GrSt-26/4172". */
const SUBJECT = /^[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,5}$/
/** Behind a court's number: asylum, summary proceedings, kinds of family and guardianship matters. */
const SUFFIX = /(?:\.[A-Z]{1,3}| (?:B ER|ER|NZB|PKH|R|B|UG|SO|VU|WH|H))(?![0-9A-Za-zÀ-ÿ])/y
/** Signs between groups; with spaces only where digits follow, a hyphen only before the country of an asylum file. */
const TIGHT = /^(?:\/\/|[-./_])/
const WIDE = /^ \/ ?(?=\d)/
const WIDE_COUNTRY = /^ - (?=\d{3}(?!\d))/
const ASYLUM = /^\d{7}$/
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
  return COURT_YEAR.test(text.slice(start, end)) ? endOfSuffix(text, end) : end
}

/** At least three groups of digits behind a clear name, with the letters of the office before: "EG 05 314 2026 00881". */
const GROUPS = /(?:[A-ZÄÖÜ]{1,4} )?\d{2,6}(?: \d{2,6}){2,6}(?![0-9A-Za-zÀ-ÿ]|[.,:/-]\d| ?(?:€|EUR|Euro))/y

/** The same directly behind a clear name, where groups of different length belong together, too. */
export function endOfGroups(text: string, start: number): number {
  GROUPS.lastIndex = start
  const end = GROUPS.test(text) ? GROUPS.lastIndex : start
  return Math.max(end, endOfFileNumber(text, start))
}

/** Where the letters behind a court's number end, if there are any. */
export function endOfSuffix(text: string, end: number): number {
  SUFFIX.lastIndex = end
  return SUFFIX.test(text) ? SUFFIX.lastIndex : end
}

function tokenEnd(text: string, start: number): number {
  TOKEN.lastIndex = start
  return TOKEN.test(text) ? TOKEN.lastIndex : start
}

/** End of a group joined by a sign: digits always, letters only if they are initials or a register. */
function joined(text: string, start: number, end: number): number | undefined {
  const sign = TIGHT.exec(text.slice(end, end + 2)) ?? wideSign(text, start, end)
  if (!sign) return undefined
  const from = end + sign[0].length
  const to = tokenEnd(text, from)
  const group = text.slice(from, to)
  if (group === '') return undefined
  if (/\d/.test(group)) return sign[0] === '.' && COURT_YEAR.test(text.slice(start, end)) ? undefined : to
  if (SUBJECT.test(group) && /^[-/]\d/.test(text.slice(to, to + 2))) return to
  // "12/24.Bitte": a full stop joins letters only in the middle of a number ("II.2").
  return INITIALS.test(group) && (sign[0] !== '.' || /^[-./ ]\d/.test(text.slice(to, to + 2))) ? to : undefined
}

const wideSign = (text: string, start: number, end: number): RegExpExecArray | null =>
  (ASYLUM.test(text.slice(start, end)) ? WIDE_COUNTRY : WIDE).exec(text.slice(end, end + 7))

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

/** Capitals before a number that are its label, not a part of it. */
const LABELS = /^(?:Art|Abs|Nr|NR|AZ|Az|BAMF|AZR|BG|FIN|GZ|KZ|StA|AG|LG|VG|SG|FA|EUR)$/
/** Start of the file number around the first digit: letters before it that belong to it ("VI ZR 12/24", "ST/0123"). */
export function startOfFileNumber(text: string, digit: number, least: number): number {
  let start = digit
  while (start > least && /[A-Za-zÄÖÜäöüß0-9]/.test(text.charAt(start - 1))) start--
  for (let parts = 0; parts < 3; parts++) {
    const before = /(?<![0-9A-Za-zÀ-ÿ])([A-ZÄÖÜ][A-Za-zäöüß]{0,3})([-./ ])$/.exec(
      text.slice(Math.max(least, start - 6), start),
    )
    const [whole = '', letters = '', sign = ''] = before ?? []
    if (whole === '' || LABELS.test(letters) || (sign === ' ' && !REGISTER.test(letters))) break
    if (sign === '.' && letters.length > 2) break
    start -= whole.length
  }
  return start
}
