import { describe, expect, test } from '@jest/globals'
import type { Kind } from '../../../policies/protect/index.js'
import { baseEngine, baseLists } from '../../support/protect-lists.js'
import * as valid from '../../support/valid-numbers.js'

// Whatever number is valid must be found in every usual writing, exactly; one changed digit, and it must not be.

const VALUES = 400

type Property = {
  readonly kind: Kind
  readonly make: (random: valid.Random) => string
  /** Ways people write the value. */
  readonly writings: readonly ((value: string) => string)[]
  /** Sentences around it; # is the value. */
  readonly sentences: readonly string[]
  /** The check digit answers for this many signs; without it changed values are still valid. */
  readonly checked?: number
}

const asIs = (value: string): string => value
const small = (value: string): string => value.toLowerCase()
const inGroups =
  (lengths: readonly number[], sign?: string) =>
  (value: string): string =>
    valid.grouped(value, lengths, sign)

const PROPERTIES: readonly Property[] = [
  {
    kind: 'IBAN',
    make: random => valid.validIban(random, valid.pick(random, ['DE', 'DE', 'DE', 'AT', 'CH', 'NL', 'GB', 'FR', 'PL'])),
    writings: [
      asIs,
      small,
      inGroups([4, 4, 4, 4, 4, 4]),
      inGroups([4, 4, 4, 4, 4, 4], '-'),
      inGroups([4, 4, 4, 4, 4, 4], '.'),
      inGroups([4, 4, 4], '\n'),
      inGroups([2, 2, 8]),
    ],
    sentences: ['IBAN: #', 'Bitte auf # überweisen.', '„#“', '(#)', 'Frau Özdemir | # | 12,50 €'],
    checked: 34,
  },
  {
    kind: 'CREDIT_CARD',
    make: valid.validCard,
    writings: [asIs, value => valid.grouped(value, value.length === 15 ? [4, 6] : [4, 4, 4], ' ')],
    sentences: ['Kreditkarte #, gültig bis 09/28', 'Zahlung mit # am Schalter', 'Kartennummer: #', '#'],
    checked: 16,
  },
  {
    kind: 'TAX_ID',
    make: valid.validTaxId,
    writings: [asIs, inGroups([2, 3, 3]), inGroups([2, 3, 3], '-'), inGroups([2, 3, 3], '.'), inGroups([2, 3, 3], '/')],
    sentences: ['Steuer-ID: #', 'Meine IdNr. lautet #.', 'Auf dem Zettel steht # und sonst nichts.', '#'],
    checked: 11,
  },
  {
    kind: 'VAT_ID',
    make: valid.validVatId,
    writings: [asIs, small, inGroups([2]), inGroups([2, 3, 3])],
    sentences: ['USt-IdNr. #', 'Die Honorarkraft führt # auf der Quittung.', '#'],
    checked: 11,
  },
  {
    kind: 'SOCIAL_SECURITY',
    make: valid.validPensionNumber,
    writings: [asIs, inGroups([2, 6, 1]), inGroups([2, 6, 1], '-')],
    sentences: ['Rentenversicherungsnummer #', 'SV-Nr.: #', 'Im Personalbogen steht #, Eintritt 01.09.', '#'],
    checked: 12,
  },
  {
    kind: 'HEALTH_INSURANCE',
    make: valid.validHealthInsurance,
    writings: [asIs],
    sentences: ['KVNR #', 'Krankenversichertennummer: #', 'Auf dem Attest steht # und kein Name.', '#'],
    checked: 10,
  },
  {
    kind: 'HEALTH_INSURANCE',
    make: valid.validHealthInsurance,
    writings: [small, inGroups([1, 3, 3]), inGroups([1]), inGroups([1, 3, 3], '-')],
    sentences: ['Versichertennummer #, bitte eintragen', 'KVNR: #'],
    checked: 10,
  },
  {
    kind: 'ID_CARD',
    make: random => valid.validDocumentWithCheck(random, 'LMNPRTVWXZ'),
    writings: [asIs, small],
    sentences: ['Personalausweis #', 'Ausweisnummer: #', 'Sie hat sich mit # ausgewiesen.'],
    checked: 10,
  },
  {
    kind: 'ID_CARD',
    make: random => valid.validDocument(random, 'LMNPRTVWXZ'),
    writings: [asIs, small, inGroups([4]), inGroups([3, 3])],
    sentences: ['Personalausweis #', 'Ausweis-Nr.: #', 'Perso verloren: #'],
  },
  {
    kind: 'PASSPORT',
    make: random => valid.validDocumentWithCheck(random, 'CFGHJK'),
    writings: [asIs, small],
    sentences: ['Reisepass #', 'Passnummer: #', 'Kinderreisepass Nr. #'],
    checked: 10,
  },
  {
    kind: 'PASSPORT',
    make: random => valid.validDocument(random, 'CFGHJK'),
    writings: [asIs, inGroups([4]), inGroups([3, 3])],
    sentences: ['Reisepass #', 'Pass-Nr.: #'],
  },
  {
    kind: 'RESIDENCE_PERMIT',
    make: random => valid.validDocumentWithCheck(random, 'Y'),
    writings: [asIs, small],
    sentences: ['Aufenthaltstitel #', 'eAT: #', 'Niederlassungserlaubnis Nr. #'],
    checked: 10,
  },
  {
    kind: 'DRIVING_LICENCE',
    make: valid.validDrivingLicence,
    writings: [asIs, small, inGroups([4, 4])],
    sentences: ['Führerschein #', 'Führerscheinnummer: #', 'Fahrerlaubnis # entzogen'],
    checked: 10,
  },
  {
    kind: 'TAX_NUMBER',
    make: valid.validTaxNumber,
    writings: [asIs, value => value.replaceAll('/', ' '), value => value.replaceAll('/', ' / ')],
    sentences: ['Steuernummer #', 'St.-Nr.: #', 'Meine Steuernummer lautet #.'],
  },
  {
    kind: 'LICENSE_PLATE',
    make: random =>
      valid.validPlate(
        random,
        [...baseLists().plates].flatMap(([code, state]) => (state === 'sonder' || code === 'DIN' ? [] : [code])),
      ),
    writings: [
      asIs,
      value => value.replace('-', ' '),
      value => value.replace(' ', ''),
      value => value.replace(' ', '-'),
      value => value.replace('-', ' - '),
      small,
    ],
    sentences: ['Kennzeichen #', 'Amtl. Kennzeichen: #', 'Kfz # abgeschleppt'],
  },
  {
    kind: 'FILE_NUMBER',
    make: valid.validFileNumber,
    writings: [asIs],
    sentences: ['Aktenzeichen #', 'Az.: #', 'Unser Zeichen: #', 'Vorgangsnummer # vom Montag'],
  },
  {
    kind: 'IP_ADDRESS',
    make: valid.validIpAddress,
    writings: [asIs],
    sentences: ['IP-Adresse #', 'Der Rechner # antwortet nicht.', 'Zugriff von # um 3:14 Uhr'],
  },
  {
    kind: 'COORDINATES',
    make: valid.validCoordinates,
    writings: [asIs],
    sentences: ['Koordinaten: #', 'Fundort #', 'GPS # (Hund)'],
  },
  {
    kind: 'BIC',
    make: valid.validBic,
    writings: [asIs, inGroups([4, 2, 2])],
    sentences: ['BIC: #', 'BIC #, Sparkasse', 'SWIFT-Code #'],
  },
]

const CHECKED = PROPERTIES.filter(({ checked }) => checked !== undefined)
const seedOf = (kind: Kind): number => [...kind].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7)

/** Texts of one property with the place of the value in each. */
function* textsOf({ kind, make, writings, sentences, checked }: Property, change: boolean) {
  const random = valid.seeded(seedOf(kind) + (change ? 1 : 0))
  for (let at = 0; at < VALUES; at++) {
    const value = make(random)
    const meant = change ? valid.withOneDigitChanged(random, value, checked) : value
    const written = (writings[at % writings.length] ?? asIs)(meant)
    const sentence = valid.pick(random, sentences)
    yield { text: sentence.replace('#', () => written), start: sentence.indexOf('#'), length: written.length }
  }
}

describe('numbers', () => {
  test.each(PROPERTIES)('$kind: valid ones are found exactly, however they are written', property => {
    const missed = [...textsOf(property, false)].filter(
      ({ text, start, length }) =>
        !baseEngine()
          .scan(text)
          .some(one => one.kind === property.kind && one.start === start && one.end === start + length),
    )
    expect(missed.map(({ text }) => text)).toEqual([])
  })

  test.each(CHECKED)('$kind: with one digit changed nothing is found', property => {
    const wrong = [...textsOf(property, true)].filter(({ text }) =>
      baseEngine()
        .scan(text)
        .some(({ kind }) => kind === property.kind),
    )
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})
