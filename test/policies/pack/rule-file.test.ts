import { describe, expect, test } from '@jest/globals'
import { readRuleFile } from '../../../policies/pack/rule-file.js'

const HEAD = '---\ntitle: Rede\nlight: erlaubt\n---\n'
const BODY = `
## Kurz

Sie dürfen.
Zweite Zeile.

## So geht es

- Lesen Sie
  alles gegen.
* Fragen Sie.

## Beispielfragen

- Darf ich das?
`
const read = (source: string) => readRuleFile('rules/rede.md', 'rede', source)
const linesAndMessages = (source: string) => read(source).problems.map(({ line, message }) => `${line}: ${message}`)

describe('a rule file', () => {
  const { rule, problems } = read(HEAD + BODY)

  test('has no problems and keeps its id and front matter', () => {
    expect(problems).toEqual([])
    expect(rule?.id).toBe('rede')
    expect(rule?.front.value).toEqual({ title: 'Rede', light: 'erlaubt' })
    expect(rule?.front.lineOf(['light'])).toBe(3)
  })

  test.each([
    { why: 'text: its lines become one', key: 'short', content: 'Sie dürfen. Zweite Zeile.', line: 6, lines: [] },
    {
      why: 'list: both signs, lines after a point join it',
      key: 'do',
      content: ['Lesen Sie alles gegen.', 'Fragen Sie.'],
      line: 11,
      lines: [13, 15],
    },
    { why: 'questions know their lines', key: 'examples', content: ['Darf ich das?'], line: 17, lines: [19] },
  ] as const)('$why', ({ key, content, line, lines }) => {
    expect(rule?.sections.get(key)).toEqual({ file: 'rules/rede.md', content, line, lines })
  })

  test('a heading that is not there is no section', () => {
    expect(rule?.sections.has('instead')).toBe(false)
  })
})

describe('reads the same', () => {
  test.each([
    { why: 'with the line breaks of Windows', source: (HEAD + BODY).replaceAll('\n', '\r\n') },
    { why: 'with the invisible mark some Windows editors put first', source: `\uFEFF${HEAD}${BODY}` },
    { why: 'with other levels of headings', source: (HEAD + BODY).replaceAll('## ', '### ') },
  ])('$why', ({ source }) => {
    const { rule, problems } = read(source)
    expect(problems).toEqual([])
    expect([...(rule?.sections.keys() ?? [])]).toEqual(['short', 'do', 'examples'])
  })
})

describe('reports in German', () => {
  test.each([
    { why: 'no front matter', source: BODY, problem: '1: Der Kopf der Regel fehlt' },
    { why: 'front matter that never ends', source: '---\ntitle: Rede\n', problem: '1: Der Kopf der Regel fehlt' },
    {
      why: 'front matter that is no YAML',
      source: `---\ntitle: "Rede\n---\n${BODY}`,
      problem: '2: Die Datei ist kein gültiges YAML',
    },
    {
      why: 'an unknown heading',
      source: `${HEAD}${BODY}\n## Quellen\n`,
      problem: '21: Unbekannte Überschrift „Quellen“. Erlaubt: Kurz, Warum',
    },
    {
      why: 'a heading twice',
      source: `${HEAD}${BODY}\n## Beispielfragen\n`,
      problem: '21: Überschrift „Beispielfragen“ steht doppelt',
    },
    {
      why: 'a heading out of order',
      source: `${HEAD}${BODY}\n## Warum\n`,
      problem: '21: Überschrift „Warum“ steht doppelt oder an falscher Stelle',
    },
    {
      why: 'text before the first heading',
      source: `${HEAD}Hallo.\n${BODY}`,
      problem: '5: Text vor der ersten Überschrift',
    },
  ])('$why', ({ source, problem }) => {
    const found = linesAndMessages(source)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(problem)
  })

  test('the text below an unknown heading is not reported once more, line by line', () => {
    expect(linesAndMessages(`${HEAD}${BODY}\n## Quellen\n\n- Eine.\n- Noch eine.\n`)).toHaveLength(1)
  })

  test('several problems at once, those of the front matter too', () => {
    const found = linesAndMessages('---\ntitle: [Rede\n---\nHallo.\n\n## Quellen\n\n## Kurz\n\nJa.\n')
    expect(found.map(problem => problem.split(':')[0])).toEqual(['2', '4', '6'])
  })
})
