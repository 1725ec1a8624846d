import { beforeEach, describe, expect, test } from '@jest/globals'
import { exportOwnData } from '../../../../bot/people/own-data.js'
import { cardProblems } from '../../../support/card-rules.js'
import { elementsOf, executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { type LearningChat, learningChat } from '../../../support/learning-chat.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'
import { onlyCard } from '../../../support/scenes.js'

const PACK = await musterstadt()

let chat: LearningChat
beforeEach(() => {
  chat = learningChat(PACK)
})

const learnerOf = () => chat.services.store.learning.learner(chat.pseudonym())
const press = async (verb: string, data: unknown) => onlyCard(await chat.talk.press(verb, data))

describe('„meine daten“', () => {
  const SECRET = 'Frau Birgit Krüger'
  const read = async (): Promise<unknown> => {
    const card = onlyCard(await chat.talk.say('meine daten'))
    const code = elementsOf(card).flatMap(part =>
      part.type === 'TextBlock' && part.text.startsWith('{') ? part.text : [],
    )
    return JSON.parse(code.join('').replaceAll('\u00a0', ' '))
  }

  test('shows exactly what is kept, and no text anybody typed', async () => {
    await chat.talk.say(`Darf ich den Brief von ${SECRET} mit ChatGPT schreiben?`)
    await chat.talk.say('erinnern um 9')
    await chat.answer(await chat.begin('g1'), 'wrong')
    const shown = await read()
    const kept = await exportOwnData(chat.me(), chat.services)
    expect(shown).toEqual(JSON.parse(JSON.stringify(kept)))
    expect(shown).toMatchObject({
      person: { kennung: chat.me().id },
      lernstand: { pseudonym: chat.pseudonym(), fragen: [{ lastReview: DAY }] },
      erinnerung: { hour: 9 },
    })
    expect(JSON.stringify(shown)).not.toMatch(/Krüger|Brief|ChatGPT/)
  })

  test('after the whole course it is cut short on the card, which stays small enough', async () => {
    for (const { id } of PACK.training.modules.filter(({ course }) => course === 'grundkurs')) await chat.round(id)
    const card = onlyCard(await chat.talk.say('meine daten'))
    expect(cardProblems(card)).toEqual([])
    expect(textOf(card)).toMatch(/…$/m)
  })

  test.each([
    { why: 'nothing said', data: undefined },
    { why: 'the first press', data: {} },
    { why: 'no', data: { sure: false } },
    { why: 'yes as a text', data: { sure: 'true' } },
    { why: 'yes as a number', data: { sure: 1 } },
    { why: 'a list', data: [{ sure: true }] },
  ])('is deleted only by a second, clear press: not by $why', async ({ data }) => {
    await chat.answer(await chat.begin('g1'), 'right')
    expect(headingOf(await press('erase', data))).toBe('Ihre Daten')
    expect(await learnerOf()).toBeDefined()
  })

  test('deleted: what is gone and what stays is said, and learning begins anew', async () => {
    await chat.round('g1')
    const [data] = executesOf(onlyCard(await chat.talk.say('meine daten')))
    const card = await press('erase', data?.data)
    expect(textOf(card)).toContain('Gelöscht: Lernstand')
    expect(textOf(card)).toContain('Geblieben: 1 Nachweis.')
    expect(await learnerOf()).toBeUndefined()
    expect(textOf(await press('erase', data?.data))).toContain('Es war nichts gespeichert, das zu löschen wäre.')
  })

  test('the button that deletes is marked and stands apart, folded away', async () => {
    const card = onlyCard(await chat.talk.say('meine daten'))
    expect(executesOf(card)).toMatchObject([{ title: 'Ja, alles löschen', style: 'destructive' }])
    const box = card.body.find(part => part.type === 'Container' && JSON.stringify(part).includes('"erase"'))
    expect(box).toMatchObject({ isVisible: false })
  })
})
