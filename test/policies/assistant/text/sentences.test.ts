import { expect, test } from '@jest/globals'
import { sentencesOf } from '../../../../policies/assistant/text/sentences.js'

/** Sentences are parted by ` | `; headings stand in `<…>`, points in `(…)`. */
const shown = (text: string): string =>
  sentencesOf(text)
    .map(({ start, end, kind }) => {
      const words = text.slice(start, end).replaceAll(/\s+/g, ' ')
      return kind === 'heading' ? `<${words}>` : kind === 'item' ? `(${words})` : words
    })
    .join(' | ')

test.each([
  { why: 'two sentences', text: 'Das ist da. Es fehlt nichts.', is: 'Das ist da. | Es fehlt nichts.' },
  { why: 'questions and exclamations', text: 'Ist es da? Ja! Gut.', is: 'Ist es da? | Ja! | Gut.' },
  { why: 'z. B.', text: 'Bringen Sie z. B. Fotos mit.', is: 'Bringen Sie z. B. Fotos mit.' },
  { why: 'z.B. without space', text: 'Bringen Sie z.B. Fotos mit.', is: 'Bringen Sie z.B. Fotos mit.' },
  {
    why: 'i. V. m. and Abs.',
    text: 'Nach § 5 Abs. 2 i. V. m. § 7 gilt das.',
    is: 'Nach § 5 Abs. 2 i. V. m. § 7 gilt das.',
  },
  { why: 'Az., Nr., bzw.', text: 'Az. 5, Nr. 3 bzw. Nr. 4 fehlen.', is: 'Az. 5, Nr. 3 bzw. Nr. 4 fehlen.' },
  { why: 'Dr. and initials', text: 'Dr. A. Weber kam. Er ging.', is: 'Dr. A. Weber kam. | Er ging.' },
  {
    why: 'a day',
    text: 'Am 24.12. Bescherung, am 3. Dezember nicht.',
    is: 'Am 24.12. Bescherung, am 3. Dezember nicht.',
  },
  {
    why: 'a day at the end',
    text: 'Frist ist der 24.12. Die Zeit läuft.',
    is: 'Frist ist der 24.12. | Die Zeit läuft.',
  },
  { why: 'an ordinal', text: 'Die 2. Änderung kommt.', is: 'Die 2. Änderung kommt.' },
  { why: 'a number at the end', text: 'Es waren 12. Wir zählten.', is: 'Es waren 12. | Wir zählten.' },
  {
    why: 'a year at the end',
    text: 'Das war 2025. Radwege kamen später.',
    is: 'Das war 2025. | Radwege kamen später.',
  },
  {
    why: 'usw. in the middle and at the end',
    text: 'Fotos usw. sind gut, Pläne usw. Die Frist läuft.',
    is: 'Fotos usw. sind gut, Pläne usw. | Die Frist läuft.',
  },
  { why: 'an unknown abbreviation', text: 'Die unbek. Größe bleibt.', is: 'Die unbek. | Größe bleibt.' },
  {
    why: 'an unknown abbreviation before a small letter',
    text: 'Die unbek. große Zahl bleibt.',
    is: 'Die unbek. große Zahl bleibt.',
  },
  { why: 'quotation marks', text: 'Sie sagt: „Das geht.“ Er nickt.', is: 'Sie sagt: „Das geht.“ | Er nickt.' },
  { why: 'dots', text: 'Und dann … Nichts geschah.', is: 'Und dann … | Nichts geschah.' },
  { why: 'a web address', text: 'Siehe www.kommune.example Seite drei.', is: 'Siehe www.kommune.example Seite drei.' },
  { why: 'headings', text: 'Sachverhalt\n\nDas ist da.', is: '<Sachverhalt> | Das ist da.' },
  { why: 'a heading right above', text: 'Sachverhalt\nDas ist da.', is: '<Sachverhalt> | Das ist da.' },
  {
    why: 'lines broken by the margin',
    text: 'Die Verwaltung hat die Auslastung der Stellplätze\ngezählt und die Ergebnisse dem Ausschuss vorgelegt. Danach\nwurde beraten.',
    is: 'Die Verwaltung hat die Auslastung der Stellplätze gezählt und die Ergebnisse dem Ausschuss vorgelegt. | Danach wurde beraten.',
  },
  {
    why: 'a line broken before a noun',
    text: 'Die Verwaltung hat die Auslastung der vielen\nStellplätze gezählt.',
    is: '<Die Verwaltung hat die Auslastung der vielen> | Stellplätze gezählt.',
  },
  {
    why: 'a full line broken before a noun',
    text: 'Die Verwaltung hat im März die Auslastung der vielen\nStellplätze gezählt.',
    is: 'Die Verwaltung hat im März die Auslastung der vielen Stellplätze gezählt.',
  },
  {
    why: 'points',
    text: 'Dazu gehören:\n- neue Schilder\n2. zwölf Automaten\n☐ ein Antrag',
    is: 'Dazu gehören: | (- neue Schilder) | (2. zwölf Automaten) | (☐ ein Antrag)',
  },
  {
    why: 'a point on two lines',
    text: '- neue Schilder\n  am Markt\n- Automaten',
    is: '(- neue Schilder am Markt) | (- Automaten)',
  },
  {
    why: 'a greeting is no heading',
    text: 'Sehr geehrte Frau Krüger,\nvielen Dank.',
    is: 'Sehr geehrte Frau Krüger, | vielen Dank.',
  },
  { why: 'nothing', text: ' \n ', is: '' },
])('$why', ({ text, is }) => expect(shown(text)).toBe(is))
