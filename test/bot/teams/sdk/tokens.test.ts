import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { NO_TOPIC } from '../../../../policies/answer/index.js'
import { pressed } from '../../../support/activities.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { BOT_A, BOT_B, minutes, type OpenId, openId } from '../../../support/openid.js'
import { hostRegistered, type RegisteredHost, viaTeams } from '../../../support/openid-bot.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
/** The real service; a bot with authentication believes what the token says about the address. */
const SERVICE = 'https://smba.trafficmanager.net/emea/'
const FEEDBACK = { rule: 'kennzeichnung', language: 'de', topic: NO_TOPIC, helpful: true }
/** Answered in the response itself, so that no token for the way out is needed. */
const press = (registration = BOT_A, change = {}) =>
  viaTeams(pressed('feedback', FEEDBACK, { serviceUrl: SERVICE }), registration, change)

let service: OpenId
let host: RegisteredHost
/** Whom the bots asked who it is: the ids of their municipalities. */
let asked: string[]
let complaints: string

beforeEach(async () => {
  service = await openId()
  asked = []
  complaints = ''
  jest.spyOn(console, 'error').mockImplementation((...words) => {
    complaints += words.join(' ')
  })
  host = await hostRegistered([registered('a', BOT_A)], { channel: service.channel, cooldownMs: 0 })
})
afterEach(async () => {
  jest.restoreAllMocks()
  await host.close()
  await service.close()
})

function registered(name: string, registration: typeof BOT_A) {
  const pack = name === 'a' ? PACK : { ...PACK, manifest: { ...PACK.manifest, id: name } }
  const services = servicesFor(pack)
  const principalOf = async (user: string) => {
    asked.push(name)
    return services.principalOf(user)
  }
  return { services: { ...services, principalOf }, registration }
}

async function expectBare(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status)
  expect(await response.text()).toBe('')
  expect(response.headers.get('www-authenticate')).toBeNull()
  expect(asked).toEqual([])
  expect(host.log()).toBe('')
  expect(complaints).toBe('')
}

describe('a valid token', () => {
  test.each([
    { why: 'as Teams sends it', claims: {}, change: {} },
    { why: 'expired two minutes ago: clocks differ', claims: { exp: minutes(-2) }, change: {} },
    { why: 'valid in two minutes: clocks differ', claims: { nbf: minutes(2) }, change: {} },
    {
      why: 'of a tenant written in capital letters',
      claims: {},
      change: { channelData: { tenant: { id: BOT_A.tenant.toUpperCase() } } },
    },
    { why: 'of a tenant named once', claims: {}, change: { channelData: null } },
    { why: 'for a bot named without what stands in front', claims: {}, change: { recipient: { id: BOT_A.appId } } },
  ])('$why: answered', async ({ claims, change }) => {
    const response = await host.post(press(BOT_A, change), service.token({ serviceurl: SERVICE, ...claims }))
    expect(response.status).toBe(200)
    expect(JSON.stringify(await response.json())).toContain('Danke für Ihre Rückmeldung')
    expect(new Set(asked)).toEqual(new Set(['a']))
  })
})

describe('everything else is answered with a bare 401, before anybody is asked who it is', () => {
  test.each([
    { why: 'no header', header: () => undefined },
    { why: 'an empty header', header: () => '' },
    { why: 'garbage', header: () => 'Bearer garbage' },
    { why: 'three parts of garbage', header: () => 'Bearer a.b.c' },
    { why: 'another scheme', header: () => `Basic ${Buffer.from(`${BOT_A.appId}:x`).toString('base64')}` },
    {
      why: 'a token without the word Bearer',
      header: () => service.token({ serviceurl: SERVICE }).slice('Bearer '.length),
    },
    { why: 'for another bot', header: () => service.token({ serviceurl: SERVICE, aud: BOT_B.appId }) },
    { why: 'for nobody', header: () => service.token({ serviceurl: SERVICE, aud: undefined }) },
    { why: 'by another issuer', header: () => service.token({ serviceurl: SERVICE, iss: 'https://boese.example' }) },
    {
      why: 'by Entra for any program of the tenant, as the emulator has it',
      header: () =>
        service.token({
          iss: `https://sts.windows.net/${BOT_A.tenant}/`,
          ver: '1.0',
          appid: BOT_A.appId,
          serviceurl: SERVICE,
        }),
    },
    { why: 'expired 20 minutes ago', header: () => service.token({ serviceurl: SERVICE, exp: minutes(-20) }) },
    { why: 'without an end', header: () => service.token({ serviceurl: SERVICE, exp: undefined }) },
    { why: 'valid only in an hour', header: () => service.token({ serviceurl: SERVICE, nbf: minutes(60) }) },
    { why: 'for another address to answer to', header: () => service.token({ serviceurl: 'https://boese.example/' }) },
    { why: 'for no address', header: () => service.token() },
    {
      why: 'signed with another key of the same name',
      header: () => service.token({ serviceurl: SERVICE }, { sign: service.foreignKey }),
    },
    {
      why: 'signed with a key nobody published',
      header: () => service.token({ serviceurl: SERVICE }, { kid: 'key-2', sign: service.foreignKey }),
    },
    {
      why: 'without the name of a key: nobody can say what it may speak for',
      header: () => service.token({ serviceurl: SERVICE }, { kid: undefined }),
    },
    { why: 'not signed', header: () => service.token({ serviceurl: SERVICE }, { alg: 'none', sign: () => '' }) },
    {
      why: 'signed with our public key as a shared secret',
      header: () => service.token({ serviceurl: SERVICE }, { alg: 'HS256', sign: service.publicKeyAsSecret }),
    },
    { why: 'cut off', header: () => service.token({ serviceurl: SERVICE }).slice(0, -10) },
  ])('$why', async ({ header }) => {
    await expectBare(await host.post(press(), header()), 401)
  })

  test.each([
    { why: 'a channel our keys are not meant for', change: { channelId: 'webchat' } },
    { why: 'no channel', change: { channelId: undefined } },
    { why: 'the emulator', change: { channelId: 'emulator', recipient: { id: BOT_A.appId, role: 'skill' } } },
  ])('$why', async ({ change }) => {
    await expectBare(await host.post(press(BOT_A, change), service.token({ serviceurl: SERVICE })), 401)
  })

  test('claiming to be the emulator needs a token, too', async () => {
    const skill = press(BOT_A, { channelId: 'emulator', recipient: { id: 'bot', role: 'skill' } })
    await expectBare(await host.post(skill), 401)
  })

  test('what is no activity is not even looked at', async () => {
    await expectBare(await host.post({ type: 'message' }), 401)
    expect((await host.post({ type: 'message' }, service.token({ serviceurl: SERVICE }))).status).toBe(400)
  })
})

test('a key that names no channel may speak for all, as the SDK has it', async () => {
  service.endorse(undefined)
  expect((await host.post(press(), service.token({ serviceurl: SERVICE }))).status).toBe(200)
})

describe('another tenant is refused, whoever signed for it', () => {
  test.each([
    { why: 'in the conversation', change: { conversation: { id: 'c', tenantId: BOT_B.tenant } } },
    { why: 'beside it', change: { channelData: { tenant: { id: BOT_B.tenant } } } },
    { why: 'none named', change: { conversation: { id: 'c' }, channelData: {} } },
    { why: 'for another bot', change: { recipient: { id: `28:${BOT_B.appId}` } } },
  ])('$why', async ({ change }) => {
    await expectBare(await host.post(press(BOT_A, change), service.token({ serviceurl: SERVICE })), 403)
  })
})

describe('keys change while the service runs', () => {
  test('a new one counts at once, a withdrawn one no longer', async () => {
    const before = service.token({ serviceurl: SERVICE })
    expect((await host.post(press(), before)).status).toBe(200)
    const next = service.rotate()
    expect((await host.post(press(), service.token({ serviceurl: SERVICE }, next))).status).toBe(200)
    asked = []
    expect((await host.post(press(), before)).status).toBe(401)
    expect(asked).toEqual([])
  })

  test('while they are out of reach nobody is let in, and the log says why', async () => {
    service.fail(503)
    const response = await host.post(press(), service.token({ serviceurl: SERVICE }))
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('')
    expect(host.log()).toContain('out of reach')
    service.fail(undefined)
    expect((await host.post(press(), service.token({ serviceurl: SERVICE }))).status).toBe(200)
  })

  test('made-up keys do not make us ask all the time', async () => {
    const patient = await hostRegistered([registered('a', BOT_A)], { channel: service.channel })
    const madeUp = { kid: 'key-9', sign: service.foreignKey }
    for (let count = 0; count < 5; count++) {
      expect((await patient.post(press(), service.token({ serviceurl: SERVICE }, madeUp))).status).toBe(401)
    }
    await patient.close()
    expect(service.asked()).toBe(1)
  })
})

describe('two bots in one service', () => {
  let both: RegisteredHost
  beforeEach(async () => {
    const seams = { channel: service.channel, cooldownMs: 0 }
    both = await hostRegistered([registered('a', BOT_A), registered('b', BOT_B)], seams)
  })
  afterEach(() => both.close())

  const token = (claims = {}) => service.token({ serviceurl: SERVICE, ...claims })

  test.each([
    { why: 'A’s token goes to A', header: () => token(), activity: press(BOT_A), status: 200, by: ['a'] },
    {
      why: 'B’s token goes to B',
      header: () => token({ aud: BOT_B.appId }),
      activity: press(BOT_B),
      status: 200,
      by: ['b'],
    },
    { why: 'A’s token for B’s activity', header: () => token(), activity: press(BOT_B), status: 403, by: [] },
    {
      why: 'A’s token for B’s bot in A’s tenant',
      header: () => token(),
      activity: press(BOT_A, { recipient: { id: `28:${BOT_B.appId}` } }),
      status: 403,
      by: [],
    },
    {
      why: 'A’s token for A’s bot in B’s tenant',
      header: () => token(),
      activity: press(BOT_B, { recipient: { id: `28:${BOT_A.appId}` } }),
      status: 403,
      by: [],
    },
    {
      why: 'a tenant nobody knows',
      header: () => token(),
      activity: press({ ...BOT_A, tenant: 'cccccccc-0000-4000-8000-000000000003' }),
      status: 403,
      by: [],
    },
    {
      why: 'a bot nobody knows',
      header: () => token({ aud: 'cccccccc-0000-4000-8000-0000000000b0' }),
      activity: press(BOT_A),
      status: 401,
      by: [],
    },
    {
      why: 'for both at once',
      header: () => token({ aud: [BOT_A.appId, BOT_B.appId] }),
      activity: press(BOT_A),
      status: 401,
      by: [],
    },
    {
      why: 'B’s name on a token A’s keys never signed',
      header: () => service.token({ serviceurl: SERVICE, aud: BOT_B.appId }, { sign: service.foreignKey }),
      activity: press(BOT_B),
      status: 401,
      by: [],
    },
    { why: 'no token', header: () => undefined, activity: press(BOT_A), status: 401, by: [] },
  ])('$why: $status', async ({ header, activity, status, by }) => {
    const response = await both.post(activity, header())
    expect(response.status).toBe(status)
    if (status !== 200) expect(await response.text()).toBe('')
    expect([...new Set(asked)]).toEqual(by)
  })
})
