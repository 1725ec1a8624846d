import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { NO_TOPIC } from '../../../../policies/answer/index.js'
import { message, pressed } from '../../../support/activities.js'
import { type BotHost, hostBot } from '../../../support/bot-host.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { APP, type OpenId, openId } from '../../../support/openid.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
/** The real service; a bot with authentication believes what the token says about the address. */
const SERVICE = 'https://smba.trafficmanager.net/emea/'
const FEEDBACK = { rule: 'kennzeichnung', language: 'de', topic: NO_TOPIC, helpful: true }
/** Answered in the response itself, so that no token for the way out is needed. */
const press = () => pressed('feedback', FEEDBACK, { serviceUrl: SERVICE })
const minutes = (count: number): number => Math.floor(Date.now() / 1000) + count * 60

let service: OpenId
let bot: BotHost
let asked: string[]
/** The SDK complains about bad tokens on the console; nothing of a token may stand there. */
let complaints: string

beforeAll(async () => {
  service = await openId()
})
afterAll(() => service.close())

beforeEach(async () => {
  asked = []
  complaints = ''
  jest.spyOn(console, 'error').mockImplementation((...words) => {
    complaints += words.join(' ')
  })
  const services = servicesFor(PACK)
  const principalOf = async (user: string) => {
    asked.push(user)
    return services.principalOf(user)
  }
  bot = await hostBot({ ...services, principalOf }, { settings: service.settings })
})
afterEach(async () => {
  jest.restoreAllMocks()
  await bot.close()
})

const post = (authorization: string | undefined): Promise<Response> =>
  bot.post(press(), authorization === undefined ? {} : { authorization })

describe('a valid token', () => {
  test.each([
    { why: 'as Teams sends it', claims: {} },
    { why: 'expired two minutes ago: clocks differ', claims: () => ({ exp: minutes(-2) }) },
  ])('$why: answered', async ({ claims }) => {
    const given = typeof claims === 'function' ? claims() : claims
    const response = await post(service.token({ serviceurl: SERVICE, ...given }))
    expect(response.status).toBe(200)
    expect(JSON.stringify(await response.json())).toContain('Danke für Ihre Rückmeldung')
    expect(new Set(asked).size).toBe(1)
  })
})

describe('everything else is answered with a bare 401, before anybody is asked who it is', () => {
  test.each([
    { why: 'no header', header: () => undefined },
    { why: 'an empty header', header: () => '' },
    { why: 'garbage', header: () => 'Bearer garbage' },
    { why: 'three parts of garbage', header: () => 'Bearer a.b.c' },
    { why: 'another scheme', header: () => `Basic ${Buffer.from(`${APP}:x`).toString('base64')}` },
    {
      why: 'a token without the word Bearer',
      header: () => service.token({ serviceurl: SERVICE }).slice('Bearer '.length),
    },
    { why: 'for another bot', header: () => service.token({ serviceurl: SERVICE, aud: 'app-2' }) },
    { why: 'for nobody', header: () => service.token({ serviceurl: SERVICE, aud: undefined }) },
    { why: 'by another issuer', header: () => service.token({ serviceurl: SERVICE, iss: 'https://boese.example' }) },
    { why: 'expired 20 minutes ago', header: () => service.token({ serviceurl: SERVICE, exp: minutes(-20) }) },
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
    { why: 'not signed', header: () => service.token({ serviceurl: SERVICE }, { alg: 'none', sign: () => '' }) },
    {
      why: 'signed with our public key as a shared secret',
      header: () => service.token({ serviceurl: SERVICE }, { alg: 'HS256', sign: service.publicKeyAsSecret }),
    },
    { why: 'cut off', header: () => service.token({ serviceurl: SERVICE }).slice(0, -10) },
  ])('$why', async ({ header }) => {
    const given = header()
    const response = await post(given)
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('')
    expect(response.headers.get('www-authenticate')).toBeNull()
    expect(asked).toEqual([])
    expect(bot.log()).toBe('')
    for (const part of given?.split(/[ .]/).filter(word => word.length > 20) ?? [])
      expect(complaints).not.toContain(part)
  })

  test('a channel our keys are not meant for', async () => {
    const response = await bot.post(
      { ...press(), channelId: 'webchat' },
      { authorization: service.token({ serviceurl: SERVICE }) },
    )
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('')
  })

  test('claiming to be the emulator does not help', async () => {
    const skill = { ...press(), channelId: 'emulator', recipient: { id: 'bot', role: 'skill' } }
    expect((await bot.post(skill)).status).toBe(401)
    expect(asked).toEqual([])
  })
})

test('what is no activity is refused even with a valid token', async () => {
  const response = await bot.post(
    { ...message('panne'), from: undefined },
    { authorization: service.token({ serviceurl: SERVICE }) },
  )
  expect(response.status).toBe(400)
})
