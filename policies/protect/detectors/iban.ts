import { mod97 } from '../check-digits.js'
import { bare, type Detector, matchNumbers } from '../detector.js'
import { endOfSigns, goesOn } from '../numbers.js'

/** Lengths by country of the IBAN registry (ISO 13616). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
)
/**
 * Country and check digits, then whatever may belong to the longest account number: the country says where it ends.
 * Only the country is consumed, so that one account number may follow directly after another.
 */
const PATTERN =
  /(?:(?<![0-9A-Za-zÀ-ÿ])|(?<=IBAN))[A-Z]{2}(?=([\s.:/|>_-]{0,3}[0-9O][\s.:/|>_-]{0,3}[0-9O](?:[\s.:/|>_-]{0,3}[A-Z0-9]){11,30}))/gi
/** ISO 7064 gives 02 to 98; 00, 01 and 99 leave the same rest but are never issued. */
const NEVER_ISSUED = /^..(?:00|01|99)/
const GERMAN = /^DE\d{20}$/

/** Account numbers: the country's length and MOD 97-10 must be right; no context is needed then. */
export const iban: Detector = {
  kind: 'IBAN',
  class: 'D2',
  replaceable: 'identifier',
  source: 'ISO 13616 (Längen nach dem IBAN-Register); MOD 97-10 nach ISO 7064',
  context: ['iban', '*konto', 'konto*', 'bankverbindung*', 'überweis*', 'lastschrift*', 'abbuch*', 'sepa*'],
  stage: 'value',
  *find({ doc }) {
    for (const { start, text: country, groups } of matchNumbers(doc, PATTERN, 'many')) {
      const length = LENGTHS[country.toUpperCase()]
      const text = country + (groups[0] ?? '')
      const end = length === undefined ? undefined : endOfSigns(text, length)
      if (end === undefined || goesOn(doc, start + end)) continue
      if (isIban(bare(text.slice(0, end))))
        yield { start, end: start + end, certainty: 'sicher', reason: 'check-digit' }
    }
  },
  examples: {
    found: [
      'Bitte überweisen Sie auf [[DE02 1203 0000 0000 2020 51]] bis Freitag.',
      'IBAN: [[DE88229485375626127596]], Verwendungszweck Hundesteuer',
      'Die neue Bankverbindung lautet [[DE23-9636-5408-1801-0572-49]] (ab Mai).',
      'SEPA-Mandat für [[DE93.1502.9359.7654.4514.87]], Unterschrift liegt bei.',
      'Kontoinhaberin Frau Brinkschulte\nIBAN [[DE19 6810 8218\n5595 5092 98]]',
      '> Mein Konto ist [[DE79 7872\n> 3296 3287 0942 74]]\n> Danke!',
      'bitte auf [[de44 9608 2914 4393 9084 02]] erstatten, danke',
      'Rückzahlung Kita-Beitrag an IBAN[[DE52297061969611300805]].',
      'Abgetippt vom Fax: [[DE51 8476 2985 648O 11O1 34]]',
      'Erstattung nach Österreich: [[AT37 0694 7654 2478 4495]]',
      'Schweizer Konto [[CH31 8431 9587 2311 4447 9]] der Großmutter',
      'Sein polnisches Konto: [[PL96 1904 5044 9028 2971 4969 9742]]',
      'Lohn bitte künftig auf [[NL13 GOIL 7770 5632 46]]',
      '| Huber | [[DE35 1476 4003 5564 8121 65]] | 84,00 € |',
      'IBAN als Kästchen: [[DE37|6215|5795|6621|5550|98]]',
      'Zwei Konten: [[DE83757855002267292683]] [[DE81496498020920871618]]',
      'Spendenquittung an [[FR67 1381 5119 3006 4368 3766 175]]',
    ],
    ignored: [
      'Die IBAN hat in Deutschland 22 Stellen.',
      'Zahlendreher: DE88 2294 8537 5626 1275 69 wurde abgewiesen.',
      'DE02 1203 0000 0000 2020 52 ist falsch abgetippt.',
      'DE00 3704 0044 0532 0130 00 kann es nicht geben.',
      'Unsere Gläubiger-ID: DE98ZZZ09999999999',
      'USt-IdNr. DE116599619 der Lieferfirma',
      'Referenz DE2396365408180105724 (eine Stelle zu kurz)',
      'Charge DE239636540818010572491 ist eine Stelle zu lang.',
      'Die Bankleitzahl 120 300 00 gehört zur DKB.',
      'AT37 0694 7654 2478 4496 ging zurück.',
      'Das Etikett trägt die Nummer XX44 9608 2914 4393 9084 02.',
      'Norm DE 12 1203 0000 2020 51 im Katalog',
      'Bitte die IBAN DE__ ____ ____ ____ ____ __ vollständig eintragen.',
      'Haushaltsstelle 1.1110.4013.5200.0000.12 überziehen wir nicht.',
    ],
  },
}

/** Right as written, or with the letter O read as the digit it was meant to be. German account numbers hold digits only. */
function isIban(text: string): boolean {
  return [text, text.replaceAll('O', '0')].some(
    reading => !NEVER_ISSUED.test(reading) && (!reading.startsWith('DE') || GERMAN.test(reading)) && mod97(reading),
  )
}
