import type { Failure, Selection } from '../../../addin/office/document.js'
import type { Hosted } from '../office-hosted.js'
import type { Row } from './row.js'

const selection = async (hosted: Hosted): Promise<Omit<Selection, 'place'> | Failure> => {
  const read = await hosted.call('readSelection')
  if (read.kind === 'failed') return read.failure
  const { place, ...rest } = read.selection
  return rest
}

export const READING: readonly Row[] = [
  {
    why: 'a part of a paragraph',
    given: { text: 'Die «Gebühr beträgt» 20 Euro.' },
    act: selection,
    gives: {
      text: 'Gebühr beträgt',
      paragraphs: [{ text: 'Gebühr beträgt', inTable: false }],
      change: 'possible',
      draft: undefined,
    },
  },
  {
    why: 'parts of two paragraphs and all of the one between',
    given: { text: 'Sehr «geehrte Frau Muster,\nIhr Antrag liegt vor.\nWir» prüfen ihn.' },
    act: selection,
    gives: { text: 'geehrte Frau Muster,\nIhr Antrag liegt vor.\nWir' },
  },
  {
    why: 'the words as they read now, not what tracked changes have taken out',
    given: { text: '«Die [-alte-][+neue+] Satzung» gilt.' },
    act: selection,
    gives: { text: { tracked: 'Die neue Satzung', framed: 'Die alteneue Satzung' } },
  },
  {
    why: 'from before a table into it',
    given: { text: 'Es «gilt:\n| Hund\n| 20» Euro' },
    act: selection,
    gives: {
      paragraphs: [
        { text: 'gilt:', inTable: false },
        { text: 'Hund', inTable: true },
        { text: '20', inTable: true },
      ],
    },
  },
  {
    why: 'a cursor alone selects nothing',
    given: { text: 'Die Gebühr«» beträgt 20 Euro.' },
    act: selection,
    gives: { text: '', change: 'possible' },
  },
  {
    why: 'a field of a form belongs to somebody else',
    given: { text: 'Name: {Formularfeld|Frau «Muster»}' },
    act: selection,
    gives: { text: 'Muster', change: 'foreign' },
  },
  {
    why: 'so does what holds such a field',
    given: { text: '«Name: {Formularfeld|Frau Muster}, hier»' },
    act: selection,
    gives: { change: 'foreign' },
  },
  {
    why: 'inside a draft, the draft is named',
    given: { text: 'Guten Tag. {E:k7|Wir «prüfen» das.}' },
    act: selection,
    gives: { text: 'prüfen', change: 'possible', draft: 'k7' },
  },
  {
    why: 'a document to be read only says so',
    given: { text: 'Die «Gebühr».', readOnly: true },
    act: selection,
    gives: { text: 'Gebühr', change: 'read-only' },
  },
]
