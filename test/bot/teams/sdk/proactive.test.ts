import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { issuerOf } from '../../../../bot/teams/cards/frame.js'
import { noticeCard } from '../../../../bot/teams/cards/notice-card.js'
import type { Services } from '../../../../bot/teams/services.js'
import { message } from '../../../support/activities.js'
import { hostBot } from '../../../support/bot-host.js'
import { type FakeConnector, fakeConnector } from '../../../support/fake-connector.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { BOT_A, BOT_B, type OpenId, openId } from '../../../support/openid.js'
import { hostRegistered, type RegisteredHost, viaTeams } from '../../../support/openid-bot.js'
import { type Login, loginFor } from '../../../support/openid-login.js'
import { selfSigned } from '../../../support/proxy-certificates.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const CARD = noticeCard({ title: 'Titel', lines: ['Zeile'] }, 'de', issuerOf(PACK))
const SCOPE = 'https://api.botframework.com/.default'
/** B proves itself with a certificate. */
const CERTIFIED = selfSigned('KI-Kompass B')
const B = { ...BOT_B, credential: { kind: 'certificate', ...CERTIFIED } as const }

let signIn: OpenId
let login: Login
let connector: FakeConnector
let services: Services
let host: RegisteredHost

beforeAll(async () => {
  signIn = await openId()
  connector = await fakeConnector()
  login = await loginFor({
    secrets: { [BOT_A.appId]: 'geheim-a' },
    certificates: { [BOT_B.appId]: CERTIFIED.certificate },
  })
})
afterAll(async () => {
  await login.outbound.close()
  await Promise.all([signIn.close(), connector.close(), login.close()])
})
beforeEach(async () => {
  connector.clear()
  login.refuse(false)
  services = servicesFor(PACK)
  host = await open(BOT_A)
})
afterEach(() => host.close())

const open = (registration: typeof BOT_A): Promise<RegisteredHost> =>
  hostRegistered([{ services, registration }], {
    channel: signIn.channel,
    login: login.address,
    outbound: login.outbound,
  })

const sendOf = (from: RegisteredHost) => {
  const [bot] = from.bots
  if (!bot) throw new Error('no bot')
  return bot.send
}

async function write(to = host, registration = BOT_A): Promise<number> {
  const serviceUrl = connector.address
  const token = signIn.token({ serviceurl: serviceUrl, aud: registration.appId })
  return (await to.post(viaTeams(message('hilfe', { serviceUrl }), registration), token)).status
}

const kept = async (): Promise<string | undefined> =>
  (await services.store.conversations.of(services.local?.current().person.id ?? ''))?.reference

async function reference(): Promise<string> {
  await write()
  const known = await kept()
  if (known === undefined) throw new Error('nothing kept')
  return known
}

/** On a busy machine the bot says that it is writing, which proves nothing more. */
const authorizations = () =>
  connector.sent().flatMap(({ activity, authorization }) => (activity.type === 'typing' ? [] : [authorization]))
const bearer = (registration: typeof BOT_A): string => `Bearer ${login.tokenFor(registration.appId, SCOPE)}`

describe('with authentication', () => {
  test('answers and messages of our own accord carry a token of this bot, from its own tenant', async () => {
    expect(await sendOf(host)(await reference(), CARD)).toEqual({ kind: 'sent' })
    expect(authorizations()).toEqual([bearer(BOT_A), bearer(BOT_A)])
    expect(login.granted().at(-1)).toEqual({ client: BOT_A.appId, tenant: BOT_A.tenant, scope: SCOPE })
  })

  test('one token is enough for many messages', async () => {
    const before = login.granted().length
    for (let count = 0; count < 3; count++) await write()
    expect(login.granted().length - before).toBe(1)
  })

  test('a certificate proves the bot as well as a secret', async () => {
    const other = await open(B)
    expect(await write(other, B)).toBe(200)
    expect(authorizations()).toEqual([bearer(BOT_B)])
    await other.close()
  })

  test('the key of another certificate proves nothing', async () => {
    const forged = selfSigned('KI-Kompass B')
    const other = await open({ ...B, credential: { kind: 'certificate', ...forged } })
    await write(other, B)
    await other.close()
    expect(connector.sent()).toEqual([])
  })

  test('nothing leaves without a token; it is tried again', async () => {
    const known = await reference()
    connector.clear()
    login.refuse(true)
    const fresh = await open(BOT_A)
    await expect(sendOf(fresh)(known, CARD)).rejects.toThrow()
    expect(connector.sent()).toEqual([])
    await fresh.close()
  })

  test('neither secret nor token is logged, whatever goes wrong', async () => {
    login.refuse(true)
    const fresh = await open({ ...BOT_A, credential: { kind: 'secret', secret: 'anderes-geheimnis' } })
    expect(await write(fresh)).toBe(200)
    expect(fresh.log()).toContain('turn failed')
    expect(fresh.log()).not.toMatch(/geheim|Bearer|eyJ/)
    await fresh.close()
  })

  test('a token that is not believed is no reason to give a person up', async () => {
    const known = await reference()
    connector.refuse({ POST: 401 })
    await expect(sendOf(host)(known, CARD)).rejects.toThrow()
  })

  test('a service that is busy says when to come again', async () => {
    const known = await reference()
    connector.refuse({ POST: 429 }, { 'retry-after': '7' })
    expect(await sendOf(host)(known, CARD)).toEqual({ kind: 'later', afterMs: 7000 })
  })

  test('after the signal nothing leaves any more', async () => {
    const known = await reference()
    connector.clear()
    await expect(sendOf(host)(known, CARD, AbortSignal.abort())).rejects.toThrow()
    expect(connector.sent()).toEqual([])
  })

  test('whoever cannot prove to be the chat service is not remembered', async () => {
    const before = login.granted().length
    const serviceUrl = connector.address
    expect((await host.post(viaTeams(message('hilfe', { serviceUrl }), BOT_A))).status).toBe(401)
    expect(await kept()).toBeUndefined()
    expect(login.granted().length).toBe(before)
  })
})

test('without authentication there is no token', async () => {
  const local = await hostBot(services)
  await local.post(message('hilfe', { serviceUrl: connector.address }))
  expect(await local.send((await kept()) ?? '', CARD)).toEqual({ kind: 'sent' })
  await local.close()
  expect(authorizations()).toEqual([undefined, undefined])
})
