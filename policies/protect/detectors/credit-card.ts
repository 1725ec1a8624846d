import { luhn } from '../check-digits.js'
import { type Candidate, type Detector, matchNumbers, saysNear } from '../detector.js'
import { checkedValue, endOfSigns, goesOn } from '../numbers.js'
import type { Doc } from '../text/document.js'

/** Only the first digit is consumed: the brand says how long the number is. */
const PATTERN = /(?<![0-9A-Za-zÀ-ÿ+])(?<![0-9][.,/-])[2-6](?=((?:[\s.\-/_]{0,2}\d){12,18}))/g

const FOUR_GROUPS = /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/

type Brand = { readonly prefix: RegExp; readonly lengths: readonly number[]; readonly common: boolean }
/** Issuer prefixes; the rarer ones overlap with everyday numbers and need context. */
const BRANDS: readonly Brand[] = [
  { prefix: /^4/, lengths: [16], common: true },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16], common: true },
  { prefix: /^3[47]/, lengths: [15], common: true },
  { prefix: /^4/, lengths: [19, 13], common: false },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14, 16], common: false },
  { prefix: /^35/, lengths: [16], common: false },
  { prefix: /^(?:5[0678]|6)/, lengths: [19, 18, 16, 17, 15, 13], common: false },
]
/** As printed on the card: groups of four, or 4-6-5, always with the same sign between. */
const AS_PRINTED = /^(?:\d{15,16}|\d{4}([ .\-/])\d{4}\1\d{4}\1\d{4}|\d{4}([ .\-/])\d{6}\2\d{5})$/

/** Card numbers: issuer prefix, its length and Luhn; without context only the common brands as they are printed. */
export const creditCard: Detector = {
  kind: 'CREDIT_CARD',
  class: 'D2',
  replaceable: 'identifier',
  source: 'ISO/IEC 7812-1 (Luhn und Kartenherausgeber)',
  context: [
    'kreditkart*',
    'kartennummer*',
    'kartennr',
    'visa',
    'visakarte',
    'mastercard*',
    'maestro*',
    'amex',
    'girocard*',
    'debitkart*',
    'bankkart*',
    'firmenkreditkart*',
    'diners',
    'cvc',
    'cvv',
    'karte',
  ],
  stage: 'value',
  *find({ doc }) {
    for (const { start, text, groups } of matchNumbers(doc, PATTERN, 'many')) {
      const card = cardAt(doc, start, text + (groups[0] ?? ''))
      if (card) yield card
    }
  },
  examples: {
    found: [
      'Kreditkarte [[4896 0599 8470 1636]], gültig bis 09/28',
      'Bitte mit Mastercard [[5406 7683 3848 3226]] bezahlen.',
      'Meine Kartennummer ist [[2645326813927494]].',
      'Amex [[3410 153131 57477]] der Dienststelle',
      'Hotelbuchung: Visa [[4430-9256-3381-7895]], Herr Okonkwo',
      'Karte [[5145.9127.8230.9281]] wurde gesperrt.',
      'Buchung über [[4896059984701636]] am 3. Mai',
      'Kartennummer:\n[[5316 7126\n9186 0173]]',
      'kreditkarte 2567 [[2567116288437945]] abgelehnt',
      'Auf der Quittung steht [[5406768338483226]] in voller Länge.',
      '| Visa | [[4430 9256 3381 7895]] | CVC fehlt |',
      'Debitkarte [[5145912782309281]] am Kassenautomaten eingezogen',
      'Kreditkarte [[4896/0599/8470/1636]] (handschriftlich)',
    ],
    ignored: [
      'Kreditkarte 4896 0599 8470 1637 ist falsch abgetippt.',
      'Mastercard 5406 7683 3848 3262 wurde abgewiesen.',
      'ISBN 978-3-16-148410-0 bestellt die Bücherei.',
      'EAN 4006381333931 (Textmarker)',
      'Rechnungsnummer 4896059984701636 liegt der Kämmerei vor.',
      'Artikelnummer 5406768338483226 aus dem Katalog',
      'Zählerstand 2645326813927 kWh ist unmöglich.',
      'Kartenzahlung ist im Bürgerbüro möglich.',
      'Die letzten vier Ziffern der Karte lauten 1636.',
      'Sendungsnummer 4430925633817895 bei der Post',
      'Haushaltsstelle 4.8960.5998.4701.6360',
      'Vergabenummer 5145912782309281 im Portal',
      '4 896 059 984 701 636 Möglichkeiten hat die Verschlüsselung.',
    ],
  },
}

function cardAt(doc: Doc, start: number, text: string): Candidate | undefined {
  const digits = text.replaceAll(/\D/g, '')
  for (const { prefix, lengths, common } of BRANDS) {
    if (!prefix.test(digits)) continue
    for (const length of lengths) {
      const size = digits.length < length ? undefined : endOfSigns(text, length)
      if (size === undefined || goesOn(doc, start + size) || !luhn(digits.slice(0, length))) continue
      const near = saysNear(doc, 'CREDIT_CARD', start, start + size)
      if (near || (common && AS_PRINTED.test(text.slice(0, size)))) {
        const value = checkedValue(doc, 'CREDIT_CARD', start, start + size)
        // In four groups, with the check digit: surer than a telephone number read into the last three.
        return value && common && FOUR_GROUPS.test(text.slice(0, size)) ? { ...value, certainty: 'sicher' } : value
      }
    }
  }
  return undefined
}
