import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { type Changes, lineWith, replace, smallFiles, TODAY } from '../../support/small-pack.js'

const LETTER = `name: Eingang
name_en: Receipt
short: Sagt, dass etwas da ist.
short_en: Says that something has arrived.
rule: texte-entwerfen
fields:
  - { id: anrede, label: Anrede, label_en: Salutation, kind: salutation }
  - { id: dauer, label: Dauer, label_en: Time, optional: true }
  - { id: rest, label: Hinweise, label_en: Notes, kind: points, optional: true }
text: |
  {{anrede}}

  es ist da. [[Es dauert {{dauer}}.]]
  [[{{rest}}]]

  {{name}}
`

const LIST = `name: Parkausweis
name_en: Parking permit
short: Was nötig ist.
short_en: What is needed.
items:
  - { id: foto, name: Foto }
  - { id: antrag, name: Antrag, also: Formular }
`

const FILES: Changes = { 'letters/eingang.yaml': LETTER, 'checklists/parkausweis.yaml': LIST }
const problemsOf = (changes: Changes) => checkPack(smallFiles(changes), undefined, TODAY).problems

test('a letter and a list as they should be', () => expect(problemsOf(FILES)).toEqual([]))

type Row = { why: string; from: string; to: string; at: string; says: RegExp }

const LETTERS: Row[] = [
  {
    why: 'a field nobody declared',
    from: '{{dauer}}',
    to: '{{dauer}} bis {{mond}}',
    at: '{{mond}}',
    says: /„mond“ gibt es unter fields nicht/,
  },
  {
    why: 'a field never used',
    from: ' [[Es dauert {{dauer}}.]]',
    to: '',
    at: 'id: dauer',
    says: /„dauer“ kommt im Text nicht vor/,
  },
  {
    why: 'a block without end',
    from: '[[{{rest}}]]',
    to: '[[{{rest}}',
    at: '[[{{rest}}',
    says: /Hinter \[\[ fehlt \]\]/,
  },
  {
    why: 'a block in a block',
    from: 'Es dauert {{dauer}}.',
    to: 'Es dauert [[{{dauer}}.',
    at: 'Es dauert',
    says: /in einem anderen/,
  },
  { why: 'a field without end', from: '{{name}}', to: '{{name', at: '{{name', says: /Hinter \{\{ fehlt \}\}/ },
  {
    why: 'no field in a block',
    from: 'es ist da.',
    to: '[[es ist da.]]',
    at: '[[es ist',
    says: /kein Feld: Er würde nie/,
  },
  {
    why: 'no optional field in a block',
    from: 'es ist da.',
    to: '[[es ist da, {{name}}.]]',
    at: '[[es ist',
    says: /immer wegfallen/,
  },
  { why: 'an optional field in the open', from: '[[{{rest}}]]', to: '{{rest}}', at: '  {{rest}}', says: /freiwillig/ },
  { why: 'a name that is none', from: '{{name}}', to: '{{Ihr Name}}', at: '{{Ihr', says: /Kennung eines Feldes/ },
  {
    why: 'the same field twice',
    from: 'id: rest, label: Hinweise',
    to: 'id: dauer, label: Hinweise',
    at: 'id: dauer, label: Hinweise',
    says: /„dauer“ steht doppelt/,
  },
  {
    why: 'two fields of one name',
    from: 'label: Hinweise',
    to: 'label: Dauer',
    at: 'id: rest',
    says: /Zwei Felder heißen „Dauer“/,
  },
  {
    why: 'one name for two bullet points',
    from: 'label: Hinweise',
    to: 'also: "dauer", label: Hinweise',
    at: 'id: rest',
    says: /„dauer“ nennt schon das Feld „Dauer“/,
  },
  {
    why: 'a field every letter has',
    from: 'id: dauer, ',
    to: 'id: heute, ',
    at: 'id: heute',
    says: /gibt es in jedem Schreiben schon/,
  },
  {
    why: 'brackets in a gap',
    from: 'label: Dauer',
    to: 'label: "Dauer [Wochen]"',
    at: 'id: dauer',
    says: /ohne Klammern/,
  },
  { why: 'no room for free points', from: 'kind: points, ', to: '', at: 'id: anrede', says: /hier sind es 0/ },
  {
    why: 'an intro for a single value',
    from: 'label: Dauer',
    to: 'intro: "Gut:", label: Dauer',
    at: 'id: dauer',
    says: /kind: points/,
  },
  {
    why: 'a rule nobody wrote',
    from: 'rule: texte-entwerfen',
    to: 'rule: mondregel',
    at: 'rule:',
    says: /Regel „mondregel“ gibt es nicht/,
  },
  {
    why: 'no fields',
    from: LETTER.slice(LETTER.indexOf('fields:'), LETTER.indexOf('text:')),
    to: 'fields: []\n',
    at: 'fields:',
    says: /Mindestens ein Feld/,
  },
  {
    why: 'a star for all genders',
    from: 'es ist da.',
    to: 'liebe Bürger*innen.',
    at: 'liebe',
    says: /ohne Sonderzeichen gendern/,
  },
  { why: 'a key that is none', from: 'rule: texte', to: 'regel: texte', at: 'regel:', says: /Unbekannter Schlüssel/ },
  {
    why: 'a kind that is none',
    from: 'kind: salutation',
    to: 'kind: gruss',
    at: 'id: anrede',
    says: /Erlaubt sind: line, date, list/,
  },
]

describe('what is wrong with a letter, in German, with its file and line', () => {
  test.each(LETTERS)('$why', ({ from, to, at, says }) => {
    const changes = { ...FILES, 'letters/eingang.yaml': replace(from, to)(LETTER) }
    const found = problemsOf(changes).find(problem => says.test(problem.message))
    expect(found ? formatProblem(found) : problemsOf(changes).map(formatProblem)).toMatch(says)
    expect(found?.file).toBe('klein/letters/eingang.yaml')
    expect(found?.line).toBe(lineWith(at, smallFiles(changes), 'letters/eingang.yaml'))
  })
})

const LISTS: Row[] = [
  {
    why: 'nothing on it',
    from: LIST.slice(LIST.indexOf('items:')),
    to: 'items: []\n',
    at: 'items:',
    says: /Mindestens ein Punkt/,
  },
  { why: 'an item twice', from: 'id: antrag', to: 'id: foto', at: 'name: Antrag', says: /„foto“ steht doppelt/ },
  {
    why: 'two items of one name',
    from: 'name: Antrag',
    to: 'name: Foto',
    at: 'id: antrag',
    says: /Zwei Punkte heißen „Foto“/,
  },
  {
    why: 'a rule nobody wrote',
    from: 'items:',
    to: 'rule: mondregel\nitems:',
    at: 'rule:',
    says: /Regel „mondregel“ gibt es nicht/,
  },
]

test.each(LISTS)('what is wrong with a checklist: $why', ({ from, to, at, says }) => {
  const changes = { ...FILES, 'checklists/parkausweis.yaml': replace(from, to)(LIST) }
  const problems = problemsOf(changes)
  expect(problems.map(formatProblem)).toEqual([expect.stringMatching(says)])
  expect(problems[0]?.file).toBe('klein/checklists/parkausweis.yaml')
  expect(problems[0]?.line).toBe(lineWith(at, smallFiles(changes), 'checklists/parkausweis.yaml'))
})

test('two letters of one name', () => {
  const problems = problemsOf({ ...FILES, 'letters/zweiter.yaml': LETTER })
  expect(problems.map(formatProblem)).toEqual([
    'klein/letters/zweiter.yaml:1: „Eingang“ heißt auch „eingang“: bitte unterscheidbar nennen',
  ])
})
