import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withQuestions } from '../../../bot/gift/pack-file.js'
import { packsFolder } from '../../../bot/paths.js'
import { readYaml } from '../../../policies/pack/document.js'
import { questionOf } from '../../support/gift-modules.js'

const question = questionOf('single', 1, () => 'Ein "Text": mit # allem')
const text = (before: string | undefined): string => {
  const added = withQuestions(before, [question])
  return added.ok ? added.text : added.problem
}
const value = (source: string): unknown => {
  const read = readYaml('x', source)
  return read.ok ? read.text.value : read.problems
}

describe('a file that is there already', () => {
  const FOLDER = join(packsFolder(), 'basis', 'training')
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.yaml') && name !== 'settings.yaml')
  test.each(files)('%s stays letter by letter, and the new question is behind the old ones', name => {
    const before = readFileSync(join(FOLDER, name), 'utf8')
    const after = text(before)
    expect(after.startsWith(before)).toBe(true)
    expect(value(after)).toMatchObject({ questions: expect.arrayContaining([question]) })
  })

  test.each([
    [
      'comments between and behind',
      '# oben\nquestions:\n  # eins\n  - id: a # hinten\n    ask: b\n# unten\n',
      ['# oben', '# eins', '# hinten', '# unten'],
    ],
    ['a list without indent', 'questions:\n- id: a\n- id: b\ntitle: c\n', ['- id: a\n', 'title: c\n']],
    ['a list in one line', 'questions: [{ id: a }] # so\ntitle: c\n', ['title: c', '# so']],
    ['an empty list', '# oben\nquestions: []\ntitle: c\n', ['# oben', 'title: c']],
    ['a list still to be written', 'title: c # so\nquestions:\n', ['title: c # so']],
    ['no list', 'title: c # so\n', ['title: c # so']],
    ['nothing but a comment', '# nur das\n', ['# nur das']],
    ['nothing', '', []],
    ['no line end at the end', 'questions:\n  - id: a', ['- id: a\n']],
    ['a long text at the end', 'questions:\n  - id: a\n    ask: |+\n      eins\n\n', ['eins']],
    ['keys behind the list', 'questions:\n  - id: a\n\ntitle: c\n', ['\ntitle: c\n']],
    ['line ends of Windows', 'questions:\r\n  - id: a\r\ntitle: c\r\n', ['id: a', 'title: c']],
  ])('%s', (_, before, kept) => {
    const after = text(before)
    for (const part of kept) expect(after).toContain(part)
    const old = value(before)
    const wanted = typeof old === 'object' && old !== null ? old : {}
    const list = 'questions' in wanted && Array.isArray(wanted.questions) ? wanted.questions : []
    expect(value(after)).toEqual({ ...wanted, questions: [...list, question] })
  })

  test.each([
    ['broken YAML', 'questions: [', /kein gültiges YAML; nichts wurde geändert/],
    ['a list instead of a module', '- a\n', /kein Modul/],
    ['a text instead of a list', 'questions: a\n', /keine Liste/],
    ['an entry instead of a list', 'questions: { a: b }\n', /keine Liste/],
  ])('%s is left alone', (_, before, problem) => {
    expect(withQuestions(before, [question])).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })
})

test('a new file says what is to be done', () => {
  expect(text(undefined)).toMatch(
    /^# Aus einer GIFT-Datei .*\[ERGÄNZEN.*\n# npm run pack -- check\nquestions:\n {2}- id: /,
  )
  expect(value(text(undefined))).toEqual({ questions: [question] })
})
