import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Services } from '../../../../bot/teams/services.js'
import { indexOf, NO_TOPIC } from '../../../../policies/answer/index.js'
import { activity, BOT, edited, mention, message, pressed } from '../../../support/activities.js'
import { type BotHost, hostBot } from '../../../support/bot-host.js'
import { cardProblems } from '../../../support/card-rules.js'
import { type FakeConnector, fakeConnector } from '../../../support/fake-connector.js'
import { freshStore } from '../../../support/fresh-store.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const CV = 'Darf ich einen Lebenslauf in ChatGPT hochladen?'
const LABELS = 'Muss ich KI-Texte kennzeichnen?'

let connector: FakeConnector
let bot: BotHost
let services: Services
const here = (): { serviceUrl: string } => ({ serviceUrl: connector.address })
const steps = (): string[] => connector.sent().map(({ method, path }) => `${method} ${path}`)

beforeAll(async () => {
  // Built at the first question otherwise, and that one would be slow enough for the typing sign.
  indexOf(PACK)
  connector = await fakeConnector()
})
afterAll(() => connector.close())

beforeEach(async () => {
  connector.clear()
  services = servicesFor(PACK)
  bot = await hostBot(services)
})
afterEach(() => bot.close())

async function withMemory(memory: Partial<Services['memory']>, run: (slow: BotHost) => Promise<void>): Promise<void> {
  const other = await hostBot(servicesFor(PACK, { memory: { ...freshStore().memory, ...memory } }))
  await run(other).finally(other.close)
}

describe('a question', () => {
  test('gets one card, in the conversation, with words for clients without cards', async () => {
    expect((await bot.post(message(CV, here()))).status).toBe(200)
    expect(steps()).toEqual(['POST /v3/conversations/conversation-1/activities/message-1'])
    const { activity: answer } = connector.sent()[0] ?? {}
    expect(answer?.type).toBe('message')
    const [card, ...others] = answer?.attachments ?? []
    expect(others).toEqual([])
    expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive')
    expect(cardProblems(card?.content)).toEqual([])
    expect(answer?.summary).toBe(card?.content.fallbackText)
    expect(answer?.summary).toMatch(/^Nein, nicht erlaubt\. /)
  })

  test('in a channel is understood without our name in front', async () => {
    const channel = { conversation: { id: 'channel-1', conversationType: 'channel' }, entities: [mention(BOT)] }
    await bot.post(message('<at>KI-Kompass</at> panne', { ...channel, ...here() }))
    expect(connector.wire()).toContain('Bitte schreiben Sie hier in der Gruppe nichts zum Inhalt.')
  })

  test('of two people in a group is kept apart', async () => {
    const recalled = jest.fn(freshStore().memory.recall)
    await withMemory({ recall: recalled }, async host => {
      for (const id of ['29:one', '29:two'])
        await host.post(
          message(CV, { from: { id }, conversation: { id: 'group-1', conversationType: 'groupChat' }, ...here() }),
        )
    })
    expect(new Set(recalled.mock.calls.map(([conversation]) => conversation)).size).toBe(2)
  })

  test('welcome brings prompts to tap', async () => {
    await bot.post(activity('conversationUpdate', { membersAdded: [BOT], ...here() }))
    const [welcome] = connector.sent()
    expect(welcome?.activity.suggestedActions?.actions.map(({ value }) => value)).toContain(CV)
  })
})

describe('typing', () => {
  const recallAfter =
    (milliseconds: number): Services['memory']['recall'] =>
    async () =>
      new Promise(done => setTimeout(() => done([]), milliseconds))

  test.each([
    { why: 'shown when an answer takes longer than 1.2 seconds', takes: 1500, kinds: ['typing', 'message'] },
    { why: 'not shown when it comes at once', takes: 0, kinds: ['message'] },
  ])('$why', async ({ takes, kinds }) => {
    await withMemory({ recall: recallAfter(takes) }, async host => {
      await host.post(message(CV, here()))
      expect(connector.sent().map(sent => sent.activity.type)).toEqual(kinds)
    })
  })
})

describe('a button', () => {
  const topic = { ...NO_TOPIC, rules: ['kennzeichnung'] }

  test('turns its card over in the answer to the press, and sends nothing', async () => {
    const response = await bot.post(pressed('feedback', { rule: 'kennzeichnung', topic, helpful: true }, here()))
    expect(response.status).toBe(200)
    const body = await response.json()
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    expect(cardProblems(body.value)).toEqual([])
    expect(JSON.stringify(body.value)).toContain('Danke für Ihre Rückmeldung')
    expect(connector.sent()).toEqual([])
  })

  test('that opens a rule sends a message and leaves its card as it is', async () => {
    const response = await bot.post(pressed('rule', { rule: 'kennzeichnung', topic }, here()))
    expect(await response.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: '',
    })
    expect(steps()).toHaveLength(1)
  })

  test('of yesterday’s version says so', async () => {
    expect((await bot.post(pressed('gone', {}, here()))).status).toBe(200)
    expect(connector.wire()).toContain('Diese Schaltfläche ist nicht mehr aktuell')
  })

  test.each(['fileConsent/invoke', 'composeExtension/queryLink', ''])(
    'an invoke nobody knows (%j) is answered 501, without a message',
    async name => {
      const response = await bot.post(activity('invoke', { name, ...here() }))
      expect(response.status).toBe(501)
      expect(connector.sent()).toEqual([])
    },
  )
})

describe('an edited message', () => {
  const REPLY = '/v3/conversations/conversation-1/activities/reply-1'

  test('gets its earlier answer renewed instead of a second one, as often as it is edited', async () => {
    await bot.post(message(CV, here()))
    await bot.post(edited(LABELS, here()))
    await bot.post(edited('panne', here()))
    expect(steps()).toEqual([
      'POST /v3/conversations/conversation-1/activities/message-1',
      `PUT ${REPLY}`,
      `PUT ${REPLY}`,
    ])
    expect(connector.sent().at(-1)?.activity.summary).toMatch(/^Ruhig bleiben/)
  })

  test('is answered anew if the earlier answer is gone, and that answer is renewed from then on', async () => {
    await bot.post(message(CV, here()))
    connector.refuse({ PUT: 404 })
    await bot.post(edited(LABELS, here()))
    connector.refuse({})
    await bot.post(edited('panne', here()))
    const methods = connector.sent().map(({ method }) => method)
    expect(methods).toEqual(['POST', 'PUT', 'POST', 'PUT'])
    expect(connector.sent().at(-1)?.path).toMatch(/\/reply-2$/)
  })

  test('we never answered is answered like a new one', async () => {
    await bot.post(edited(LABELS, here()))
    expect(steps()).toEqual(['POST /v3/conversations/conversation-1/activities/message-1'])
  })

  test('renews only its own answer', async () => {
    await bot.post(message(CV, here()))
    await bot.post(message(LABELS, { id: 'message-2', ...here() }))
    await bot.post(edited('panne', { id: 'message-2', ...here() }))
    expect(steps().at(-1)).toBe('PUT /v3/conversations/conversation-1/activities/reply-2')
  })

  test('taken back and restored is left alone', async () => {
    await bot.post(edited(CV, { channelData: { eventType: 'undeleteMessage' }, ...here() }))
    expect(connector.sent()).toEqual([])
  })
})
