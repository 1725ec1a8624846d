import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLearning } from '../../../bot/learning/learning.js'
import { remindThoseDue } from '../../../bot/people/reminders.js'
import { freshStore } from '../../support/fresh-store.js'
import { learnModule } from '../../support/learner.js'
import { musterstadt } from '../../support/musterstadt.js'
import { LEARNING_KEY } from '../../support/scenes.js'

const PACK = await musterstadt()
const ANNA = { kind: 'person' as const, id: 'anna', municipality: 'musterstadt', roles: ['beschaeftigt'] as const }
/** A Wednesday on which five questions of the Monday before are due. */
const DUE = '2026-11-25'

let store: ReturnType<typeof freshStore>
let at: string
const now = (): Date => new Date(at)
const deps = () => ({
  store,
  learning: createLearning({ store, pack: () => PACK, now, key: LEARNING_KEY, seed: () => 1 }),
  pack: () => PACK,
  now,
})

beforeEach(async () => {
  store = freshStore()
  at = '2026-11-23T10:00:00Z'
  await learnModule(deps().learning, ANNA, 'g1', PACK)
  await store.conversations.save('anna', '{}', '2026-11-23')
  await store.reminders.set('anna', 9)
})

describe('a reminder', () => {
  test.each([
    { why: 'at the hour, German winter time', moment: `${DUE}T08:00:00Z`, put: 1 },
    { why: 'a minute before', moment: `${DUE}T07:59:00Z`, put: 0 },
    { why: 'later the same day, if the service stood still', moment: `${DUE}T16:30:00Z`, put: 1 },
    { why: 'in the evening no more', moment: `${DUE}T18:30:00Z`, put: 0 },
    { why: 'on a Saturday', moment: '2026-11-28T09:00:00Z', put: 0 },
    { why: 'on a Sunday', moment: '2026-11-29T09:00:00Z', put: 0 },
    { why: 'on a Monday after', moment: '2026-11-30T08:00:00Z', put: 1 },
    { why: 'in summer time an hour earlier by UTC', moment: '2027-04-14T07:00:00Z', put: 1 },
    { why: 'in summer time, a minute before', moment: '2027-04-14T06:59:00Z', put: 0 },
  ])('$why: $put', async ({ moment, put }) => {
    at = moment
    expect(await remindThoseDue(deps())).toBe(put)
    expect((await store.outbox.counts()).waiting).toBe(put)
  })

  test('comes once a day, however often and by however many replicas it is asked for', async () => {
    at = `${DUE}T09:00:00Z`
    const put = await Promise.all([1, 2, 3, 4].map(() => remindThoseDue(deps())))
    expect(put.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await remindThoseDue(deps())).toBe(0)
    at = '2026-11-26T09:00:00Z'
    expect(await remindThoseDue(deps())).toBe(1)
  })

  test('does not come when nothing is due', async () => {
    at = '2026-11-23T12:00:00Z'
    expect(await remindThoseDue(deps())).toBe(0)
  })

  test('does not come during a pause', async () => {
    at = `${DUE}T09:00:00Z`
    await deps().learning.pause(ANNA, '2026-12-24')
    expect(await remindThoseDue(deps())).toBe(0)
  })

  test('does not come to whom nobody can write', async () => {
    await store.conversations.erase('anna')
    at = `${DUE}T09:00:00Z`
    expect(await remindThoseDue(deps())).toBe(0)
  })

  test('does not come to whoever said stop', async () => {
    await store.reminders.off('anna')
    at = `${DUE}T09:00:00Z`
    expect(await remindThoseDue(deps())).toBe(0)
  })

  test('carries no text and no name', async () => {
    at = `${DUE}T09:00:00Z`
    await remindThoseDue(deps())
    const [message] = await store.outbox.take('w', 5, 1000, now())
    expect(message).toMatchObject({ kind: 'reminder', content: '{}', person: 'anna' })
  })
})
