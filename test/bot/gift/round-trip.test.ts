import { describe, expect, test } from '@jest/globals'
import { parse } from 'gift-pegjs'
import { oneLine, tidy } from '../../../bot/gift/escape.js'
import { fromGift } from '../../../bot/gift/read.js'
import { toGift } from '../../../bot/gift/write.js'
import { FORMS, type Module, Question } from '../../../policies/pack/training-schema.js'
import { baseModules, hostileTexts, moduleOf, questionOf } from '../../support/gift-modules.js'

const RULES = [{ id: 'anonymisieren', title: 'Anonymisieren: Namen & [Nummern] {alle}' }]
const modules = baseModules()

/** Groups get new ids on the way; the texts say what they are. */
function said(question: Question): unknown {
  if (question.form !== 'match') return question
  const name = (group: string) => question.groups.find(({ id }) => id === group)?.text
  return {
    ...question,
    groups: question.groups.map(({ text }) => text).sort(),
    items: question.items.map(item => ({ ...item, group: name(item.group) })),
  }
}

const back = (module: Module): Question[] => {
  const { questions, report } = fromGift(toGift(module, RULES).text, { module: module.id, today: '2026-11-23' })
  expect(report.filter(({ taken }) => !taken)).toEqual([])
  return questions.map(question => Question.parse(question))
}

test('there are modules to try it on', () => {
  expect(modules.length).toBeGreaterThan(0)
  expect(modules.flatMap(({ questions }) => questions).length).toBeGreaterThan(0)
})

describe.each(modules.map(module => [module.id, module] as const))('module %s', (_, module) => {
  test('every question comes back as it went, and nothing is reported', () => {
    expect(back(module).map(said)).toEqual(module.questions.map(said))
    const { report } = fromGift(toGift(module, RULES).text, { module: module.id, today: '2026-11-23' })
    expect(report.filter(({ problem }) => problem !== undefined)).toEqual([])
  })

  test('the library reads the whole file at once and finds the same questions', () => {
    const [category, ...questions] = parse(toGift(module, RULES).text)
    expect(category?.type).toBe('Category')
    expect(questions.map(({ title, id }) => ({ title, id }))).toEqual(
      module.questions.map(({ id }) => ({ title: id, id })),
    )
  })
})

/** What a hostile text is on the other side: spaces tidied, and nothing that could be a tag. */
const arrived = (text: string): string => (tidy(text) || '–').replaceAll(/<(?=[a-z/!?])/gi, '‹')
const inOneLine = (text: string): string => arrived(oneLine(text))

function arrivedQuestion(question: Question): unknown {
  const whole = (key: string): boolean => ['misconception', 'article', 'note'].includes(key)
  const paired = question.form === 'match' || question.form === 'order'
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return whole(key) || (paired && key === 'feedback') ? inOneLine(value) : arrived(value)
    if (Array.isArray(value)) return value.map(entry => walk(entry))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, walk(entry, name)]))
  }
  const walked = walk(question)
  return said(Question.parse(question.form === 'match' ? groupsInOneLine(walked) : walked))
}

const groupsInOneLine = (value: unknown): unknown => {
  const match = Question.parse(value)
  return match.form === 'match'
    ? { ...match, groups: match.groups.map(group => ({ ...group, text: oneLine(group.text) })) }
    : match
}

describe('hostile texts', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1)
  test.each(FORMS)('%s: 300 questions of special characters mean the same afterwards', form => {
    for (const seed of seeds) {
      const question = questionOf(form, seed, hostileTexts(seed * 7919))
      expect(back(moduleOf([question])).map(said)).toEqual([arrivedQuestion(question)])
    }
  })

  test('many in one file stay apart', () => {
    const text = hostileTexts(42)
    const questions = seeds.map(seed => questionOf(FORMS[seed % FORMS.length] ?? 'single', seed, text))
    expect(parse(toGift(moduleOf(questions), RULES).text)).toHaveLength(questions.length + 1)
    expect(back(moduleOf(questions))).toHaveLength(questions.length)
  })
})
