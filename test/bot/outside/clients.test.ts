import { json } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import OpenAI from 'openai'
import { fetchFor } from '../../../bot/generation/models/fetch.js'
import { createGraph } from '../../../bot/identity/graph/graph.js'
import { createKeySets } from '../../../bot/identity/key-sets.js'
import { createAppTokens } from '../../../bot/outside/app-tokens.js'
import { createOutbound, type Outbound } from '../../../bot/outside/outbound.js'
import { issuerOf } from '../../../bot/teams/cards/frame.js'
import { noticeCard } from '../../../bot/teams/cards/notice-card.js'
import { message } from '../../support/activities.js'
import { hostBot } from '../../support/bot-host.js'
import { fakeConnector } from '../../support/fake-connector.js'
import { musterstadt, NOW } from '../../support/musterstadt.js'
import { BOT_A, minutes } from '../../support/openid.js'
import { hostRegistered, viaTeams } from '../../support/openid-bot.js'
import { type Login, loginFor } from '../../support/openid-login.js'
import { type HouseProxy, proxyTo, type SecureHost, secureHost } from '../../support/proxy.js'
import { authority } from '../../support/proxy-certificates.js'
import { servicesFor } from '../../support/scenes.js'

/** Nobody but the proxy knows where these are, so whatever is answered has gone through it. */
const HOST = {
  login: 'login.draussen.example',
  keys: 'keys.draussen.example',
  chat: 'chat.draussen.example',
  graph: 'graph.draussen.example',
  model: 'modell.draussen.example',
}
const at = (name: keyof typeof HOST, path = ''): string => `https://${HOST[name]}${path}`
const through = (name: keyof typeof HOST): string => `${HOST[name]}:443`

const PACK = await musterstadt()
const CARD = noticeCard({ title: 'Titel', lines: ['Zeile'] }, 'de', issuerOf(PACK))
const HOUSE = authority()
const KEY = await generateKeyPair('RS256')

let everything: SecureHost
let login: Login
let proxy: HouseProxy
let outbound: Outbound
/** Who sent what to the chat service. */
let sent: (string | undefined)[]

beforeAll(async () => {
  const jwk = { ...(await exportJWK(KEY.publicKey)), kid: 'k', alg: 'RS256', use: 'sig', endorsements: ['msteams'] }
  const answers: Readonly<Record<string, unknown>> = {
    '/openid': { jwks_uri: at('keys', '/keys') },
    '/keys': { keys: [jwk] },
    '/v1.0/x': { x: 1 },
  }
  everything = await secureHost(HOUSE.certify(...Object.values(HOST)), async (request, response) => {
    const { url = '', headers } = request
    if (url.startsWith('/v3/')) sent.push(headers.authorization)
    if (request.method === 'POST') await json(request)
    if (url.endsWith('/chat/completions')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return void response.end('data: [DONE]\n\n')
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers[url] ?? { id: 'reply-1' }))
  })
  login = await loginFor({ secrets: { [BOT_A.appId]: 'geheim-a' } }, HOUSE, [HOST.login])
  const { port } = everything
  proxy = await proxyTo({
    [HOST.login]: login.port,
    [HOST.keys]: port,
    [HOST.chat]: port,
    [HOST.graph]: port,
    [HOST.model]: port,
  })
})
afterAll(async () => {
  await login.outbound.close()
  await Promise.all([everything.close(), login.close(), proxy.close()])
})
beforeEach(() => {
  sent = []
  proxy.clear()
  outbound = between(HOUSE.certificate)
})
afterEach(() => outbound.close())

const between = (ca: string): Outbound => createOutbound({ proxy: proxy.address, noProxy: 'rathaus.example', ca })

const signed = (claims: Record<string, unknown>): Promise<string> =>
  new SignJWT({ iss: 'https://api.botframework.com', aud: BOT_A.appId, exp: minutes(10), ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .sign(KEY.privateKey)

/** Each client with how to use it, and where it goes. */
const CLIENTS: readonly {
  readonly why: string
  readonly use: (fetch: Outbound['fetch']) => Promise<unknown>
  readonly hosts: readonly string[]
}[] = [
  {
    why: 'sign-in of the application (MSAL)',
    use: fetch => createAppTokens(BOT_A, fetch, at('login'))('https://graph.microsoft.com/.default'),
    hosts: [through('login')],
  },
  {
    why: 'keys of a sign-in for people (jose)',
    use: async fetch =>
      createKeySets(fetch)(at('keys', '/keys'))({ alg: 'RS256', kid: 'k' }, { payload: '', signature: '' }),
    hosts: [through('keys')],
  },
  {
    why: 'Graph',
    use: fetch => createGraph(async () => 'token', fetch, at('graph')).get('/v1.0/x'),
    hosts: [through('graph')],
  },
  {
    why: 'a model',
    use: fetch => {
      const client = new OpenAI({
        baseURL: at('model', '/v1'),
        apiKey: 'x',
        maxRetries: 0,
        fetch: fetchFor(() => NOW, fetch),
      })
      const body = { model: 'm', messages: [], stream: true as const }
      return client.chat.completions.create(body).asResponse()
    },
    hosts: [through('model')],
  },
]

describe('every client takes the one way out', () => {
  test.each(CLIENTS)('$why', async ({ use, hosts }) => {
    await use(outbound.fetch)
    expect([...new Set(proxy.passed())]).toEqual(hosts)
  })

  test.each(CLIENTS)('$why, and believes nobody with another authority', async ({ use }) => {
    const other = between(authority().certificate)
    await expect(use(other.fetch)).rejects.toThrow()
    await other.close()
  })
})

describe('the bot', () => {
  const open = (way: Outbound) => {
    const services = servicesFor(PACK)
    const channel = { metadata: at('keys', '/openid'), issuer: 'https://api.botframework.com' }
    return hostRegistered([{ services, registration: BOT_A }], {
      channel,
      login: at('login'),
      outbound: way,
      cooldownMs: 0,
    })
  }
  const question = async () => {
    const serviceUrl = at('chat', '/')
    const activity = viaTeams(message('hilfe', { serviceUrl }), BOT_A)
    return { activity, authorization: `Bearer ${await signed({ serviceurl: serviceUrl })}` }
  }

  test('asks for keys, signs in and answers through the proxy', async () => {
    const host = await open(outbound)
    const { activity, authorization } = await question()
    expect((await host.post(activity, authorization)).status).toBe(200)
    await host.close()
    expect(new Set(proxy.passed())).toEqual(new Set([through('keys'), through('login'), through('chat')]))
    expect(new Set(sent)).toEqual(
      new Set([`Bearer ${login.tokenFor(BOT_A.appId, 'https://api.botframework.com/.default')}`]),
    )
  })

  test('and what it sends of its own accord as well', async () => {
    const host = await open(outbound)
    const reference = {
      serviceUrl: at('chat', '/'),
      channelId: 'msteams',
      conversation: { id: 'c', tenantId: BOT_A.tenant },
      bot: { id: `28:${BOT_A.appId}` },
      user: { id: '29:user-1' },
    }
    expect(await host.bots[0]?.send(JSON.stringify(reference), CARD)).toEqual({ kind: 'sent' })
    await host.close()
    expect(new Set(proxy.passed())).toEqual(new Set([through('login'), through('chat')]))
  })

  test('on this machine answers directly, whatever stands in the environment', async () => {
    const before = process.env
    process.env = { ...before, HTTPS_PROXY: proxy.address, HTTP_PROXY: proxy.address }
    const connector = await fakeConnector()
    const host = await hostBot(servicesFor(PACK))
    await host.post(message('hilfe', { serviceUrl: connector.address }))
    await host.close()
    await connector.close()
    process.env = before
    expect(connector.sent().length).toBeGreaterThan(0)
    expect(proxy.passed()).toEqual([])
  })

  test('lets nobody in on the word of keys from a place with another authority', async () => {
    const other = between(authority().certificate)
    const host = await open(other)
    const { activity, authorization } = await question()
    expect((await host.post(activity, authorization)).status).toBe(401)
    await host.close()
    await other.close()
    expect(sent).toEqual([])
  })
})
