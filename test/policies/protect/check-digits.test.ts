import { describe, expect, test } from '@jest/globals'
import {
  icao,
  isDrivingLicence,
  isHealthInsuranceNumber,
  isPensionNumber,
  isTaxId,
  luhn,
  mod11And10,
  mod97,
} from '../../../policies/protect/check-digits.js'
import type { Kind } from '../../../policies/protect/index.js'
import { baseEngine } from '../../support/protect-lists.js'

// Published sample and test values only; nobody bears them. Each procedure must agree with its publisher.

type Row = readonly [value: string, holds: boolean, reason: string]
type Procedure = { readonly name: string; readonly holds: (value: string) => boolean; readonly rows: readonly Row[] }

/** Creditor ids are checked like IBANs, without the business code in places 5 to 7. */
const isCreditorId = (id: string): boolean => mod97(id.slice(0, 4) + id.slice(7))

const PROCEDURES: readonly Procedure[] = [
  {
    name: 'isTaxId',
    holds: isTaxId,
    rows: [
      ['86095742719', true, 'one digit twice'],
      ['65929970489', true, 'one digit three times, not in a row'],
      ['36574261809', true, 'one digit twice'],
      ['26954371827', true, 'one digit twice'],
      ['86095742718', false, 'wrong check digit'],
      ['65299970480', false, 'the digit that comes three times stands in a row'],
      ['12345678903', false, 'no digit twice among the first ten, which a widespread library accepts'],
      ['98765432106', false, 'no digit twice, counted down'],
      ['11123456786', false, 'three times in a row, which another library accepts'],
      ['36574261890', false, 'last two digits swapped'],
      ['36554266806', false, 'two digits more than once'],
      ['02476291358', false, 'test number of the tax administration: leading zero'],
      ['8609574271', false, 'ten digits'],
      ['860957427190', false, 'twelve digits'],
    ],
  },
  {
    name: 'mod11And10, the nine digits of a VAT id',
    holds: mod11And10,
    rows: [
      ['136695976', true, 'published sample'],
      ['136695978', false, 'wrong check digit'],
      ['036695976', false, 'leading zero'],
      ['123456788', true, 'passes by calculation'],
      ['123456789', false, 'the usual placeholder does not'],
    ],
  },
  {
    name: 'mod97, IBAN',
    holds: mod97,
    rows: [
      ['DE89370400440532013000', true, 'the usual German sample'],
      ['DE68210501700012345678', true, 'zeros in the middle'],
      ['DE02120300000000202051', true, 'check digits below ten'],
      ['GB82WEST12345698765432', true, 'letters inside'],
      ['DE88370400440532013000', false, 'check digit one too small'],
      ['DE00370400440532013000', false, 'check digits 00'],
      ['DE89370400440532031000', false, 'two digits swapped'],
      ['DE8937040044053201300', false, 'one digit missing'],
    ],
  },
  {
    name: 'mod97, creditor id',
    holds: isCreditorId,
    rows: [
      ['DE98ZZZ09999999999', true, 'published sample'],
      ['DE97ZZZ09999999999', false, 'wrong check digit'],
      ['DE98AB109999999999', true, 'the business code does not count'],
    ],
  },
  {
    name: 'isPensionNumber',
    holds: isPensionNumber,
    rows: [
      ['15070649C103', true, 'letter C is 03'],
      ['65170839J003', true, 'letter J is 10, serial number below 50'],
      ['65070803A019', true, 'born in this century, as far as two digits tell'],
      ['20151090B023', true, 'month of two digits'],
      ['15070649C104', false, 'wrong check digit'],
      ['65170839J004', false, 'wrong check digit'],
      ['150706491103', false, 'no letter'],
    ],
  },
  {
    name: 'isHealthInsuranceNumber',
    holds: isHealthInsuranceNumber,
    rows: [
      ['A123456780', true, 'check digit 0'],
      ['A000500015', true, 'leading zeros'],
      ['X110411675', true, 'letter X is 24'],
      ['M123456785', true, 'letter in the middle of the alphabet'],
      ['C000500021', true, 'letter C is 03'],
      ['A123456781', false, 'wrong check digit'],
      ['A000500016', false, 'wrong check digit'],
      ['1123456780', false, 'no letter'],
    ],
  },
  {
    name: 'icao',
    holds: icao,
    rows: [
      ['L01X00T471', true, 'sample identity card'],
      ['T220001293', true, 'sample with one letter'],
      ['1220001297', true, 'card before November 2010, digits only'],
      ['C01X00T478', true, 'sample passport'],
      ['L9V2Y8W6W3', true, 'many letters'],
      ['Y701001V39', true, 'sample residence permit'],
      ['6408125', true, 'date of birth in the machine-readable zone'],
      ['2702283', true, 'date of expiry in the machine-readable zone'],
      ['C01X00T47864081252702283<<<<<<<<<<<<<<<4', true, 'whole passport zone: places 1-10, 14-20, 22-43'],
      ['L01X00T472', false, 'wrong check digit'],
      ['T220001294', false, 'wrong check digit'],
      ['L01X00T47X', false, 'the check digit is a digit'],
    ],
  },
  {
    name: 'isDrivingLicence',
    holds: isDrivingLicence,
    rows: [
      ['B072RRE2I55', true, 'official sample card'],
      ['J010000SD51', true, 'test value of public code'],
      ['N0704578035', true, 'digits only behind the first letter'],
      ['F0100LQUA01', true, 'check digit 0'],
      ['B072RRE2I35', false, 'wrong check sign'],
      ['Q072RRE2I55', false, 'no country Q'],
      ['MK12345678X', false, 'district and eight digits, a widespread error'],
    ],
  },
  {
    name: 'luhn',
    holds: luhn,
    rows: [
      ['4111111111111111', true, 'Visa'],
      ['5555555555554444', true, 'Mastercard'],
      ['378282246310005', true, 'American Express, 15 digits'],
      ['4111111111111112', false, 'wrong check digit'],
    ],
  },
]

describe.each(PROCEDURES)('$name', ({ holds, rows }) => {
  test.each(rows)('%s: %s, %s', (value, expected) => {
    expect(holds(value)).toBe(expected)
  })
})

/** Where only form and context decide: label, value, and whether it is found. */
const FORMS: readonly (readonly [kind: Kind, label: string, value: string, found: boolean, reason: string])[] = [
  ['TAX_NUMBER', 'Steuernummer', '181/815/08155', true, 'Bavaria'],
  ['TAX_NUMBER', 'Steuernummer', '133/8150/8159', true, 'North Rhine-Westphalia: district of four digits'],
  ['TAX_NUMBER', 'Steuernummer', '93815/08152', true, 'Baden-Württemberg: two groups'],
  ['TAX_NUMBER', 'Steuernummer', '201/123/12340', true, 'Saxony'],
  ['TAX_NUMBER', 'Steuernummer', '151/815/08156', true, 'Thuringia'],
  ['TAX_NUMBER', 'Steuernummer', '2893081508152', true, 'ELSTER, Baden-Württemberg'],
  ['TAX_NUMBER', 'Steuernummer', '4151081508156', true, 'ELSTER, Thuringia'],
  ['TAX_NUMBER', 'Steuernummer', '5133081508159', true, 'ELSTER, North Rhine-Westphalia'],
  ['TAX_NUMBER', 'Steuernummer', '9181081508155', true, 'ELSTER, Bavaria'],
  ['TAX_NUMBER', 'Steuernummer', '4151181508156', false, 'the fifth place of ELSTER is always 0'],
  ['TAX_NUMBER', 'Steuernummer', '136695978', false, 'nine digits'],
  ['ID_CARD', 'Personalausweis', 'L01X00T47', true, 'sample; the ninth sign is no check digit'],
  ['ID_CARD', 'Personalausweis', 'T22000129', true, 'sample'],
  ['PASSPORT', 'Reisepass', 'C01X00T47', true, 'sample'],
  ['ID_CARD', 'Personalausweis', 'A22000129', false, 'A is never used'],
  ['ID_CARD', 'Personalausweis', 'T22O00129', false, 'the letter O is never used'],
  ['ID_CARD', 'Bauteil', 'L01X00T47', false, 'nine signs without context'],
]

describe('published forms without check digit', () => {
  test.each(FORMS)('%s %s %s: %s, %s', (kind, label, value, expected) => {
    const text = `${label}: ${value}`
    const found = baseEngine()
      .scan(text)
      .filter(one => one.kind === kind)
      .map(({ start, end }) => text.slice(start, end))
    expect(found).toEqual(expected ? [value] : [])
  })
})
