import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../../../bot/teams/cards/card.js'
import { modulesOf, plusDays } from '../../../../policies/training/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { dataOf, type LearningChat, learningChat } from '../../../support/learning-chat.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'
import { onlyCard } from '../../../support/scenes.js'

const PACK = await musterstadt()

let chat: LearningChat
beforeEach(() => {
  chat = learningChat(PACK)
})

const states = () => chat.services.store.learning.states(chat.pseudonym())
const proofs = () => chat.services.store.proofs.of(chat.me().id)
const say = async (text: string): Promise<Card> => onlyCard(await chat.talk.say(text))
const verbsOf = (card: Card): string[] => executesOf(card).map(({ verb }) => verb)

describe('from „lernen“ to the proof', () => {
  test('lesson, a wrong answer, right ones, module passed, eight more, KI-Pass, „nachweis“', async () => {
    const overview = await say('lernen')
    expect(dataOf(overview, 'lesson')).toEqual({ module: 'g1', screen: 0 })
    const first = await chat.begin('g1')
    const wrong = await chat.answer(first, 'wrong')
    expect(headingOf(wrong)).toBe('Noch nicht ganz')
    let card = wrong
    while (verbsOf(card).includes('next')) card = await chat.answer(await chat.press(card, 'next'), 'right')
    expect(textOf(card)).toContain('Bestanden: Was ein Sprachmodell tut\n4 von 5 richtig.')
    expect(executesOf(card)[0]).toMatchObject({ title: 'Weiter: Was darf hinein?', style: 'positive' })
    expect(await proofs()).toMatchObject([{ subject: 'g1', day: DAY }])
    for (const { id } of modulesOf(PACK, 'grundkurs').slice(1)) card = await chat.round(id)
    expect(cardProblems(card)).toEqual([])
    expect(textOf(card)).toContain('Geschafft:\n- KI-Pass')
    expect(card.speak).toContain('Geschafft: KI-Pass.')
    const proof = await chat.press(card, 'proof')
    expect(headingOf(proof)).toBe('Ihr Nachweis')
    expect(textOf(proof)).toContain('KI-Pass: gilt bis 22.11.2027')
    expect(textOf(await say('nachweis'))).toBe(textOf(proof))
  })

  test('a failed round proves nothing, says so kindly, and may be tried at once', async () => {
    const card = await chat.round('g1', 3)
    expect(textOf(card)).toContain('Noch nicht bestanden: Was ein Sprachmodell tut')
    expect(textOf(card)).toContain('2 von 5 richtig. Das macht nichts')
    expect(await proofs()).toEqual([])
    expect(textOf(await chat.press(card, 'round'))).toContain('Frage 1 von 5')
  })

  test('what was wrong comes back another day as today’s repetition, and then is done', async () => {
    await chat.round('g1', 5)
    chat.world.today = plusDays(DAY, 1)
    const due = await say('lernen')
    expect(headingOf(due)).toBe('Heute: 5 Fragen zum Auffrischen')
    let card = await chat.press(due, 'portion')
    expect(textOf(card)).toContain('Frage 1 von 5')
    card = await chat.answer(card, 'right')
    while (verbsOf(card).includes('next')) card = await chat.answer(await chat.press(card, 'next'), 'right')
    expect(textOf(card)).toContain('Fertig für heute\n5 von 5 richtig.')
    expect(textOf(card)).not.toContain('kommt bald wieder')
    expect(await proofs()).toEqual([])
    expect(headingOf(onlyCard(await chat.talk.press('portion', {})))).toBe('Als Nächstes: Was ein Sprachmodell tut')
  })
})

describe('a double click', () => {
  test('on an answer counts once: same card, same state, nothing more', async () => {
    const first = await chat.begin('g1')
    const once = await chat.answer(first, 'wrong')
    const after = await states()
    expect(after).toHaveLength(1)
    expect(await chat.answer(first, 'wrong')).toEqual(once)
    expect(await states()).toEqual(after)
  })

  test('both at the same moment', async () => {
    const first = await chat.begin('g1')
    const [one, two] = await Promise.all([chat.answer(first, 'wrong'), chat.answer(first, 'wrong')])
    expect(two).toEqual(one)
    expect(await states()).toHaveLength(1)
  })

  test('on the last answer of a round proves the module once', async () => {
    let card = await chat.begin('g1')
    for (let at = 1; at < 5; at += 1) card = await chat.press(await chat.answer(card, 'right'), 'next')
    const [one, two] = await Promise.all([chat.answer(card, 'right'), chat.answer(card, 'right')])
    expect(textOf(two)).toBe(textOf(one))
    expect(await proofs()).toHaveLength(1)
  })

  test('with another answer afterwards explains that one, but repetition keeps the first of the day', async () => {
    const first = await chat.begin('g1')
    await chat.answer(first, 'wrong')
    const after = await states()
    expect(headingOf(await chat.answer(first, 'right'))).toBe('Richtig')
    expect(await states()).toEqual(after)
  })
})
