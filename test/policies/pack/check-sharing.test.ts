import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { type Changes, lineWith, municipalFiles, replace, smallFiles, TODAY } from '../../support/small-pack.js'

// The checks that look at several entries at once: who else has this id, word, question or role?

const TEXT = 'rules/texte-entwerfen.md'
const BREACH = 'rules/datenpanne-melden.md'

const problemsOf = (changes: Changes): string[] =>
  checkPack(smallFiles(changes), undefined, TODAY).problems.map(formatProblem)
const municipalProblems = (changes: Changes): string[] =>
  checkPack(municipalFiles(changes), smallFiles(), TODAY).problems.map(formatProblem)

describe('an id twice in one file', () => {
  test.each([
    {
      why: 'a tool',
      file: 'tools.yaml',
      from: '- id: suchhilfe',
      to: '- id: kellermodell',
      id: 'kellermodell',
      at: 54,
    },
    {
      why: 'a kind of data',
      file: 'lexicon.yaml',
      from: 'id: organigramm',
      to: 'id: pressetext',
      id: 'pressetext',
      at: 3,
    },
    {
      why: 'a purpose',
      file: 'lexicon.yaml',
      from: 'id: zusammenfassen',
      to: 'id: entwerfen',
      id: 'entwerfen',
      at: 11,
    },
    { why: 'small talk', file: 'lexicon.yaml', from: '- id: dank', to: '- id: gruss', id: 'gruss', at: 36 },
    { why: 'another desk', file: 'elsewhere.yaml', from: '- id: fuhrpark', to: '- id: kantine', id: 'kantine', at: 10 },
  ])('$why', ({ file, from, to, id, at }) => {
    const line = lineWith(from, smallFiles(), file)
    expect(line).toBe(at)
    expect(problemsOf({ [file]: replace(from, to) })).toContain(`klein/${file}:${line}: Kennung „${id}“ gibt es schon`)
  })
})

describe('a question belongs to one rule', () => {
  const shared = (question: string): string[] => {
    const changes = { [TEXT]: replace('Darf ich eine Rede mit KI entwerfen?', question) }
    return problemsOf(changes).filter(problem => problem.includes('steht auch bei'))
  }
  const message = 'Diese Beispielfrage steht auch bei „personenbezogene-daten“: Eine Frage gehört zu genau einer Regel'

  test.each([
    { why: 'letter by letter', question: 'Darf ich die Namensliste in eine KI eingeben?' },
    { why: 'with other capitals and signs', question: 'darf ich DIE namensliste – in eine KI eingeben' },
  ])('$why', ({ question }) => {
    const line = lineWith('## Beispielfragen', smallFiles(), TEXT) + 2
    expect(shared(question)).toEqual([`klein/${TEXT}:${line}: ${message}`])
  })

  test('a question that only resembles another is fine', () => {
    expect(shared('Darf ich die Einladungsliste in eine KI eingeben?')).toEqual([])
  })
})

describe('a word belongs to one entry', () => {
  test.each([
    {
      why: 'an alias of two tools',
      file: 'tools.yaml',
      from: 'aliases: Plauderix',
      to: 'aliases: Plauderix, suchhilfe',
      at: '- id: plauderix',
      message: '„suchhilfe“ steht auch bei „suchhilfe“',
    },
    {
      why: 'a misspelling that is another tool',
      file: 'tools.yaml',
      from: 'misspellings: Blauderix',
      to: 'misspellings: Kellermodell',
      at: '- id: plauderix',
      message: '„Kellermodell“ steht auch bei „kellermodell“',
    },
    {
      why: 'a word of two kinds of data',
      file: 'lexicon.yaml',
      from: 'Attest, Krankmeldung',
      to: 'Attest, Ablaufplan',
      at: 'id: attest',
      message: '„Ablaufplan“ steht auch bei „organigramm“',
    },
  ])('$why', ({ file, from, to, at, message }) => {
    const line = lineWith(at, smallFiles(), file)
    const problem = `klein/${file}:${line}: ${message}: Ein Wort gehört zu genau einem Eintrag`
    expect(problemsOf({ [file]: replace(from, to) })).toContain(problem)
  })

  test('the same word as alias and misspelling of one tool is fine', () => {
    expect(problemsOf({ 'tools.yaml': replace('misspellings: Blauderix', 'misspellings: plauderix') })).toEqual([])
  })
})

describe('a municipality names a person', () => {
  test.each([
    { why: 'for every role its rules send people to', role: 'pressestelle' },
    { why: 'for classified papers, though no rule here sends there', role: 'geheimschutz' },
  ])('$why', ({ role }) => {
    const changes = { 'contacts.yaml': replace(`  ${role}:`, '  archiv:') }
    expect(municipalProblems(changes)).toEqual([`neustadt/contacts.yaml:1: Ansprechperson für „${role}“ fehlt`])
  })

  test('not one of them: every role is reported', () => {
    expect(municipalProblems({ 'contacts.yaml': null })).toHaveLength(6)
  })

  test('a new rule with another contact needs that person, too', () => {
    const rule = (smallFiles().files.get(BREACH) ?? '').replace('contact: datenschutz', 'contact: archiv')
    expect(municipalProblems({ [BREACH]: rule })).toEqual([
      'neustadt/contacts.yaml:1: Ansprechperson für „archiv“ fehlt',
    ])
  })

  test('a role nobody knows', () => {
    expect(municipalProblems({ 'contacts.yaml': before => `${before}  hausmeister: { name: A, phone: 1 }\n` })).toEqual(
      ['neustadt/contacts.yaml:8: roles: Unbekannter Schlüssel: hausmeister'],
    )
  })
})

describe('a rule whose own example does not find it', () => {
  const question = (text: string): Changes => ({ [TEXT]: replace('Darf ich eine Rede mit KI entwerfen?', text) })

  test('is reported with the rule that is found instead: nothing can be learned from words that stand nowhere else', () => {
    const changes = question('Quetzal Xylophon?')
    const line = lineWith('Quetzal', smallFiles(changes), TEXT)
    expect(problemsOf(changes)).toEqual([
      expect.stringMatching(
        new RegExp(`^klein/${TEXT}:${line}: Diese Beispielfrage findet die Regel nicht, sondern „(?!texte)[a-z-]+“`),
      ),
    ])
  })

  test('is fine if others come close', () => {
    expect(problemsOf(question('Darf ich eine Rede mit Anschrift und Passwort mit KI entwerfen?'))).toEqual([])
  })
})
