import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { asked, callTo, heard, IMPATIENT, setting } from '../../../support/asking.js'
import {
  endpointAt,
  event,
  type ModelServer,
  modelServer,
  replies,
  type Script,
  says,
  stream,
} from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function ask(script: Script, kind?: string) {
  server = await modelServer(script)
  return asked(server, kind === 'slow' ? IMPATIENT : {})
}

const nothing: Script = () => {}

const reset: Script = response => void response.socket?.resetAndDestroy()

describe('before the first token', () => {
  test.each<{ why: string; script: Script; kind: string; asked: number }>([
    { why: 'takes the request and says nothing: not asked again', script: nothing, kind: 'slow', asked: 1 },
    { why: 'begins a stream and sends no token', script: stream, kind: 'slow', asked: 1 },
    {
      why: 'only says that it is alive',
      script: response => {
        stream(response)
        const alive = setInterval(() => response.write(': ping\n\n'), 20)
        response.once('close', () => clearInterval(alive))
      },
      kind: 'slow',
      asked: 1,
    },
    { why: 'resets the connection', script: reset, kind: 'unreachable', asked: 3 },
    {
      why: 'resets it after the headers',
      script: response => {
        stream(response)
        setTimeout(() => response.socket?.resetAndDestroy(), 20)
      },
      kind: 'unreachable',
      asked: 3,
    },
    {
      why: 'ends at once',
      script: response => {
        stream(response)
        response.end()
      },
      kind: 'cut-off',
      asked: 3,
    },
    {
      why: 'is a page for people',
      script: response => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Anmeldung</h1>'),
      kind: 'malformed',
      asked: 1,
    },
    { why: 'is no stream', script: replies(200, '{"choices":[]}'), kind: 'malformed', asked: 1 },
    { why: 'has no content', script: response => void response.writeHead(204).end(), kind: 'malformed', asked: 1 },
    {
      why: 'is broken JSON',
      script: response => {
        stream(response)
        response.end(event('{"choices": [{'))
      },
      kind: 'malformed',
      asked: 1,
    },
    {
      why: 'is JSON of another shape',
      script: response => {
        stream(response)
        response.end(event({ choices: 'Guten Tag' }))
      },
      kind: 'malformed',
      asked: 1,
    },
    {
      why: 'is a line without end',
      script: response => {
        stream(response)
        response.write('data: ')
        for (let i = 0; i < 20; i++) response.write('x'.repeat(100_000))
      },
      kind: 'malformed',
      asked: 1,
    },
    {
      why: 'fails within the stream',
      script: response => {
        stream(response)
        response.end(event({ error: { message: 'CUDA', code: 500 } }))
      },
      kind: 'broken',
      asked: 3,
    },
    {
      why: 'says within the stream that the text does not fit',
      script: response => {
        stream(response)
        response.end(event({ error: { message: 'x', code: 'context_length_exceeded' } }))
      },
      kind: 'too-long',
      asked: 1,
    },
    { why: '401', script: replies(401, '{}'), kind: 'denied', asked: 1 },
    { why: '403', script: replies(403, '{}'), kind: 'denied', asked: 1 },
    { why: '404', script: replies(404, '{}'), kind: 'unknown-model', asked: 1 },
    { why: '400', script: replies(400, '{"error":{"message":"bad"}}'), kind: 'refused', asked: 1 },
    {
      why: '400 because of the length, as vLLM says it',
      script: replies(400, `{"object":"error","message":"This model's maximum context length is 4096 tokens."}`),
      kind: 'too-long',
      asked: 1,
    },
    { why: '413', script: replies(413, ''), kind: 'too-long', asked: 1 },
    { why: '422', script: replies(422, '{"detail":[]}'), kind: 'refused', asked: 1 },
    { why: '500', script: replies(500, 'oops'), kind: 'broken', asked: 3 },
    { why: '503', script: replies(503, '<html>'), kind: 'broken', asked: 3 },
    { why: '429 without a time', script: replies(429, '{}'), kind: 'busy', asked: 3 },
    {
      why: '429 because the credit is used up',
      script: replies(429, '{"error":{"code":"insufficient_quota"}}'),
      kind: 'denied',
      asked: 1,
    },
    {
      why: 'an error text that never ends: the status says enough',
      script: response => {
        response.writeHead(404, { 'content-type': 'text/plain' })
        response.write('x'.repeat(50_000))
      },
      kind: 'unknown-model',
      asked: 1,
    },
  ])('a model that $why → $kind', async ({ script, kind, asked }) => {
    const result = await ask(script, kind)
    expect(result).toMatchObject({ kind, asked, text: '', finish: undefined })
    expect(result.health).toEqual([{ tool: 'kommunal-ki', circuit: 'closed', running: 0, waiting: 0 }])
  })

  test('nobody there', async () => {
    const gone = await modelServer(nothing)
    await gone.close()
    const { models } = setting()
    expect(await heard(models.stream(callTo(gone.endpoint)))).toMatchObject({
      chunks: [],
      failure: { kind: 'unreachable' },
    })
  })

  test('somebody there who speaks something else', async () => {
    const other = createServer(socket => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'))
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { models } = setting()
    const { failure } = await heard(models.stream(callTo(endpointAt(`http://127.0.0.1:${port}/v1`))))
    other.close()
    expect(failure?.kind).toBe('unreachable')
  })

  test('a redirect is not followed: key and text would go along', async () => {
    const elsewhere = await modelServer(says('gestohlen'))
    const result = await ask(replies(307, '', { location: `${elsewhere.endpoint.url}/chat/completions` }))
    await elsewhere.close()
    expect(result).toMatchObject({ kind: 'malformed', text: '' })
    expect(elsewhere.received).toEqual([])
  })
})
