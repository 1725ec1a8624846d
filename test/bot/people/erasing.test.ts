import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eraseOwnData } from '../../../bot/people/own-data.js'
import { applyRetention } from '../../../bot/people/retention.js'
import { Erased } from '../../../policies/learning-contract.js'
import type { Manifest } from '../../../policies/pack/pack-schema.js'
import { plusDays } from '../../../policies/training/index.js'
import { ANNA, BERND, depsOn, filledForTwo, NAMELESS, packWith, personOf, rowsOf } from '../../support/own-rows.js'
import { temporaryFolder } from '../../support/storage.js'
import type { WholeStorage } from '../../support/whole-storage.js'

const folder = temporaryFolder()
let files = 0
let whole: WholeStorage
beforeEach(async () => {
  whole = await filledForTwo(join(folder(), `${++files}.db`))
})
afterEach(() => whole.close())

const deps = (retention: Partial<Manifest['retention']> = {}) => depsOn(whole.store, packWith(retention))
const erase = (person: typeof ANNA, retention = {}) => eraseOwnData(person, deps(retention))
const tablesOf = async (person: typeof ANNA) => Object.keys(await rowsOf(person, whole)).sort()
/** Where something of somebody is left who had everything deleted. */
const KEPT = ['departure', 'proof', 'retrieval']

describe('erasing', () => {
  test('leaves in no table anything but what is kept, and says why and until when', async () => {
    const result = await erase(ANNA)
    expect(Erased.parse(result)).toEqual(result)
    expect(result.erased).toEqual([
      { what: 'Lernstand', rows: 6 },
      { what: 'Erinnerung', rows: 1 },
      { what: 'Verweis auf unseren Chat', rows: 1 },
      { what: 'Nachrichten an Sie', rows: 1 },
    ])
    expect(result.kept).toEqual([
      { what: '1 Nachweis', why: expect.stringContaining('Dienststelle'), until: '2029-11-23' },
      { what: '1 Abruf der Nachweisliste', why: expect.stringContaining('vermerkt'), until: '2029-11-20' },
      { what: 'Vermerk, dass Sie gegangen sind', why: expect.stringContaining('30 Tage') },
    ])
    expect(await tablesOf(ANNA)).toEqual(KEPT)
  })

  test.each([
    { of: ANNA, other: BERND },
    { of: BERND, other: ANNA },
  ])('of $of.id touches nothing of $other.id', async ({ of, other }) => {
    const before = await rowsOf(other, whole)
    await erase(of)
    expect(await rowsOf(other, whole)).toEqual(before)
  })

  test('takes the proofs too where the municipality does not keep them', async () => {
    const { erased, kept } = await erase(ANNA, { keep_proof: false })
    expect(erased.at(-1)).toEqual({ what: 'Nachweise', rows: 1 })
    expect(kept.map(({ what }) => what)).toEqual(['1 Abruf der Nachweisliste', 'Vermerk, dass Sie gegangen sind'])
    expect(await tablesOf(ANNA)).toEqual(['departure', 'retrieval'])
    expect(await whole.store.proofs.of(BERND.id)).toHaveLength(1)
  })

  test.each([
    { why: 'of several the newest', more: ['2026-11-25'], retention: {}, what: '2 Nachweise', until: '2029-11-25' },
    { why: 'by the pack', more: [], retention: { proof_months: 15 }, what: '1 Nachweis', until: '2028-02-23' },
    {
      why: 'by months of unlike length',
      more: ['2027-02-28'],
      retention: { proof_months: 18 },
      what: '2 Nachweise',
      until: '2028-08-28',
    },
  ])('says until when, $why, and so it is', async ({ more, retention, what, until }) => {
    const { proofs, departures } = whole.store
    for (const day of more)
      await proofs.add({
        id: day,
        person: ANNA.id,
        name: undefined,
        subject: 'g2',
        version: 1,
        day,
        provider: undefined,
      })
    await departures.erase(ANNA.id)
    const [first] = (await erase(ANNA, retention)).kept
    expect(first).toMatchObject({ what, until })
    const sweep = (day: string) =>
      applyRetention({ ...deps(retention), pseudonymOf: id => id, now: () => new Date(`${day}T12:00:00Z`) })
    await sweep(until)
    expect(await proofs.of(ANNA.id)).not.toEqual([])
    await sweep(plusDays(until, 1))
    expect(await proofs.of(ANNA.id)).toEqual([])
  })

  test('twice does no harm', async () => {
    const first = await erase(ANNA)
    const { erased, kept } = await erase(ANNA)
    expect(erased.map(({ rows }) => rows)).toEqual([0, 0, 0, 0])
    expect(kept).toEqual(first.kept)
  })

  test('two at once, as after a double click, delete everything between them', async () => {
    const both = await Promise.all([erase(ANNA), erase(ANNA)])
    const rows = both.flatMap(({ erased }) => erased.map(one => one.rows))
    expect(rows.reduce((sum, one) => sum + one, 0)).toBe(9)
    expect(await tablesOf(ANNA)).toEqual(KEPT)
  })

  test('is not stopped by a damaged reference, nor by a missing name', async () => {
    await whole.store.memory.forget(`chat-of-${ANNA.id}`)
    await whole.store.conversations.save(ANNA.id, '{"conversation":7}', '2026-11-23')
    await erase(NAMELESS)
    expect(await tablesOf(ANNA)).toEqual(KEPT)
  })

  test('of somebody nobody knows finds nothing', async () => {
    const { erased, kept } = await erase(personOf('cem'))
    expect([erased.every(({ rows }) => rows === 0), kept]).toEqual([true, []])
  })
})
