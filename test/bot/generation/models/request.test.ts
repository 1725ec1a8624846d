import { afterEach, describe, expect, test } from '@jest/globals'
import { callTo, heard, setting } from '../../../support/asking.js'
import { endpointAt, type ModelServer, modelServer, says } from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

type Own = NonNullable<Parameters<typeof endpointAt>[1]>
async function sent(path: string, own: Own, key: string | undefined, body: Record<string, unknown> = {}) {
  server = await modelServer(says('Gern.'))
  const endpoint = endpointAt(server.endpoint.url.replace('/v1', path), own)
  const { models } = setting({}, { keyOf: () => key })
  const messages = [{ role: 'user', content: 'Guten Tag' }]
  const { failure } = await heard(models.stream(callTo(endpoint, { body: { messages, ...body } })))
  const [request] = server.received
  return { failure, path: request?.path, headers: request?.headers, body: JSON.parse(request?.body ?? '{}') as unknown }
}

test('only what a model needs leaves the house', async () => {
  const names = ['OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_CUSTOM_HEADERS', 'OPENAI_API_KEY', 'OPENAI_BASE_URL']
  const before = names.map(name => process.env[name])
  for (const name of names) process.env[name] = 'X-Own: from-the-environment'
  const { headers, body, path } = await sent('/v1', {}, 'sk-1')
  names.forEach((name, at) => {
    if (before[at] === undefined) delete process.env[name]
    else process.env[name] = before[at]
  })
  expect(path).toBe('/v1/chat/completions')
  expect(headers).toMatchObject({ authorization: 'Bearer sk-1', 'content-type': 'application/json' })
  const { host, connection, ...others } = headers ?? {}
  expect(Object.keys(others).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'authorization',
    'content-length',
    'content-type',
    'sec-fetch-mode',
    'user-agent',
  ])
  expect(others['user-agent']).toBe('ki-kompass')
  expect(body).toEqual({
    messages: [{ role: 'user', content: 'Guten Tag' }],
    model: 'kommune-7b',
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 500,
  })
})

describe('address and key', () => {
  const azure: Own = { api: 'azure', model: 'gpt/4' }
  const older: Own = { ...azure, api_version: '2024-10-21' }
  const deployed = '/openai/deployments/gpt%2F4/chat/completions?api-version=2024-10-21'
  test.each<{ why: string; path: string; own: Own; key: string | undefined; asked: string; header: object }>([
    {
      why: 'with a slash',
      path: '/v1/',
      own: {},
      key: 'k',
      asked: '/v1/chat/completions',
      header: { authorization: 'Bearer k' },
    },
    {
      why: 'no path at all',
      path: '',
      own: {},
      key: 'k',
      asked: '/chat/completions',
      header: { authorization: 'Bearer k' },
    },
    {
      why: 'a model here without key',
      path: '/v1',
      own: {},
      key: undefined,
      asked: '/v1/chat/completions',
      header: {},
    },
    { why: 'an empty key here is none', path: '/v1', own: {}, key: ' ', asked: '/v1/chat/completions', header: {} },
    {
      why: 'a key from a file',
      path: '/v1',
      own: {},
      key: 'k\n',
      asked: '/v1/chat/completions',
      header: { authorization: 'Bearer k' },
    },
    {
      why: 'Azure, resource only',
      path: '',
      own: azure,
      key: 'k',
      asked: '/openai/v1/chat/completions',
      header: { 'api-key': 'k' },
    },
    {
      why: 'Azure, whole base',
      path: '/openai/v1/',
      own: azure,
      key: 'k',
      asked: '/openai/v1/chat/completions',
      header: { 'api-key': 'k' },
    },
    { why: 'Azure, older form', path: '/', own: older, key: 'k', asked: deployed, header: { 'api-key': 'k' } },
    {
      why: 'Azure, older form, whole base',
      path: '/openai',
      own: older,
      key: 'k',
      asked: deployed,
      header: { 'api-key': 'k' },
    },
  ])('$why', async ({ path, own, key, asked, header }) => {
    const request = await sent(path, own, key)
    expect(request).toMatchObject({ failure: undefined, path: asked })
    const { authorization, 'api-key': apiKey } = request.headers ?? {}
    expect({ ...(authorization && { authorization }), ...(apiKey && { 'api-key': apiKey }) }).toEqual(header)
  })

  test.each([
    { why: 'elsewhere without key', url: 'https://ki.example/v1', key: undefined },
    { why: 'elsewhere with an empty one', url: 'https://ki.example/v1', key: '\n' },
    { why: 'looks local, but is a name', url: 'https://127.0.0.1.example/v1', key: undefined },
    { why: 'two lines: no header can carry it', url: 'http://127.0.0.1:9/v1', key: 'k\nX-Other: 1' },
  ])('$why: no-key, and nothing is asked', async ({ url, key }) => {
    const { models } = setting({}, { keyOf: () => key })
    expect(await heard(models.stream(callTo(endpointAt(url))))).toMatchObject({ failure: { kind: 'no-key' } })
  })
})

test.each<{ why: string; own: Own; given: Record<string, unknown>; sends: Record<string, unknown> }>([
  { why: 'shorter is fine', own: {}, given: { max_tokens: 50 }, sends: { max_tokens: 50 } },
  { why: 'longer is cut', own: {}, given: { max_tokens: 9_999 }, sends: { max_tokens: 500 } },
  {
    why: 'the newer name stays',
    own: {},
    given: { max_completion_tokens: 9_999 },
    sends: { max_completion_tokens: 500 },
  },
  {
    why: 'both names',
    own: {},
    given: { max_tokens: 9_999, max_completion_tokens: 1 },
    sends: { max_tokens: 500, max_completion_tokens: 1 },
  },
  { why: 'Azure knows the newer name', own: { api: 'azure' }, given: {}, sends: { max_completion_tokens: 500 } },
])('no answer is longer than the pack allows: $why', async ({ own, given, sends }) => {
  const { body } = await sent('/v1', own, 'k', given)
  const limits = Object.entries(body ?? {}).filter(([name]) => name.startsWith('max_'))
  expect(Object.fromEntries(limits)).toEqual(sends)
})
