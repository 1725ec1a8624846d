/** Valid numbers of every kind, made from a seed: the check digit is found by trying, with the published procedures. */
import {
  icao,
  isDrivingLicence,
  isHealthInsuranceNumber,
  isPensionNumber,
  isTaxId,
  luhn,
  mod11And10,
  mod97,
} from '../../policies/protect/check-digits.js'

/** A source of whole numbers from 0 to below the bound. */
export type Random = (bound: number) => number

/** Mulberry32: small, and the same row of numbers for the same seed everywhere. */
export function seeded(seed: number): Random {
  let state = seed
  return bound => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_003) % bound
  }
}

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Signs of German identity documents (PAuswV, PassV). */
const DOCUMENT_SIGNS = 'CFGHJKLMNPRTVWXYZ0123456789'

export const pick = <T>(random: Random, from: ArrayLike<T>): T => {
  const chosen = from[random(from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}
const signs = (random: Random, count: number, from = DIGITS): string =>
  Array.from({ length: count }, () => pick(random, from)).join('')
const two = (value: number): string => String(value).padStart(2, '0')

/** The first completion that passes the check; procedures without any for this head (10 of 11) give undefined. */
const completed = (
  endings: Iterable<string>,
  build: (ending: string) => string,
  holds: (text: string) => boolean,
): string | undefined => [...endings].map(build).find(holds)

/** Tries new heads until one can be completed. */
function until(make: () => string | undefined): string {
  for (let tries = 0; tries < 1_000; tries++) {
    const value = make()
    if (value !== undefined) return value
  }
  throw new Error('no valid value found')
}

const withLast = (head: string, holds: (text: string) => boolean, last = DIGITS): string | undefined =>
  completed(last, ending => head + ending, holds)

/** Account numbers of Germany and of some countries with letters inside. */
const ACCOUNTS: Readonly<Record<string, (random: Random) => string>> = {
  DE: random => signs(random, 18),
  AT: random => signs(random, 16),
  CH: random => signs(random, 17),
  NL: random => signs(random, 4, LETTERS) + signs(random, 10),
  GB: random => signs(random, 4, LETTERS) + signs(random, 14),
  FR: random => signs(random, 23),
  PL: random => signs(random, 24),
}
const CHECKS = Array.from({ length: 97 }, (_, at) => two(at + 2))

export const validIban = (random: Random, country = 'DE'): string =>
  until(() => {
    const account = (ACCOUNTS[country] ?? (() => ''))(random)
    return completed(CHECKS, check => country + check + account, mod97)
  })

export const validCard = (random: Random): string =>
  until(() => {
    const [prefix, length] = pick(random, [
      ['4', 16],
      [`5${1 + random(5)}`, 16],
      [`2${300 + random(400)}`, 16],
      [pick(random, ['34', '37']), 15],
    ] as const)
    return withLast(prefix + signs(random, length - 1 - prefix.length), luhn)
  })

export const validTaxId = (random: Random): string =>
  until(() => {
    const first = signs(random, 8) + signs(random, 2)
    return withLast(first, isTaxId)
  })

export const validVatId = (random: Random): string =>
  until(() => withLast(`${1 + random(9)}${signs(random, 7)}`, mod11And10)).replace(/^/, 'DE')

export const validPensionNumber = (random: Random): string =>
  until(() => {
    const born = two(1 + random(28)) + two(1 + random(12)) + signs(random, 2)
    return withLast(two(2 + random(80)) + born + pick(random, LETTERS) + signs(random, 2), isPensionNumber)
  })

export const validHealthInsurance = (random: Random): string =>
  until(() => withLast(pick(random, LETTERS) + signs(random, 8), isHealthInsuranceNumber))

/** Nine signs as on the front of the card; at least one digit and one letter among them. */
export const validDocument = (random: Random, first = 'LMNPRTVWXYZCFGHJK'): string =>
  until(() => {
    const number = pick(random, first) + signs(random, 3) + signs(random, 5, DOCUMENT_SIGNS)
    return /\d/.test(number) ? number : undefined
  })

/** The same with the check digit of the machine-readable zone. */
export const validDocumentWithCheck = (random: Random, first?: string): string =>
  until(() => withLast(validDocument(random, first), icao))

export const validDrivingLicence = (random: Random): string =>
  until(() => {
    const head = pick(random, 'ABCDEFGHIJKLMNOP') + signs(random, 3) + signs(random, 5, DIGITS + LETTERS)
    return completed(`${DIGITS}X`, check => `${head}${check}${1 + random(9)}`, isDrivingLicence)
  })

/** The value with one digit changed to another one; `before` leaves the last signs as they are. */
export function withOneDigitChanged(random: Random, value: string, before = value.length): string {
  const places = [...value].flatMap((sign, at) => (at < before && /\d/.test(sign) ? [at] : []))
  const place = pick(random, places)
  const changed = (Number(value[place]) + 1 + random(9)) % 10
  return value.slice(0, place) + changed + value.slice(place + 1)
}

/** Cuts a value into groups of the given lengths, with a sign between them. */
export function grouped(value: string, lengths: readonly number[], sign = ' '): string {
  const groups: string[] = []
  let at = 0
  for (const length of lengths) {
    groups.push(value.slice(at, at + length))
    at += length
  }
  return [...groups, value.slice(at)].filter(group => group !== '').join(sign)
}

/** Tax numbers as on notices, by the forms of the states. */
export const validTaxNumber = (random: Random): string => {
  const district = String(1 + random(997)).padStart(3, '0')
  const office = String(1 + random(99)).padStart(2, '0')
  return pick(random, [
    `${office}/${district}/${signs(random, 5)}`,
    `${pick(random, '012')}${office}/${district}/${signs(random, 5)}`,
    `1${office}/${String(1001 + random(8000))}/${signs(random, 4)}`,
    `${office}${district}/${signs(random, 5)}`,
  ])
}

/** Plates of the given districts, at most eight signs. */
export const validPlate = (random: Random, districts: readonly string[]): string =>
  until(() => {
    const district = pick(random, districts)
    const letters = signs(random, 1 + random(2), LETTERS)
    const number = String(1 + random(9_999))
    return district.length + letters.length + number.length > 8 ? undefined : `${district}-${letters} ${number}`
  })

/** File numbers in the shapes offices, courts and agencies use. */
export const validFileNumber = (random: Random): string => {
  const year = 2015 + random(15)
  const running = 1 + random(9_999)
  return pick(random, [
    `${10 + random(89)}-${pick(random, ['BV', 'BA', 'OWi', 'WG', 'UVG'])}-${year}-${running}`,
    `${10 + random(89)}.${1 + random(9)}-${10 + random(89)}/${100 + random(900)}`,
    `${10 + random(89)}.${1 + random(9)}.${signs(random, 2)}-${year}/${String(running).padStart(4, '0')}`,
    `${1 + random(40)} ${pick(random, ['K', 'L', 'O', 'C', 'F', 'Js', 'Ds', 'OWi'])} ${running}/${String(year).slice(2)}`,
    `S ${1 + random(40)} ${pick(random, ['AS', 'SO', 'KR', 'R'])} ${running}/${String(year).slice(2)}`,
    `${signs(random, 5)}//${signs(random, 7)}`,
    `${signs(random, 3)}${pick(random, 'ABCDZ')}${signs(random, 6)}`,
    `${1 + random(9)}${signs(random, 6)}-${100 + random(900)}`,
    `${year}-${String(running).padStart(6, '0')}`,
    `${1 + random(9)}${signs(random, 9 + random(4))}`,
  ])
}

/** Addresses of the ranges reserved for examples (RFC 5737, RFC 3849) and of private networks. */
export const validIpAddress = (random: Random): string => {
  const hex = (): string => (1 + random(65_000)).toString(16)
  return pick(random, [
    `192.0.2.${1 + random(254)}`,
    `203.0.113.${1 + random(254)}`,
    `10.${random(256)}.${random(256)}.${1 + random(254)}`,
    `192.168.${random(256)}.${1 + random(254)}`,
    `2001:db8:${hex()}:${hex()}:${hex()}:${hex()}:${hex()}:${hex()}`,
    `2001:db8:${hex()}::${hex()}`,
  ])
}

/** Points in Germany: decimal, in degrees and minutes, and in UTM. */
export const validCoordinates = (random: Random): string => {
  const north = `${47 + random(8)}.${1000 + random(9000)}${signs(random, 1 + random(2))}`
  const east = `${6 + random(9)}.${1000 + random(9000)}${signs(random, 1 + random(2))}`
  const minutes = (): string => `${two(random(60))}'${two(random(60))}.${random(10)}"`
  return pick(random, [
    `${north}, ${east}`,
    `${north.replace('.', ',')}; ${east.replace('.', ',')}`,
    `${north}° N, ${east}° E`,
    `N ${north} E ${east}`,
    `${47 + random(8)}°${minutes()}N ${6 + random(9)}°${minutes()}E`,
    `32U ${300_000 + random(400_000)} ${5_300_000 + random(600_000)}`,
  ])
}

export const validBic = (random: Random): string =>
  signs(random, 4, LETTERS) +
  pick(random, ['DE', 'AT', 'CH']) +
  pick(random, 'ABCDEFGHMX2345') +
  pick(random, 'ABCDEFGHMX12345') +
  pick(random, ['', 'XXX', signs(random, 3)])
