import { createServer, type RequestListener } from 'node:http'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { ConnectorClient } from 'botframework-connector'
import { createOutbound } from '../../../../bot/outside/outbound.js'
import { clientOver, credentialsOf } from '../../../../bot/teams/sdk/way-out.js'
import { portOf } from '../../../support/bot-host.js'
import { type Listening, listenAlone } from '../../../support/listen.js'

let server: Listening | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const OUTBOUND = createOutbound({ proxy: undefined, noProxy: undefined, ca: undefined })
afterAll(() => OUTBOUND.close())

const ACTIVITY = { type: 'message', text: 'Grüße' }

/** The SDK's own client for the chat service, over our way out. */
async function connectorTo(address: string): Promise<ConnectorClient> {
  const factory = credentialsOf('app', async scope => `token for ${scope}`)
  const credentials = await factory.createCredentials('app', undefined, '', false)
  return new ConnectorClient(credentials, { baseUri: address, httpClient: clientOver(OUTBOUND.dispatcher) })
}

async function send(listener: RequestListener): Promise<unknown> {
  server = await listenAlone(listener)
  const { conversations } = await connectorTo(server.address)
  return conversations.sendToConversation('c', ACTIVITY)
}

test('text, token and answer come through', async () => {
  let seen: unknown
  const answer = await send(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const { authorization, 'content-type': type } = request.headers
    seen = {
      method: request.method,
      url: request.url,
      authorization,
      type,
      body: JSON.parse(Buffer.concat(parts).toString()),
    }
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
  })
  expect(answer).toMatchObject({ id: '1' })
  expect(seen).toEqual({
    method: 'POST',
    url: '/v3/conversations/c/activities',
    authorization: 'Bearer token for https://api.botframework.com/.default',
    type: expect.stringContaining('application/json'),
    body: ACTIVITY,
  })
})

describe('what goes wrong reaches the caller as the SDK would say it', () => {
  test.each([
    { why: 'a refusal', status: 403 },
    { why: 'a conversation that is gone', status: 404 },
  ])('$why with its status', async ({ status }) => {
    await expect(send((_, response) => void response.writeHead(status).end('{}'))).rejects.toMatchObject({
      statusCode: status,
    })
  })

  test('a redirect is not followed: the token would go along', async () => {
    let followed = 0
    const elsewhere = await listenAlone((_, response) => void response.end(String(followed++)))
    await expect(
      send((_, response) => void response.writeHead(307, { location: elsewhere.address }).end()),
    ).rejects.toThrow()
    await elsewhere.close()
    expect(followed).toBe(0)
  })

  test('a connection that breaks is tried again by the SDK', async () => {
    let asked = 0
    const answer = await send((request, response) => {
      if (asked++ === 0) request.socket.destroy()
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"2"}')
    })
    expect(answer).toMatchObject({ id: '2' })
    expect(asked).toBe(2)
  })

  test('whoever gives up is not kept waiting', async () => {
    server = await listenAlone(() => undefined)
    const { conversations } = await connectorTo(server.address)
    const abortSignal = AbortSignal.timeout(50)
    await expect(conversations.sendToConversation('c', ACTIVITY, { abortSignal })).rejects.toThrow()
  })

  test('nobody there: a failure that names neither address nor token', async () => {
    const gone = createServer()
    await new Promise<void>(done => gone.listen(0, '127.0.0.1', done))
    const port = portOf(gone)
    await new Promise<void>(done => gone.close(() => done()))
    const connector = await connectorTo(`http://127.0.0.1:${port}`)
    Reflect.get(connector, 'client').pipeline.removePolicy({ name: 'defaultRetryPolicy' })
    const failure = await connector.conversations.sendToConversation('c', ACTIVITY).catch(error => error)
    expect(failure).toMatchObject({ name: 'RestError', code: 'ECONNREFUSED' })
    expect(String(failure.message)).not.toMatch(/127|token/)
  })
})
