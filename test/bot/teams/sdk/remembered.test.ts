import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Services } from '../../../../bot/teams/services.js'
import { indexOf } from '../../../../policies/answer/index.js'
import { activity, BOT, invoked, message, pressed, USER } from '../../../support/activities.js'
import { type BotHost, hostBot } from '../../../support/bot-host.js'
import { type FakeConnector, fakeConnector } from '../../../support/fake-connector.js'
import { freshStore } from '../../../support/fresh-store.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()

let connector: FakeConnector
let services: Services
let bot: BotHost
let person: string
let at: string
let saves: number

beforeAll(async () => {
  indexOf(PACK)
  connector = await fakeConnector()
})
afterAll(() => connector.close())
beforeEach(async () => {
  at = '2026-11-23T09:00:00Z'
  saves = 0
  connector.clear()
  const store = freshStore()
  const save: typeof store.conversations.save = (...row) => {
    saves++
    return store.conversations.save(...row)
  }
  services = servicesFor(PACK, {
    store: { ...store, conversations: { ...store.conversations, save } },
    now: () => new Date(at),
  })
  person = services.local?.current().person.id ?? ''
  bot = await hostBot(services)
})
afterEach(() => bot.close())

const here = (change: object = {}) => ({ serviceUrl: connector.address, ...change })
const inside = (conversationType: string, id = 'other-1') => here({ conversation: { id, conversationType } })
const where = () => services.store.conversations.of(person)
const chat = async (): Promise<unknown> => JSON.parse((await where())?.reference ?? 'null')?.conversation?.id

describe('where a person is reached', () => {
  test('is kept with the first message, and not again that day', async () => {
    await bot.post(message('hilfe', here()))
    const first = await where()
    expect(first?.seen).toBe('2026-11-23')
    await bot.post(message('regeln', here({ id: 'message-2', locale: 'de-DE' })))
    await bot.post(pressed('learn', {}, here({ id: 'message-3', from: { ...USER, name: 'A. Demir' } })))
    expect(await where()).toEqual(first)
    expect(saves).toBe(1)
  })

  test('is kept anew the next day, which is when its time begins again', async () => {
    await bot.post(message('hilfe', here()))
    at = '2026-11-23T23:30:00Z'
    await bot.post(message('hilfe', here()))
    expect((await where())?.seen).toBe('2026-11-24')
    expect(saves).toBe(2)
  })

  test('is another place the same day if the person has a new chat', async () => {
    await bot.post(message('hilfe', here()))
    await bot.post(message('hilfe', inside('personal', 'conversation-2')))
    expect(await chat()).toBe('conversation-2')
  })

  test('holds addresses only: no name, no text, no single message', async () => {
    await bot.post(message('panne', here({ locale: 'de-DE' })))
    const { reference = '' } = (await where()) ?? {}
    expect(JSON.parse(reference)).toEqual({
      serviceUrl: connector.address,
      channelId: 'msteams',
      conversation: { id: 'conversation-1', conversationType: 'personal' },
      bot: { id: BOT.id },
      user: { id: USER.id },
    })
  })

  test.each([
    {
      why: 'who installs the bot, so that a reminder is possible at once',
      what: () => activity('conversationUpdate', here({ membersAdded: [BOT] })),
    },
    { why: 'who sends a picture', what: () => message('', here({ attachments: [{ contentType: 'image/png' }] })) },
    {
      why: 'in a client that does not say what kind of chat it is',
      what: () => message('hilfe', here({ conversation: { id: 'conversation-1' } })),
    },
  ])('is kept of somebody $why', async ({ what }) => {
    await bot.post(what())
    expect(await chat()).toBe('conversation-1')
  })

  test.each([
    { why: 'a message in a group', what: () => message('hilfe', inside('groupChat')) },
    { why: 'a message in a channel', what: () => message('hilfe', inside('channel')) },
    { why: 'a message in a kind of chat nobody knows yet', what: () => message('hilfe', inside('meeting')) },
    {
      why: 'being added to a group',
      what: () => activity('conversationUpdate', { membersAdded: [BOT], ...inside('groupChat') }),
    },
    {
      why: 'a search from the chat of two people',
      what: () => invoked('composeExtension/query', { parameters: [] }, inside('personal')),
    },
    {
      why: 'a dialog from the chat of two people',
      what: () => invoked('composeExtension/fetchTask', {}, inside('personal')),
    },
    {
      why: 'a button on a card shared in the chat of two people',
      what: () => pressed('learn', {}, inside('personal')),
    },
    { why: 'a reaction', what: () => activity('messageReaction', inside('personal')) },
    {
      why: 'an invoke nobody knows',
      what: () => activity('invoke', { name: 'fileConsent/invoke', ...inside('personal') }),
    },
    {
      why: 'somebody else who joins',
      what: () => activity('conversationUpdate', { membersAdded: [USER], ...inside('personal') }),
    },
  ])('is neither kept nor changed by $why', async ({ what }) => {
    await bot.post(what())
    expect(await where()).toBeUndefined()
    await bot.post(message('hilfe', here()))
    at = '2026-11-24T09:00:00Z'
    await bot.post(what())
    expect([await chat(), (await where())?.seen]).toEqual(['conversation-1', '2026-11-23'])
  })

  test('stays known for whoever only presses buttons in their own chat', async () => {
    await bot.post(message('hilfe', here()))
    at = '2026-11-24T09:00:00Z'
    await bot.post(pressed('learn', {}, here()))
    expect((await where())?.seen).toBe('2026-11-24')
  })

  test.each(['remove', 'remove-upgrade'])('is forgotten when the app goes (%s)', async action => {
    await bot.post(message('hilfe', here()))
    await bot.post(activity('installationUpdate', here({ action })))
    expect(await where()).toBeUndefined()
    await bot.post(message('hilfe', here()))
    expect(await chat()).toBe('conversation-1')
  })

  test('is not kept again by the press that deletes everything', async () => {
    await bot.post(message('hilfe', here()))
    at = '2026-11-24T09:00:00Z'
    await bot.post(pressed('erase', { sure: true }, here()))
    expect(await where()).toBeUndefined()
  })

  test('is not kept of somebody nobody knows', async () => {
    const stranger = await hostBot({ ...services, principalOf: async () => undefined })
    await stranger.post(message('hilfe', here()))
    await stranger.close()
    expect(saves).toBe(0)
  })
})

describe('whoever asks gets the answer, though it could not be kept where they are reached', () => {
  const lost = async () => Promise.reject(new RangeError(`${USER.name} conversation-1`))
  test.each([
    { why: 'reading fails', broken: { of: lost } },
    { why: 'writing fails', broken: { save: lost } },
  ])('$why', async ({ broken }) => {
    const { store } = services
    const conversations = { ...store.conversations, ...broken }
    const other = await hostBot({ ...services, store: { ...store, conversations } })
    expect((await other.post(message('panne', here()))).status).toBe(200)
    await other.close()
    expect(connector.sent().map(({ activity: sent }) => sent.summary)).toEqual([
      expect.stringMatching(/^Ruhig bleiben/),
    ])
    const [trouble, turn] = other
      .log()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(trouble).toMatchObject({ msg: 'not remembered', error: 'RangeError' })
    expect(turn).toMatchObject({ msg: 'turn', event: 'message' })
    expect(other.log()).not.toContain(USER.name)
    expect(other.log()).not.toContain('conversation-1')
  })
})
