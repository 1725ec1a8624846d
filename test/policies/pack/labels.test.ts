import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { labelClass, type SensitivityLabels } from '../../../policies/pack/labels.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { municipalFiles, municipalPack, smallFiles, TODAY } from '../../support/small-pack.js'

const ID = 'f42aa342-8706-4288-bd11-ebb85995028c'

describe('what a label of a document means, by the words that are the same everywhere', () => {
  test.each([
    { why: 'classified', name: 'VS-NfD', level: 'VS' },
    { why: 'classified, written out', name: 'Verschlusssache – Vertraulich', level: 'VS' },
    { why: 'classified, in English', name: 'Top Secret', level: 'VS' },
    { why: 'specially protected', name: 'Streng vertraulich', level: 'D3' },
    { why: 'not for the public', name: 'Nicht öffentlich', level: 'D3' },
    { why: 'public binds nobody', name: 'Öffentlich', level: undefined },
    { why: 'internal', name: 'Intern/Alle Mitarbeitenden', level: 'D1' },
    { why: 'unclear counts like "I do not know"', name: 'Vertraulich', level: 'D2' },
    { why: 'a name of its own counts like "I do not know"', name: 'Stufe Blau', level: 'D2' },
    { why: 'without a name, too', name: undefined, level: 'D2' },
    { why: 'a longer word is another word', name: 'Internat', level: 'D2' },
  ])('$why: $name', ({ name, level }) => {
    expect(labelClass({ id: ID, name }, {})).toBe(level)
  })
})

describe('what the house has settled', () => {
  test.each<{ why: string; name: string | undefined; house: SensitivityLabels; level: string | undefined }>([
    { why: 'a name of its own', name: 'Stufe Blau', house: { 'Stufe Blau': 'D1' }, level: 'D1' },
    { why: 'written otherwise', name: 'STUFE  blau', house: { 'Stufe-Blau': 'D3' }, level: 'D3' },
    { why: 'by its id, in whatever language its name is', name: 'Blue', house: { [ID]: 'D1' }, level: 'D1' },
    { why: 'by its id where there is no name', name: undefined, house: { [ID]: 'D3' }, level: 'D3' },
    { why: 'public by its own word', name: 'Für alle', house: { 'Für alle': 'D0' }, level: undefined },
    { why: 'stricter than the word says elsewhere', name: 'Öffentlich', house: { Öffentlich: 'D1' }, level: 'D1' },
    { why: 'another name stays unknown', name: 'Stufe Rot', house: { 'Stufe Blau': 'D1' }, level: 'D2' },
    { why: 'no part of a name', name: 'Stufe Blau Plus', house: { 'Stufe Blau': 'D1' }, level: 'D2' },
    { why: 'VS stays VS, whatever the house says', name: 'VS-NfD', house: { 'VS-NfD': 'D0' }, level: 'VS' },
    { why: 'also by its id', name: 'VS-NfD', house: { [ID]: 'D0' }, level: 'VS' },
  ])('$why', ({ name, house, level }) => {
    expect(labelClass({ id: ID, name }, house)).toBe(level)
  })
})

const MANIFEST = 'id: neustadt\nname: Neustadt\nextends: klein\nversion: 1\nstand: 2026-11-23\n'
const problemsWith = (lines: string): string[] =>
  checkPack(municipalFiles({ 'pack.yaml': MANIFEST + lines }), smallFiles(), TODAY).problems.map(formatProblem)

describe('in pack.yaml', () => {
  test('nothing settled: whoever takes a text over chooses, and no label is known', () => {
    const { manifest } = municipalPack()
    expect([manifest.label_style, manifest.sensitivity_labels]).toEqual(['free', {}])
  })

  test.each([
    { why: 'a style', lines: 'label_style: footnote\n' },
    { why: 'labels', lines: 'sensitivity_labels:\n  Stufe Blau: D1\n  VS – nur für den Dienstgebrauch: VS\n' },
  ])('$why is taken', ({ lines }) => {
    expect(problemsWith(lines)).toEqual([])
  })

  test.each([
    {
      why: 'a style there is not',
      lines: 'label_style: rot\n',
      line: 6,
      message:
        'label_style: ist footnote (Fußnote), bracket (in Klammern), none (ohne Hinweis) oder free (wer übernimmt, entscheidet)',
    },
    {
      why: 'a class there is not',
      lines: 'sensitivity_labels:\n  Stufe Blau: SECRET\n',
      line: 7,
      message: 'sensitivity_labels.Stufe Blau: Möglich sind D0 (öffentlich), D1, D2, D3 und VS',
    },
    {
      why: 'a classified name made free',
      lines: 'sensitivity_labels:\n  Stufe Blau: D1\n  VS-NfD: D1\n',
      line: 8,
      message: '„VS-NfD“ klingt nach Verschlusssache und zählt deshalb immer als VS',
    },
    {
      why: 'one name in two spellings',
      lines: 'sensitivity_labels:\n  Stufe Blau: D1\n  stufe-blau: D3\n',
      line: 8,
      message: '„stufe-blau“ steht schon da, nur anders geschrieben',
    },
  ])('$why is said with its line', ({ lines, line, message }) => {
    expect(problemsWith(lines)).toEqual([`neustadt/pack.yaml:${line}: ${message}`])
  })
})
