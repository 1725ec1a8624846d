import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { ask, createReach, type Failure, type Sign, sendOver, tell } from '../../../addin/api/send.js'

const createSend = (sign: Sign) => sendOver(createReach(sign))

type Answer = { readonly status: number; readonly body: string }
let server: Server
let base: string
let answers: Answer[]
let authorizations: (string | undefined)[]

beforeAll(async () => {
  server = createServer((request, response) => {
    authorizations.push(request.headers.authorization)
    const { status, body } = answers.shift() ?? { status: 500, body: '' }
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})
afterAll(() => new Promise(done => server.close(done)))
beforeEach(() => {
  answers = []
  authorizations = []
})

const Thing = z.strictObject({ name: z.string() })

describe('an answer', () => {
  test.each<[number, string, Failure | { name: string }]>([
    [200, '{"name":"x"}', { name: 'x' }],
    [200, '{"name":1}', { kind: 'strange' }],
    [200, '{"name":"x","more":1}', { kind: 'strange' }],
    [200, 'no JSON', { kind: 'strange' }],
    [403, '{"problem":"Nicht freigeschaltet."}', { kind: 'refused', message: 'Nicht freigeschaltet.' }],
    [403, '<html>', { kind: 'refused', message: undefined }],
    [422, '{"problem":"Bitte anders."}', { kind: 'problem', message: 'Bitte anders.' }],
    [502, '<html>', { kind: 'strange' }],
  ])('%i %s', async (status, body, expected) => {
    answers = [{ status, body }]
    const result = await ask(
      createSend(async () => undefined),
      Thing,
      `${base}/x`,
    )
    expect(result.ok ? result.value : result.failure).toEqual(expected)
  })

  test('that never comes is a line that is down', async () => {
    const result = await tell(
      createSend(async () => undefined),
      'http://127.0.0.1:9/x',
      {},
    )
    expect(result).toEqual({ ok: false, failure: { kind: 'offline' } })
  })
})

describe('a token', () => {
  const sign: Sign = async refused => (refused?.token === 'old' ? 'new' : 'old')
  test('goes along, and is renewed once when it is not taken', async () => {
    answers = [
      { status: 401, body: '' },
      { status: 200, body: '{"name":"x"}' },
    ]
    expect((await ask(createSend(sign), Thing, `${base}/x`)).ok).toBe(true)
    expect(authorizations).toEqual(['Bearer old', 'Bearer new'])
  })
  test('another request has renewed meanwhile is sent as it is', async () => {
    answers = [{ status: 200, body: '{"name":"x"}' }]
    const meanwhile: Sign = async () => 'new'
    expect((await ask(createSend(meanwhile), Thing, `${base}/x`)).ok).toBe(true)
    expect(authorizations).toEqual(['Bearer new'])
  })
  test.each<{ why: string; answered: readonly number[]; signed: Sign; told: readonly number[] }>([
    { why: 'a new one was not taken either', answered: [401, 401, 200], signed: sign, told: [401] },
    { why: 'there is no new one', answered: [401, 200], signed: async () => undefined, told: [] },
    { why: 'the person may not do that', answered: [403, 200], signed: sign, told: [] },
    {
      why: 'the new one is good enough to be refused for another reason',
      answered: [401, 403],
      signed: sign,
      told: [],
    },
  ])('refused: $why', async ({ answered, signed, told }) => {
    answers = answered.map(status => ({ status, body: '' }))
    const heard: number[] = []
    const send = sendOver(createReach(signed, ({ status }) => heard.push(status)))
    expect(await ask(send, Thing, `${base}/x`)).toEqual({ ok: false, failure: { kind: 'refused', message: undefined } })
    expect(heard).toEqual(told)
  })
})
