import { describe, expect, test } from '@jest/globals'
import { parse } from 'gift-pegjs'
import { tidy } from '../../../bot/gift/escape.js'
import { toGift } from '../../../bot/gift/write.js'
import { FORMS, type Module, type Question } from '../../../policies/pack/training-schema.js'
import { baseModules, hostileTexts, moduleOf, questionOf } from '../../support/gift-modules.js'
import { type MoodleQuestion, moodleReads } from '../../support/moodle-gift.js'

const RULES = [{ id: 'anonymisieren', title: 'Anonymisieren' }]
const written = (question: Question, title?: string): string => toGift(moduleOf([question], title), RULES).text
const plain = (form: Question['form']): Question => questionOf(form, 1, () => 'Text')

describe('a question as Moodle shows it', () => {
  test('comment, title, stem, answers with feedback, general feedback', () => {
    const question = questionOf(
      'single',
      1,
      (
        n => () =>
          `Text ${n++}`
      )(1),
    )
    expect(written(question).split('\n')).toEqual([
      '$CATEGORY: KI-Kompass/g2 Probe',
      '',
      '// [id:g2-frage-1] [tag:form-single] [tag:regel-anonymisieren] [tag:regel-kennzeichnung] [tag:stand-2026-11-01] [tag:pruefen-bis-2027-11-30]',
      '::g2-frage-1::[plain]Text 12 {',
      '\t~Text 1#Text 2',
      '\t=Text 3#Text 4',
      '\t~Text 5#Text 6',
      '\t~Text 7#Text 8',
      String.raw`	####Text 13\nVerbreiteter Irrtum\: Text 11\nRegel\: Anonymisieren, kennzeichnung\nQuelle\: Text 9 (Stand 2026-11-23, Sicherheit G)\nHinweis zur Quelle\: Text 10\nQuelle\: S49 (Stand 2024-06, Sicherheit offen)`,
      '}',
      '',
      '',
    ])
  })

  test.each([
    ['situation and question are paragraphs', 'scenario', String.raw`[plain]Text\n\nText {`],
    ['the weak prompt says what it is', 'prompt', String.raw`[plain]Text\n\nSchwacher Prompt\:\nText\n\nText {`],
    ['three of four right: a third each', 'multiple', '~%33.33333%Text#Text'],
    ['the only wrong one costs all', 'multiple', '~%-100%Text#Text'],
    ['two of four to be found: half each', 'find', '~%50%Text#Text'],
    ['two wrong places cost half each', 'find', '~%-50%Text#Text'],
    ['an item points to its group', 'match', '=Text -> 2 Text'],
    ['a step points to its place', 'order', '=Text -> Platz 3'],
    ['explanations of steps are in the general feedback', 'order', String.raw`####Text\n• Text\: Text\n•`],
  ] as const)('%s', (_, form, part) => {
    expect(written(plain(form))).toContain(part)
  })

  test.each([
    ['a slash would open a category of its own', 'Ja/Nein', 'KI-Kompass/g2 Ja//Nein\n'],
    ['a line end would end the category', 'Ja\nNein', 'KI-Kompass/g2 Ja Nein\n'],
  ])('%s', (_, title, line) => {
    expect(written(plain('single'), title)).toContain(line)
  })
})

describe('what Moodle cannot show is told', () => {
  const noneRight = (form: 'single' | 'multiple'): Question => {
    const question = plain(form)
    return 'options' in question
      ? { ...question, options: question.options.map(option => ({ ...option, right: false })) }
      : question
  }
  test.each([
    ['a choice loses nothing', plain('single'), []],
    ['a scenario loses nothing', plain('scenario'), []],
    ['passages are shuffled', plain('find'), [/mischt die Stellen/]],
    ['pairs have no feedback of their own', plain('match'), [/keine Erklärung je Zeile/]],
    ['an order becomes pairs', plain('order'), [/wird in Moodle eine Zuordnung/]],
    ['no right answer: not written', noneRight('single'), [/Nicht ausgegeben/]],
    ['no right answers: not written', noneRight('multiple'), [/Nicht ausgegeben/]],
  ])('%s', (_, question, problems) => {
    const { losses, text } = toGift(moduleOf([question]), RULES)
    expect(losses.map(({ problem }) => problem)).toEqual(problems.map(problem => expect.stringMatching(problem)))
    expect(text.includes('::g2-frage-1::')).toBe(losses.every(({ carried }) => carried))
  })
})

/** What a question must say in Moodle, whatever reads it. */
function expected(question: Question, found: MoodleQuestion | undefined): void {
  const out = (text: string): string => tidy(text) || '–'
  expect(found?.name).toBe(question.id)
  const stem = found?.stem.replaceAll('\u2060', '') ?? ''
  expect(stem.endsWith(out(question.ask))).toBe(true)
  if ('situation' in question) expect(stem.startsWith(`${out(question.situation)}\n\n`)).toBe(true)
  expect(found?.general.replaceAll('\u2060', '').startsWith(tidy(question.why))).toBe(true)
  const seen = (text: string): string => text.replaceAll('\u2060', '')
  if (question.form === 'order')
    expect(found?.pairs.map(({ left, right }) => [seen(left), right])).toEqual(
      question.steps.map(({ text }, at) => [out(text), `Platz ${at + 1}`]),
    )
  if (question.form === 'match')
    expect(found?.pairs.map(({ left }) => seen(left))).toEqual(question.items.map(({ text }) => out(text)))
  if ('options' in question)
    expect(found?.answers.map(({ text, feedback, share }) => [seen(text), seen(feedback), share > 0])).toEqual(
      question.options.map(({ text, feedback, right }) => [out(text), out(feedback), right]),
    )
  if (question.form === 'find')
    expect(found?.answers.map(({ text, share }) => [seen(text), share > 0])).toEqual(
      question.passages.map(({ text, hit }) => [out(text), hit]),
    )
}

describe('Moodle reads the same as the library', () => {
  const modules: readonly Module[] = baseModules()
  test.each(modules.map(module => [module.id, module] as const))('module %s', (_, module) => {
    const read = moodleReads(toGift(module, RULES).text)
    expect(read).toHaveLength(module.questions.length)
    for (const [at, question] of module.questions.entries()) expected(question, read[at])
  })

  test.each(FORMS)('%s: hostile texts', form => {
    for (let seed = 1; seed <= 300; seed++) {
      const question = questionOf(form, seed, hostileTexts(seed * 104_729))
      const read = moodleReads(written(question))
      expect(read).toHaveLength(1)
      expected(question, read[0])
    }
  })

  test.each([...modules, moduleOf([plain('multiple'), plain('find')])].map(module => [module.id, module] as const))(
    'the shares of the right answers of %s are 100 percent together, those of the wrong ones -100',
    (_, module) => {
      for (const found of moodleReads(toGift(module, RULES).text).filter(({ type }) => type === 'multichoice')) {
        const sum = (sign: number) =>
          found.answers.reduce((total, { share }) => total + (share * sign > 0 ? share : 0), 0)
        expect(sum(1)).toBeCloseTo(100, 2)
        if (found.answers.some(({ share }) => share < 0)) expect(sum(-1)).toBeCloseTo(-100, 2)
      }
    },
  )
})

test('a text of unseen characters only is a dash, because an empty answer would break the question', () => {
  const unseen = written(questionOf('single', 1, () => '\u202e\u2060'))
  expect(unseen).toContain('\t=–#–\n')
  expect(parse(unseen)[1]).toMatchObject({ type: 'MC', choices: { length: 4 } })
})

test('the library reads what an author would fear most', () => {
  const nasty = String.raw`%50% [html] C:\neu\: {=a -> b ~c#d} ####e ::f:: &&058; \{`
  const read = parse(written(questionOf('single', 1, () => nasty)))[1]
  expect(read).toMatchObject({ type: 'MC', stem: { text: expect.stringContaining(String.raw`C:\neu\: {=a ->`) } })
})
