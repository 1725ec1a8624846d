import { beforeEach, describe, expect, test } from '@jest/globals'
import { BUTTONS } from '../../../../bot/teams/activities/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { headingOf } from '../../../support/card-text.js'
import { type LearningChat, learningChat } from '../../../support/learning-chat.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { onlyCard } from '../../../support/scenes.js'

const PACK = await musterstadt()

let chat: LearningChat
beforeEach(() => {
  chat = learningChat(PACK)
})

const press = async (verb: string, data: unknown) => onlyCard(await chat.talk.press(verb, data))

describe('buttons with data of some other card', () => {
  const DEEP = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown
  const STRANGE = [
    { why: 'nothing', data: undefined },
    { why: 'null', data: null },
    { why: 'a number', data: 7 },
    { why: 'a text', data: 'lernen' },
    { why: 'a list', data: ['g1', 0] },
    { why: 'numbers instead of texts', data: { module: 1, session: 2, screen: 3, a: 4, until: 5, chosen: true } },
    { why: 'texts instead of numbers', data: { module: 'g1', screen: '0', version: '1', weeks: '2', hour: '9' } },
    { why: 'ids nobody has', data: { module: 'g99', session: 'x.y', screen: 2, rule: 'gone' } },
    { why: 'names every object has', data: { module: 'constructor', session: '__proto__', a: 'toString' } },
    { why: 'too long', data: { module: 'x'.repeat(10_000), session: 'x'.repeat(10_000), a: 'x'.repeat(10_000) } },
    { why: 'numbers out of bounds', data: { module: 'g1', screen: -1, version: -1, weeks: 1e9, days: -1, hour: 1e9 } },
    { why: 'a screen behind the last', data: { module: 'g1', screen: 20 } },
    { why: 'deep', data: { module: DEEP, session: DEEP, a: DEEP } },
    { why: 'hundreds of fields', data: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`s${at}`, 'x'])) },
  ]

  describe.each(STRANGE)('$why', ({ data }) => {
    test.each(BUTTONS.map(({ verb }) => verb))('%s: a sound card with a way on, and nothing kept', async verb => {
      const card = await press(verb, data)
      expect(cardProblems(card)).toEqual([])
      expect(headingOf(card)).toMatch(/\S/)
      expect(JSON.stringify(card)).not.toContain('x'.repeat(200))
      expect(await chat.services.store.proofs.of(chat.me().id)).toEqual([])
      expect(await chat.services.store.learning.states(chat.pseudonym())).toEqual([])
    })
  })
})
