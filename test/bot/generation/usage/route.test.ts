import { afterAll, beforeAll, expect, test } from '@jest/globals'
import express from 'express'
import { usageRoute } from '../../../../bot/generation/usage/route.js'
import { shown } from '../../../../bot/generation/usage/usage.js'
import { UsageView } from '../../../../policies/usage-contract.js'
import { freshStore } from '../../../support/fresh-store.js'
import { type Listening, listenAlone } from '../../../support/listen.js'

const store = freshStore()
const CELL = { tool: 'mucgpt', purpose: 'entwerfen', outcome: 'used' }
let server: Listening

beforeAll(async () => {
  server = await listenAlone(
    express().get('/api/usage', usageRoute({ store, now: () => new Date('2026-11-25T10:00:00Z') })),
  )
})
afterAll(() => server.close())

const view = async (): Promise<UsageView> => {
  const response = await fetch(`${server.address}/api/usage`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return UsageView.parse(await response.json())
}

test('nothing yet', async () => {
  expect(await view()).toEqual({ weeks: [] })
})

test('weeks that are over, newest first, each cell as a number or "under"; neither the running week nor very old ones', async () => {
  const fill = async (week: string, outcome: string, people: number): Promise<void> => {
    await store.usage.salt(week, 's')
    for (let at = 0; at < people; at++) await store.usage.note(week, { ...CELL, outcome }, `h${at}`)
  }
  await fill('2026-W46', 'used', 12)
  await fill('2026-W46', 'secret', 1)
  await fill('2026-W47', 'used', 5)
  await fill('2026-W48', 'used', 30)
  await fill('2026-W20', 'used', 30)
  for (const week of ['2026-W20', '2026-W46', '2026-W47']) await store.usage.close(week, shown)
  expect(await view()).toEqual({
    weeks: [
      {
        week: '2026-W47',
        from: '2026-11-16',
        until: '2026-11-22',
        cells: [{ ...CELL, shown: { kind: 'least', people: 5, uses: 5 } }],
      },
      {
        week: '2026-W46',
        from: '2026-11-09',
        until: '2026-11-15',
        cells: [
          { ...CELL, outcome: 'secret', shown: { kind: 'under' } },
          { ...CELL, shown: { kind: 'least', people: 10, uses: 10 } },
        ],
      },
    ],
  })
})
