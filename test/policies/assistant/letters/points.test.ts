import { expect, test } from '@jest/globals'
import { listItems, sortPoints } from '../../../../policies/assistant/letters/points.js'
import { LetterField } from '../../../../policies/pack/letter-schema.js'

const FIELDS = [
  { id: 'aktenzeichen', label: 'Aktenzeichen', label_en: 'File number', also: 'Az, unser Zeichen' },
  { id: 'frist', label: 'Frist', label_en: 'Deadline', kind: 'date' },
  { id: 'unterlagen', label: 'Unterlagen', label_en: 'Documents', kind: 'list', also: 'es fehlt' },
  { id: 'grund', label: 'Grund', label_en: 'Reason', kind: 'sentences' },
  { id: 'kontakt', label: 'Kontakt', label_en: 'Contact', also: 'Rückfragen', keeps: 'Telefon' },
  { id: 'anrede', label: 'Anrede', label_en: 'Salutation', kind: 'salutation' },
  { id: 'rest', label: 'Hinweise', label_en: 'Notes', kind: 'points' },
].map(field => LetterField.parse(field))

type Row = { why: string; points: string; filled: Record<string, string[]>; rest: string[] }

const ROWS: Row[] = [
  { why: 'a name that stays', points: 'Telefon: 0000 1234', filled: { kontakt: ['Telefon 0000 1234'] }, rest: [] },
  {
    why: 'a name that stays, without colon',
    points: 'Telefon 0000 1234',
    filled: { kontakt: ['Telefon 0000 1234'] },
    rest: [],
  },
  { why: 'a name that goes', points: 'Rückfragen: Zimmer 3', filled: { kontakt: ['Zimmer 3'] }, rest: [] },
  { why: 'a person alone on a line', points: 'an Frau Dr. Krüger', filled: { anrede: ['Frau Dr. Krüger'] }, rest: [] },
  {
    why: 'a second person stays in the body',
    points: 'Frau A\nHerr B',
    filled: { anrede: ['Frau A'] },
    rest: ['Herr B'],
  },
  { why: 'a sentence about a person', points: 'Frau Krüger ist krank', filled: {}, rest: ['Frau Krüger ist krank'] },
  { why: 'a label and a colon', points: 'Frist: 12.12.2026', filled: { frist: ['12.12.2026'] }, rest: [] },
  { why: 'a bullet in front', points: '- Frist: 12.12.2026', filled: { frist: ['12.12.2026'] }, rest: [] },
  { why: 'case and spaces', points: '  FRIST :  12.12.', filled: { frist: ['12.12.'] }, rest: [] },
  { why: 'another name', points: 'Az: 32-4', filled: { aktenzeichen: ['32-4'] }, rest: [] },
  { why: 'a name of several words', points: 'Unser Zeichen: 32-4', filled: { aktenzeichen: ['32-4'] }, rest: [] },
  { why: 'a number without colon', points: 'Az 32-4', filled: { aktenzeichen: ['32-4'] }, rest: [] },
  { why: 'a day without colon', points: 'Frist bis 12.12.', filled: { frist: ['bis 12.12.'] }, rest: [] },
  {
    why: 'a sentence that begins like it',
    points: 'Frist 12.12. ist zu kurz',
    filled: {},
    rest: ['Frist 12.12. ist zu kurz'],
  },
  { why: 'no number, no colon', points: 'Frist beachten', filled: {}, rest: ['Frist beachten'] },
  {
    why: 'a colon inside a sentence',
    points: 'Wir bitten um eins: Geduld',
    filled: {},
    rest: ['Wir bitten um eins: Geduld'],
  },
  {
    why: 'a list on one line',
    points: 'Unterlagen: Ausweis, Foto und Vertrag',
    filled: { unterlagen: ['Ausweis', 'Foto', 'Vertrag'] },
    rest: [],
  },
  {
    why: 'a list below',
    points: 'Es fehlt:\n- Ausweis\n- Foto\nFrist: 1.2.',
    filled: { unterlagen: ['Ausweis', 'Foto'], frist: ['1.2.'] },
    rest: [],
  },
  {
    why: 'a list below, indented',
    points: '- Unterlagen:\n  - Ausweis\n- Parkplatz am Haus',
    filled: { unterlagen: ['Ausweis'] },
    rest: ['Parkplatz am Haus'],
  },
  {
    why: 'a label with nothing behind',
    points: 'Unterlagen:\nFrist: 1.2.',
    filled: { frist: ['1.2.'] },
    rest: ['Unterlagen:'],
  },
  {
    why: 'a second value stays in the body',
    points: 'Frist: 1.2.\nFrist: 3.4.',
    filled: { frist: ['1.2.'] },
    rest: ['Frist: 3.4.'],
  },
  {
    why: 'a list grows',
    points: 'Unterlagen: Ausweis\nUnterlagen: Foto',
    filled: { unterlagen: ['Ausweis', 'Foto'] },
    rest: [],
  },
  { why: 'the rest in its order', points: 'eins\n\nzwei\r\ndrei', filled: {}, rest: ['eins', 'zwei', 'drei'] },
  { why: 'nothing', points: ' \n ', filled: {}, rest: [] },
]

test.each(ROWS)('$why', ({ points, filled, rest }) => {
  const sorted = sortPoints(points, FIELDS)
  expect({ filled: Object.fromEntries(sorted.filled), rest: sorted.rest }).toEqual({ filled, rest })
})

test.each([
  {
    typed: 'Vor- und Nachname, Anschrift',
    is: ['Vor- und Nachname', 'Anschrift'],
    why: 'a word that is only half there',
  },
  { typed: 'Kosten von 1,50 Euro, Beleg', is: ['Kosten von 1,50 Euro', 'Beleg'], why: 'a decimal comma' },
  { typed: 'Mann und Maus', is: ['Mann und Maus'], why: 'one thing' },
  { typed: 'A; B', is: ['A', 'B'], why: 'semicolons' },
])('$why: $typed', ({ typed, is }) => expect(listItems(typed)).toEqual(is))
