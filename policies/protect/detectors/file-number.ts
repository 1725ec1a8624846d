import { type Detector, matchNumbers, type Scene, saysNear } from '../detector.js'
import { endOfFileNumber, isQuotedDecision, startOfFileNumber } from '../file-numbers.js'
import { isInvented, isNamedOtherwise } from '../numbers.js'
import { type Doc, wordAt } from '../text/document.js'

/** Shapes nothing else has: office-letters-year-number, court registers, job centre, police, vehicle with filler ZZZ. */
const UNMISTAKABLE =
  /(?<![0-9A-Za-zÀ-ÿ]|\d[.,/-])(?:\d{1,3}(?:\.\d{1,2})?[-/][A-ZÄÖÜ][A-Za-z]{0,3}[-/](?:(?:19|20)\d\d[-/]\d{1,6}|\d{1,6}[-/]20\d\d)|(?:[SL] )?\d{1,3} (?:[CFKLMNOSTUW]|OH|HKO|UF|WF|IN|IK|AS|SO|AL|AY|KR|SB|XVII|X|VI|IV|[KAB]|Js|Ds|Cs|Ls|KLs|Gs|Ks|Ns|Qs|Ss|Ws|Bs|OWi|Ca|Sa|Ta|Ga|BV) \d{1,5}\/\d\d(?:\.A)?|\d{5}(?:\/\/|BG)\d{7}|[A-Z]{2}\/\d{6,7}\/20\d\d|\d{3}FK\d{6}|W[A-Z0-9]{2}ZZZ[A-HJ-NPR-Z0-9]{11})(?![0-9A-Za-zÀ-ÿ]|[-/]\d)/g
/** Shapes that count near a label: three joined groups or letters among them, asylum files, job centre clients, vehicles. */
const SHAPED =
  /(?<![0-9A-Za-zÀ-ÿ]|\d[.,/-])(?:[A-Z]{1,4}[-/])?\d{1,6}(?:\.\d{1,4}){0,4}(?:[-/][A-Za-z]{1,3}(?=[-/]))?(?:[-/]\d{1,8}){1,3}(?:[-/][A-Z][A-Za-z]{0,2})?(?![0-9A-Za-zÀ-ÿ]|[.,/-]\d)|(?<![0-9A-Za-zÀ-ÿ])(?:\d{3}[A-Z]\d{6}|[A-HJ-NPR-Z0-9]{17})(?![0-9A-Za-zÀ-ÿ])/g
/** Words too common to point at a number far behind them. */
const WEAK = /^(?:zeichen|vorgang|vorgangs|antrags|bauantrag|[a-zäöü]*akte|bg|pers|kd|ref|referenz|register|urk|bescheid|zei)$/i
/** "Unser Zeichen 33.2" and "Zeichen: 33.2", but no traffic sign ("Zeichen 274"). */
const WHOSE = /(?:mein|unser|ihr|sein|dein|eigen)[a-z]{0,2} zeichen|zeichen ?:$/i
const WHOSE_LENGTH = 16
/** What may stand between a label and its number without a doubt; farther away the number must look like one. */
const DIRECT = /^[-\s.:/=|#("„]{0,4}(?:(?:nr|nummer|no|z|zeichen)(?![a-z])[-\s.:/=|#("„]{0,4})?(?:(?:lautet|ist|ihre?|unsere?)[\s:]{1,2})?$/i
const FARTHEST = 48
const DATE = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?$|^(?:19|20)\d\d-\d\d-\d\d$|^(?:19|20)\d\d(?:[-/](?:\d\d|20\d\d))?$/
/** Behind the number: it was a quantity. */
const QUANTITY = /^(?:,\d| ?(?:€|EUR|Euro|%|Prozent|Uhr|Seiten|Tage|Wochen|Monate|Jahre|Stück|km|m²|qm|kWh|Zeichen|Ziffern|Stellen)(?![a-z]))/i
const PUBLISHED = /^(?:drucksache|drs|ds|vorlage|beschlussvorlage|ratsvorlage|vergabe|ausschreibung|bebauungsplan)/i

/** Numbers under which an office, a court or a company keeps somebody's matter. */
export const fileNumber: Detector = {
  kind: 'FILE_NUMBER',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Aktenplan der KGSt, AktO der Gerichte, Formen der BA und des BAMF (üblich, nicht abschließend)',
  context: [
    'aktenzeichen*', 'az', 'akz', 'aktz', 'aktennummer*', 'aktennr', 'akte', 'geschäftszeichen*', 'geschäftsnummer*',
    'gz', 'geschz', 'gesch', 'kassenzeichen*', 'kassenz', 'kz', 'buchungszeichen*', 'personalnummer*', 'personalnr',
    'pers', 'persnr', 'kundennummer*', 'kundennr', 'kdnr', 'kd', 'bgnummer', 'bgnr', 'bg', 'bedarfsgemeinschaft*',
    'antragsnummer*', 'antragsnr', 'antrags', 'vorgang', 'vorgangs', 'vorgangsnummer*', 'vorgangsnr', 'vorgangszeichen*',
    'zeichen', '*akte', 'bauantrag*', 'kindergeldnummer*', 'wohngeldnummer*', 'mandatsreferenz*', 'fallnummer*', 'fallnr', 'bescheidnummer*', 'mandantennummer*', 'mitgliedsnummer*', 'mitgliedsnr',
    'teilnehmernummer*', 'matrikelnummer*', 'registernummer*', 'geburtenregister*', 'geburtsregister*', 'eheregister*',
    'sterberegister*', 'urkundennummer*', 'schadennummer*', 'schadensnummer*', 'schadennr', 'policennummer*',
    'versicherungsschein*', 'bamf', 'azr', 'azrnummer', 'ausländerzentralregister*', 'tgb', 'tagebuchnummer*',
    'strafanzeige*', 'dienstnummer*', 'debitor*', 'debitorennummer*', 'personenkonto*', 'abgabenkonto*', 'abgabennummer*',
    'fahrgestell*', 'fahrzeugident*', 'identifizierungsnummer*', 'fin', 'js', 'referenznummer*', 'bußgeldaktenzeichen',
  ],
  stage: 'value',
  *find(scene) {
    const { doc } = scene
    for (let word = 0; word < doc.count; word++) {
      if (!doc.info(word).context.includes('FILE_NUMBER')) continue
      const value = valueBehind(doc, word)
      if (value && isPersonal(scene, value)) yield { ...value, certainty: 'wahrscheinlich', reason: 'form-and-context' }
    }
    for (const value of matchNumbers(doc, UNMISTAKABLE)) {
      if (isPersonal(scene, value)) yield { start: value.start, end: value.end, certainty: 'wahrscheinlich', reason: 'form' }
    }
    for (const { start, end, text } of matchNumbers(doc, SHAPED)) {
      if (!isStructured(text) || !saysNear(doc, 'FILE_NUMBER', start, end) || !isPersonal(scene, { start, end })) continue
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
    }
  },
  examples: {
    found: [
      'Az. [[32.1-12/345]], bitte bei Antwort angeben',
      'Unter [[61-BV-2025-118]] läuft die Bauvoranfrage.',
      'Unser Zeichen: [[50.1.02-2026/0123]]',
      'Kassenzeichen [[5.0103.012345.6]], fällig am 15.08.2026',
      'Personalnummer [[00481234]], Elternzeit ab Juli',
      'Ihre Kundennummer: [[123A456789]] (Agentur für Arbeit)',
      'BG-Nummer [[12345//0001234]]',
      'BAMF-Aktenzeichen [[7654321-423]], Anhörung im März',
      'AZR-Nummer [[241203456789]]',
      'Geschäftszeichen: [[II-4.2/123-Me]]',
      'Klage beim Verwaltungsgericht, [[4 K 123/24]], Termin offen',
      'Staatsanwaltschaft: [[123 Js 4567/24]]',
      'Betreuungssache [[12 XVII 345/23]]',
      'Az.: [[S 12 AS 345/24]] ./. Jobcenter',
      'Vorgangsnummer [[2026-004711]]',
      'Geburtenregister Nr. [[G 123/2026]]',
      'Aktenzeichen der Bußgeldstelle: [[32-OWi-2025-0815]]',
      'Tgb.-Nr. [[ST/0123456/2026]] der Polizei',
      'Antrags-Nr. [[WG-2026/00817]] Wohngeld',
      'Pers.-Nr.: [[4711-08]]',
      'Akte [[10 24 01]] ist beim Kollegen.',
      'Fahrgestellnummer [[WVWZZZ1JZXW000417]]',
      'Aktenzeichen\n[[63.2/BA-0456/2026]]',
      'Das Aktenzeichen lautet [[51-3/2026-17]].',
      'Kassenzeichen: [[1234 5678 9012]]',
    ],
    ignored: [
      'BGH, Urteil vom 12.03.2024, Az. VI ZR 12/24',
      'Nach OLG Hamm, Beschluss vom 05.06.2023, 4 U 123/22, gilt das nicht.',
      'VG Köln, Urteil vom 05.06.2023 - 4 K 123/22, juris',
      'Vorlage 61-BV-2025-118 steht auf der Tagesordnung.',
      'Drucksache 20/1234 des Landtags',
      'Vergabenummer 65-VG-2025-12',
      'Raum 3.12 und Zimmer 4-117',
      'Haushaltsstelle 1.1110.5260.000',
      'Das Aktenzeichen steht oben rechts.',
      'Az. vom 12.03.2024 fehlt noch',
      'Aktenzeichen folgt bis 2026.',
      'Das Passwort braucht 12 Zeichen, davon 2 Ziffern.',
      'Schuljahr 2025/2026, Akte Schulentwicklung',
      'Bundestagsdrucksache 19/4674, S. 211',
      'Rechnungsnummer 2026-004711',
      'DIN 18040-2 für barrierefreie Wohnungen',
      'Artikelnummer 123A456789 aus dem Katalog',
      'Die Kundennummer finden Sie auf Seite 2.',
      'Musterbrief: Aktenzeichen Muster 12-34/56',
      '§ 9 Abs. 2 Nr. 3 KAG, GV. NRW. 2023 S. 712',
      'Bebauungsplan 61-BP-2024-7 liegt aus.',
    ],
  },
}

type Stretch = { readonly start: number; readonly end: number }

/** The number behind a label: directly, or a few words on if it looks like one. */
function valueBehind(doc: Doc, label: number): Stretch | undefined {
  const from = doc.end[label] ?? 0
  const ahead = doc.text.slice(from, from + FARTHEST)
  const digit = ahead.search(/\d/)
  if (digit < 0 || /\n[^\n]*\n|[!?]/.test(ahead.slice(0, digit))) return undefined
  const start = startOfFileNumber(doc.text, from + digit, from)
  const isDirect = DIRECT.test(doc.text.slice(from, start))
  if (!isDirect && WEAK.test(wordAt(doc, label))) return undefined
  if (/^zeichen$/i.test(wordAt(doc, label)) && !WHOSE.test(doc.text.slice(Math.max(0, from - WHOSE_LENGTH), from + 2))) return undefined
  const end = endOfFileNumber(doc.text, start)
  const text = doc.text.slice(start, end)
  const digits = text.replaceAll(/\D/g, '').length
  if (digits < 3 || (!isDirect && !isStructured(text) && digits < 6)) return undefined
  return { start, end: isDirect ? end + (CLERK.exec(doc.text.slice(end, end + 6))?.[1] ?? '').length : end }
}

/** Initials of the clerk behind a space: "51.2 Kö". */
const CLERK = /^( [A-ZÄÖÜ][a-zäöü]{1,2})(?:[,;.)\n]|$)/

/** Joined from three groups, or with letters among the digits. */
const isStructured = (text: string): boolean => /\d[A-Z]\d|^[A-Z]+[-/]|[-/.]\d+[-/.]|[-/][A-Za-z]/.test(text) || FILE_FORMS.test(text)
/** BAMF: seven digits and the key of the country. */
const FILE_FORMS = /^\d{7}-\d{3}$|^[A-HJ-NPR-Z0-9]{17}$/

/** Not a date, a sum, a quoted decision, a public paper, an example, nor what the municipality itself has published. */
function isPersonal({ doc, lists }: Scene, { start, end }: Stretch): boolean {
  const text = doc.text.slice(start, end)
  if (DATE.test(text) || QUANTITY.test(doc.text.slice(end, end + 14))) return false
  if (lists.allow['file-numbers'].includes(text)) return false
  if (PUBLISHED.test(doc.text.slice(end).slice(0, 40).replace(/^[\s(]{1,3}/, ''))) return false
  return !isNamedOtherwise(doc, 'FILE_NUMBER', start) && !isInvented(doc, start, end) && !isQuotedDecision(doc, start, end)
}

