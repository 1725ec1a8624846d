import { describe, expect, test } from '@jest/globals'
import { type Path, readYaml, type YamlText } from '../../../policies/pack/document.js'

function read(source: string, firstLine?: number): YamlText {
  const result = readYaml('pack.yaml', source, firstLine)
  if (!result.ok) throw new Error(result.problems.map(problem => problem.message).join('\n'))
  return result.text
}

const SOURCE = `id: klein
# a comment takes a line
tools:
  - id: eins
    name: Eins
  - { id: zwei, name: Zwei }
words: >-
  lang,
  länger
related: [a, b]
`

describe('values', () => {
  test('are plain, and dates, yes and no stay text', () => {
    expect(read('stand: 2026-11-23\nantwort: no\nja: yes\nzahl: 3\nwahr: true').value).toEqual({
      stand: '2026-11-23',
      antwort: 'no',
      ja: 'yes',
      zahl: 3,
      wahr: true,
    })
  })

  test.each([
    { why: 'an empty file', source: '' },
    { why: 'comments only', source: '# nichts\n' },
  ])('$why is nothing', ({ source }) => {
    expect(read(source).value).toBeNull()
  })
})

describe('the line of a value', () => {
  const paths: { why: string; path: Path; line: number }[] = [
    { why: 'a key', path: ['id'], line: 1 },
    { why: 'a list below a comment: its first entry', path: ['tools'], line: 4 },
    { why: 'an entry of a list', path: ['tools', 0], line: 4 },
    { why: 'a key of an entry', path: ['tools', 0, 'name'], line: 5 },
    { why: 'an entry in braces', path: ['tools', 1, 'name'], line: 6 },
    { why: 'a block of text begins with its key', path: ['words'], line: 7 },
    { why: 'an item in brackets', path: ['related', 1], line: 10 },
    { why: 'a missing key of an entry: where the entry stands', path: ['tools', 0, 'class'], line: 4 },
    { why: 'an entry that is not there: where the list stands', path: ['tools', 7, 'id'], line: 4 },
    { why: 'a key that is not there: the beginning', path: ['farbe'], line: 1 },
    { why: 'below a plain value: that value', path: ['id', 'deeper'], line: 1 },
    { why: 'no path: the beginning', path: [], line: 1 },
  ]
  test.each(paths)('$why', ({ path, line }) => {
    expect(read(SOURCE).lineOf(path)).toBe(line)
  })

  test('counts on from the line on which the text begins', () => {
    expect(read(SOURCE, 2).lineOf(['tools', 0])).toBe(5)
  })

  test('line breaks of Windows count once', () => {
    expect(read(SOURCE.replaceAll('\n', '\r\n')).lineOf(['tools', 0, 'name'])).toBe(5)
  })
})

describe('what is no YAML is reported in German with its line', () => {
  test.each([
    { why: 'a quotation mark is missing', source: 'id: klein\nname: "Klein', line: 2, hint: 'es fehlt ein Zeichen' },
    {
      why: 'a colon in a value',
      source: 'id: klein\nname: Klein: die Stadt',
      line: 2,
      hint: 'gehört in Anführungszeichen',
    },
    { why: 'a key twice', source: 'id: klein\nname: Klein\nid: gross', line: 3, hint: 'ein Schlüssel steht doppelt' },
    { why: 'a tabulator', source: 'tools:\n\t- id: eins', line: 2, hint: 'statt mit Tabulator einrücken' },
    {
      why: 'a bracket stays open',
      source: 'id: klein\nrelated: [a, b',
      line: 2,
      hint: 'Die Datei ist kein gültiges YAML',
    },
    { why: 'a key is not indented', source: 'tools:\n  - id: eins\n name: Eins', line: 3, hint: 'Einrückung' },
  ])('$why', ({ source, line, hint }) => {
    const result = readYaml('klein/pack.yaml', source)
    const problems = result.ok ? [] : result.problems
    expect(problems[0]).toMatchObject({ file: 'klein/pack.yaml', line })
    expect(problems.map(problem => problem.message).join('\n')).toContain(hint)
  })

  test('in front matter the line is that of the file', () => {
    const result = readYaml('rules/x.md', 'title: a\ntitle: b', 2)
    expect(result.ok ? [] : result.problems.map(problem => problem.line)).toEqual([3])
  })

  test('one slip is one problem, however much it confuses the lines after it', () => {
    const entry = '  - id: eins\n    name: Eins\n    class: W0\n'
    const result = readYaml('tools.yaml', `tools:\n${entry}${entry.replace('    name', '\tname')}${entry}${entry}`)
    expect(result.ok ? [] : result.problems.map(problem => problem.line)).toEqual([6])
  })
})
