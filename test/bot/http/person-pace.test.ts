import { describe, expect, test } from '@jest/globals'
import express from 'express'
import { personPace } from '../../../bot/http/person-pace.js'
import type { Pace } from '../../../bot/storage/store.js'
import { listen } from '../../support/bot-host.js'
import { freshStore } from '../../support/fresh-store.js'

const NOW = new Date('2026-11-25T09:00:12Z')
const person = (id: string) => ({ kind: 'person', id, municipality: 'm', roles: ['beschaeftigt'] }) as const

/** Sends requests as the person named in a header, to the middleware mounted as in the product. */
async function host(enter?: () => Promise<'in' | Pace>) {
  const { pace } = freshStore()
  const names: string[] = []
  const app = express()
  app.use(
    '/api',
    personPace({
      pace: {
        enter(who, most, at) {
          names.push(who)
          return enter ? enter() : pace.enter(who, most, at)
        },
      },
      whoAsks: async ({ headers }) => (headers['x-who'] ? person(String(headers['x-who'])) : undefined),
      pseudonymOf: id => `pseudonym of ${id.length} letters`,
      now: () => NOW,
    }),
  )
  app.use((_, response) => void response.send('ok'))
  const { address, close } = await listen(app)
  const ask = (method: string, path: string, who = 'a') =>
    fetch(`${address}${path}`, { method, headers: who ? { 'x-who': who } : {} })
  return { ask, close, names }
}

async function statuses(ask: () => Promise<Response>, times: number): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (let at = 0; at < times; at++) {
    const { status } = await ask()
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

describe('requests of one person in a minute', () => {
  test.each([
    { why: 'reading is free', method: 'GET', path: '/api/pack', times: 300, counts: { 200: 300 } },
    { why: 'writing has its measure', method: 'POST', path: '/api/check', times: 245, counts: { 200: 240, 429: 5 } },
    { why: 'models have a smaller one', method: 'POST', path: '/api/generate', times: 33, counts: { 200: 30, 429: 3 } },
  ])('$why', async ({ method, path, times, counts }) => {
    const { ask, close } = await host()
    expect(await statuses(() => ask(method, path), times)).toEqual(counts)
    await close()
  })

  test('who is over it hears when it goes on; nobody else is held up, and no id is stored', async () => {
    const { ask, close, names } = await host()
    await statuses(() => ask('POST', '/api/generate', 'anna'), 30)
    const refused = await ask('POST', '/api/generate', 'anna')
    expect([refused.status, Number(refused.headers.get('retry-after')) > 40]).toEqual([429, true])
    expect(await refused.json()).toEqual({
      problem: expect.stringMatching(/^Das waren gerade sehr viele Anfragen\. In \d+ Sek/),
    })
    expect((await ask('POST', '/api/generate', 'berta')).status).toBe(200)
    expect((await ask('POST', '/api/check', 'anna')).status).toBe(200)
    expect(names.join()).not.toMatch(/anna|berta/)
    await close()
  })

  test('nobody known is not counted, and a storage that is away holds nobody up', async () => {
    const away = await host(async () => Promise.reject(new Error('away')))
    expect((await away.ask('POST', '/api/check')).status).toBe(200)
    expect((await away.ask('POST', '/api/check', '')).status).toBe(200)
    await away.close()
  })
})
