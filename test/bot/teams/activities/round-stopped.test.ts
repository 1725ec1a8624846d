import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../../../bot/teams/cards/card.js'
import type { Pack } from '../../../../policies/pack/pack-schema.js'
import { plusDays } from '../../../../policies/training/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { rightInputs, wrongInputs } from '../../../support/learner.js'
import { dataOf, type LearningChat, learningChat, questionOn } from '../../../support/learning-chat.js'
import { withChangedRule } from '../../../support/learning-views.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'
import { converse, onlyCard } from '../../../support/scenes.js'

const PACK = await musterstadt()

let chat: LearningChat
beforeEach(() => {
  chat = learningChat(PACK)
})

const states = () => chat.services.store.learning.states(chat.pseudonym())
const say = async (text: string): Promise<Card> => onlyCard(await chat.talk.say(text))
const verbsOf = (card: Card): string[] => executesOf(card).map(({ verb }) => verb)

/** Every question with another wording, so that nothing asked before is the same any more. */
const reworded = (pack: Pack): Pack => ({
  ...pack,
  training: {
    ...pack.training,
    modules: pack.training.modules.map(module => ({
      ...module,
      questions: module.questions.map(question => ({ ...question, ask: `${question.ask} (neu)` })),
    })),
  },
})

describe('a card that is no longer what it was', () => {
  const STOPPED = [
    {
      why: 'of yesterday',
      happen: () => {
        chat.world.today = plusDays(DAY, 1)
      },
      says: 'Diese Frage ist nicht von heute.',
    },
    {
      why: 'with a question that was changed',
      happen: () => {
        chat.world.pack = reworded(PACK)
      },
      says: 'Ihre Antwort zählt deshalb weder richtig noch falsch.',
    },
    {
      why: 'with a question that was taken out',
      happen: () => {
        chat.world.pack = { ...PACK, training: { ...PACK.training, modules: [] } }
      },
      says: 'Diese Frage wurde inzwischen geändert',
    },
  ] as const

  test.each(STOPPED)('$why: an answer counts nothing, and one is told what comes next', async ({ happen, says }) => {
    const first = await chat.begin('g1')
    const inputs = rightInputs(questionOn(first, PACK), PACK)
    happen()
    const card = await chat.press(first, 'answer', inputs)
    expect(textOf(card)).toContain(says)
    expect(cardProblems(card)).toEqual([])
    expect(verbsOf(card)).toContain('modules')
    expect(await states()).toEqual([])
  })

  test.each(STOPPED)('$why: the next question is not shown either', async ({ happen, says }) => {
    const feedback = await chat.answer(await chat.begin('g1'), 'right')
    happen()
    expect(textOf(await chat.press(feedback, 'next'))).toContain(says)
  })

  test('changed under way: the answer counts, and the round ends with a word on why', async () => {
    const first = await chat.begin('g1')
    const { id } = questionOn(first, PACK)
    chat.world.pack = {
      ...PACK,
      training: {
        ...PACK.training,
        modules: PACK.training.modules.map(module => ({
          ...module,
          questions: module.questions.filter(question => question.id === id || module.id !== 'g1'),
        })),
      },
    }
    const card = await chat.press(first, 'answer', rightInputs(questionOn(first, PACK), PACK))
    expect(headingOf(card)).toBe('Richtig')
    expect(textOf(card)).toContain('Diese Frage wurde inzwischen geändert')
    expect(verbsOf(card)).toContain('learn')
    expect(cardProblems(card)).toEqual([])
  })

  test('the word on why is not renewed away by the client', async () => {
    const person = chat.me()
    const teams = converse({ ...chat.services, local: undefined, principalOf: async () => person })
    const told = onlyCard(await teams.press('round', { module: 'g99' }))
    expect(textOf(told)).toContain('Dieses Modul gibt es nicht (mehr).')
    expect(told.refresh).toBeUndefined()
    expect(onlyCard(await teams.press('learn', {})).refresh).toBeDefined()
  })

  test('a lesson of an older version is not taken as read', async () => {
    const card = onlyCard(await chat.talk.press('round', { module: 'g1', version: 9 }))
    expect(textOf(card)).toContain('Diese Lektion gibt es inzwischen in einer neuen Fassung.')
    expect(textOf(onlyCard(await chat.talk.press('round', { module: 'g1' })))).toContain('zuerst die kurze Lektion')
  })

  test('a changed rule: the overview says which, and until when the proof still holds', async () => {
    await chat.round('g4')
    chat.world.today = plusDays(DAY, 3)
    chat.world.pack = withChangedRule(PACK, 'anonymisieren', plusDays(DAY, 2))
    expect(textOf(await say('lernen'))).toContain(
      'Anonymisieren: gilt noch bis 24.12.2026, die Regel „Text anonymisieren und Platzhalter setzen“ hat sich geändert',
    )
  })
})

describe('a round of somebody else', () => {
  test('is nobody’s: not answered, not shown, nothing counted', async () => {
    const first = await chat.begin('g1')
    const inputs = rightInputs(questionOn(first, PACK), PACK)
    await chat.talk.say('ich bin datenschutz')
    for (const verb of ['answer', 'next']) {
      const card = onlyCard(await chat.talk.press(verb, { ...dataOf(first, 'answer'), ...inputs }))
      expect(textOf(card)).toContain('Diese Runde gehört nicht zu Ihnen')
    }
    expect(await states()).toEqual([])
  })

  test('nor may a token be changed', async () => {
    const first = await chat.begin('g1')
    const [body = '', mac = ''] = String(dataOf(first, 'answer').session).split('.')
    const better = JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString('utf8')), at: 4, right: 4 })
    const session = `${Buffer.from(better).toString('base64url')}.${mac}`
    const card = onlyCard(await chat.talk.press('answer', { session, a: '0' }))
    expect(textOf(card)).toContain('Diese Runde gehört nicht zu Ihnen')
  })
})

describe('an answer with something wrong in it', () => {
  test.each([
    { why: 'nothing', inputs: {}, says: 'Bitte wählen Sie erst eine Antwort.' },
    { why: 'a number instead of a text', inputs: { a: 1 }, says: 'Bitte wählen Sie erst eine Antwort.' },
    { why: 'nothing but blanks', inputs: { a: '' }, says: 'Bitte wählen Sie erst eine Antwort.' },
    { why: 'a choice that is not there', inputs: { a: '99' }, says: 'Diese Antwort passt nicht zur Frage.' },
    { why: 'words', inputs: { a: 'die zweite' }, says: 'Diese Antwort passt nicht zur Frage.' },
    { why: 'too long a text', inputs: { a: '0'.repeat(201) }, says: 'Bitte wählen Sie erst eine Antwort.' },
    { why: 'fields of another form', inputs: { i0: 'tier', s0: '1' }, says: 'Bitte wählen Sie erst eine Antwort.' },
  ])('$why: the same question again, and why', async ({ inputs, says }) => {
    let first = await chat.begin('g1')
    while (questionOn(first, PACK).control.kind === 'assign')
      first = await chat.press(await chat.answer(first, 'right'), 'next')
    const before = await states()
    const card = onlyCard(await chat.talk.press('answer', { ...dataOf(first, 'answer'), ...inputs }))
    expect(textOf(card)).toContain(says)
    expect(questionOn(card, PACK)).toEqual(questionOn(first, PACK))
    expect(cardProblems(card)).toEqual([])
    expect(await states()).toEqual(before)
  })

  test('what was chosen stays chosen on the card that asks again', async () => {
    let first = await chat.begin('g4')
    while (questionOn(first, PACK).control.kind !== 'assign')
      first = await chat.press(await chat.answer(first, 'right'), 'next')
    const [left = ['', ''], ...given] = Object.entries(wrongInputs(questionOn(first, PACK), PACK))
    const card = await chat.press(first, 'answer', Object.fromEntries(given))
    expect(textOf(card)).toContain('Bei einem Teil fehlt noch die Angabe.')
    const kept = card.body.flatMap(part => (part.type === 'Input.ChoiceSet' ? [[part.id, part.value]] : []))
    expect(Object.fromEntries(kept)).toEqual({ ...Object.fromEntries(given), [left[0]]: undefined })
  })
})

describe('modules one cannot learn yet', () => {
  test.each([
    {
      why: 'the course of the Digitallotsen before the KI-Pass',
      module: 'l1',
      says: 'Bitte machen Sie zuerst den KI-Pass',
    },
    { why: 'a module nobody has', module: 'g99', says: 'Dieses Modul gibt es nicht (mehr).' },
    { why: 'a lesson that was not read', module: 'g2', says: 'Lesen Sie bitte zuerst die kurze Lektion.' },
  ])('$why: a way on instead of questions', async ({ module, says }) => {
    const card = onlyCard(await chat.talk.press('round', { module }))
    expect(textOf(card)).toContain(says)
    expect(verbsOf(card)).toEqual(expect.arrayContaining(['lesson', 'modules', 'progress']))
  })

  test('two people at once keep apart what they learn', async () => {
    await chat.round('g1')
    await chat.talk.say('ich bin ki-team')
    const other = converse(chat.services)
    expect(textOf(onlyCard(await other.say('fortschritt')))).toContain('Grundkurs: 0 von 9 Modulen')
  })
})
