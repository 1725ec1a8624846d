import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sendMessage, sendReminder, startOutbox } from '../../../bot/people/outgoing.js'
import { remindThoseDue } from '../../../bot/people/reminders.js'
import type { Learner } from '../../../bot/storage/store.js'
import { USER } from '../../support/activities.js'
import { cardProblems } from '../../support/card-rules.js'
import { musterstadt } from '../../support/musterstadt.js'
import { type Reminded, reminded } from '../../support/reminded.js'

const PACK = await musterstadt()
const TAKEN = { id: '1', attempts: 1, key: 'k', content: '{}' }

let it: Reminded
beforeEach(async () => {
  it = await reminded(PACK)
})
afterEach(() => it.close())

describe('a reminder on its way', () => {
  test('arrives as one sound card where the person wrote last', async () => {
    await it.round()
    const [sent, ...others] = it.connector.sent()
    expect(others).toEqual([])
    expect(sent?.path).toMatch(/^\/v3\/conversations\/conversation-1\/activities\b/)
    expect(sent?.activity.attachments.flatMap(({ content }) => cardProblems(content))).toEqual([])
    expect(sent?.activity.summary).toContain('zum Auffrischen')
    expect(await it.counts()).toEqual({ waiting: 0, inFlight: 0, sent: 1, failed: 0, all: 1 })
    expect(await it.counted()).toEqual({ 'reminder.sent': 1 })
  })

  test('says how it stops, to readers of the card and of the notification alike', async () => {
    await it.round()
    const [sent] = it.connector.sent()
    expect(sent?.activity.summary).toContain('„erinnern aus“')
    const [card] = sent?.activity.attachments ?? []
    expect(JSON.stringify({ ...card?.content, fallbackText: '' })).toContain('„erinnern aus“')
  })

  test('names nobody', async () => {
    await it.round()
    for (const personal of [USER.name, USER.aadObjectId, it.person, it.name, ...it.name.split(' ')])
      expect(it.connector.wire()).not.toContain(personal)
  })

  test('is sent once, however often is looked', async () => {
    for (const _ of [1, 2, 3]) await it.round()
    expect(it.connector.sent()).toHaveLength(1)
    expect(await remindThoseDue(it.services)).toBe(0)
  })

  test('is sent once although it could not be counted', async () => {
    const increment = async () => Promise.reject(new Error('no room'))
    await it.round({ counters: { ...it.services.counters, increment } })
    it.minutesLater(60)
    await it.round()
    expect(it.connector.sent()).toHaveLength(1)
    expect(await it.counts()).toMatchObject({ sent: 1, all: 1 })
  })
})

const PAUSED: Learner = { lessons: {}, pausedUntil: '2026-12-24', lastActive: '2026-11-25' }

describe('nothing is sent', () => {
  test.each([
    { why: 'if all was done meanwhile', reason: 'nothing-due', change: () => allRepeated() },
    {
      why: 'during a pause begun meanwhile',
      reason: 'nothing-due',
      change: () => it.services.store.learning.saveLearner(it.services.learning.pseudonymOf(it.person), PAUSED),
    },
    {
      why: 'to whoever said stop meanwhile',
      reason: 'turned-off',
      change: () => it.services.store.reminders.off(it.person),
    },
    {
      why: 'to whom nobody can write any more',
      reason: 'no-conversation',
      change: () => it.services.store.conversations.erase(it.person),
    },
    {
      why: 'in the evening, if it could not be sent before',
      reason: 'too-late',
      change: () => it.become('2026-11-25T18:00:00Z'),
    },
    {
      why: 'on the next day, when another may come',
      reason: 'too-late',
      change: () => it.become('2026-11-26T08:00:00Z'),
    },
    { why: 'on a Saturday', reason: 'too-late', change: () => it.become('2026-11-28T08:00:00Z') },
  ])('$why', async ({ change, reason }) => {
    await change()
    const outcome = await sendReminder({ ...TAKEN, person: it.person, kind: 'reminder' }, it.services, it.host)
    expect(outcome).toEqual({ kind: 'never', reason })
    await it.round()
    expect(it.connector.sent()).toEqual([])
    expect(await it.counts()).toMatchObject({ waiting: 0, failed: 1, all: 1 })
  })

  test('once the outbox has given up on the attempt', async () => {
    const taken = { ...TAKEN, person: it.person, kind: 'reminder' }
    await expect(sendReminder(taken, it.services, it.host, AbortSignal.abort())).rejects.toThrow()
    expect(it.connector.sent()).toEqual([])
  })

  test('of a kind nobody knows', async () => {
    const outcome = await sendMessage({ ...TAKEN, person: it.person, kind: 'other' }, it.services, it.host)
    expect(outcome).toEqual({ kind: 'never', reason: 'unknown-kind' })
  })
})

async function allRepeated(): Promise<void> {
  const { learning } = it.services.store
  const pseudonym = it.services.learning.pseudonymOf(it.person)
  for (const state of await learning.states(pseudonym))
    await learning.review(pseudonym, state, { ...state, due: '2026-12-24', lastReview: '2026-11-25' })
}

describe('the worker of the service', () => {
  const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await done())) await new Promise(next => setTimeout(next, 20))
  }

  test('sends what waits, and stops', async () => {
    const worker = startOutbox(it.services, it.host, { warn: () => undefined })
    await until(async () => (await it.counts()).sent === 1)
    expect(await worker.stop()).toBe('stopped')
    expect(it.connector.sent()).toHaveLength(1)
  })

  test('tells the log what kind of trouble there is, neither to whom nor what', async () => {
    const lines: unknown[] = []
    const { store } = it.services
    const take = async () => Promise.reject(new RangeError(`Frau Beispiel ${it.person}`))
    const broken = { ...it.services, store: { ...store, outbox: { ...store.outbox, take } } }
    const worker = startOutbox(broken, it.host, { warn: (...line: unknown[]) => void lines.push(line) })
    await until(() => lines.length > 0)
    await worker.stop()
    expect(lines).toEqual([[{ outbox: 'RangeError' }, 'outbox trouble']])
  })
})
