import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { pino } from 'pino'
import { createBot } from '../../../../bot/teams/sdk/adapter.js'
import { keepEntities } from '../../../../bot/teams/sdk/keep-entities.js'
import { BOT, USER } from '../../../support/activities.js'
import { type FakeConnector, fakeConnector } from '../../../support/fake-connector.js'
import { servicesFor } from '../../../support/scenes.js'
import { smallPack } from '../../../support/small-pack.js'

/** The label "written by AI", with what the serialiser does not know. */
const LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
  citation: [{ '@type': 'Claim', position: 1, appearance: { name: 'Art. 50 KI-VO' } }],
}

let connector: FakeConnector

beforeAll(async () => {
  connector = await fakeConnector()
})
afterAll(() => connector.close())
beforeEach(() => connector.clear())

/** The entities as they arrive at the chat. */
async function arrived(entities: NonNullable<Activity['entities']>): Promise<unknown> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const conversation = { id: 'conversation-1', isGroup: false, conversationType: 'personal', name: '' }
  const reference = { serviceUrl: connector.address, channelId: 'msteams', conversation, bot: BOT, user: USER }
  await adapter.continueConversationAsync('', reference, async context => {
    await context.sendActivity({ type: 'message', text: 'Antwort', entities })
  })
  return connector.sent()[0]?.activity.entities
}

test('without our care the SDK strips an entity (once it no longer does, keep-entities.ts can go)', async () => {
  expect(await arrived([LABEL])).toEqual([{ type: LABEL.type }])
})

test('once our endpoint exists an entity arrives whole', async () => {
  createBot(servicesFor(smallPack()), undefined, pino({ level: 'silent' }))
  expect(await arrived([LABEL])).toEqual([LABEL])
})

test('asking twice changes nothing, and mentions arrive as before', async () => {
  keepEntities()
  keepEntities()
  const mention = { type: 'mention', text: '<at>Aylin Demir</at>', mentioned: { id: USER.id, name: USER.name } }
  expect(await arrived([mention, LABEL])).toEqual([mention, LABEL])
})
