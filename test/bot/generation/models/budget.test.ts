import { afterEach, describe, expect, test } from '@jest/globals'
import type { Budget } from '../../../../bot/generation/models/model.js'
import { callTo, heard, setting } from '../../../support/asking.js'
import { begun, type ModelServer, modelServer, replies, type Script, says } from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})
const cut: Script = begun(response => void response.socket?.destroy())

describe('the budget of a day', () => {
  test('ends with the tokens of the day and begins anew at midnight in Germany', async () => {
    server = await modelServer(says('Gern.'))
    const { models, clock, spent } = setting()
    const call = callTo({ ...server.endpoint, daily_tokens: 16 })
    const kinds: unknown[] = []
    const ask = async (time: string): Promise<void> => {
      clock.now = new Date(time)
      const { failure } = await heard(models.stream(call))
      kinds.push(failure ? [failure.kind, failure.retryAfter] : 'answered')
    }
    await ask('2026-11-25T22:00:00Z')
    await ask('2026-11-25T22:00:00Z')
    await ask('2026-11-25T22:00:00Z')
    await ask('2026-11-25T22:59:30Z')
    await ask('2026-11-25T23:00:00Z')
    expect(kinds).toEqual(['answered', 'answered', ['budget', 3_600], ['budget', 30], 'answered'])
    expect(server.received).toHaveLength(3)
    expect([...spent]).toEqual([
      ['musterstadt kommunal-ki 2026-11-25', 16],
      ['musterstadt kommunal-ki 2026-11-26', 8],
    ])
  })

  test('each municipality and each tool has its own', async () => {
    server = await modelServer(says('Gern.'))
    const { models, spent } = setting()
    for (const own of [{}, { municipality: 'neustadt' }, { tool: 'anderes' }])
      await heard(models.stream(callTo({ ...server.endpoint, daily_tokens: 1 }, own)))
    expect(server.received).toHaveLength(3)
    expect([...spent.keys()].map(key => key.replace(/ 2026.*/, ''))).toEqual([
      'musterstadt kommunal-ki',
      'neustadt kommunal-ki',
      'musterstadt anderes',
    ])
  })

  const long = { messages: [{ role: 'user', content: 'x'.repeat(4_000) }] }
  test.each<{ why: string; scripts: [Script, ...Script[]]; least: number; most: number }>([
    { why: 'cut off: what was sent and what came, by estimate', scripts: [cut], least: 1_001, most: 1_020 },
    { why: 'given up waiting: the model may have read it', scripts: [() => {}], least: 1_000, most: 1_020 },
    { why: 'refused: nothing', scripts: [replies(400, '{}')], least: 0, most: 0 },
    { why: 'never got there: nothing', scripts: [r => void r.socket?.resetAndDestroy()], least: 0, most: 0 },
    {
      why: 'two tries: both',
      scripts: [r => void r.writeHead(200, { 'content-type': 'text/event-stream' }).end(), says('Gern.')],
      least: 1_008,
      most: 1_028,
    },
  ])('$why', async ({ scripts, least, most }) => {
    server = await modelServer(...scripts)
    const { models, spent } = setting({ responseMs: 800 })
    await heard(models.stream(callTo(server.endpoint, { body: long })))
    const tokens = [...spent.values()][0] ?? 0
    expect(tokens).toBeGreaterThanOrEqual(least)
    expect(tokens).toBeLessThanOrEqual(most)
  })

  const broken: Budget = { spent: () => Promise.reject(new Error('x')), spend: () => Promise.reject(new Error('x')) }
  test('one that cannot be read permits nothing', async () => {
    server = await modelServer(says('Gern.'))
    const { models } = setting({}, { budget: () => broken })
    expect(await heard(models.stream(callTo(server.endpoint)))).toMatchObject({ failure: { kind: 'broken' } })
    expect(server.received).toEqual([])
    expect(models.health()).toMatchObject([{ circuit: 'closed', running: 0 }])
  })

  test('one that cannot be written takes no answer away', async () => {
    server = await modelServer(says('Gern.'))
    const { models, uncounted } = setting({}, { budget: () => ({ ...broken, spent: async () => 0 }) })
    expect(await heard(models.stream(callTo(server.endpoint)))).toMatchObject({ failure: undefined })
    expect(uncounted).toEqual(['kommunal-ki'])
  })
})
