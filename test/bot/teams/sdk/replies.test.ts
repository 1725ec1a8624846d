import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { type Activity, CloudAdapter, type ResourceResponse, TurnContext } from 'botbuilder'
import { MockAgent } from 'undici'
import { createOutbound } from '../../../../bot/outside/outbound.js'
import { createReplies } from '../../../../bot/teams/sdk/replies.js'
import { BOT, USER } from '../../../support/activities.js'
import { type Listening, listenAlone } from '../../../support/listen.js'

const OUTBOUND = createOutbound({ proxy: undefined, noProxy: undefined, ca: undefined })
afterAll(() => OUTBOUND.close())

let server: Listening | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** The SDK's way, where it is only seen that it was taken. */
class SdkWay extends CloudAdapter {
  readonly taken: Partial<Activity>[] = []

  override async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.taken.push(...activities)
    return [{ id: 'by-the-sdk' }]
  }
}

const REPLY = { type: 'message', summary: 'Ja, das dürfen Sie.', entities: [{ type: 'any', other: 1 }] }

const asked = (serviceUrl: string): Partial<Activity> => ({
  type: 'message',
  id: 'message/1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'conversation-1', conversationType: 'personal', isGroup: false, name: '' },
  from: USER,
  recipient: BOT,
})

/** A question from a chat at this address, and what became of the answer. */
async function replied(listener: RequestListener, change: Partial<Activity> = {}) {
  server = await listenAlone(listener)
  const way = new SdkWay()
  const reply = createReplies(OUTBOUND.dispatcher, async scope => `token for ${scope}`)
  return {
    id: await reply(new TurnContext(way, { ...asked(server.address), ...change }), REPLY),
    bySdk: way.taken.length,
  }
}

const said = (body: string, status = 200): RequestListener => {
  return (_, response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

test('goes to the message it answers, with everything in it and the token of the bot', async () => {
  let seen: unknown
  const result = await replied(async (request, response) => {
    const { authorization, 'content-type': type } = request.headers
    const body = JSON.parse(await text(request))
    seen = { method: request.method, url: request.url, authorization, type, body }
    said('{"id":"1"}', 201)(request, response)
  })
  expect(result).toEqual({ id: '1', bySdk: 0 })
  expect(seen).toEqual({
    method: 'POST',
    url: '/v3/conversations/conversation-1/activities/message%2F1',
    authorization: 'Bearer token for https://api.botframework.com/.default',
    type: 'application/json; charset=utf-8',
    body: expect.objectContaining({
      ...REPLY,
      replyToId: 'message/1',
      from: expect.objectContaining({ id: '28:bot-1' }),
      recipient: expect.objectContaining({ id: '29:user-1' }),
      conversation: expect.objectContaining({ id: 'conversation-1' }),
    }),
  })
})

describe('taken without an id: nothing is sent a second time', () => {
  test.each([
    { why: 'nothing said', body: '' },
    { why: 'no JSON', body: 'ok' },
    { why: 'an id of another kind', body: '{"id":7}' },
  ])('$why', async ({ body }) => {
    expect(await replied(said(body))).toEqual({ id: undefined, bySdk: 0 })
  })
})

describe('goes the way of the SDK, which waits and tries again', () => {
  test.each([
    { why: 'the chat service is busy', listener: said('{}', 429) },
    { why: 'the chat service has a fault', listener: said('{}', 500) },
    { why: 'a refusal, which the SDK puts into words', listener: said('{}', 403) },
    { why: 'a redirect, which is not followed', listener: said('{}', 307) },
    { why: 'the connection breaks', listener: (request => void request.socket.destroy()) satisfies RequestListener },
  ])('$why', async ({ listener }) => {
    expect(await replied(listener)).toEqual({ id: 'by-the-sdk', bySdk: 1 })
  })

  test('nothing to answer to', async () => {
    expect(await replied(said('{"id":"1"}'), { id: '' })).toEqual({ id: 'by-the-sdk', bySdk: 1 })
  })
})

test('whoever wants the answers back with the response gets them there', async () => {
  let calls = 0
  const result = await replied(() => void calls++, { deliveryMode: 'expectReplies' })
  expect({ ...result, calls }).toEqual({ id: undefined, bySdk: 0, calls: 0 })
})

test.each(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])(
  'may have arrived (%s): the failure is told, and nothing is sent twice',
  async code => {
    const agent = new MockAgent()
    agent.disableNetConnect()
    agent
      .get('http://127.0.0.1:9')
      .intercept({ method: 'POST', path: () => true })
      .replyWithError(Object.assign(new Error('too slow'), { code }))
    const way = new SdkWay()
    const reply = createReplies(agent, undefined)
    await expect(reply(new TurnContext(way, asked('http://127.0.0.1:9')), REPLY)).rejects.toMatchObject({ code })
    expect(way.taken).toEqual([])
    await agent.close()
  },
)
