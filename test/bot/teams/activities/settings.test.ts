import { beforeEach, describe, expect, test } from '@jest/globals'
import { germanDate } from '../../../../policies/language/german-date.js'
import { plusDays } from '../../../../policies/training/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
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

describe('a pause by button', () => {
  test.each([
    { why: 'two weeks', data: { weeks: 2 }, until: '2026-12-07' },
    { why: 'only today', data: { days: 1 }, until: '2026-11-24' },
    { why: 'until a day chosen', data: { chosen: true, until: '2026-12-24' }, until: '2026-12-24' },
    { why: 'until tomorrow', data: { chosen: true, until: plusDays(DAY, 1) }, until: '2026-11-24' },
    { why: 'until the last day possible', data: { chosen: true, until: plusDays(DAY, 366) }, until: '2027-11-24' },
    { why: 'until today: no pause', data: { chosen: true, until: DAY }, until: undefined },
    { why: 'until a day gone by', data: { chosen: true, until: '2026-11-22' }, until: undefined },
    { why: 'until long ago', data: { chosen: true, until: '1999-01-01' }, until: undefined },
    { why: 'a day too far', data: { chosen: true, until: plusDays(DAY, 367) }, until: undefined },
    { why: 'until the end of days', data: { chosen: true, until: '9999-12-31' }, until: undefined },
    { why: 'until a day that does not exist', data: { chosen: true, until: '2026-02-30' }, until: undefined },
    { why: 'a day in German', data: { chosen: true, until: '24.12.2026' }, until: undefined },
    { why: 'the field left empty', data: { chosen: true, until: '' }, until: undefined },
    { why: 'the field missing', data: { chosen: true }, until: undefined },
    { why: 'weeks below zero', data: { weeks: -2 }, until: undefined },
    { why: 'a million weeks', data: { weeks: 1_000_000 }, until: undefined },
    { why: 'half a week', data: { weeks: 0.5 }, until: undefined },
    { why: 'weeks as a text', data: { weeks: '2' }, until: undefined },
    { why: 'nothing at all', data: undefined, until: undefined },
  ])('$why', async ({ data, until }) => {
    const card = await press('pause', data)
    expect((await learnerOf())?.pausedUntil).toBe(until)
    expect(headingOf(card)).toBe(until === undefined ? 'Pause machen' : `Pause bis ${germanDate(until)}`)
    expect(cardProblems(card)).toEqual([])
  })

  test('a strange wish leaves a pause under way as it is', async () => {
    await press('pause', { weeks: 1 })
    for (const data of [{ chosen: true, until: '2020-01-01' }, { weeks: -1 }, 'x', null]) await press('pause', data)
    expect((await learnerOf())?.pausedUntil).toBe('2026-11-30')
  })

  test('stops repetition until its day, not modules, and stays in sight', async () => {
    await chat.round('g1', 5)
    chat.world.today = plusDays(DAY, 1)
    await press('pause', { weeks: 1 })
    const resting = onlyCard(await chat.talk.say('lernen'))
    expect(headingOf(resting)).toBe('Als Nächstes: Was ein Sprachmodell tut')
    expect(textOf(resting)).toContain('Sie machen Pause bis 1.12.2026')
    expect(executesOf(resting).map(({ title }) => title)).toContain('Pause beenden')
    chat.world.today = '2026-12-01'
    expect(headingOf(onlyCard(await chat.talk.say('lernen')))).toBe('Heute: 5 Fragen zum Auffrischen')
  })
})

describe('a reminder by button', () => {
  test.each([
    { why: 'at nine', hour: 9, kept: 9 },
    { why: 'at the first hour', hour: 7, kept: 7 },
    { why: 'at the last hour', hour: 18, kept: 18 },
    { why: 'at three in the night', hour: 3, kept: undefined },
    { why: 'at six in the morning', hour: 6, kept: undefined },
    { why: 'in the evening', hour: 19, kept: undefined },
    { why: 'at no hour of a day', hour: 99, kept: undefined },
    { why: 'before midnight, counted backwards', hour: -1, kept: undefined },
    { why: 'at half past eight', hour: 8.5, kept: undefined },
    { why: 'an hour as a text', hour: '9', kept: undefined },
    { why: 'never', hour: null, kept: undefined },
    { why: 'nothing said', hour: undefined, kept: undefined },
  ])('$why', async ({ hour, kept }) => {
    const card = await press('remind', { hour })
    expect((await chat.services.store.reminders.of(chat.me().id))?.hour).toBe(kept)
    expect(headingOf(card)).toBe(kept === undefined ? 'Möchten Sie erinnert werden?' : `Erinnerung um ${kept} Uhr`)
    if (kept === undefined && Number.isInteger(hour)) expect(textOf(card)).toContain('zwischen 7 und 18 Uhr')
  })

  test('who was never met in a chat is told what is missing, and only they', async () => {
    const missing = 'schreiben Sie mir bitte einmal im Chat von Teams'
    expect(textOf(await press('remind', { hour: 9 }))).toContain(missing)
    await chat.services.store.conversations.save(chat.me().id, '{}', DAY)
    expect(textOf(await press('remind', { hour: 9 }))).not.toContain(missing)
  })

  test('every hour the card offers is taken', async () => {
    const offered = executesOf(await press('remind', {})).filter(({ verb }) => verb === 'remind')
    for (const { title, data } of offered) expect(headingOf(await press('remind', data))).toBe(`Erinnerung um ${title}`)
  })
})
