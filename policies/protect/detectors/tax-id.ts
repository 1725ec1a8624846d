import { isTaxId } from '../check-digits.js'
import { bare, type Detector, matchNumbers, saysNear } from '../detector.js'
import { checkedValue } from '../numbers.js'

const PATTERN = /(?<![0-9A-Za-zÀ-ÿ+])(?<![0-9][.,])[1-9](?:[\s.\-/]{0,2}\d){10}(?![0-9A-Za-zÀ-ÿ]|,\d\d?(?!\d))/g
/** In one piece or as on the letter of the tax office: 86 095 742 719. */
const USUAL = /^(?:\d{11}|\d\d([ .\-/])\d{3}\1\d{3}\1\d{3})$/

/** Tax ids: the frequency rule and MOD 11,10 let through one random number in 270. */
export const taxId: Detector = {
  kind: 'TAX_ID',
  class: 'D3',
  replaceable: 'identifier',
  source: '§ 139b AO; Prüfung nach ISO 7064 MOD 11,10 und der Häufigkeitsregel der Finanzverwaltung',
  context: [
    'idnr',
    'steuerid*',
    'steuer',
    'identifikationsnummer*',
    'identifikationsnr',
    'steueridentifikations*',
    'steueridentnummer',
    'identnummer',
    'identnr',
    'tin',
    'bundeszentralamt',
    'elstam',
    'lohnsteuer*',
    'stid',
    'st',
    'vergi',
    'fiscal*',
    'podatk*',
    'налогов*',
    'податков*',
    'ضريبي',
    'الضريبي',
    'thuế',
    'مالیاتی',
  ],
  stage: 'value',
  *find({ doc }) {
    for (const { start, end, text } of matchNumbers(doc, PATTERN, 'many')) {
      if (!isTaxId(bare(text))) continue
      if (!USUAL.test(text) && !saysNear(doc, 'TAX_ID', start, end)) continue
      const value = checkedValue(doc, 'TAX_ID', start, end)
      if (value) yield value
    }
  },
  examples: {
    found: [
      'Meine Steuer-ID: [[41 547 634 027]]',
      'IdNr. [[44298467518]] bitte für das Kindergeld eintragen',
      'Steueridentifikationsnummer [[83-520-706-400]] der Mutter',
      'Identifikationsnummer lt. Bescheid: [[20.740.869.357]]',
      'Für die Lohnabrechnung fehlt nur noch [[22015927836]] im Stammblatt.',
      'Elterngeldantrag, Steuer-ID Vater [[14 057 982\n674]]',
      'steuer id [[27368951143]] hab ich gefunden',
      '| Name | Steuer-ID |\n| Yıldız, Emre | [[14398426573]] |',
      'Steuer-IdNr.: [[28/674/808/914]]',
      'ELSTAM-Abruf für [[39687266509]] schlug fehl.',
      'TIN (Germany): [[154 285 036 51]]',
      'Auf dem Zettel stand bloß [[16 794 275 305]], sonst nichts.',
      'Identnr. [[84677107236]] laut Bundeszentralamt für Steuern',
    ],
    ignored: [
      'Die Steuer-ID hat elf Ziffern und gilt ein Leben lang.',
      'Steuer-ID 41 547 634 028 wird nicht angenommen.',
      'IdNr. 12345678903 besteht die Prüfung nicht.',
      'Steuer-ID: 11123456786 (drei gleiche in Folge)',
      'Testnummer 02476291358 der Finanzverwaltung',
      'Rufen Sie an: +49 171 23456789',
      'Rechnungsnummer 44298467518 vom 3. März',
      'Artikelnr. 83520706400, 40 Stück',
      'Auftragsnummer: 20740869357',
      'Zählernummer 22015927836, Stand 4711',
      'Die Summe betrug 14.057.982.674,50 Euro.',
      'Steuernummer und Steuer-ID sind nicht dasselbe.',
      'Sendungsnummer 00340434161094042557',
    ],
  },
}
