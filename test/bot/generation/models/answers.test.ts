import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { asked, callTo, heard, setting, textOf } from '../../../support/asking.js'
import {
  counted,
  delta,
  endpointAt,
  event,
  type ModelServer,
  modelServer,
  says,
  stream,
} from '../../../support/model-server.js'

describe('a model as others build it', () => {
  const mock = new LLMock({ port: 0 })
  const LETTER = 'Sehr geehrte Frau Beispiel, vielen Dank für Ihre Nachricht.'
  beforeAll(async () => {
    mock
      .onMessage('kurz', { content: 'Gern.' })
      .onMessage('in Stücken', { content: LETTER }, { latency: 5, chunkSize: 7 })
      .onMessage('Werkzeug', { toolCalls: [{ name: 'termin', arguments: '{"tag":"2026-12-01"}' }] })
      .onMessage('voll', { error: { message: 'full', type: 'rate_limit_error' }, status: 429 })
      .onMessage('bricht ab', { content: LETTER }, { latency: 20, chunkSize: 7, truncateAfterChunks: 3 })
      .onMessage('weg', { content: LETTER }, { latency: 20, chunkSize: 7, disconnectAfterMs: 60 })
    await mock.start()
  })
  afterAll(() => mock.stop())

  const say = async (content: string) => {
    const { models, pauses } = setting({ responseMs: 2_000, firstTokenMs: 2_000, idleMs: 2_000 })
    const body = { messages: [{ role: 'user', content }] }
    const { chunks, failure } = await heard(models.stream(callTo(endpointAt(`${mock.url}/v1`), { body })))
    return { chunks, text: textOf(chunks), finish: chunks.at(-1)?.finish, kind: failure?.kind, failure, pauses }
  }

  test('answers', async () => {
    expect(await say('kurz')).toMatchObject({ text: 'Gern.', finish: 'stop', kind: undefined })
  })

  test('answers piece by piece', async () => {
    const { text, chunks, finish } = await say('in Stücken')
    expect({ text, finish }).toEqual({ text: LETTER, finish: 'stop' })
    expect(chunks.length).toBeGreaterThan(5)
    expect(chunks.filter(one => one.finish)).toHaveLength(1)
  })

  test('calls a function', async () => {
    const { chunks, finish } = await say('Werkzeug')
    const parts = chunks.flatMap(({ toolCalls = [] }) => toolCalls)
    expect(finish).toBe('tool_calls')
    expect(parts.map(({ name = '' }) => name).join('')).toBe('termin')
    expect(parts.map(one => one.arguments ?? '').join('')).toBe('{"tag":"2026-12-01"}')
    expect(parts.every(({ index }) => index === 0)).toBe(true)
  })

  test('has too much to do, and says when to come back', async () => {
    expect(await say('voll')).toMatchObject({ kind: 'busy', failure: { retryAfter: 1 }, pauses: [1_001, 1_002] })
  })

  test.each(['bricht ab', 'weg'])('stops in the middle (%s)', async content => {
    const { kind, text } = await say(content)
    expect(kind).toBe('cut-off')
    expect(LETTER.startsWith(text) && text !== LETTER && text !== '').toBe(true)
  })
})

describe('an answer, byte by byte', () => {
  let server: ModelServer | undefined
  afterEach(() => server?.close())

  test('finish and count come together, at the end', async () => {
    server = await modelServer(says('Sehr ', 'gern.'))
    const { chunks, tokens } = await asked(server)
    expect(chunks).toEqual([
      { text: 'Sehr ' },
      { text: 'gern.' },
      { finish: 'stop', usage: { prompt: 7, completion: 2 } },
    ])
    expect(tokens).toBe(9)
  })

  test('is read wherever the network cuts it, in any kind of lines', async () => {
    const bytes = Buffer.from(
      `: hallo\r\n\r\nevent: x\r\nid: 1\r\ndata:${JSON.stringify(delta('Grüße '))}\r\n\r\n${event(delta('🙂', 'stop'))}${event('[DONE]')}`,
    )
    server = await modelServer(async response => {
      stream(response)
      for (const byte of bytes) {
        response.write(Uint8Array.of(byte))
        await new Promise(done => setImmediate(done))
      }
      response.end()
    })
    expect(await asked(server)).toMatchObject({ text: 'Grüße 🙂', finish: 'stop' })
  })

  test('thoughts are not passed on, but are a sign of life and are counted', async () => {
    server = await modelServer(async response => {
      stream(response)
      for (let i = 0; i < 6; i++) {
        response.write(event({ choices: [{ index: 0, delta: { reasoning_content: 'x'.repeat(400) } }] }))
        await new Promise(done => setTimeout(done, 100))
      }
      response.end(event(delta('Gern.', 'stop')))
    })
    const { text, kind, tokens } = await asked(server, { firstTokenMs: 400, idleMs: 400 })
    expect({ text, kind }).toEqual({ text: 'Gern.', kind: undefined })
    expect(tokens).toBeGreaterThan(400)
  })

  test('only the first of several choices counts', async () => {
    server = await modelServer(response => {
      stream(response)
      const two = { choices: [{ index: 1, delta: { content: 'anders' }, finish_reason: 'stop' }] }
      response.end(event(two) + event(delta('so', 'length')) + event(counted(3, 1)))
    })
    expect(await asked(server)).toMatchObject({ text: 'so', finish: 'length', tokens: 4 })
  })

  test('connections are used again', async () => {
    server = await modelServer(says('Gern.'))
    const { models } = setting()
    for (let i = 0; i < 20; i++) await heard(models.stream(callTo(server.endpoint)))
    expect(await server.open()).toBeLessThan(5)
  })
})
