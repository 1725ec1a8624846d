import { isHealthInsuranceNumber } from '../check-digits.js'
import { bare, type Detector, matchNumbers, saysNear } from '../detector.js'
import { checkedValue } from '../numbers.js'

const PATTERN = /(?<![0-9A-Za-zÀ-ÿ])[A-Z](?:[\s.\-/]{0,2}\d){9}(?![0-9A-Za-zÀ-ÿ]|[,/-]\d)/gi
const USUAL = /^[A-Z]\d{9}$/

/** So many words before may speak of the insurance; the check digit does the rest. */
const BEFORE = 25

/** Health insurance numbers: the unchangeable part with its check digit; always about health. */
export const healthInsurance: Detector = {
  kind: 'HEALTH_INSURANCE',
  class: 'D3',
  replaceable: 'identifier',
  source: '§ 290 SGB V; Prüfziffer nach Anlage 1 der Richtlinie des GKV-Spitzenverbandes',
  context: [
    'krankenversicher*',
    'krankenversichertennummer*',
    'krankenvers',
    'versichertennummer*',
    'versichertennr',
    'versicherten',
    'versicherungsnummer*',
    'kvnr',
    'kvnummer',
    'kv',
    'krankenkasse*',
    'gesundheitskarte*',
    'egk',
    'aok',
    'barmer',
    'tk',
    'dak',
    'kkh',
    'ikk',
    'bkk*',
    'knappschaft',
    'kasse',
    'pflegekasse*',
    'vers',
    'versnr',
    'versichertenkarte*',
    'sigorta*',
    'assurance*',
    'insurance*',
    'asigur*',
    'ubezpiecz*',
    'страхов*',
    'страхув*',
    'تأمين',
    'التأمين',
    'تأمينه',
    'تأمينها',
    'تأميني',
    'بیمه',
  ],
  stage: 'value',
  *find({ doc }) {
    for (const { start, end, text } of matchNumbers(doc, PATTERN, 'many')) {
      if (!isHealthInsuranceNumber(bare(text))) continue
      if (!USUAL.test(text) && !saysNear(doc, 'HEALTH_INSURANCE', start, end, BEFORE)) continue
      const value = checkedValue(doc, 'HEALTH_INSURANCE', start, end)
      if (value) yield value
    }
  },
  examples: {
    found: [
      'KVNR [[R314287459]], AOK',
      'Krankenversichertennummer: [[Q929467146]]',
      'Versichertennummer [[H 897 549 942]] auf der Gesundheitskarte',
      'Bei der Barmer versichert unter [[H010406505]]',
      'eGK-Nr. [[R714 126 539]] (Frau Lindqvist)',
      'Pflegekasse, Vers.-Nr. [[N-990073012]]',
      'Meine TK-Nummer ist [[w287644908]].',
      '| Kasse | DAK | [[N747618368]] |',
      'Antrag auf Hilfe zur Pflege, KV-Nr.\n[[W535696985]]',
      'Auf dem Attest steht nur [[B105225538]], kein Name.',
      'Krankenkasse: IKK classic, Nr. [[O950998565]]',
      'Versicherten-Nr. [[O.554.729.960]]',
      'kvnr [[i150312673]] bitte weiterleiten',
    ],
    ignored: [
      'KVNR R314287458 wird abgewiesen.',
      'Versichertennummer Q929467164 hat einen Zahlendreher.',
      'Die KVNR beginnt mit einem Buchstaben.',
      'Artikelnummer R314287459 im Katalog',
      'Bestell-Nr. Q929467146',
      'Krankenkassen finden Sie unter A 12 im Erdgeschoss.',
      'Die AOK erreichen Sie unter 0800 2650800.',
      'Typ H897549942 ist ausverkauft.',
      'Zähler Z 314 287 45 abgelesen',
      'Charge N990073012, haltbar bis 2027',
      'DIN A 123 456 789 gibt es nicht.',
      'Inventarnummer W287644908 (Beamer)',
      'Ticket B105225538 ist geschlossen.',
    ],
  },
}
