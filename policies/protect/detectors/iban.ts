import { mod97 } from '../check-digits.js'
import { bare, type Detector, matchNumbers } from '../detector.js'

/** Lengths by country of the IBAN registry (ISO 13616). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
)
const PATTERN = /(?<![\p{L}\p{N}])[A-Za-z]{2}[\s.:/-]{0,2}\d[\s.:/-]{0,2}\d(?:[\s.:/-]{0,3}[A-Za-z0-9]){11,30}/gu

/** Account numbers: the country's length and MOD 97-10 must be right; no context is needed then. */
export const iban: Detector = {
  kind: 'IBAN',
  class: 'D2',
  replaceable: 'identifier',
  source: 'ISO 13616; MOD 97-10 nach ISO 7064',
  context: ['iban', '*konto', 'konto*', 'bankverbindung', 'kontoinhaber*', 'überweis*', 'lastschrift*'],
  stage: 'value',
  *find({ doc }) {
    for (const { start, text } of matchNumbers(doc, PATTERN)) {
      const length = LENGTHS[text.slice(0, 2).toUpperCase()]
      if (length === undefined) continue
      const end = endOf(text, length)
      if (end === undefined || /[\p{L}\p{N}]/u.test(doc.text.charAt(start + end))) continue
      if (mod97(bare(text.slice(0, end)))) yield { start, end: start + end, certainty: 'sicher', reason: 'check-digit' }
    }
  },
  examples: {
    found: ['Bitte überweisen Sie auf [[DE02 1203 0000 0000 2020 51]] bis Freitag.'],
    ignored: ['Die IBAN hat in Deutschland 22 Stellen.'],
  },
}

/** Offset after the sign with which a value of this many letters and digits is complete. */
function endOf(text: string, length: number): number | undefined {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (/[A-Za-z0-9]/.test(text.charAt(at))) count++
    if (count === length) return at + 1
  }
  return undefined
}
