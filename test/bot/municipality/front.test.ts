import { afterEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../../../bot/generation/tokens/token.js'
import { createDoorkeeper, type SignInCheck } from '../../../bot/identity/doorkeeper.js'
import type { BotRegistration } from '../../../bot/identity/municipality-settings.js'
import type { Municipality } from '../../../bot/municipality/municipality.js'
import { createMessagesServer, createServer } from '../../../bot/server.js'
import { type Host, listen } from '../../support/bot-host.js'
import { musterstadt } from '../../support/musterstadt.js'
import { programToken } from '../../support/program-token.js'
import { servicesFor } from '../../support/scenes.js'
import { municipalityOf, serverDeps } from '../../support/server-deps.js'
import { smallPack } from '../../support/small-pack.js'

const log = pino({ level: 'silent' })
const PACK = await musterstadt()
const PAGES = { tab: '', pane: { folder: '', officeJs: undefined }, chat: undefined }
const registration = (appId: string): BotRegistration => ({
  appId,
  tenant: 't',
  credential: { kind: 'secret', secret: 'x' },
})
const anna = { kind: 'person', id: 'anna', municipality: 'musterstadt', roles: ['beschaeftigt'] } as const
const berta = { ...anna, id: 'berta', municipality: 'klein' } as const
const TOKENS: Readonly<Record<string, Awaited<ReturnType<SignInCheck>>>> = {
  'token-a': { kind: 'person', person: anna },
  'token-b': { kind: 'person', person: berta },
  'token-elsewhere': { kind: 'person', person: { ...anna, municipality: 'nirgends' } },
  'token-late': { kind: 'unavailable' },
}

let hosts: Host[] = []
afterEach(async () => {
  await Promise.all(hosts.map(host => host.close()))
  hosts = []
})

/** Two municipalities behind one address, told apart by tokens. */
async function host() {
  const doorkeeper = createDoorkeeper(async bearer => TOKENS[bearer] ?? { kind: 'refused' })
  const { whoAsks } = doorkeeper
  const said: string[] = []
  const endpoint =
    (name: string): Municipality['bot']['endpoint'] =>
    async (_, response) => {
      said.push(name)
      response.status(200).end()
    }
  const big = servicesFor(PACK)
  const small = servicesFor(smallPack())
  const given = { services: big, log, whoAsks, endpoint: endpoint('musterstadt'), registration: registration('app-a') }
  const deps = await serverDeps(given, PAGES)
  const [first] = deps.municipalities
  const { municipality: second } = await municipalityOf({
    ...given,
    services: small,
    endpoint: endpoint('klein'),
    registration: registration('app-b'),
  })
  const all = { ...deps, local: undefined, municipalities: [first, second] as const, doorkeeper }
  const listening = await listen(createServer(all))
  const messages = await listen(createMessagesServer(all))
  hosts.push(listening, messages)
  const get = (path: string, bearer?: string, init: RequestInit = {}) =>
    fetch(`${listening.address}${path}`, {
      ...init,
      headers: { ...init.headers, ...(bearer && { authorization: `Bearer ${bearer}` }) },
    })
  return { get, said, messages: messages.address, big, small }
}

describe('people of two municipalities behind one address', () => {
  test.each([
    { why: 'the first reads its own rules', bearer: 'token-a', municipality: 'Musterstadt' },
    { why: 'the second its own', bearer: 'token-b', municipality: 'Kleinhausen' },
  ])('$why', async ({ bearer, municipality }) => {
    const { get } = await host()
    const response = await get('/api/pack', bearer)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ municipality })
  })

  test.each([
    { why: 'nobody', bearer: undefined, status: 401, says: 'Bearer' },
    { why: 'a token that does not count', bearer: 'forged', status: 401, says: 'Bearer error="invalid_token"' },
    {
      why: 'a municipality this service lacks',
      bearer: 'token-elsewhere',
      status: 401,
      says: 'Bearer error="invalid_token"',
    },
    { why: 'longer than any token', bearer: 'x'.repeat(16_000), status: 401, says: 'Bearer error="invalid_token"' },
    { why: 'a provider that does not answer', bearer: 'token-late', status: 503, says: null },
  ])('$why: $status, in German, with what to do', async ({ bearer, status, says }) => {
    const { get } = await host()
    const response = await get('/api/pack', bearer)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([status, says])
    expect(await response.json()).toEqual({ problem: expect.stringMatching(/Bitte/) })
  })

  test('the first page names neither', async () => {
    const { get } = await host()
    const text = await (await get('/')).text()
    expect(text).toContain('Hier arbeiten mehrere Kommunen.')
    expect(text).not.toMatch(/Musterstadt|Klein/)
  })

  test('how many there are is known to whoever sends requests here', async () => {
    const { get } = await host()
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok', municipalities: 2, packProblems: 0 })
  })
})

describe('programs', () => {
  const bearer = tokenFrom(Buffer.alloc(TOKEN_BYTES, 7))

  test.each([
    { why: 'a token of the first', of: 'big' as const },
    { why: 'a token of the second', of: 'small' as const },
  ])('$why lets in there', async ({ of }) => {
    const given = await host()
    await given[of].store.tokens.add(programToken({ digest: digestOf(bearer), since: '2026-01-01', until: undefined }))
    expect((await given.get('/v1/models', bearer)).status).toBe(200)
  })

  test.each([
    { why: 'nobody', bearer: undefined },
    { why: 'a token nobody knows', bearer },
  ])('$why: 401', async one => {
    const { get } = await host()
    expect((await get('/v1/models', one.bearer)).status).toBe(401)
  })
})

const claiming = (claims: unknown): string => `Bearer x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

describe('the bot a token claims to be for', () => {
  test.each([
    { why: 'the first', authorization: claiming({ aud: 'app-a' }), asked: ['musterstadt'], status: 200 },
    { why: 'the second', authorization: claiming({ aud: 'app-b' }), asked: ['klein'], status: 200 },
    { why: 'an application nobody has', authorization: claiming({ aud: 'app-c' }), asked: [], status: 401 },
    { why: 'several audiences', authorization: claiming({ aud: ['app-a', 'app-b'] }), asked: [], status: 401 },
    { why: 'no audience', authorization: claiming(null), asked: [], status: 401 },
    { why: 'no token', authorization: 'Bearer x', asked: [], status: 401 },
    { why: 'nothing', authorization: undefined, asked: [], status: 401 },
  ])('$why', async ({ authorization, asked, status }) => {
    const { get, said, messages } = await host()
    const init = {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    }
    expect((await get('/api/messages', undefined, init)).status).toBe(status)
    expect(said).toEqual(asked)
    expect((await fetch(`${messages}/api/messages`, init)).status).toBe(status)
  })

  test('the listener of its own has nothing else', async () => {
    const { messages } = await host()
    const paths = ['/', '/api/pack', '/api/sign-in', '/v1/models', '/metrics', '/tab/', '/pane/', '/nachweis']
    for (const path of paths) expect((await fetch(messages + path)).status).toBe(404)
    expect((await fetch(`${messages}/healthz`)).status).toBe(200)
  })
})
