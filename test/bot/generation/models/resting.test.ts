import { afterEach, describe, expect, test } from '@jest/globals'
import { callTo, heard, setting } from '../../../support/asking.js'
import {
  begun,
  endpointAt,
  type ModelServer,
  modelServer,
  replies,
  type Script,
  says,
} from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})
const cut: Script = begun(response => void response.socket?.destroy())

describe('a tool that fails rests', () => {
  const limits = { failures: 3, restMs: 30_000, retries: 0 }
  test.each<{ why: string; script: Script; circuit: string; kind: string }>([
    { why: 'breaks off', script: cut, circuit: 'open', kind: 'resting' },
    { why: 'is broken', script: replies(500, ''), circuit: 'open', kind: 'resting' },
    { why: 'sends pages', script: replies(200, '<html>'), circuit: 'open', kind: 'resting' },
    { why: 'has too much to do', script: replies(429, ''), circuit: 'closed', kind: 'busy' },
    { why: 'refuses what it is asked', script: replies(400, ''), circuit: 'closed', kind: 'refused' },
    { why: 'gets texts that are too long', script: replies(413, ''), circuit: 'closed', kind: 'too-long' },
    { why: 'has another key', script: replies(401, ''), circuit: 'closed', kind: 'denied' },
  ])('one that $why: $circuit', async ({ script, circuit, kind }) => {
    server = await modelServer(script)
    const { models } = setting(limits)
    for (let i = 0; i < 3; i++) await heard(models.stream(callTo(server.endpoint)))
    expect(models.health()).toMatchObject([{ circuit }])
    expect(await heard(models.stream(callTo(server.endpoint)))).toMatchObject({ failure: { kind } })
    expect(server.received).toHaveLength(kind === 'resting' ? 3 : 4)
  })

  test('says how long, tries once, and works again; another tool goes on all the time', async () => {
    server = await modelServer(cut, cut, cut, says('Gern.'))
    const { models, clock } = setting(limits)
    const call = callTo(server.endpoint)
    for (let i = 0; i < 3; i++) await heard(models.stream(call))
    clock.now = new Date(clock.now.getTime() + 10_000)
    expect((await heard(models.stream(call))).failure).toMatchObject({ kind: 'resting', retryAfter: 20 })
    expect((await heard(models.stream({ ...call, tool: 'anderes' }))).failure).toBeUndefined()
    clock.now = new Date(clock.now.getTime() + 20_000)
    expect((await heard(models.stream(call))).failure).toBeUndefined()
    expect(models.health()).toMatchObject([{ circuit: 'closed' }, { circuit: 'closed' }])
  })

  test('says so at once, even where others still wait for it', async () => {
    server = await modelServer(
      begun(() => {}),
      cut,
    )
    const { models } = setting({ ...limits, failures: 1 })
    const own = callTo({ ...server.endpoint, at_once: 2 })
    const held = models.stream({ ...own, caller: 'other' })[Symbol.asyncIterator]()
    await held.next()
    await heard(models.stream(own))
    const narrow = callTo({ ...server.endpoint, at_once: 1 })
    expect((await heard(models.stream(narrow))).failure?.kind).toBe('resting')
    await held.return?.()
  })

  test('those who wait for it meanwhile are told when it is their turn', async () => {
    server = await modelServer(cut)
    const { models } = setting({ ...limits, failures: 1 })
    const own = callTo({ ...server.endpoint, at_once: 1 })
    const both = await Promise.all([heard(models.stream(own)), heard(models.stream(own))])
    expect(both.map(({ failure }) => failure?.kind)).toEqual(['cut-off', 'resting'])
    expect(server.received).toHaveLength(1)
  })

  test('at another address it begins anew', async () => {
    server = await modelServer(says('Gern.'))
    const { models } = setting(limits)
    const gone = endpointAt('http://127.0.0.1:9/v1')
    for (let i = 0; i < 3; i++) await heard(models.stream(callTo(gone)))
    expect((await heard(models.stream(callTo(gone)))).failure?.kind).toBe('resting')
    expect((await heard(models.stream(callTo(server.endpoint)))).failure).toBeUndefined()
  })
})
