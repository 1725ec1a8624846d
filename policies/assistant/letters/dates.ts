const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

const WEEKDAYS = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'] as const

const ISO = /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/
const DIGITS = /(?<!\d|\d\.)(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.(?: ?(?<year>\d{4}|\d{2})(?![\d:]| Uhr))?(?!\d)/
const LEADING = /^(?:bis (?:zum|spätestens)|bis|spätestens|am|vom|ab|seit|zum|den) /i

/** What is odd about a day a person typed; they are told, and what they typed stays. */
export type DayDoubt = 'no-such-day' | 'other-weekday'

export type SpelledDay = { readonly text: string; readonly doubt?: DayDoubt }

/**
 * A day as it stands in a letter: "12.12.26" and "2026-12-12" → "12. Dezember 2026". Words before and behind it stay,
 * but for "bis zum", "am" and the like, which the letter says itself. Nothing but a comma before a time is added: no year,
 * no weekday.
 */
export function spelledDay(typed: string): SpelledDay {
  const bare = typed.replace(LEADING, '').trim()
  const found = ISO.exec(bare) ?? DIGITS.exec(bare)
  if (!found?.groups) return { text: bare }
  const day = Number(found.groups.day)
  const month = Number(found.groups.month)
  const year = yearOf(found.groups.year)
  const name = MONTHS[month - 1]
  if (name === undefined || !exists(day, month, year)) return { text: bare, doubt: 'no-such-day' }
  const before = bare.slice(0, found.index)
  const behind = bare.slice(found.index + found[0].length).replace(/^ (?=\d{1,2}(?::\d\d)? Uhr)/, ', ')
  const text = `${before}${day}. ${name}${year === undefined ? '' : ` ${year}`}${behind}`
  return year !== undefined && contradicts(before, day, month, year) ? { text, doubt: 'other-weekday' } : { text }
}

/** `2026-12-02` → "2. Dezember 2026". */
export const spelledToday = (today: string): string => spelledDay(today).text

/** Two digits are of this century: letters of an office speak of now. */
const yearOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits) + (digits.length === 2 ? 2000 : 0)

function exists(day: number, month: number, year = 2024): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day >= 1 && day <= last
}

function contradicts(before: string, day: number, month: number, year: number): boolean {
  const named = WEEKDAYS.find(weekday => before.toLowerCase().includes(weekday.toLowerCase()))
  return named !== undefined && named !== WEEKDAYS[weekdayOf(day, month, year)]
}

/** 0 Sunday … 6 Saturday, by Sakamoto's method: no clock and no time zone is needed for it. */
function weekdayOf(day: number, month: number, year: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
}
