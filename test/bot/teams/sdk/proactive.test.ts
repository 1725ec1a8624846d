import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { MicrosoftAppCredentials } from 'botframework-connector'
import { issuerOf } from '../../../../bot/teams/cards/frame.js'
import { noticeCard } from '../../../../bot/teams/cards/notice-card.js'
import type { Services } from '../../../../bot/teams/services.js'
import { message } from '../../../support/activities.js'
import { type BotHost, hostBot } from '../../../support/bot-host.js'
import { type FakeConnector, fakeConnector } from '../../../support/fake-connector.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { type OpenId, openId } from '../../../support/openid.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const CARD = noticeCard({ title: 'Titel', lines: ['Zeile'] }, 'de', issuerOf(PACK))

let signIn: OpenId
let connector: FakeConnector
let services: Services
let bot: BotHost

beforeAll(async () => {
  signIn = await openId()
  connector = await fakeConnector()
})
afterAll(async () => {
  await signIn.close()
  await connector.close()
})
beforeEach(async () => {
  connector.clear()
  services = servicesFor(PACK)
  bot = await hostBot(services, { settings: signIn.settings })
})
afterEach(async () => {
  jest.restoreAllMocks()
  await bot.close()
})

/** Tokens for the way out come from Microsoft's sign-in, which insists on https and a real name: that one step is played. */
const signedInAs = (token: string | Error) =>
  jest.spyOn(MicrosoftAppCredentials.prototype, 'getToken').mockImplementation(async () => {
    if (token instanceof Error) throw token
    return token
  })

async function reference(): Promise<string> {
  const serviceUrl = connector.address
  await bot.post(message('hilfe', { serviceUrl }), { authorization: signIn.token({ serviceurl: serviceUrl }) })
  const kept = await services.store.conversations.of(services.local?.current().person.id ?? '')
  if (!kept) throw new Error('nothing kept')
  return kept.reference
}

describe('with authentication', () => {
  test('answers and messages of our own accord carry a token', async () => {
    signedInAs('token-1')
    expect(await bot.send(await reference(), CARD)).toEqual({ kind: 'sent' })
    expect(connector.sent().map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-1'])
  })

  test('nothing leaves without a token; it is tried again', async () => {
    const token = signedInAs('token-1')
    const kept = await reference()
    connector.clear()
    token.mockRejectedValue(new Error('sign-in is down'))
    await expect(bot.send(kept, CARD)).rejects.toThrow()
    expect(connector.sent()).toEqual([])
  })

  test('a token that is not believed is no reason to give a person up', async () => {
    signedInAs('token-1')
    const kept = await reference()
    connector.refuse({ POST: 401 })
    await expect(bot.send(kept, CARD)).rejects.toThrow()
  })

  test('whoever cannot prove to be the chat service is not remembered', async () => {
    const token = signedInAs('token-1')
    expect((await bot.post(message('hilfe', { serviceUrl: connector.address }))).status).toBe(401)
    expect(await services.store.conversations.of(services.local?.current().person.id ?? '')).toBeUndefined()
    expect(token).not.toHaveBeenCalled()
  })
})

test('without authentication there is no token', async () => {
  const open = await hostBot(services)
  await open.post(message('hilfe', { serviceUrl: connector.address }))
  const kept = await services.store.conversations.of(services.local?.current().person.id ?? '')
  expect(await open.send(kept?.reference ?? '', CARD)).toEqual({ kind: 'sent' })
  await open.close()
  expect(connector.sent().map(({ authorization }) => authorization)).toEqual([undefined, undefined])
})
