import { describe, expect, test } from '@jest/globals'
import { buildPack } from '../../../policies/pack/build.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { type Changes, lineWith, replace, smallFiles } from '../../support/small-pack.js'

// What buildPack says about files of the wrong shape.

const RULE = 'rules/texte-entwerfen.md'
const OF = 'klein/rules/texte-entwerfen.md'
const problemsWith = (changes: Changes): string[] => {
  const result = buildPack(smallFiles(changes))
  return result.ok ? [] : result.problems.map(formatProblem)
}

describe('a wrong shape is reported in German with file and line', () => {
  test.each([
    {
      why: 'an unknown light',
      file: RULE,
      from: 'light: erlaubt',
      to: 'light: gelb',
      message: 'light: Erlaubt sind: erlaubt, auflagen, verboten, keine',
    },
    {
      why: 'an unknown key',
      file: RULE,
      from: 'version: 1',
      to: 'farbe: blau\nversion: 1',
      at: 'farbe',
      message: 'Unbekannter Schlüssel: farbe',
    },
    { why: 'a number in words', file: RULE, from: 'version: 1', to: 'version: zwei', message: 'version: ' },
    {
      why: 'a German date',
      file: RULE,
      from: 'valid_from: 2026-11-23',
      to: 'valid_from: 23.11.2026',
      message: 'valid_from: Datum bitte als JJJJ-MM-TT schreiben',
    },
    {
      why: 'a source without Stand',
      file: RULE,
      from: 'stand: 2026-11, ',
      to: '',
      at: 'Hausregel',
      message: 'sources.0.stand: Quelle ohne Stand',
    },
    {
      why: 'a short answer that is too long',
      file: RULE,
      from: 'Sie dürfen Texte',
      to: `${'sehr '.repeat(60)}viele Texte`,
      at: '## Kurz',
      message: 'text.short: Kurzantwort hat 72 Wörter, höchstens 60 sind erlaubt',
    },
    {
      why: 'too few words',
      file: RULE,
      from: 'Rede, Einladung, ',
      to: '',
      at: '## Wörter',
      message: 'synonyms: Mindestens 12 Wörter',
    },
    {
      why: 'an example twice',
      file: RULE,
      from: 'Kann die KI mir eine Einladung formulieren?',
      to: 'darf ich eine rede mit KI entwerfen?',
      at: 'darf ich eine rede',
      message: 'examples.1: Beispielfrage „darf ich eine rede mit KI entwerfen?“ steht doppelt',
    },
    {
      why: 'an unknown heading',
      file: RULE,
      from: '## Wörter',
      to: '## Worte',
      at: '## Worte',
      message: 'Unbekannte Überschrift „Worte“',
    },
    {
      why: 'a tool in an unknown class',
      file: 'tools.yaml',
      from: 'class: W3',
      to: 'class: W9',
      message: 'tools.1.class: Erlaubt sind: W0, W1, W2, W3',
    },
    {
      why: 'a misspelt key of a tool',
      file: 'tools.yaml',
      from: 'misspellings:',
      to: 'misspelings:',
      at: 'misspelings',
      message: 'Unbekannter Schlüssel: misspelings',
    },
    {
      why: 'a kind of data without class',
      file: 'lexicon.yaml',
      from: 'class: D1, ',
      to: '',
      at: 'id: organigramm',
      message: 'data.1.class: ',
    },
    {
      why: 'a glossary line without translation',
      file: 'lexicon.yaml',
      from: 'password = Passwort',
      to: 'password',
      at: 'glossary',
      message: 'Zeile 2 des Wörterbuchs: erwartet „englisch = deutsch“',
    },
    {
      why: 'another desk without a hint',
      file: 'elsewhere.yaml',
      from: '    hint: Das weiß die Küche im Erdgeschoss.\n',
      to: '',
      at: 'id: kantine',
      message: 'elsewhere.0.hint: fehlt',
    },
    {
      why: 'an unknown Land',
      file: 'pack.yaml',
      from: 'land: NI',
      to: 'land: Niedersachsen',
      message: 'land: Erlaubt sind: BW, BY',
    },
    {
      why: 'YAML that cannot be read',
      file: RULE,
      from: 'title: Texte entwerfen',
      to: 'title: Texte: entwerfen',
      message: 'Die Datei ist kein gültiges YAML (ein Wert mit Doppelpunkt gehört in Anführungszeichen)',
    },
  ])('$why', ({ file, from, to, at = to, message }) => {
    const changes = { [file]: replace(from, to) }
    const line = lineWith(at, smallFiles(changes), file)
    expect(problemsWith(changes)).toContainEqual(expect.stringContaining(`klein/${file}:${line}: `))
    expect(problemsWith(changes).find(problem => problem.startsWith(`klein/${file}:${line}: `))).toContain(message)
  })

  test('a rule file without front matter', () => {
    expect(problemsWith({ [RULE]: replace('---\n', '') })).toEqual([
      `${OF}:1: Der Kopf der Regel fehlt: die Datei beginnt mit --- und der Kopf endet mit ---`,
    ])
  })

  test('a rule named with capitals', () => {
    const rede = smallFiles().files.get(RULE) ?? ''
    expect(problemsWith({ 'rules/Rede.md': rede })).toEqual([
      'klein/rules/Rede.md:2: id: Kennung nur aus Kleinbuchstaben, Ziffern und Bindestrichen',
    ])
  })
})

test('several problems in several files are reported at once', () => {
  const problems = problemsWith({
    [RULE]: before => replace('light: erlaubt', 'light: gelb')(replace('version: 1', 'version: 0')(before)),
    'tools.yaml': replace('class: W3', 'class: W9'),
    'rules/zugangsdaten.md': replace('contact: informationssicherheit', 'contact: hausmeister'),
  })
  expect(problems.map(problem => problem.split(':')[0]).sort()).toEqual([
    'klein/rules/texte-entwerfen.md',
    'klein/rules/texte-entwerfen.md',
    'klein/rules/zugangsdaten.md',
    'klein/tools.yaml',
  ])
})

describe('what cannot be read is reported once, without "fehlt" for all it holds', () => {
  test.each([
    { why: 'no pack.yaml', changes: { 'pack.yaml': null }, problem: 'klein/pack.yaml:1: Die Datei pack.yaml fehlt' },
    {
      why: 'pack.yaml is no YAML',
      changes: { 'pack.yaml': 'id: "klein' },
      problem: 'klein/pack.yaml:1: Die Datei ist kein gültiges YAML',
    },
    {
      why: 'tools.yaml is no YAML',
      changes: { 'tools.yaml': 'tools: [' },
      problem: 'klein/tools.yaml:1: Die Datei ist kein gültiges YAML',
    },
    {
      why: 'lexicon.yaml is no YAML',
      changes: { 'lexicon.yaml': 'data: "x' },
      problem: 'klein/lexicon.yaml:1: Die Datei ist kein gültiges YAML',
    },
  ])('$why', ({ changes, problem }) => {
    expect(problemsWith(changes)).toEqual([expect.stringContaining(problem)])
  })
})
