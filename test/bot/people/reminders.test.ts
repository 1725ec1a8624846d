import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createLearning } from '../../../bot/learning/learning.js'
import { remindThoseDue } from '../../../bot/people/reminders.js'
import type { Storage } from '../../../bot/storage/open.js'
import type { Store } from '../../../bot/storage/store.js'
import { StorageUnavailable } from '../../../bot/storage/unavailable.js'
import { freshStore } from '../../support/fresh-store.js'
import { learnModule } from '../../support/learner.js'
import { musterstadt } from '../../support/musterstadt.js'
import { opening } from '../../support/opening.js'
import { LEARNING_KEY } from '../../support/scenes.js'
import { onBothEngines } from '../../support/storage.js'

const PACK = await musterstadt()
const personOf = (id: string) => ({
  kind: 'person' as const,
  id,
  municipality: 'musterstadt',
  roles: ['beschaeftigt'] as const,
})
/** A Wednesday on which five questions of the Monday before are due. */
const DUE = '2026-11-25'

let at: string
const now = (): Date => new Date(at)
const depsOn = (store: Store) => ({
  store,
  learning: createLearning({ store, pack: () => PACK, now, key: LEARNING_KEY, seed: () => 1 }),
  pack: () => PACK,
  now,
})

/** Somebody who learned on Monday, wrote to the bot and wants to be reminded at an hour. */
async function join(id: string, hour: number, store: Store): Promise<void> {
  at = '2026-11-23T10:00:00Z'
  await learnModule(depsOn(store).learning, personOf(id), 'g1', PACK)
  await store.conversations.save(id, '{}', '2026-11-23')
  await store.reminders.set(id, hour)
}

let store: Store
const remind = () => remindThoseDue(depsOn(store))
const keys = async (person: string): Promise<string[]> => (await store.outbox.ofPerson(person)).map(({ key }) => key)

beforeEach(async () => {
  store = freshStore()
  await join('anna', 9, store)
})

describe('a reminder comes at its hour, in German time', () => {
  test.each([
    { why: 'at the hour, in winter', moment: `${DUE}T08:00:00Z`, put: 1 },
    { why: 'a second before', moment: `${DUE}T07:59:59Z`, put: 0 },
    { why: 'in the night before, already the same day in Germany', moment: '2026-11-24T23:30:00Z', put: 0 },
    { why: 'the service started at noon', moment: `${DUE}T11:00:00Z`, put: 1 },
    { why: 'the service started just before seven in the evening', moment: `${DUE}T17:59:59Z`, put: 1 },
    { why: 'from seven in the evening on no more', moment: `${DUE}T18:00:00Z`, put: 0 },
    { why: 'on a Friday evening, already Saturday in UTC, no more', moment: '2026-11-28T00:30:00Z', put: 0 },
    { why: 'on a Saturday', moment: '2026-11-28T09:00:00Z', put: 0 },
    { why: 'on a Sunday', moment: '2026-11-29T09:00:00Z', put: 0 },
    { why: 'on the Monday after', moment: '2026-11-30T08:00:00Z', put: 1 },
    { why: 'on the Sunday when clocks go forward', moment: '2027-03-28T07:00:00Z', put: 0 },
    { why: 'on the Monday after, an hour earlier by UTC', moment: '2027-03-29T07:00:00Z', put: 1 },
    { why: 'on that Monday, a second before', moment: '2027-03-29T06:59:59Z', put: 0 },
    { why: 'on the Friday before still by winter time', moment: '2027-03-26T07:59:59Z', put: 0 },
    { why: 'on the Monday after clocks went back', moment: '2027-11-01T08:00:00Z', put: 1 },
    { why: 'on that Monday, a second before', moment: '2027-11-01T07:59:59Z', put: 0 },
  ])('$why: $put', async ({ moment, put }) => {
    at = moment
    expect(await remind()).toBe(put)
    expect(await store.outbox.counts()).toMatchObject({ waiting: put, all: put })
  })

  test.each([
    { why: 'seven in the morning, the first possible', hour: 7, moment: `${DUE}T06:00:00Z`, put: 1 },
    { why: 'six in the evening, the last possible', hour: 18, moment: `${DUE}T17:00:00Z`, put: 1 },
    { why: 'six in the evening, a second before', hour: 18, moment: `${DUE}T16:59:59Z`, put: 0 },
  ])('asked for at $why: $put', async ({ hour, moment, put }) => {
    await store.reminders.set('anna', hour)
    at = moment
    expect(await remind()).toBe(put)
  })
})

describe('nobody is reminded who', () => {
  test.each([
    { why: 'never asked for it', change: () => store.reminders.off('anna') },
    { why: 'cannot be reached', change: () => store.conversations.erase('anna') },
    { why: 'makes a pause', change: () => depsOn(store).learning.pause(personOf('anna'), '2026-11-26') },
    { why: 'was reminded today', change: () => store.reminders.claim('anna', DUE) },
    {
      why: 'was reminded tomorrow, after a clock that was ahead',
      change: () => store.reminders.claim('anna', '2026-11-26'),
    },
    { why: 'has never learned', change: async () => store.learning.erase(depsOn(store).learning.pseudonymOf('anna')) },
  ])('$why', async ({ change }) => {
    at = `${DUE}T09:00:00Z`
    await change()
    expect(await remind()).toBe(0)
    expect((await store.outbox.counts()).all).toBe(0)
  })

  test('has nothing to repeat; and that day is not used up by it', async () => {
    at = '2026-11-23T12:00:00Z'
    expect(await remind()).toBe(0)
    expect((await store.reminders.of('anna'))?.lastSent).toBeUndefined()
  })

  test('is the pause over, reminders come again', async () => {
    await depsOn(store).learning.pause(personOf('anna'), DUE)
    at = `${DUE}T09:00:00Z`
    expect(await remind()).toBe(1)
  })
})

describe('one a day', () => {
  test('however often it is looked at', async () => {
    const hours = ['08', '09', '10', '15']
    for (const hour of hours) {
      at = `${DUE}T${hour}:00:00Z`
      expect(await remind()).toBe(hour === '08' ? 1 : 0)
    }
    expect((await store.reminders.of('anna'))?.lastSent).toBe(DUE)
    at = '2026-11-26T08:00:00Z'
    expect(await remind()).toBe(1)
    expect(await keys('anna')).toEqual([`reminder/anna/${DUE}`, 'reminder/anna/2026-11-26'])
  })

  test('also to whoever asks for another hour', async () => {
    at = `${DUE}T08:00:00Z`
    await remind()
    await store.reminders.set('anna', 11)
    at = `${DUE}T10:00:00Z`
    expect(await remind()).toBe(0)
  })

  test('also to whoever stops it and asks again', async () => {
    at = `${DUE}T08:00:00Z`
    await remind()
    await store.reminders.off('anna')
    await store.reminders.set('anna', 9)
    expect(await remind()).toBe(0)
    expect(await keys('anna')).toHaveLength(1)
  })
})

describe('several people', () => {
  test('are counted, each by their own hour', async () => {
    await join('bernd', 9, store)
    await join('cem', 15, store)
    at = `${DUE}T08:00:00Z`
    expect(await remind()).toBe(2)
    expect(await keys('cem')).toEqual([])
    at = `${DUE}T14:00:00Z`
    expect(await remind()).toBe(1)
  })

  test('do not wait for one whose learning state is damaged, which is told all the same', async () => {
    await join('bernd', 9, store)
    at = `${DUE}T09:00:00Z`
    const deps = depsOn(store)
    const plan: typeof deps.learning.plan = async person => {
      if (person.id === 'anna') throw new TypeError('damaged')
      return deps.learning.plan(person)
    }
    await expect(remindThoseDue({ ...deps, learning: { plan } })).rejects.toThrow(TypeError)
    expect(await keys('anna')).toEqual([])
    expect(await keys('bernd')).toHaveLength(1)
  })

  test('are not asked for one by one where the storage cannot be reached', async () => {
    await join('bernd', 9, store)
    at = `${DUE}T09:00:00Z`
    const asked: string[] = []
    const plan = async ({ id }: { readonly id: string }) => {
      asked.push(id)
      throw new StorageUnavailable('57P01')
    }
    await expect(remindThoseDue({ ...depsOn(store), learning: { plan } })).rejects.toThrow(StorageUnavailable)
    expect(asked).toEqual(['anna'])
  })
})

test('what waits carries no text and no name', async () => {
  at = `${DUE}T09:00:00Z`
  await remind()
  const [message] = await store.outbox.take('w', 5, 1000, now())
  expect(message).toMatchObject({ kind: 'reminder', content: '{}', person: 'anna', key: `reminder/anna/${DUE}` })
})

onBothEngines(({ fresh }) => {
  const opened: Storage[] = []
  afterAll(() => Promise.all(opened.map(storage => storage.close())))

  test('two replicas at once put one row for each person', async () => {
    const target = await fresh()
    const replica = async (): Promise<Store> => {
      const storage = await opening(target)
      opened.push(storage)
      return storage.forMunicipality('musterstadt')
    }
    const [one, two] = [await replica(), await replica()]
    const people = ['anna', 'bernd', 'cem', 'dora']
    for (const person of people) await join(person, 9, one)
    at = `${DUE}T09:00:00Z`
    const put = await Promise.all([one, two, one, two].map(own => remindThoseDue(depsOn(own))))
    expect(put.reduce((sum, count) => sum + count, 0)).toBe(people.length)
    expect(await one.outbox.counts()).toMatchObject({ waiting: people.length, all: people.length })
  })
})
