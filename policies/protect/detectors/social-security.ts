import { isPensionNumber } from '../check-digits.js'
import { bare, type Detector, matchNumbers, saysNear } from '../detector.js'
import { checkedValue } from '../numbers.js'

const PATTERN =
  /(?<![0-9A-Za-zÀ-ÿ])\d(?:[\s.\-/]{0,2}\d){7}[\s.\-/]{0,2}[A-Z](?:[\s.\-/]{0,2}\d){3}(?![0-9A-Za-zÀ-ÿ])/gi
/** As printed on the card: 65 170839 J 003. */
const USUAL = /^\d{2}([ -]?)\d{6}\1[A-Z]\1\d{3}$/
/**
 * The month tells real numbers from others, and finds changes which the weight 7 on its first digit cannot. Days are
 * shifted where the serial numbers of a day are used up, so only the month is held to be one.
 */
const MONTH = /^.{4}(?:0\d|1[0-2])/

/** Pension insurance numbers: birth date, letter and check digit in a narrow form. */
export const socialSecurity: Detector = {
  kind: 'SOCIAL_SECURITY',
  class: 'D3',
  replaceable: 'identifier',
  source: '§ 147 SGB VI, § 2 VKVV',
  context: [
    'rentenversicherung*',
    'rentenvers',
    'versicherungsnummer*',
    'sozialversicherung*',
    'sozialvers',
    'rvnr',
    'rvnummer',
    'svnr',
    'svnummer',
    'rv',
    'sv',
    'versicherungsnr',
    'vsnr',
    'rentenkonto*',
    'drv',
    'rente*',
    'vers',
    'versnr',
    'vnr',
    'sigorta*',
    'emeklilik*',
    'retraite',
    'sécurité',
    'ubezpiecz*',
    'asigur*',
    'пенси*',
    'пенсі*',
    'страхов*',
    'страхув*',
    'التأمين',
  ],
  stage: 'value',
  *find({ doc }) {
    for (const { start, end, text } of matchNumbers(doc, PATTERN, 'many')) {
      const number = bare(text)
      if (!isPensionNumber(number) || !MONTH.test(number)) continue
      if (!USUAL.test(text) && !saysNear(doc, 'SOCIAL_SECURITY', start, end)) continue
      const value = checkedValue(doc, 'SOCIAL_SECURITY', start, end)
      if (value) yield value
    }
  },
  examples: {
    found: [
      'Rentenversicherungsnummer [[30 240788 N 590]]',
      'SV-Nummer: [[07230336D299]] für die Anmeldung des Minijobs',
      'RVNR [[02 220288 E 817]], Antrag auf Kontenklärung',
      'Sozialversicherungsnummer [[33-210309-U-287]] der Auszubildenden',
      'Personalbogen: [[55060526E908]], Eintritt 01.09.',
      'Vers.-Nr. bei der DRV Westfalen: [[12130170Q586]]',
      'sv nr [[12 060133 t 977]] hab ich vom Ausweis',
      '| SV-Nr. | [[53 050111 G 536]] |',
      'Versicherungsnummer\n[[59 180114 Y 809]]',
      'Rentenauskunft zu [[32 26 02 88 S 800]] liegt bei.',
      'Versicherungsnummer: [[79 27 04 90 L 31 0]]',
      'Im Anhang fehlt noch die Seite mit [[64190916P081]].',
      'Rentenvers.-Nr. [[52.190893.R.139]]',
    ],
    ignored: [
      'Rentenversicherungsnummer 30 240788 N 591 ist falsch abgetippt.',
      'SV-Nummer 07230336D298',
      'Die Versicherungsnummer hat zwölf Stellen.',
      'Artikel 12345678A123 aus dem Lager',
      'Am 24.07.88 N 590 stand im Plan.',
      'Raum 65 170839 K 003',
      'Die Deutsche Rentenversicherung erreichen Sie unter 0800 10004800.',
      'Typ 2024-0815 B 100, Baujahr 2019',
      'Seriennummer 99999999Z999 am Gerät',
      'Rente ab 67, Jahrgang 1964, Stand 01012025 A 001',
      'Bestellnummer 30240788N590 im Webshop',
      'Planquadrat 12 34 56 78 C 12 4',
    ],
  },
}
