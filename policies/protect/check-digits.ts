/** Check-digit procedures, exactly as published. All take capitals and digits without separators. */

const LETTER_A = 65

/** ISO 7064 MOD 11,10 over all digits but the last, which is the check digit (IdNr § 139b AO, USt-IdNr). */
export function mod11And10(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (2 * sum) % 11
  }
  return (11 - product) % 10 === Number(digits.at(-1))
}

/** Tax id: 11 digits, none leading zero; of the first ten exactly one digit twice, or three times but never in a row. */
export function isTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false
  const first = digits.slice(0, 10)
  const repeated = [...'0123456789'].map(digit => first.split(digit).length - 1).filter(count => count > 1)
  const [times = 0] = repeated
  if (repeated.length !== 1 || times > 3) return false
  if (times === 3 && /(\d)\1\1/.test(first)) return false
  return mod11And10(digits)
}

/** ISO 7064 MOD 97-10 as used by IBAN (ISO 13616) and creditor ids, in blocks small enough for exact arithmetic. */
export function mod97(text: string): boolean {
  const moved = text.slice(4) + text.slice(0, 4)
  let rest = 0
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36)
    if (Number.isNaN(value)) return false
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Luhn (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

const crossSum = (value: number): number => (value > 9 ? Math.floor(value / 10) + (value % 10) : value)
const position = (letter: string): string => String(letter.charCodeAt(0) - LETTER_A + 1).padStart(2, '0')

function weightedCrossSums(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += crossSum(Number(digits[at]) * (weights[at % weights.length] ?? 1))
  return sum
}

/** Pension insurance number, 12 signs (§ 147 SGB VI, § 2 VKVV). The date inside is not checked: days may be shifted. */
export function isPensionNumber(text: string): boolean {
  const match = /^(\d{8})([A-Z])(\d{2})(\d)$/.exec(text)
  if (!match) return false
  const [, head = '', letter = '', series = '', check] = match
  return (
    weightedCrossSums(head + position(letter) + series, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === Number(check)
  )
}

/** Health insurance number, unchangeable part: letter, eight digits, check digit (§ 290 SGB V). */
export function isHealthInsuranceNumber(text: string): boolean {
  const match = /^([A-Z])(\d{8})(\d)$/.exec(text)
  if (!match) return false
  const [, letter = '', digits = '', check] = match
  return weightedCrossSums(position(letter) + digits, [1, 2]) % 10 === Number(check)
}

/** ICAO Doc 9303: weights 7, 3, 1; letters in base 36, `<` is 0; the last sign is the check digit. */
export function icao(text: string): boolean {
  const check = Number(text.at(-1))
  return Number.isInteger(check) && icaoSum(text.slice(0, -1)) % 10 === check
}

function icaoSum(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '<'
    sum += (sign === '<' ? 0 : Number.parseInt(sign, 36)) * ([7, 3, 1][at % 3] ?? 0)
  }
  return sum
}

/** German driving licence, field 5: 4 authority, 5 running, check sign, copy (Anlage 8 FeV). */
export function isDrivingLicence(text: string): boolean {
  if (!/^[A-P][0-9A-Z]{3}[0-9A-Z]{5}[0-9X][0-9A-Z]$/.test(text)) return false
  let sum = 0
  for (let at = 0; at < 9; at++) sum += Number.parseInt(text[at] ?? '0', 36) * (9 - at)
  const check = sum % 11
  return text[9] === (check === 10 ? 'X' : String(check))
}
