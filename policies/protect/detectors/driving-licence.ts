import { isDrivingLicence } from '../check-digits.js'
import { bare, type Detector, matchNumbers, saysNear } from '../detector.js'
import { checkedValue, namedValue } from '../numbers.js'

const PATTERN = /(?<![0-9A-Za-zÀ-ÿ])[A-P](?:[ .-]?[0-9A-Z]){8}[ .-]?[0-9X][ .-]?[0-9A-Z](?![0-9A-Za-zÀ-ÿ])/gi
/** In one piece, the authority's key in digits as the federal office issues it. */
const USUAL = /^[A-P]\d{3}[0-9A-Z]{7}$/
const DIGITS = /(?:\d\D*){4}/

/** Names of the card, also in other languages. */
const LICENCES = `
  führerschein* fahrerlaubnis* kartenführerschein* fsnr fs feld fahrerkarte* fleppen lappen driving licence license
  permis conduire ehliyet* ehliyetim sürücü prawo jazdy patente guida permisul conducere водительск* водійськ* права
  رخصة القيادة گواهینامه
`
/** Licences of other countries have no check digit we know: letters and digits directly behind the name. */
const FOREIGN = /(?<![0-9A-Za-zÀ-ÿ])(?:[A-Z]{2,3} ?\d{6,7}|\d{3} \d{3} \d{3}|\d{9})(?![0-9A-Za-zÀ-ÿ]|[.,/-]\d)/g
const ABROAD =
  /isch(?:e[rnms]?)? |ukrain|serbi|türk|syri|ausländ|licence|license|permis|ehliyet|jazdy|водит|водій|رخصة/i
const ABROAD_LENGTH = 60

/** Driving licences, field 5 of the card: authority, running number, check sign, copy. */
export const drivingLicence: Detector = {
  kind: 'DRIVING_LICENCE',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Anlage 8 FeV, Nummer 2 (Feld 5)',
  context: LICENCES.trim().split(/\s+/),
  stage: 'value',
  *find({ doc }) {
    for (const { start, end, text } of matchNumbers(doc, PATTERN)) {
      if (!DIGITS.test(text) || !isDrivingLicence(bare(text))) continue
      if (!USUAL.test(text) && !saysNear(doc, 'DRIVING_LICENCE', start, end)) continue
      const value = checkedValue(doc, 'DRIVING_LICENCE', start, end)
      if (value) yield value
    }
    for (const { start, end } of matchNumbers(doc, FOREIGN)) {
      if (!saysNear(doc, 'DRIVING_LICENCE', start, end, 3, 0)) continue
      if (!ABROAD.test(doc.text.slice(Math.max(0, start - ABROAD_LENGTH), start))) continue
      const value = namedValue(doc, 'DRIVING_LICENCE', start, end, 3)
      if (value) yield value
    }
  },
  examples: {
    found: [
      'Führerschein Nr. [[N567ZNS2V23]], Klasse B',
      'Führerscheinnummer: [[F312BTWIS36]]',
      'Fahrerlaubnis entzogen, Karte [[H101W1SAG08]] eingezogen',
      'Feld 5: [[M860G80G636]]',
      'Führerschein [[B369 ZPD1 X74]] bitte kopieren',
      'führerschein nr [[l254csyqg13]]',
      'Fahrerkarte des Bauhofs, Führerschein-Nr.\n[[O926E4VE948]]',
      'Halterabfrage ergab [[F531EWBE105]] als Nachweis.',
      '| Fahrer | Führerschein | [[A326E3JV132]] |',
      'Kartenführerschein [[G356WML6451]] ausgestellt in Fulda',
      'Verlustanzeige Führerschein ([[P334XKGN179]])',
      'Dienstwagen: Führerscheinkontrolle erledigt, [[E536JIMD428]]',
      'Ukrainischer Führerschein [[BXC 481118]]',
    ],
    ignored: [
      'Führerschein N567ZNS2V33 gibt es nicht.',
      'Führerscheinnummer F312BTWIS46 ist falsch abgeschrieben.',
      'Der Führerschein muss bis 19.01.2033 umgetauscht werden.',
      'Fahrerlaubnisklassen A1, B96, C1E und D1',
      'Container MSKU1234565 steht am Bauhof.',
      'Artikelnummer N567ZNS2V23',
      'Bestellnummer H101W1SAG08 im Webshop',
      'Seriennummer M860G80G636 des Druckers',
      'Führerscheinstelle, Zimmer B 12, Aufruf 0481',
      'Mustertext BEHOERDE2024 steht im Kopf.',
      'Lizenz B369ZPD1X74 läuft ab.',
      'Die Führerscheinnummer hat elf Zeichen.',
      'Führerschein Klasse B, Anmeldung ABC 481118',
    ],
  },
}
