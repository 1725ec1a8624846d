import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createGenerate, createReach, type Generated } from '../../../addin/api/index.js'
import type { GenerateRequest } from '../../../policies/generation-contract.js'

let server: Server
let base = ''
let script: (response: ServerResponse) => void
let gone: Promise<void>

beforeAll(async () => {
  server = createServer((request, response) => {
    gone = new Promise(done => request.socket.once('close', () => done()))
    request.resume()
    request.on('end', () => script(response))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise(done => server.close(done))
})

const REQUEST: GenerateRequest = {
  tool: 'mucgpt',
  purpose: 'entwerfen',
  material: '',
  wish: 'x',
  answers: {},
  declared: 'D0',
}
const reach = createReach(async () => undefined)

async function generated(patience?: { first: number; silence: number }, stop = new AbortController().signal) {
  const heard: string[] = []
  const generate = createGenerate((path, call) => reach(base + path, call), patience)
  const result = await generate(REQUEST, stop, text => heard.push(text))
  return { heard: heard.join(''), result }
}

const START = 'data: {"kind":"start","conditions":[]}\n\n'
const text = (words: string): string => `data: ${JSON.stringify({ kind: 'text', text: words })}\n\n`
const END = 'data: {"kind":"end","finish":"stop","label":"Hinweis"}\n\n'

const pieces =
  (...parts: readonly (string | Uint8Array)[]) =>
  async (response: ServerResponse): Promise<void> => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const part of parts) {
      response.write(part)
      await new Promise(done => setTimeout(done, 5))
    }
    response.end()
  }
const replies = (status: number, body: string) => (response: ServerResponse) =>
  void response.writeHead(status).end(body)
const REFUSAL = { problem: 'Bitte Platzhalter.', code: 'refused', reason: 'procedure' } as const
const bytes = Buffer.from(text('Grüße'))
const inside = bytes.indexOf(Buffer.from('ü')) + 1

describe('an answer in events', () => {
  test.each<{ why: string; script: typeof script; heard: string; result: Generated }>([
    {
      why: 'whole',
      script: pieces(START, text('Sehr '), text('geehrte'), END),
      heard: 'Sehr geehrte',
      result: { kind: 'done', finish: 'stop', label: 'Hinweis' },
    },
    {
      why: 'cut in the middle of a letter and of a line',
      script: pieces(START.slice(0, 9), START.slice(9), bytes.subarray(0, inside), bytes.subarray(inside), END),
      heard: 'Grüße',
      result: { kind: 'done', finish: 'stop', label: 'Hinweis' },
    },
    {
      why: 'lines ended the other way, comments between them',
      script: pieces(`: da\r\n\r\n${START}`.replaceAll('\n', '\r\n'), text('a').replaceAll('\n', '\r\n'), END),
      heard: 'a',
      result: { kind: 'done', finish: 'stop', label: 'Hinweis' },
    },
    {
      why: 'the service says that it failed',
      script: pieces(START, text('halb'), 'data: {"kind":"failed","problem":"Abgebrochen."}\n\n'),
      heard: 'halb',
      result: { kind: 'cut', problem: 'Abgebrochen.' },
    },
    { why: 'no end', script: pieces(START, text('halb')), heard: 'halb', result: { kind: 'cut', problem: undefined } },
    {
      why: 'an event of no known form',
      script: pieces(START, text('halb'), 'data: {"kind":"more"}\n\n'),
      heard: 'halb',
      result: { kind: 'cut', problem: undefined },
    },
    {
      why: 'no events at all',
      script: replies(200, '<html>'),
      heard: '',
      result: { kind: 'unsent', failure: { kind: 'strange' } },
    },
    {
      why: 'refused with a reason',
      script: replies(403, JSON.stringify(REFUSAL)),
      heard: '',
      result: { kind: 'refused', refusal: REFUSAL },
    },
    {
      why: 'not let in',
      script: replies(401, '{"problem":"Bitte anmelden."}'),
      heard: '',
      result: { kind: 'unsent', failure: { kind: 'refused', message: 'Bitte anmelden.' } },
    },
    {
      why: 'a page of a proxy',
      script: replies(502, '<html>'),
      heard: '',
      result: { kind: 'unsent', failure: { kind: 'strange' } },
    },
    {
      why: 'the line breaks before anything came',
      script: response => void response.destroy(),
      heard: '',
      result: { kind: 'unsent', failure: { kind: 'offline' } },
    },
  ])('$why', async ({ script: played, heard, result }) => {
    script = played
    expect(await generated()).toEqual({ heard, result })
  })

  test('stopped by the person: the call ends at once', async () => {
    const stop = new AbortController()
    script = response => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(START + text('Anfang'))
      setTimeout(() => stop.abort(), 30)
    }
    expect(await generated(undefined, stop.signal)).toEqual({ heard: 'Anfang', result: { kind: 'stopped' } })
    await gone
  })

  test('a service that falls silent is given up, and what came stays', async () => {
    script = response => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(START + text('Anfang'))
    }
    const { heard, result } = await generated({ first: 5_000, silence: 60 })
    expect({ heard, result }).toEqual({ heard: 'Anfang', result: { kind: 'cut', problem: undefined } })
    await gone
  })
})
