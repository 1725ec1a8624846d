import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../bot/storage/store.js'
import { plusDays } from '../../../policies/training/index.js'
import { freshStore } from '../../support/fresh-store.js'
import { fillFor, leftOf, looked, NOTHING, PARTS, type Retention, sweep } from '../../support/kept-rows.js'

const FILLED = '2026-11-20'
const LEFT = '2026-11-21'

let store: Store
beforeEach(() => {
  store = freshStore()
})

const run = (when: string, retention: Partial<Retention> = {}) => sweep(store, when, retention)

describe('people who left', () => {
  test.each([
    { why: '30 days, as it is without a word in the pack', retention: {}, last: '2026-12-21' },
    { why: '7 days', retention: { left_days: 7 }, last: '2026-11-28' },
    { why: 'the day itself', retention: { left_days: 0 }, last: LEFT },
    { why: '30 days, also where proof outlives a wish', retention: { keep_proof: true }, last: '2026-12-21' },
    { why: '30 days, also where it does not', retention: { keep_proof: false }, last: '2026-12-21' },
  ])('are gone after $why, with nothing of others', async ({ retention, last }) => {
    for (const person of ['anna', 'bernd', 'cem']) await fillFor(store, person, FILLED)
    await store.departures.note('anna', LEFT)
    await store.departures.note('cem', plusDays(LEFT, 1))
    expect(await run(last, retention)).toEqual(NOTHING)
    expect(await leftOf(store, 'anna')).toEqual(PARTS)

    const after = plusDays(last, 1)
    expect(await run(after, retention)).toEqual({ ...NOTHING, departed: 1 })
    expect(await leftOf(store, 'anna')).toEqual([])
    for (const other of ['bernd', 'cem']) expect(await leftOf(store, other)).toEqual(PARTS)
    expect(await run(after, retention)).toEqual(NOTHING)
  })

  test('are forgotten themselves, so that whoever comes back begins anew', async () => {
    await fillFor(store, 'anna', FILLED)
    await store.departures.note('anna', LEFT)
    await run('2026-12-22')
    expect(await store.departures.before('9999-12-31')).toEqual([])
    await fillFor(store, 'anna', '2026-12-23')
    expect(await run('2027-02-01')).toEqual(NOTHING)
    expect(await leftOf(store, 'anna')).toEqual(PARTS)
  })

  test('of whom nothing is kept are no reason to stop', async () => {
    await fillFor(store, 'bernd', FILLED)
    for (const person of ['anna', 'bernd']) await store.departures.note(person, LEFT)
    expect(await run('2026-12-22')).toEqual({ ...NOTHING, departed: 2 })
    expect(await leftOf(store, 'bernd')).toEqual([])
  })

  test('stay noted until everything of them is gone, so that a run that broke off is made up for', async () => {
    await fillFor(store, 'anna', FILLED)
    await store.departures.note('anna', LEFT)
    const full = async () => Promise.reject(new Error('no room'))
    const broken = { ...store, proofs: { ...store.proofs, erasePerson: full } }
    await expect(sweep(broken, '2026-12-22')).rejects.toThrow('no room')
    expect(await run('2026-12-22')).toEqual({ ...NOTHING, departed: 1 })
    expect(await leftOf(store, 'anna')).toEqual([])
  })

  test('stay in the list of who looked at proofs: it has its own deadline', async () => {
    await looked(store, 'anna', FILLED)
    await store.departures.note('anna', LEFT)
    await run('2026-12-22')
    expect(await store.proofs.retrievals()).toHaveLength(1)
  })
})
