import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { KINDS, REASONS } from '../../../policies/protect/finding.js'
import { type Changes, lineWith, municipalFiles, replace, smallFiles, TODAY } from '../../support/small-pack.js'

const problemsOf = (changes: Changes): string[] =>
  checkPack(smallFiles(changes), undefined, TODAY).problems.map(formatProblem)

const FILE = 'protect/kinds.yaml'
const both = '{ name: x, plural: x, why: x, way: x }'
const KIND_LINES = KINDS.map(
  (id, i) =>
    `  - { id: ${id}, name: x, plural: x, placeholder: WORT-${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}, rule: personenbezogene-daten, why: x, way: x, en: ${both} }\n`,
)
const REASON_LINES = REASONS.map(id => `  - { id: ${id}, text: x, en: x }\n`)
const YAML = `kinds:\n${KIND_LINES.join('')}reasons:\n${REASON_LINES.join('')}`
const lineOf = (id: string): number => YAML.split('\n').findIndex(line => line.includes(`id: ${id},`)) + 1

test('a pack with all texts, and one without any, has no problem', () => {
  expect(problemsOf({ [FILE]: YAML })).toEqual([])
  expect(problemsOf({})).toEqual([])
})

describe('kinds.yaml', () => {
  test.each([
    {
      why: 'a kind without words',
      from: KIND_LINES[6] ?? '',
      to: '',
      line: 2,
      message: 'Texte für „BIC“ fehlen (Liste kinds)',
    },
    {
      why: 'a reason without words',
      from: REASON_LINES[0] ?? '',
      to: '',
      line: lineOf('COORDINATES') + 2,
      message: 'Texte für „check-digit“ fehlen (Liste reasons)',
    },
    {
      why: 'a rule that does not exist',
      from: 'WORT-BA, rule: personenbezogene-daten',
      to: 'WORT-BA, rule: adressen',
      line: lineOf('ADDRESS'),
      message: 'Regel „adressen“ gibt es nicht',
    },
    {
      why: 'a placeholder two kinds would share',
      from: 'WORT-CA',
      to: 'WORT-BA',
      line: lineOf('DATE_OF_BIRTH'),
      message: 'Platzhalter „WORT-BA“ steht auch bei „ADDRESS“: Jede Art braucht ein eigenes Wort',
    },
  ])('$why', ({ from, to, line, message }) => {
    expect(problemsOf({ [FILE]: replace(from, to)(YAML) })).toEqual([`klein/${FILE}:${line}: ${message}`])
  })

  test('a municipality may change the words of a kind without repeating the others', () => {
    const own = `kinds:\n  - { id: BIC, name: Bank }\n`
    const base = smallFiles({ [FILE]: YAML })
    expect(checkPack(municipalFiles({ [FILE]: own }), base, TODAY).problems).toEqual([])
  })
})

const HEADINGS = [
  {
    why: 'in the signals',
    file: 'protect/signals.txt',
    text: '## salutation\nFrau\n## anreden\nHerr\n',
    at: '## anreden',
  },
  {
    why: 'in a word file',
    file: 'protect/words/health.txt',
    text: '## state\nkrank\n## sicher\nAsthma\n',
    at: '## sicher',
  },
  {
    why: 'in the allow-list',
    file: 'protect/allow.txt',
    text: '## phones\n115\n\n## telefon\n115\n',
    at: '## telefon',
  },
]

describe('headings nobody knows', () => {
  test.each(HEADINGS)('$why', ({ file, text, at }) => {
    const [problem = '', ...more] = problemsOf({ [file]: text })
    expect(more).toEqual([])
    expect(problem).toContain(
      `klein/${file}:${lineWith(at, smallFiles({ [file]: text }), file)}: Unbekannte Überschrift „${at.slice(3)}“`,
    )
  })

  test('lists with headings of their own are left alone', () => {
    expect(
      problemsOf({ 'protect/languages.txt': '## tr personal\nben\n', 'protect/words/eigenes.txt': '## x\ny\n' }),
    ).toEqual([])
  })

  test('a municipality is told about its own file', () => {
    const { problems } = checkPack(municipalFiles({ 'protect/allow.txt': '## fax\n115\n' }), smallFiles(), TODAY)
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['neustadt/protect/allow.txt:1'])
  })
})

describe('entries', () => {
  test.each([
    { section: 'phones', entry: 'Zentrale', message: '„Zentrale“ ist keine Telefonnummer' },
    { section: 'phones', entry: '12', message: '„12“ ist keine Telefonnummer' },
    {
      section: 'emails',
      entry: 'www.musterstadt.example',
      message: '„www.musterstadt.example“ ist keine E-Mail-Adresse',
    },
  ])('$section: $entry', ({ section, entry, message }) => {
    const text = `# Kopf\n\n## ${section}\n${entry}\n`
    expect(problemsOf({ 'protect/allow.txt': text })).toEqual([`klein/protect/allow.txt:4: ${message}`])
  })

  test.each([
    { section: 'phones', entry: '115' },
    { section: 'phones', entry: '+49 (0)40 66969-0' },
    { section: 'emails', entry: 'buergerbüro@musterstadt.example' },
    { section: 'addresses', entry: 'Rathausplatz 1' },
    { section: 'office-holders', entry: 'Imke Sandhorst' },
  ])('right as it is: $section, $entry', ({ section, entry }) => {
    expect(problemsOf({ 'protect/allow.txt': `## ${section}\n${entry}\n` })).toEqual([])
  })

  test('a phrase without any word', () => {
    expect(problemsOf({ 'protect/words/health.txt': '## state\nkrank\n* #\n' })).toEqual([
      'klein/protect/words/health.txt:3: „* #“ wird nie gefunden: Bitte mindestens ein Wort, nicht nur * oder #',
    ])
  })
})

describe('own forms of file numbers', () => {
  test.each([
    { entry: '99-AA = 32-O1', message: 'Das Beispiel „32-O1“ passt nicht zur Form „99-AA“' },
    { entry: '99-AA = 32-OAB', message: 'Das Beispiel „32-OAB“ passt nicht zur Form „99-AA“' },
    { entry: '99-AA = 32/OA', message: 'Das Beispiel „32/OA“ passt nicht zur Form „99-AA“' },
    {
      entry: 'AAAA = AKTE',
      message: 'Die Form „AAAA“ hat keine Ziffer und träfe jedes Wort: 9 steht für eine Ziffer',
    },
    {
      entry: '32-OA-1234',
      message:
        '„32-OA-1234“ bitte als Form und Beispiel, so wie „99-AA-9999 = 32-OA-1234“ (9 für eine Ziffer, A für einen Buchstaben) schreiben',
    },
  ])('$entry', ({ entry, message }) => {
    expect(problemsOf({ 'protect/own-numbers.txt': `# Kopf\n${entry}\n` })).toEqual([
      `klein/protect/own-numbers.txt:2: ${message}`,
    ])
  })

  test.each([{ entry: '99-AA-9999 = 32-OÄ-1234' }, { entry: '9.99/99 (A) = 1.23/45 (B)' }])(
    'right as it is: $entry',
    ({ entry }) => {
      expect(problemsOf({ 'protect/own-numbers.txt': `${entry}\n` })).toEqual([])
    },
  )
})
