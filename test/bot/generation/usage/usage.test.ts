import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createUsage, shown } from '../../../../bot/generation/usage/usage.js'
import type { Storage } from '../../../../bot/storage/open.js'
import type { Store } from '../../../../bot/storage/store.js'
import { StorageUnavailable } from '../../../../bot/storage/unavailable.js'
import type { Person, Principal, Program } from '../../../../policies/tools/principal.js'
import { freshStore } from '../../../support/fresh-store.js'
import { onBothEngines, temporaryFolder } from '../../../support/storage.js'
import { wholeStorage } from '../../../support/whole-storage.js'

const CELL = { tool: 'mucgpt', purpose: 'entwerfen', outcome: 'used' }
const WEEK = '2026-W48'
const personOf = (id: number | string): Person => ({
  kind: 'person',
  id: `p${id}`,
  municipality: 'm',
  roles: ['beschaeftigt'],
})
const PROGRAM: Program = {
  kind: 'program',
  id: 'p1',
  municipality: 'm',
  tools: ['mucgpt'],
  purposes: ['entwerfen'],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Amt 11',
}
const people = (count: number): Person[] => Array.from({ length: count }, (_, at) => personOf(at))

let at = ''
let salts = 0
const usageOn = (store: Store) => createUsage({ store, now: () => new Date(at), salt: () => `salt-${++salts}` })
const during = '2026-11-25T10:00:00Z'
const after = '2026-11-30T10:00:00Z'

describe('what of a count is kept', () => {
  test.each([
    { why: 'nobody', people: 0, uses: 0, kept: { people: 0, uses: 0 } },
    { why: 'four people, however often', people: 4, uses: 4_000, kept: { people: 0, uses: 0 } },
    { why: 'five people', people: 5, uses: 5, kept: { people: 5, uses: 5 } },
    { why: 'steps of five, never up', people: 14, uses: 1_239, kept: { people: 10, uses: 1_235 } },
  ])('$why', ({ kept, ...count }) => {
    expect(shown(count)).toEqual(kept)
  })
})

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  const own = async (): Promise<Store> => {
    opened ??= open()
    return (await opened).forMunicipality(`m${++municipalities}`)
  }

  /** What is shown of one cell after these used it, each as often as they stand here. */
  async function counted(principals: readonly Principal[]) {
    const store = await own()
    at = during
    const usage = usageOn(store)
    for (const principal of principals) await usage.note(CELL, principal)
    at = after
    await usage.release()
    return (await store.usage.closed(WEEK)).map(({ people: group, uses }) => [group, uses])
  }

  test.each([
    { why: 'four people', who: people(4), cells: [[0, 0]] },
    { why: 'one person, a hundred times', who: Array.from({ length: 100 }, () => personOf(1)), cells: [[0, 0]] },
    { why: 'five people', who: people(5), cells: [[5, 5]] },
    { why: 'five people, three times each', who: [1, 2, 3].flatMap(() => people(5)), cells: [[5, 15]] },
    { why: 'twelve people', who: people(12), cells: [[10, 10]] },
    { why: 'four people and a program of the same id', who: [...people(4), PROGRAM], cells: [[5, 5]] },
    { why: 'a program, however often', who: Array.from({ length: 20 }, () => PROGRAM), cells: [[0, 0]] },
  ])('$why', async ({ who, cells }) => {
    expect(await counted(who)).toEqual(cells)
  })

  test('five people in one cell give those in another away neither together nor in the difference', async () => {
    const store = await own()
    at = during
    const usage = usageOn(store)
    for (const person of people(7)) await usage.note(CELL, person)
    for (const person of people(2)) await usage.note({ ...CELL, outcome: 'training' }, person)
    at = after
    await usage.release()
    const cells = await store.usage.closed(WEEK)
    expect(cells.map(({ outcome, ...cell }) => [outcome, cell.people, cell.uses])).toEqual([
      ['training', 0, 0],
      ['used', 5, 5],
    ])
  })

  test('a week is counted once it is over in Germany, by one of the replicas, and never again', async () => {
    const store = await own()
    const replicas = [usageOn(store), usageOn(store)]
    at = during
    for (const [turn, person] of people(6).entries()) await replicas[turn % 2]?.note(CELL, person)
    at = '2026-11-29T22:59:00Z'
    expect(await Promise.all(replicas.map(one => one.release()))).toEqual([0, 0])
    at = '2026-11-29T23:00:00Z'
    expect((await Promise.all(replicas.map(one => one.release()))).sort()).toEqual([0, 1])
    const before = await store.usage.closed(WEEK)
    expect(before).toHaveLength(1)
    expect(await replicas[0]?.release()).toBe(0)
    expect(await store.usage.closed(WEEK)).toEqual(before)
  })

  test('weeks in which the service stood still are made up for, each for itself', async () => {
    const store = await own()
    const usage = usageOn(store)
    for (const moment of ['2026-11-04T10:00:00Z', '2026-11-11T10:00:00Z', during]) {
      at = moment
      for (const person of people(5)) await usage.note(CELL, person)
    }
    at = '2026-11-27T10:00:00Z'
    expect(await usage.release()).toBe(2)
    expect((await store.usage.closed('2026-W01')).map(({ week }) => week)).toEqual(['2026-W45', '2026-W46'])
  })

  test('a use noted by a replica whose clock is behind is lost, and changes nothing that was counted', async () => {
    const store = await own()
    const [one, behind] = [usageOn(store), usageOn(store)]
    at = during
    for (const person of people(5)) await one.note(CELL, person)
    await behind.note(CELL, personOf(0))
    at = after
    await one.release()
    const before = await store.usage.closed(WEEK)
    at = during
    await behind.note(CELL, personOf(9))
    await usageOn(store).note(CELL, personOf(9))
    expect(await store.usage.closed(WEEK)).toEqual(before)
  })
})

describe('what is stored about people', () => {
  const folder = temporaryFolder()
  test('while the week runs: hashes, another one in each cell and week; after it: nothing', async () => {
    const whole = await wholeStorage(join(folder(), 'kompass.db'))
    const usage = usageOn(whole.store)
    const person = personOf('erika-beispiel')
    at = during
    await usage.note(CELL, person)
    await usage.note({ ...CELL, outcome: 'held' }, person)
    at = after
    await usage.note(CELL, person)
    expect(await whole.rowsWith(person.id)).toEqual({})
    const { usage_person: rows = [], usage_week: weeks = [] } = await whole.rowsWith('2026-W')
    expect(new Set(rows.map(row => Reflect.get(row, 'hash'))).size).toBe(3)
    expect(new Set(weeks.map(week => Reflect.get(week, 'salt'))).size).toBe(2)
    at = '2026-12-08T10:00:00Z'
    expect(await usage.release()).toBe(2)
    const left = await whole.rowsWith('2026-W')
    expect(Object.keys(left).sort()).toEqual(['usage_cell', 'usage_week'])
    expect(left.usage_week?.map(week => Reflect.get(week, 'salt'))).toEqual([null, null])
    await whole.close()
  })

  test.each([
    { why: 'a text instead of an id', cell: { ...CELL, outcome: 'Bitte Frau Beispiel absagen' } },
    { why: 'an id nobody would write', cell: { ...CELL, tool: 'x'.repeat(61) } },
    { why: 'more than a cell', cell: { ...CELL, text: 'x' } },
  ])('never $why', async ({ cell }) => {
    await expect(usageOn(freshStore()).note(cell, personOf(1))).rejects.toThrow()
  })
})

test.each([
  { why: 'the storage is away: the count is lost, not the answer', error: new StorageUnavailable('x'), lost: true },
  { why: 'a fault of ours is one', error: new RangeError('x'), lost: false },
])('$why', async ({ error, lost }) => {
  const store = freshStore()
  at = during
  const usage = usageOn({ ...store, usage: { ...store.usage, salt: async () => Promise.reject(error) } })
  const noted = usage.note(CELL, personOf(1))
  await (lost ? expect(noted).resolves.toBeUndefined() : expect(noted).rejects.toBe(error))
})
