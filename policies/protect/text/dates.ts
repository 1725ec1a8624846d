/** A full date (day, month and year) as people write it, and where it ends. */
export type DateInText = { readonly end: number; readonly year: number }

const MONTHS =
  'jan(?:uar|uary|ner)?|jänner|feb(?:ruar|ruary)?|märz?|maerz|mrz|march|apr(?:il)?|mai|may|june?|juni|july?|juli|jun|jul|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'
const END = '(?![\\p{L}\\p{N}]|[./-]\\d)'

/** Groups: day, month, year, in any order; only the size of each is checked. */
const FORMS: readonly { readonly pattern: RegExp; readonly order: 'dmy' | 'ymd' | 'named' }[] = [
  { pattern: /(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d|[./-]\d)/y, order: 'ymd' },
  { pattern: new RegExp(`(\\d{1,2}) ?([./-])\\s?(\\d{1,2}) ?\\2\\s?(\\d{4}|\\d{2})${END}`, 'uy'), order: 'dmy' },
  { pattern: new RegExp(`(\\d{2})([ |])(\\d{2})\\2(\\d{4})${END}`, 'uy'), order: 'dmy' },
  {
    pattern: new RegExp(
      `\\d{1,2}(?:\\.|st|nd|rd|th)?\\s{0,2}(?:${MONTHS})\\.?,?\\s{0,2}(\\d{4}|'?\\d{2})${END}`,
      'iuy',
    ),
    order: 'named',
  },
  { pattern: new RegExp(`(?:${MONTHS})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(\\d{4})${END}`, 'iuy'), order: 'named' },
  { pattern: /(\d{2})()(\d{2})(\d{4})(?![\d./-])/y, order: 'dmy' },
]
const LAST_MONTH = 12
const LAST_DAY = 31

/** The date that begins at the offset, if there is one: 18.02.1963, 1.2.63, 18. Dezember 1965, 1969-12-07, 3/4/1980. */
export function dateAt(text: string, at: number): DateInText | undefined {
  for (const { pattern, order } of FORMS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const [whole, first, , second, third] = match
    const year = Number((order === 'dmy' ? third : first)?.replace("'", ''))
    const day = Number(order === 'ymd' ? third : first)
    if (order !== 'named' && !isDay(day, Number(second))) continue
    return { end: at + whole.length, year }
  }
  return undefined
}

/** Either order of day and month; 31 April is a slip of the pen and still a date. */
const isDay = (day: number, month: number): boolean =>
  day > 0 && month > 0 && Math.max(day, month) <= LAST_DAY && Math.min(day, month) <= LAST_MONTH
