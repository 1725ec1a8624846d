import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { servicesFor } from '../../support/scenes.js'
import { smallPack } from '../../support/small-pack.js'

const ELSEWHERE = 'https://boese.example'
let host: BotHost
beforeAll(async () => {
  // Its public address begins with https.
  host = await hostBot(servicesFor(smallPack()))
})
afterAll(() => host.close())

const ask = (path: string, init: RequestInit = {}) => fetch(`${host.address}${path}`, init)

describe('what every answer says to a browser', () => {
  test.each(['/', '/healthz', '/api/pack', '/api/sign-in', '/v1/models', '/nachweis', '/gibt-es-nicht'])(
    '%s',
    async path => {
      const { headers } = await ask(path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  test('an id of its own, whatever id came with the request', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () =>
        (await ask('/healthz', { headers: { 'x-request-id': 'von-aussen' } })).headers.get('x-request-id'),
      ),
    )
    expect(new Set([...ids, 'von-aussen']).size).toBe(3)
  })
})

describe('pages of other sites', () => {
  test.each([
    { why: 'reading', method: 'GET', path: '/api/pack' },
    { why: 'asking whether they may write', method: 'OPTIONS', path: '/api/check' },
    { why: 'asking whether they may use a model', method: 'OPTIONS', path: '/v1/chat/completions' },
    { why: 'speaking for the chat service', method: 'OPTIONS', path: '/api/messages' },
  ])('get nothing: $why', async ({ method, path }) => {
    const { headers } = await ask(path, {
      method,
      headers: { origin: ELSEWHERE, 'access-control-request-method': 'POST' },
    })
    expect([...headers.keys()].filter(name => name.startsWith('access-control-'))).toEqual([])
  })

  test('a cookie is no proof, and none is ever set', async () => {
    const { headers } = await ask('/api/pack', { headers: { cookie: 'session=1' } })
    expect(headers.get('set-cookie')).toBeNull()
  })
})

test.each([
  { path: '/api/messages', size: 1_100_000 },
  { path: '/api/check', size: 1_400_000 },
  { path: '/api/chat', size: 140_000 },
])('more than $path takes is not read to its end', async ({ path, size }) => {
  const body = JSON.stringify({ text: 'x'.repeat(size) })
  const { status } = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(status).toBe(413)
})
