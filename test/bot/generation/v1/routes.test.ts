import { describe, expect, test } from '@jest/globals'
import OpenAI from 'openai'
import { ModelFailure } from '../../../../bot/generation/models/model.js'
import { realGuard, running, scriptedGuard, TOKEN, v1Host } from './host.js'

const ASKED = { model: 'mucgpt/entwerfen', messages: [{ role: 'user' as const, content: 'Guten Tag' }] }
const SAYS_HELLO = [
  { text: 'Guten ' },
  { text: 'Tag!' },
  { finish: 'stop' as const, usage: { prompt: 5, completion: 2 } },
]
const CALLS = [
  { toolCalls: [{ index: 0, id: 'call_a', name: 'suche', arguments: '{"ort":' }] },
  { toolCalls: [{ index: 1, id: 'call_b', name: 'wetter' }] },
  {
    toolCalls: [
      { index: 0, arguments: '"Köln"}' },
      { index: 1, arguments: '{}' },
    ],
  },
  { finish: 'tool_calls' as const },
]

/** What the official client throws. */
async function thrown(run: Promise<unknown>): Promise<InstanceType<typeof OpenAI.APIError>> {
  try {
    await run
  } catch (error) {
    if (error instanceof OpenAI.APIError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the official client', () => {
  test('gets an answer in one piece', async () => {
    const { guard, asked } = scriptedGuard(() => running(SAYS_HELLO))
    const { client } = await v1Host({ guard })
    const { data, response } = await client.chat.completions.create({ ...ASKED, max_tokens: 50 }).withResponse()
    expect(data).toEqual({
      id: 'chatcmpl-zufall',
      object: 'chat.completion',
      created: 1_795_424_400,
      model: 'mucgpt/entwerfen',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Guten Tag!', refusal: null },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
    })
    expect(response.headers.get('x-kompass-ai-generated')).toBe('true')
    expect(response.headers.get('x-kompass-pseudonymised')).toBeNull()
    expect(asked[0]).toMatchObject({
      principal: { kind: 'program', id: 'open-webui' },
      tool: { id: 'mucgpt' },
      purposes: ['entwerfen'],
      procedure: undefined,
      declared: 'D1',
      texts: ['Guten Tag'],
      onFound: 'replace',
    })
    expect(asked[0]?.assemble(['Hallo'])).toEqual({ max_tokens: 50, messages: [{ role: 'user', content: 'Hallo' }] })
  })

  test('gets it piece by piece, with usage if asked for', async () => {
    const { guard } = scriptedGuard(() => running(SAYS_HELLO))
    const { client, post } = await v1Host({ guard })
    const stream = await client.chat.completions.create({
      ...ASKED,
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks = []
    for await (const chunk of stream) chunks.push(chunk)
    expect(chunks.map(({ choices: [choice] }) => choice?.delta)).toEqual([
      { role: 'assistant', content: '' },
      { content: 'Guten ' },
      { content: 'Tag!' },
      {},
      undefined,
    ])
    expect(chunks.map(({ choices: [choice] }) => choice?.finish_reason)).toEqual([null, null, null, 'stop', undefined])
    expect(chunks.map(({ usage }) => usage)).toEqual([
      ...[null, null, null, null],
      { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
    ])
    const raw = await post({ ...ASKED, stream: true })
    expect(raw.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(raw.headers.get('cache-control')).toMatch(/no-transform/)
    expect(raw.headers.get('x-accel-buffering')).toBe('no')
    expect(raw.headers.get('x-kompass-ai-generated')).toBe('true')
    const text = await raw.text()
    expect(text).toMatch(/\n\ndata: \[DONE\]\n\n$/)
    expect(text).not.toContain('usage')
  })

  test.each([true, false])('gets tool calls (in pieces: %s)', async stream => {
    const { guard } = scriptedGuard(() => running(CALLS))
    const { client } = await v1Host({ guard })
    const answer = stream
      ? await client.chat.completions.stream(ASKED).finalChatCompletion()
      : await client.chat.completions.create(ASKED)
    expect(answer.choices[0]?.finish_reason).toBe('tool_calls')
    expect(answer.choices[0]?.message.content ?? '').toBe('')
    expect(answer.choices[0]?.message.tool_calls).toMatchObject([
      { id: 'call_a', type: 'function', function: { name: 'suche', arguments: '{"ort":"Köln"}' } },
      { id: 'call_b', type: 'function', function: { name: 'wetter', arguments: '{}' } },
    ])
  })

  test('is told what was blocked, by kind and rule', async () => {
    const { guard, models } = realGuard(undefined)
    const { client } = await v1Host({ guard, onFound: 'block' })
    const error = await thrown(
      client.chat.completions.create({
        ...ASKED,
        messages: [{ role: 'user', content: 'Konto DE02 1203 0000 0000 2020 51 von Frau Birgit Krüger' }],
      }),
    )
    expect(error).toMatchObject({ status: 400, code: 'kompass_blocked', type: 'invalid_request_error', param: null })
    expect(error.error).toMatchObject({
      message: expect.stringContaining('Platzhalter'),
      kompass: {
        reason: 'procedure',
        rule: 'personenbezogene-daten',
        kinds: expect.arrayContaining([{ kind: 'IBAN', count: 1 }]),
        alternative: { tool: 'mucgpt', replacing: true },
      },
    })
    expect(JSON.stringify(error.error)).not.toMatch(/krüger|birgit|1203|2020/i)
    expect(models.calls).toEqual([])
  })

  test('hears of a break in the middle as an error, not as an end', async () => {
    const { guard } = scriptedGuard(() =>
      running(
        (async function* () {
          yield { text: 'Guten ' }
          throw new ModelFailure('cut-off')
        })(),
      ),
    )
    const { client, post } = await v1Host({ guard })
    const read = async () => {
      for await (const _ of await client.chat.completions.create({ ...ASKED, stream: true }));
    }
    expect((await thrown(read())).message).toContain('abgebrochen')
    const text = await (await post({ ...ASKED, stream: true })).text()
    expect(text).toContain('"code":"upstream_cut_off"')
    expect(text).not.toContain('[DONE]')
    expect(await thrown(client.chat.completions.create(ASKED))).toMatchObject({ status: 502, code: 'upstream_cut_off' })
  })

  test.each([true, false])('an end nobody said is a break (in pieces: %s)', async stream => {
    const { guard } = scriptedGuard(() => running([{ text: 'Guten ' }]))
    const { post } = await v1Host({ guard })
    const text = await (await post({ ...ASKED, stream })).text()
    expect(text).toContain('upstream_cut_off')
    expect(text).not.toContain('[DONE]')
  })

  test('lists what its token may use, and asks for one', async () => {
    const { client } = await v1Host({})
    const listed = await client.models.list()
    expect(listed.data.map(({ id }) => id)).toEqual(['mucgpt', 'mucgpt/entwerfen', 'mucgpt/zusammenfassen'])
    expect(await client.models.retrieve('mucgpt/entwerfen')).toEqual({
      id: 'mucgpt/entwerfen',
      object: 'model',
      created: 1_795_424_400,
      owned_by: 'Stadt Musterstadt im kommunalen Rechenzentrum',
    })
    for (const id of ['gpt-4o', 'mucgpt/protokoll', 'mucgpt/entwerfen/x', 'f13'])
      expect(await thrown(client.models.retrieve(id))).toMatchObject({ status: 404, code: 'model_not_found' })
    expect(await thrown(client.chat.completions.create({ ...ASKED, model: 'gpt-4o' }))).toMatchObject({
      status: 404,
      code: 'model_not_found',
    })
  })

  test('a tool alone stands for every purpose of the token', async () => {
    const { guard, asked } = scriptedGuard(() => running(SAYS_HELLO))
    const { client } = await v1Host({ guard })
    await client.chat.completions.create({ ...ASKED, model: 'mucgpt' })
    expect(asked[0]?.purposes).toEqual(['entwerfen', 'zusammenfassen'])
  })

  test('may send a history of 200 messages', async () => {
    const { guard, asked } = scriptedGuard(() => running(SAYS_HELLO))
    const { client } = await v1Host({ guard })
    const messages = Array.from({ length: 200 }, (_, at) => ({
      role: at % 2 === 0 ? ('user' as const) : ('assistant' as const),
      content: `Nachricht ${at} `.repeat(50),
    }))
    await client.chat.completions.create({ ...ASKED, messages })
    expect(asked[0]?.texts).toHaveLength(200)
  })
})

describe('names go as placeholders and come back', () => {
  const LETTER = 'Konto DE02 1203 0000 0000 2020 51, Ottilie Krahwinkel, Ahornallee 33, 54290 Trier'
  const found = (text: string): string => /\[IBAN 1\]/.exec(text)?.[0] ?? 'none'

  test.each([true, false])('in a text (in pieces: %s)', async stream => {
    const { guard, models } = realGuard(({ body }) => {
      const placeholder = found(JSON.stringify(body))
      return [{ text: `Zu ${placeholder.slice(0, 3)}` }, { text: `${placeholder.slice(3)} gern.` }, { finish: 'stop' }]
    })
    const { client, post } = await v1Host({ guard })
    const asked = { ...ASKED, messages: [{ role: 'user' as const, content: LETTER }] }
    const answer = stream
      ? await client.chat.completions.stream(asked).finalChatCompletion()
      : await client.chat.completions.create(asked)
    expect(answer.choices[0]?.message.content).toBe('Zu DE02 1203 0000 0000 2020 51 gern.')
    expect(JSON.stringify(models.calls.map(({ body }) => body))).not.toMatch(/1203|Krahwinkel|Ahornallee/)
    expect((await post({ ...asked, stream })).headers.get('x-kompass-pseudonymised')).toBe('true')
  })

  test('in the arguments of a tool call, escaped, and in those of earlier ones', async () => {
    const { guard, models } = realGuard(({ body }) => {
      const placeholder = found(JSON.stringify(body))
      return [
        { toolCalls: [{ index: 0, id: 'c', name: 'pruefe', arguments: `{"iban":"${placeholder.slice(0, 4)}` }] },
        { toolCalls: [{ index: 0, arguments: `${placeholder.slice(4)}"}` }] },
        { finish: 'tool_calls' },
      ]
    })
    const { client } = await v1Host({ guard })
    const answer = await client.chat.completions.create({
      ...ASKED,
      messages: [
        { role: 'user', content: 'Prüfe das Konto.' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            {
              id: 'call_1',
              type: 'function',
              function: {
                name: 'suche',
                arguments: '{"n":"Ottilie Krahwinkel, Ahornallee 33, 54290 Trier","nr":86095742719}',
              },
            },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: '{"iban":"\\u0044\\u004502 1203 0000 0000 2020 51"}' },
      ],
      tools: [{ type: 'function', function: { name: 'pruefe', parameters: { type: 'object' } } }],
    })
    const [call] = answer.choices[0]?.message.tool_calls ?? []
    expect(call?.type === 'function' && JSON.parse(call.function.arguments)).toEqual({
      iban: 'DE02 1203 0000 0000 2020 51',
    })
    const [sent] = models.calls
    expect(JSON.stringify(sent?.body)).not.toMatch(/1203|Krahwinkel|Ahornallee|860957/)
    const earlier = JSON.stringify(sent?.body.messages[1])
    expect(earlier).toContain('call_1')
    const args: unknown = JSON.parse(/"arguments":("(?:[^"\\]|\\.)*")/.exec(earlier)?.[1] ?? '')
    expect(JSON.parse(String(args))).toEqual({ n: expect.stringMatching(/^\[/), nr: expect.stringMatching(/^\[/) })
  })

  test('a name where no placeholder can be is blocked', async () => {
    const { guard, models } = realGuard(undefined)
    const { client } = await v1Host({ guard })
    const parameters = {
      type: 'object',
      properties: { 'Ottilie Krahwinkel, Ahornallee 33, 54290 Trier': { type: 'string' } },
    }
    const tools = [{ type: 'function' as const, function: { name: 'f', parameters } }]
    expect(await thrown(client.chat.completions.create({ ...ASKED, tools }))).toMatchObject({
      status: 400,
      code: 'kompass_blocked',
    })
    expect(models.calls).toEqual([])
  })
})

describe('who calls', () => {
  test('an unknown token is not repeated', async () => {
    const { address, post } = await v1Host({})
    const client = new OpenAI({ baseURL: address, apiKey: 'sk-sehr-geheim', maxRetries: 0 })
    const error = await thrown(client.models.list())
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' })
    expect(JSON.stringify(error.error)).not.toContain('geheim')
    for (const authorization of [
      '',
      'Bearer',
      `Basic ${TOKEN}`,
      `Bearer ${TOKEN} x`,
      `Bearer ${'x'.repeat(600)}`,
      TOKEN,
    ])
      expect((await post(ASKED, { authorization })).status).toBe(401)
  })

  test.each([
    { kind: 'expired' as const, says: 'abgelaufen' },
    { kind: 'revoked' as const, says: 'zurückgezogen' },
  ])('$kind is said', async ({ kind, says }) => {
    const { client } = await v1Host({ bearer: { kind } })
    const error = await thrown(client.chat.completions.create(ASKED))
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' })
    expect(error.message).toContain(says)
  })

  test('too often: when to come again', async () => {
    const { client } = await v1Host({ bearer: { kind: 'limited', retryAfter: 12.3 } })
    const error = await thrown(client.chat.completions.create(ASKED))
    expect(error).toMatchObject({ status: 429, code: 'rate_limit_exceeded' })
    expect(error.headers?.get('retry-after')).toBe('13')
  })

  test('a person is no program: nothing of the body is read before the token', async () => {
    const { post } = await v1Host({})
    expect((await post('{"broken', { authorization: 'Bearer x' })).status).toBe(401)
  })
})

describe('what cannot be read', () => {
  const UNREADABLE = { status: 400, code: 'unreadable_request' }
  const WRONG_TYPE = { status: 415, code: 'unsupported_media_type' }
  type Row = {
    why: string
    body: string
    headers?: Record<string, string>
    status: number
    param?: string
    code: string
  }
  const ROWS: readonly Row[] = [
    { why: 'broken JSON', body: '{"model":', ...UNREADABLE },
    { why: 'a word', body: '"hallo"', ...UNREADABLE },
    { why: 'nothing', body: '', status: 400, param: 'model', code: 'invalid_value' },
    { why: 'a form', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' }, ...WRONG_TYPE },
    {
      why: 'another alphabet',
      body: '{}',
      headers: { 'content-type': 'application/json; charset=latin1' },
      ...WRONG_TYPE,
    },
    { why: 'packed in an unknown way', body: '{}', headers: { 'content-encoding': 'zip' }, ...WRONG_TYPE },
    {
      why: 'deep lists',
      body: `{"model":"m","messages":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      status: 400,
      param: 'messages[0]',
      code: 'invalid_value',
    },
  ]
  test.each(ROWS)('$why: $status in OpenAI’s shape', async ({ body, headers = {}, status, param = null, code }) => {
    const { post, logged } = await v1Host({})
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({
      error: { message: expect.stringMatching(/Bitte|fehlt/), type: 'invalid_request_error', param, code },
    })
    expect(logged).toEqual([])
  })

  test('10 MB', async () => {
    const { client } = await v1Host({})
    const content = 'Guten Tag. '.repeat(950_000)
    const error = await thrown(client.chat.completions.create({ ...ASKED, messages: [{ role: 'user', content }] }))
    expect(error.status).toBe(413)
    expect(error.message).toContain('höchstens 2 MB')
  })

  test('10 MB from somebody unknown', async () => {
    const { address } = await v1Host({})
    const client = new OpenAI({ baseURL: address, apiKey: 'x', maxRetries: 0 })
    const content = 'Guten Tag. '.repeat(950_000)
    expect(
      (await thrown(client.chat.completions.create({ ...ASKED, messages: [{ role: 'user', content }] }))).status,
    ).toBe(401)
  })

  test.each([
    ['POST', '/embeddings'],
    ['POST', '/responses'],
    ['GET', '/chat/completions'],
    ['DELETE', '/models/mucgpt'],
    ['GET', ''],
  ])('%s %s is not there', async (method, path) => {
    const { address } = await v1Host({})
    const response = await fetch(`${address}${path}`, { method, headers: { authorization: `Bearer ${TOKEN}` } })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('Hier gibt es'), param: null },
    })
  })

  test('an address that cannot be decoded', async () => {
    const { address } = await v1Host({})
    const response = await fetch(`${address}/models/%E0%A4%A`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })
})

describe('what goes wrong here', () => {
  test('a check that failed: nothing was sent', async () => {
    const { client } = await v1Host({})
    expect(await thrown(client.chat.completions.create(ASKED))).toMatchObject({ status: 503, code: 'kompass_held' })
  })

  test('a failure before the first piece keeps its status', async () => {
    const { guard } = scriptedGuard(() => ({ kind: 'failed', failure: new ModelFailure('busy', 9) }))
    const { client } = await v1Host({ guard })
    const error = await thrown(client.chat.completions.create({ ...ASKED, stream: true }))
    expect(error).toMatchObject({ status: 429, code: 'rate_limit_exceeded' })
    expect(error.headers?.get('retry-after')).toBe('9')
  })

  test.each([true, false])(
    'our own fault says nothing of the request, here or in the log (in pieces: %s)',
    async stream => {
      const guards = [
        scriptedGuard(() => Promise.reject(new TypeError('Birgit Krüger'))),
        scriptedGuard(() =>
          running(
            (async function* () {
              yield { text: 'Guten ' }
              throw new TypeError('Birgit Krüger')
            })(),
          ),
        ),
      ]
      for (const { guard } of guards) {
        const { post, logged } = await v1Host({ guard })
        const text = await (await post({ ...ASKED, stream })).text()
        expect(text).toContain('noch einmal')
        expect(text).not.toContain('Krüger')
        expect(text).not.toContain('[DONE]')
        expect(logged).toEqual([[{ error: 'TypeError' }, 'request failed']])
      }
    },
  )
})
