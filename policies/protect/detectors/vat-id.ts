import { mod11And10 } from '../check-digits.js'
import { type Detector, matchNumbers } from '../detector.js'
import { checkedValue, namedValue } from '../numbers.js'

/** German ids, also the economic id with its five digits behind (§ 139c AO), and the forms of neighbouring countries. */
const PATTERN =
  /(?<![0-9A-Za-zÀ-ÿ])(?:DE[\s.-]{0,2}([1-9](?:[\s.-]?\d){8})(?:-\d{5})?|(ATU ?\d{8}|BE ?[01]\d{9}|CHE[- ]?\d{3}\.?\d{3}\.?\d{3}|CZ\d{8,10}|DK ?\d{8}|ES[A-Z]\d{7}[A-Z0-9]|FR ?[0-9A-Z]{2} ?\d{9}|IT ?\d{11}|LU ?\d{8}|NL ?\d{9}B\d{2}|PL[ -]?\d{10}|SE\d{12}|FI ?\d{8}|HU ?\d{8}|PT ?\d{9}|EL ?\d{9}|RO ?\d{6,10}|BG ?\d{9,10}|HR ?\d{11}|SK ?\d{10}|SI ?\d{8}|EE ?\d{9}|LV ?\d{11}|LT ?\d{9}(?:\d{3})?|GB ?\d{9}|IE ?\d[0-9A-Z]\d{5}[A-Z]{1,2}))(?![0-9A-Za-zÀ-ÿ]|-\d)/gi

/** VAT ids: nine digits with MOD 11,10; those of other countries only near their name. */
export const vatId: Detector = {
  kind: 'VAT_ID',
  class: 'D2',
  replaceable: 'identifier',
  source: '§ 27a UStG, § 139c AO; Prüfziffer nach ISO 7064 MOD 11,10 (nicht amtlich veröffentlicht)',
  context: [
    'ust',
    'ustid*',
    'ustidnr',
    'umsatzsteuer*',
    'vat',
    'uid',
    'wid',
    'widnr',
    'wirtschafts',
    'wirtschaftsid*',
    'mwst*',
    'steuerident*',
    'steuernummer*',
    'steuernr',
    'stnr',
    'ident',
    'btw*',
    'tva',
    'nip',
    'nif',
    'cif',
    'iva',
    'piva',
    'moms*',
    'dph',
    'dič',
    'kdv',
    'pvm',
    'cui',
    'пдв',
    'ндс',
    'intracom*',
    'reverse',
    'steuerschuldnerschaft*',
  ],
  stage: 'value',
  *find({ doc }) {
    for (const { start, end, groups } of matchNumbers(doc, PATTERN)) {
      const [german, foreign] = groups
      const checked = german !== undefined && mod11And10(german.replaceAll(/\D/g, ''))
      const value = checked
        ? checkedValue(doc, 'VAT_ID', start, end)
        : foreign !== undefined && namedValue(doc, 'VAT_ID', start, end)
      if (value) yield value
    }
  },
  examples: {
    found: [
      'USt-IdNr. [[DE116599619]] (Malerbetrieb Kowalik)',
      'USt-ID: [[DE 551 844 379]]',
      'Umsatzsteuer-Identifikationsnummer [[DE432660078]]',
      'Die Einzelunternehmerin rechnet unter [[DE182674658]] ab.',
      'VAT ID [[DE457818295]], invoice attached',
      'UstIdNr [[DE511736148]] fehlt auf der Quittung? Nein, steht unten.',
      'Wirtschafts-IdNr. [[DE393942442-00001]]',
      'ust-id [[de995192424]]',
      'USt-IdNr.:\n[[DE 101690659]]',
      'UID des Tischlers aus Salzburg: [[ATU63611700]]',
      'USt-IdNr. der niederländischen Künstlerin: [[NL123456782B90]]',
      '| Honorarkraft | USt-IdNr. | [[DE426215287]] |',
      'USt.-Id.-Nr. [[DE-426373329]]',
      'Btw-nummer [[NL464485131B21]] der Baumschule',
      'Numéro TVA: [[FR28348803118]]',
      'keine Steuernummer, nur [[DE136695976]]',
    ],
    ignored: [
      'USt-IdNr. DE116599618 ist falsch.',
      'DE123456789 dient als Platzhalter.',
      'USt-IdNr. DE036695976 beginnt mit null.',
      'Die USt-IdNr. beginnt mit DE und hat neun Ziffern.',
      'Norm DE 112 in der Fassung von 2019',
      'IBAN DE02 1203 0000 0000 2020 51',
      'Gläubiger-ID DE98ZZZ09999999999',
      'Artikel DE551844370 im Katalog',
      'Rechnungsnummer DE182674658',
      'Der Umsatzsteuersatz beträgt 19 Prozent.',
      'Patent DE 10 2015 123 456 A1 liegt vor.',
      'Lizenz ATU63611700 für das Messgerät',
      'Teil NL464485131B21 im Lager',
    ],
  },
}
