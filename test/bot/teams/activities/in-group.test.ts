import { describe, expect, test } from '@jest/globals'
import { BUTTONS, CHAT_COMMANDS } from '../../../../bot/teams/activities/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { rightInputs } from '../../../support/learner.js'
import { dataOf, type LearningChat, learningChat, questionOn } from '../../../support/learning-chat.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { cardsOf, converse, onlyCard } from '../../../support/scenes.js'

const PACK = await musterstadt()
const ALONE = 'Lernen geht nur zu zweit'

/** What is about rules, and may be seen by everybody. */
const PUBLIC = ['area', 'breach', 'feedback', 'register', 'rule']
/** Tools and drafts lead to the chat of one's own in their own words: tools.test.ts and draft.test.ts. */
const TOOLS = ['compose', 'draft', 'tools', 'which', 'write']
const OWN = BUTTONS.map(({ verb }) => verb).filter(verb => ![...PUBLIC, ...TOOLS].includes(verb))

test('every button is either about rules or about oneself', () => {
  expect(OWN).toEqual([
    'answer',
    'erase',
    'learn',
    'lesson',
    'modules',
    'next',
    'pause',
    'portion',
    'progress',
    'proof',
    'remind',
    'round',
  ])
  expect(CHAT_COMMANDS.length).toBeGreaterThan(10)
})

/** Somebody who has learned something, once alone and once in a group. */
async function learner() {
  const chat = learningChat(PACK)
  await chat.talk.say('erinnern um 9')
  await chat.round('g1', 1)
  const group = converse(chat.services, 'group')
  return { chat, group, kept: () => keptOf(chat) }
}

async function keptOf({ services, me, pseudonym }: LearningChat) {
  const { learning, reminders, proofs } = services.store
  return [
    await learning.learner(pseudonym()),
    await learning.states(pseudonym()),
    await reminders.of(me().id),
    await proofs.of(me().id),
  ]
}

describe('in a group nothing of one’s learning is seen or changed', () => {
  test.each([
    'lernen',
    'fortschritt',
    'nachweis',
    'pause',
    'pause 2 wochen',
    'erinnern',
    'erinnern aus',
    'meine daten',
  ])('typed: „%s“ is answered to the person alone', async text => {
    const { group, kept } = await learner()
    const before = await kept()
    const outcome = await group.say(text)
    expect(cardsOf(outcome)).toEqual([])
    expect(outcome.privately && headingOf(outcome.privately)).toBe(ALONE)
    expect(await kept()).toEqual(before)
  })

  test.each(OWN)('pressed: %s leads to one’s own chat', async verb => {
    const { group, kept } = await learner()
    const before = await kept()
    for (const data of [{}, { sure: true }, { module: 'g1', screen: 0 }, { weeks: 2 }, { hour: null }]) {
      const outcome = await group.press(verb, data)
      const card = onlyCard(outcome)
      expect(outcome.messages).toEqual([])
      expect(headingOf(card)).toBe(ALONE)
      expect(textOf(card)).not.toMatch(/Grundkurs|G1|Modul/)
      expect(executesOf(card)).toEqual([])
      expect(cardProblems(card)).toEqual([])
    }
    expect(await kept()).toEqual(before)
  })

  test('a question forwarded into a group cannot be answered there', async () => {
    const chat = learningChat(PACK)
    const first = await chat.begin('g1')
    const filled = { ...dataOf(first, 'answer'), ...rightInputs(questionOn(first, PACK), PACK) }
    expect(headingOf(onlyCard(await converse(chat.services, 'group').press('answer', filled)))).toBe(ALONE)
    expect((await keptOf(chat))[1]).toEqual([])
  })

  test('„Lernen“ on the help everybody sees shows nothing of whoever presses it', async () => {
    const { group } = await learner()
    const help = onlyCard(await group.say('hilfe'))
    expect(headingOf(onlyCard(await group.press('learn', dataOf(help, 'learn'))))).toBe(ALONE)
  })
})
