import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../bot/outbox/outcome.js'
import { createOutboxWorker, type OutboxDeps } from '../../../bot/outbox/worker.js'
import type { OutboxStore } from '../../../bot/storage/store.js'
import { StorageUnavailable } from '../../../bot/storage/unavailable.js'
import { opening } from '../../support/opening.js'
import { temporaryFolder } from '../../support/storage.js'

const START = new Date('2026-11-23T12:00:00Z')
const folder = temporaryFolder()
let municipalities = 0

async function setting(
  send: OutboxDeps['send'],
  own: Partial<Pick<OutboxDeps, 'limits'>> & { wrap?: (outbox: OutboxStore) => OutboxDeps['outbox'] } = {},
) {
  const storage = await opening({ kind: 'sqlite', file: join(folder(), 'kompass.db') })
  const { outbox } = storage.forMunicipality(`m${++municipalities}`)
  const troubles: string[] = []
  const clock = { now: START }
  const worker = createOutboxWorker({
    outbox: own.wrap?.(outbox) ?? outbox,
    send,
    now: () => clock.now,
    random: () => 0,
    worker: 'w',
    onTrouble: what => void troubles.push(what),
    ...(own.limits && { limits: own.limits }),
  })
  return { outbox, worker, troubles, clock }
}
const message = (key: string) => ({ key, person: 'p', kind: 'reminder', content: '{}' })
const outcomes: Record<string, Outcome> = {
  good: { kind: 'sent' },
  gone: { kind: 'never', reason: 'not-installed' },
  slow: { kind: 'later', afterMs: 120_000 },
  bad: { kind: 'failed', reason: 'http-500' },
}

describe('a round', () => {
  test('reports each message by what became of it', async () => {
    const { worker, outbox, clock, troubles } = await setting(async ({ key }) => outcomes[key] ?? { kind: 'sent' })
    for (const key of Object.keys(outcomes)) await outbox.put(message(key), START)
    expect(await worker.round()).toEqual({ taken: 4, slowedMs: 120_000 })
    expect(await outbox.counts()).toEqual({ waiting: 2, inFlight: 0, sent: 1, failed: 1, all: 4 })
    clock.now = new Date(START.getTime() + 30_000)
    expect((await outbox.take('v', 9, 1, clock.now)).map(({ key }) => key)).toEqual(['bad'])
    expect(troubles).toEqual([])
  })

  test.each([
    {
      why: 'throws at once',
      send: () => {
        throw new Error('Frau Beispiel')
      },
    },
    { why: 'fails later', send: async () => Promise.reject(new Error('Frau Beispiel')) },
    { why: 'never answers', send: () => new Promise<Outcome>(() => {}) },
  ])('a sender that $why is a failed attempt, and its words go nowhere', async ({ send }) => {
    const { worker, outbox, troubles } = await setting(send, { limits: { sendMs: 50 } })
    await outbox.put(message('k'), START)
    await worker.round()
    expect(await outbox.counts()).toMatchObject({ waiting: 1, all: 1 })
    expect(JSON.stringify(troubles)).not.toContain('Beispiel')
  })

  test('the last attempt fails for good', async () => {
    const { worker, outbox, clock } = await setting(async () => ({ kind: 'failed', reason: 'http-500' }))
    await outbox.put(message('k'), START)
    for (let attempt = 1; attempt <= 8; attempt++) {
      expect(await outbox.counts()).toMatchObject({ waiting: 1 })
      await worker.round()
      clock.now = new Date(clock.now.getTime() + 3_600_000)
    }
    expect(await outbox.counts()).toMatchObject({ failed: 1, waiting: 0 })
  })

  test('a message whose report is lost stays in flight and is sent again, with its key', async () => {
    const keys: string[] = []
    const { worker, outbox, clock, troubles } = await setting(
      async ({ key }) => {
        keys.push(key)
        return { kind: 'sent' }
      },
      {
        wrap: inner => ({
          ...inner,
          sent: async (...report) => {
            if (keys.length === 1) throw new StorageUnavailable('57P01')
            return inner.sent(...report)
          },
        }),
      },
    )
    await outbox.put(message('k'), START)
    await worker.round()
    expect([await outbox.counts(), troubles]).toEqual([
      expect.objectContaining({ inFlight: 1 }),
      ['StorageUnavailable'],
    ])
    clock.now = new Date(START.getTime() + 90_000)
    await worker.round()
    expect([await outbox.counts(), keys]).toEqual([expect.objectContaining({ sent: 1, all: 1 }), ['k', 'k']])
  })
})

describe('running', () => {
  test('sends what comes, goes on after trouble, and stops at once when idle', async () => {
    let broken = true
    const { worker, outbox, troubles } = await setting(async () => ({ kind: 'sent' }), {
      limits: { pollMs: 10 },
      wrap: inner => ({
        ...inner,
        take: async (...wish) => {
          if (!broken) return inner.take(...wish)
          broken = false
          throw new StorageUnavailable('ECONNREFUSED')
        },
      }),
    })
    for (let at = 0; at < 12; at++) await outbox.put(message(`k${at}`), START)
    worker.start()
    worker.start()
    while ((await outbox.counts()).sent < 12) await sleep(5)
    expect(troubles).toEqual(['StorageUnavailable'])
    const before = performance.now()
    expect(await worker.stop()).toBe('stopped')
    expect(performance.now() - before).toBeLessThan(1000)
    await outbox.put(message('after'), START)
    await sleep(30)
    expect((await outbox.counts()).waiting).toBe(1)
  })

  test('stopping waits for what is on its way', async () => {
    const { worker, outbox } = await setting(async () => sleep(100, { kind: 'sent' }), {
      limits: { pollMs: 60_000, stopMs: 1000 },
    })
    await outbox.put(message('k'), START)
    worker.start()
    while ((await outbox.counts()).inFlight === 0) await sleep(2)
    expect(await worker.stop()).toBe('stopped')
    expect((await outbox.counts()).sent).toBe(1)
  })

  test('but not for ever, and not for the pause the chat service asked for', async () => {
    const hanging = await setting(() => new Promise<Outcome>(() => {}), { limits: { pollMs: 5, stopMs: 50 } })
    const slowed = await setting(async () => ({ kind: 'later', afterMs: 600_000 }), { limits: { pollMs: 5 } })
    for (const { outbox, worker } of [hanging, slowed]) {
      await outbox.put(message('k'), START)
      worker.start()
      await sleep(50)
    }
    expect([await hanging.worker.stop(), await slowed.worker.stop()]).toEqual(['given-up', 'stopped'])
  })
})
