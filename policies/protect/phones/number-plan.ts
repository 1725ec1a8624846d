/** What telephone numbers look like: ITU-T E.164 and the numbering plans of the Bundesnetzagentur. */

/** Area codes of three digits; behind every other beginning they have four, in the east also five. */
const SHORT_CODES = new Set(
  '30 40 69 89 201 202 203 208 209 212 214 228 234 335 340 345 355 365 375 385 395 906'.split(' '),
)
const ENDS_IN_ONE = /^(?:2[0-9]|3[3-9]|4[2-9]|5[1-9]|6[1-8]|7[1-9]|8[1-8]|9[1-9])1$/
/** Emergency, information and shared-cost numbers belong to nobody. */
const NOBODYS = /^(?:0(?:800|900|180\d|137|138|700|190|118)|11[0-9]$|1155?$|116117|11[68]\d{2,3}$)/
const MOBILE = /^01[567]\d{8,10}$/
/** Written with a gap behind the country, so that no key number is taken for one. */
const NEIGHBOURS = /^00(?:4[1358]|3[1239]|44|90)\D/
/** "0 51 21 / 30 14 45", as DIN 5008 once had it. */
const PAIRS = /^\(?0 [2-9]\d(?: \d{1,2}){1,2}\)? ?[/-]? ?\d/
/** "09 41/5 06 77-3": the area code in pairs from its end. */
const PAIRS_FROM_END = /^\(?0\d \d{2}(?: \d)?\)? ?[/-] ?\d/
/** "069.90009.266": no date, amount or budget code has such groups. */
const DOTTED = /^0[2-9]\d{1,3}\.\d{4,8}(?:\.\d{2,4})?$/
const YEAR = /^(?:19|20)\d\d$/
/** E.164; and what is usual in Germany, with the 0. */
const LONGEST = 15
const LONGEST_NATIONAL = 13

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** The digits with 0 in front, however the number is written: "+49 40 …", "0049 (0)40 …", "040 …". */
export const nationalDigits = (text: string): string => digitsOf(text).replace(/^(?:00)?490?(?=[1-9])/, '0')

export const isNobodys = (text: string): boolean => NOBODYS.test(digitsOf(text))

/** "0172/9973186", "+49 172 9973186": a mobile number, with a sign between its parts. */
export const isMobile = (text: string): boolean => MOBILE.test(nationalDigits(text)) && /^\+|\d\D\d/.test(text)

/** How many digits a number with this beginning can have. */
export const mostDigits = (text: string): number =>
  /^\(?\+/.test(text) ? LONGEST : text.startsWith('00') ? LONGEST + 2 : LONGEST_NATIONAL

/**
 * Whether a number that begins with +, 00 or 0 is one of a telephone.
 * @param named a word beside it says so
 */
export function isPhone(text: string, named: boolean): boolean {
  const digits = digitsOf(text)
  if (/^\(?\+/.test(text)) return isInternational(digits, named)
  if (digits.startsWith('0049')) return isInternational(digits.slice(2), named)
  if (digits.startsWith('00')) return (named || NEIGHBOURS.test(text)) && isInternational(digits.slice(2), named)
  if (NOBODYS.test(digits)) return false
  const [first = '', ...rest] = text.split(/\D+/).filter(Boolean)
  if (MOBILE.test(digits)) return first.length > 3 || named
  if (named && (PAIRS.test(text) || PAIRS_FROM_END.test(text)))
    return digits.length > 7 && digits.length <= LONGEST_NATIONAL
  if (!/^0[2-9]/.test(digits) || digits.length < 6 || digits.length > LONGEST_NATIONAL) return false
  if (rest.length === 0) return named && digits.length > 7
  const code = first.slice(1)
  if (!isAreaCode(code)) return named && first.length > 4 && !/\.\d/.test(text)
  return named || looksNational(text, digits.slice(first.length), rest)
}

/** A number of another country needs enough digits not to be an amount ("+1 200 000"). */
function isInternational(digits: string, named: boolean): boolean {
  if (NOBODYS.test(digits.replace(/^490?/, '0'))) return false
  if (digits.startsWith('49')) return digits.length > 8 && digits.length <= LONGEST
  return digits.length > (named ? 7 : 9) && digits.length <= LONGEST
}

/** Without a word for it, the separators must be those of a telephone number and enough digits must follow. */
function looksNational(text: string, number: string, [next = '']: readonly string[]): boolean {
  // No subscriber's number begins with 0.
  if (YEAR.test(number) || /^0/.test(number) || number.length > 9 || (/\d\.\d/.test(text) && !DOTTED.test(text)))
    return false
  if (/^\(\d+\)/.test(text)) return number.length > 3
  return number.length > (/^\d+ ?\/ ?\d/.test(text) ? 4 : 5) && !(YEAR.test(next) && number.length < 7)
}

function isAreaCode(code: string): boolean {
  if (SHORT_CODES.has(code) || ENDS_IN_ONE.test(code)) return true
  if (SHORT_CODES.has(code.slice(0, 2)) || SHORT_CODES.has(code.slice(0, 3)) || ENDS_IN_ONE.test(code.slice(0, 3))) {
    return false
  }
  return /^[2-9]\d{3}$/.test(code) || /^3[3-9]\d{3}$/.test(code)
}

/** Without an area code, beside a word for it. */
export function isLocal(text: string): boolean {
  const digits = digitsOf(text)
  return digits.length > 4 && digits.length < 11 && !NOBODYS.test(digits) && !YEAR.test(text.slice(0, 4))
}
