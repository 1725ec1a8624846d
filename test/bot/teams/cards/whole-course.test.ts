import { describe, expect, test } from '@jest/globals'
import { feedbackCard } from '../../../../bot/teams/cards/feedback-card.js'
import { issuerOf } from '../../../../bot/teams/cards/frame.js'
import { lessonCard } from '../../../../bot/teams/cards/lesson-card.js'
import { questionCard } from '../../../../bot/teams/cards/question-card.js'
import { FORMS } from '../../../../policies/pack/training-schema.js'
import { questionsOf } from '../../../../policies/training/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { elementsOf, executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { feedbackOf, questionStepOf } from '../../../support/learning-cards.js'
import { musterstadt } from '../../../support/musterstadt.js'

const PACK = await musterstadt()
const MODULES = PACK.training.modules
const QUESTIONS = [...questionsOf(PACK).values()]
const issuer = issuerOf(PACK)

test('the real course is what is looked at here', () => {
  expect(MODULES).toHaveLength(14)
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(150)
  expect(new Set(QUESTIONS.map(({ question }) => question.form))).toEqual(new Set(FORMS))
})

describe.each(MODULES.map(module => ({ id: module.id, module })))('the lesson of $id', ({ module }) => {
  const lesson = { ...module, screens: module.lesson }
  const cards = module.lesson.map((_, screen) => lessonCard({ lesson, screen, questions: 5, issuer }))
  const wordsAt = (at: number): string =>
    cards
      .slice(at, at + 1)
      .map(textOf)
      .join()

  test('every screen follows the written rules', () => {
    for (const card of cards) expect(cardProblems(card)).toEqual([])
  })

  test('every screen shows its own title, text, points and example, and says how many there are', () => {
    for (const [at, { title, text, points, example }] of module.lesson.entries()) {
      const words = wordsAt(at)
      for (const part of [title, text, ...points, example ?? '']) expect(words).toContain(part)
      expect(words).toContain(`Seite ${at + 1} von ${module.lesson.length}`)
    }
  })

  test('leads on from screen to screen, at last to the questions, and always back or away', () => {
    const last = cards.length - 1
    for (const [at, card] of cards.entries()) {
      expect(executesOf(card).map(({ title, verb, data }) => ({ title, verb, data }))).toEqual([
        at < last
          ? { title: 'Weiter', verb: 'lesson', data: { module: module.id, screen: at + 1 } }
          : { title: 'Zu den 5 Fragen', verb: 'round', data: { module: module.id, version: module.version } },
        ...(at > 0 ? [{ title: 'Zurück', verb: 'lesson', data: { module: module.id, screen: at - 1 } }] : []),
        { title: 'Später weiter', verb: 'learn', data: {} },
      ])
    }
  })

  test('its goals read as sentences under „Nach dieser Lektion:“', () => {
    expect(wordsAt(0)).toContain('Nach dieser Lektion:')
    for (const goal of module.goals) expect(goal).toMatch(/^Sie .*\.$/)
  })
})

describe.each(QUESTIONS.map(known => ({ id: known.question.id, ...known })))('$id', ({ question, module }) => {
  const step = questionStepOf(question, module)
  const card = questionCard({ step, issuer })

  test('as a question follows the written rules and asks under one heading', () => {
    expect(cardProblems(card)).toEqual([])
    expect(headingOf(card)).toBe(question.ask)
  })

  test('gives nothing away: neither which answer is right nor what is said to it', () => {
    const sent = JSON.stringify(card)
    expect(sent).not.toContain(JSON.stringify(question.why).slice(1, -1))
    expect(sent).not.toContain(JSON.stringify(question.misconception).slice(1, -1))
    expect(sent).not.toMatch(/"(?:right|hit|group)":/)
  })

  test('every input has its own label and every choice its own value', () => {
    const inputs = elementsOf(card).flatMap(element => (element.type === 'Input.ChoiceSet' ? [element] : []))
    expect(inputs.length).toBeGreaterThan(0)
    expect(new Set(inputs.map(({ label }) => label)).size).toBe(inputs.length)
    for (const { choices } of inputs) {
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
      expect(new Set(choices.map(({ title }) => title)).size).toBe(choices.length)
    }
  })

  test.each(['right', 'wrong'] as const)('answered %s: explained with its source, within the rules', how => {
    const feedback = feedbackOf(question, module, PACK, how)
    const said = feedbackCard({ feedback, after: step, issuer })
    expect(cardProblems(said)).toEqual([])
    expect(headingOf(said)).toBe(how === 'right' ? 'Richtig' : 'Noch nicht ganz')
    expect(textOf(said)).toContain(question.why)
    expect(textOf(said)).toMatch(/^Quelle: \S/m)
    expect(executesOf(said)[0]).toMatchObject({ title: 'Nächste Frage', style: 'positive' })
  })
})
