import { describe, expect, test } from '@jest/globals'
import { gapsIn } from '../../../policies/generation/result.js'

type Row = { why: string; text: string; gaps: readonly (readonly [string, string])[] }

/** The gap as it stands in the text, and its label. */
const FOUND: Row[] = [
  { why: 'as asked for', text: 'am [ERGÄNZEN: Datum] um', gaps: [['[ERGÄNZEN: Datum]', 'Datum']] },
  { why: 'without label', text: 'am [ERGÄNZEN].', gaps: [['[ERGÄNZEN]', '']] },
  {
    why: 'two in a row',
    text: '[ERGÄNZEN: a][ERGÄNZEN: b]',
    gaps: [
      ['[ERGÄNZEN: a]', 'a'],
      ['[ERGÄNZEN: b]', 'b'],
    ],
  },
  { why: 'small letters', text: '[ergänzen: Ort]', gaps: [['[ergänzen: Ort]', 'Ort']] },
  { why: 'a request', text: '[Bitte ergänzen: Ort]', gaps: [['[Bitte ergänzen: Ort]', 'Ort']] },
  { why: 'with zu', text: '[ZU ERGÄNZEN – Ort]', gaps: [['[ZU ERGÄNZEN – Ort]', 'Ort']] },
  { why: 'without umlaut', text: '[ERGAENZEN: Ort]', gaps: [['[ERGAENZEN: Ort]', 'Ort']] },
  { why: 'umlaut in two signs', text: '[ERGA\u0308NZEN: Ort]', gaps: [['[ERGA\u0308NZEN: Ort]', 'Ort']] },
  { why: 'no colon', text: '[ERGÄNZEN Ort]', gaps: [['[ERGÄNZEN Ort]', 'Ort']] },
  {
    why: 'other brackets',
    text: '{ERGÄNZEN: Ort} {{ERGÄNZEN: Tag}}',
    gaps: [
      ['{ERGÄNZEN: Ort}', 'Ort'],
      ['{{ERGÄNZEN: Tag}}', 'Tag'],
    ],
  },
  {
    why: 'bold',
    text: '**[ERGÄNZEN: Ort]** [**ERGÄNZEN: Tag**]',
    gaps: [
      ['[ERGÄNZEN: Ort]', 'Ort'],
      ['[**ERGÄNZEN: Tag**]', 'Tag'],
    ],
  },
  { why: 'Markdown escapes', text: '\\[ERGÄNZEN: Ort\\]', gaps: [['\\[ERGÄNZEN: Ort\\]', 'Ort']] },
  {
    why: 'a placeholder inside',
    text: '[ERGÄNZEN: Anschrift von [PERSON 1 NACHNAME]] ist',
    gaps: [['[ERGÄNZEN: Anschrift von [PERSON 1 NACHNAME]]', 'Anschrift von [PERSON 1 NACHNAME]']],
  },
  { why: 'never closed', text: 'am [ERGÄNZEN: Datum\nweiter', gaps: [['[ERGÄNZEN: Datum', 'Datum']] },
  { why: 'cut off at the end', text: 'am [ERGÄNZEN: Da', gaps: [['[ERGÄNZEN: Da', 'Da']] },
]

const NOT_FOUND: Row[] = [
  { why: 'a sentence about it', text: 'Bitte ergänzen Sie das Datum.', gaps: [] },
  { why: 'another word', text: '[Ergänzende Hinweise] [ERGÄNZENDES]', gaps: [] },
  { why: 'a placeholder', text: '[PERSON 1] [ANSCHRIFT 2]', gaps: [] },
  { why: 'round brackets', text: '(ergänzen)', gaps: [] },
]

describe.each([...FOUND, ...NOT_FOUND])('$why', ({ text, gaps }) => {
  test('is found where it stands', () => {
    expect(gapsIn(text).map(({ start, end, label }) => [text.slice(start, end), label])).toEqual(gaps)
  })
})
