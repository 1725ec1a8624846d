import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createDiscovery } from '../../../bot/identity/discovery.js'
import { type KeyServer, keyServer } from '../../support/sign-in-tokens.js'

let server: KeyServer
let asked: string[]
let time: Date

beforeEach(async () => {
  server = await keyServer([])
  asked = []
  time = new Date('2026-11-25T12:00:00Z')
})
afterEach(() => server.close())

const discovery = () =>
  createDiscovery({
    fetch: async (...request) => {
      asked.push(String(request[0]))
      return fetch(...request)
    },
    now: () => time,
  })
const later = (milliseconds: number): void => {
  time = new Date(time.getTime() + milliseconds)
}

describe('a provider says where it is', () => {
  test('once an hour', async () => {
    const discover = discovery()
    const found = await discover(server.address)
    expect(found).toEqual({
      kind: 'found',
      provider: {
        keys: `${server.address}/keys`,
        authorizationEndpoint: `${server.address}/auth`,
        tokenEndpoint: `${server.address}/token`,
      },
    })
    later(59 * 60_000)
    expect(await discover(server.address)).toEqual(found)
    expect(asked).toEqual([`${server.address}/.well-known/openid-configuration`])
    later(2 * 60_000)
    await discover(server.address)
    expect(asked).toHaveLength(2)
  })

  test('many at once ask once', async () => {
    const discover = discovery()
    await Promise.all([1, 2, 3].map(() => discover(server.address)))
    expect(asked).toHaveLength(1)
  })

  test('a slash at the end of its name belongs to its name, not to the address', async () => {
    server.say({ issuer: `${server.address}/` })
    expect(await discovery()(`${server.address}/`)).toMatchObject({ kind: 'found' })
    expect(asked).toEqual([`${server.address}/.well-known/openid-configuration`])
  })
})

describe('nothing is believed of', () => {
  test.each([
    { why: 'another issuer', said: { issuer: 'https://boese.example' } },
    { why: 'the same issuer, written with a slash', said: () => ({ issuer: `${server.address}/` }) },
    { why: 'keys over http from elsewhere', said: { jwks_uri: 'http://boese.example/keys' } },
    { why: 'a place to sign in that is no address', said: { authorization_endpoint: 'javascript:alert(1)' } },
    { why: 'no place for tokens', said: { token_endpoint: undefined } },
  ])('$why', async ({ said }) => {
    server.say(typeof said === 'function' ? said() : said)
    expect(await discovery()(server.address)).toEqual({
      kind: 'unavailable',
      problem: expect.stringContaining('KOMPASS_ISSUER'),
    })
  })

  test.each([
    { why: 'a server that fails', status: 503, body: '' },
    { why: 'a page instead of data', status: 200, body: '<html>' },
  ])('$why', async ({ status, body }) => {
    server.fail(status, body)
    expect(await discovery()(server.address)).toEqual({
      kind: 'unavailable',
      problem: expect.stringContaining('gerade nicht erreichbar'),
    })
  })
})

test('a provider that sends us elsewhere is not followed, even to one that says the right things', async () => {
  const elsewhere = await keyServer([])
  elsewhere.say({ issuer: server.address })
  server.fail(302, '', `${elsewhere.address}/.well-known/openid-configuration`)
  expect(await discovery()(server.address)).toMatchObject({ kind: 'unavailable' })
  await elsewhere.close()
})

describe('a provider that is away', () => {
  test('is not asked by every request, but soon again', async () => {
    const discover = discovery()
    server.fail(503)
    expect(await discover(server.address)).toMatchObject({ kind: 'unavailable' })
    server.fail(undefined)
    later(4000)
    expect(await discover(server.address)).toMatchObject({ kind: 'unavailable' })
    later(1000)
    expect(await discover(server.address)).toMatchObject({ kind: 'found' })
    expect(asked).toHaveLength(2)
  })

  test('is still known from before', async () => {
    const discover = discovery()
    await discover(server.address)
    server.fail(503)
    later(61 * 60_000)
    expect(await discover(server.address)).toMatchObject({ kind: 'found' })
  })
})
