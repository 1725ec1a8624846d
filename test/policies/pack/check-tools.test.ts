import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem, isUsable } from '../../../policies/pack/problem.js'
import { type Changes, lineWith, replace, smallFiles, TODAY } from '../../support/small-pack.js'

const problemsOf = (changes: Changes, today = TODAY) => checkPack(smallFiles(changes), undefined, today).problems
const TOOL = 'Rathaus-Assistent'

/** A change to the first tool of the small pack, a W2 with everything in order. */
type Row = { why: string; from: string; to: string; at: string; says: RegExp }

const INCOMPLETE: Row[] = [
  { why: 'no storage place', from: '    storage: Kleinhausen\n', to: '', at: 'status: freigegeben', says: /storage/ },
  {
    why: 'training unknown',
    from: 'no_training: ja',
    to: 'no_training: unbekannt',
    at: 'status:',
    says: /no_training/,
  },
  { why: 'unknown acts as no', from: 'avv: 2026-01-15', to: 'avv: unbekannt', at: 'status:', says: /avv/ },
  { why: 'no impact assessment', from: 'dsfa: 2026-02-01', to: 'dsfa: nein', at: 'status:', says: /dsfa/ },
  { why: 'still class W0', from: 'class: W2', to: 'class: W0', at: 'status:', says: /W1, W2 oder W3 statt W0/ },
  {
    why: 'no last day',
    from: '    approved_until: 2027-06-30\n',
    to: '',
    at: 'status:',
    says: /approved_until \(gültig bis\)/,
  },
  { why: 'an unacceptable risk', from: 'risk: begrenzt', to: 'risk: unannehmbar', at: 'status:', says: /risk/ },
]

describe('an approval that is not complete does not count, and keeps nobody from using the pack', () => {
  test.each(INCOMPLETE)('$why', ({ from, to, at, says }) => {
    const changes = { 'tools.yaml': replace(from, to) }
    const problems = problemsOf(changes)
    expect(problems.map(formatProblem)).toEqual([expect.stringMatching(says)])
    expect(problems[0]?.message).toContain(`„${TOOL}“ zählt noch nicht als freigegeben`)
    expect(problems[0]?.line).toBe(lineWith(at, smallFiles(changes), 'tools.yaml'))
    expect(isUsable(problems)).toBe(true)
  })

  test('a tool nobody approved needs nothing of it', () => {
    expect(
      problemsOf({ 'tools.yaml': replace('class: W1\n    status: freigegeben', 'class: W0\n    status: abgelehnt') }),
    ).toEqual([])
  })

  test('an approval that is over', () => {
    const problems = problemsOf({}, '2027-07-01').filter(({ file }) => file.endsWith('tools.yaml'))
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^klein\/tools.yaml:8: Die Freigabe von „Rathaus-Assistent“ endete am 2027-06-30/),
    ])
    expect(isUsable(problems)).toBe(true)
  })
})

const PROCEDURE = 'procedures:\n      - { id: wohngeld, name: Wohngeld, legal_basis: WoGG'

const WRONG: Row[] = [
  {
    why: 'more than the class may have',
    from: 'class: W2',
    to: 'class: W1',
    at: 'highest: D2',
    says: /ist Klasse W1 und darf höchstens D0 bekommen/,
  },
  {
    why: 'a Verfahren above the highest class of its tool',
    from: 'risk: begrenzt',
    to: `risk: begrenzt\n    ${PROCEDURE}, highest: D3, opinion: 2026-01-01, decision: 2026-01-02 }`,
    at: '- { id: wohngeld',
    says: /„Wohngeld“ braucht D3, das Werkzeug darf höchstens D2/,
  },
  {
    why: 'Sozialdaten under contract without notice',
    from: 'risk: begrenzt',
    to: `risk: begrenzt\n    ${PROCEDURE}, social_data: true }`,
    at: '- { id: wohngeld',
    says: /Anzeige nach § 80 SGB X/,
  },
  {
    why: 'a Verfahren twice',
    from: 'risk: begrenzt',
    to: `risk: begrenzt\n    ${PROCEDURE} }\n      - { id: wohngeld, name: Wohngeld, legal_basis: WoGG }`,
    at: '- { id: wohngeld',
    says: /„wohngeld“ steht doppelt/,
  },
  {
    why: 'a department nobody knows',
    from: 'audience: alle',
    to: 'audience: { departments: [mondamt] }',
    at: 'audience:',
    says: /Fachbereich „mondamt“ gibt es in contacts.yaml nicht/,
  },
  {
    why: 'an audience of nobody',
    from: 'audience: alle',
    to: 'audience: {}',
    at: 'audience:',
    says: /Personenkreis ist leer/,
  },
  {
    why: 'a model in somebody else’s hands without encryption',
    from: 'risk: begrenzt',
    to: 'risk: begrenzt\n    endpoint: { url: "http://modell.example/v1", model: m }',
    at: 'endpoint:',
    says: /nur über http erreichbar/,
  },
]

test.each(WRONG)('what contradicts itself: $why', ({ from, to, at, says }) => {
  const changes = { 'tools.yaml': replace(from, to) }
  const problems = problemsOf(changes)
  expect(problems.map(formatProblem)).toEqual([expect.stringMatching(says)])
  expect(problems[0]?.line).toBe(lineWith(at, smallFiles(changes), 'tools.yaml'))
})

test.each([
  { why: 'a model on this machine', to: 'endpoint: { url: "http://127.0.0.1:11434/v1", model: m }' },
  { why: 'an encrypted one', to: 'endpoint: { url: "https://modell.example/v1", model: m }' },
  { why: 'a Verfahren in order', to: `${PROCEDURE} }` },
])('nothing to say about: $why', ({ to }) => {
  expect(problemsOf({ 'tools.yaml': replace('risk: begrenzt', `risk: begrenzt\n    ${to}`) })).toEqual([])
})
