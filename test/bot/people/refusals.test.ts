import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { remindThoseDue } from '../../../bot/people/reminders.js'
import { issuerOf } from '../../../bot/teams/cards/frame.js'
import { noticeCard } from '../../../bot/teams/cards/notice-card.js'
import { listenAlone } from '../../support/listen.js'
import { musterstadt } from '../../support/musterstadt.js'
import { type Reminded, reminded } from '../../support/reminded.js'

const PACK = await musterstadt()

let it: Reminded
beforeEach(async () => {
  it = await reminded(PACK)
})
afterEach(() => it.close())

const referTo = (reference: string) => it.services.store.conversations.save(it.person, reference, '2026-11-25')
const referenceAt = async (address: string): Promise<string> =>
  (await it.where())?.reference.replace(it.connector.address, address) ?? ''

describe('what the chat service refuses for good', () => {
  test.each([
    { status: 403, why: 'the app was removed', reason: 'not-installed' },
    { status: 404, why: 'the conversation is gone', reason: 'unknown-conversation' },
    { status: 410, why: 'the conversation is gone', reason: 'unknown-conversation' },
  ])('$status, $why: given up, counted, forgotten, and never asked again', async ({ status, reason }) => {
    it.connector.refuse({ POST: status })
    await it.round()
    expect(it.connector.sent()).toHaveLength(1)
    expect(await it.counts()).toEqual({ waiting: 0, inFlight: 0, sent: 0, failed: 1, all: 1 })
    expect(await it.counted()).toEqual({ [`reminder.${reason}`]: 1 })
    expect(await it.where()).toBeUndefined()

    it.connector.clear()
    it.become('2026-11-26T09:00:00Z')
    expect(await remindThoseDue(it.services)).toBe(0)
    await it.round()
    expect(it.connector.sent()).toEqual([])
  })

  test('is asked again once the person writes again', async () => {
    it.connector.refuse({ POST: 403 })
    await it.round()
    it.connector.clear()
    it.become('2026-11-26T09:00:00Z')
    await it.write()
    expect(await remindThoseDue(it.services)).toBe(1)
  })

  const at = (serviceUrl: string, id: string) =>
    JSON.stringify({ serviceUrl, channelId: 'msteams', conversation: { id } })
  test.each([
    { why: 'no JSON', reference: 'kein JSON' },
    { why: 'nothing', reference: '' },
    { why: 'no object', reference: 'null' },
    { why: 'no address', reference: at('x', 'c') },
    { why: 'an address of another kind', reference: at('file:///x', 'c') },
    { why: 'no conversation', reference: at('http://127.0.0.1:9', '') },
  ])('includes a damaged reference: $why', async ({ reference }) => {
    await referTo(reference)
    await it.round()
    expect(await it.counts()).toMatchObject({ failed: 1, waiting: 0 })
    expect(await it.counted()).toEqual({ 'reminder.unknown-conversation': 1 })
    expect(await it.where()).toBeUndefined()
  })
})

describe('asked to slow down, it waits as long as asked and then arrives', () => {
  test.each([
    { why: 'in seconds', header: () => '120', minutes: 2 },
    { why: 'by a date', header: () => new Date(Date.now() + 120_000).toUTCString(), minutes: 2 },
    { why: 'by a date that has passed', header: () => 'Mon, 23 Nov 2020 09:00:00 GMT', minutes: 0 },
    { why: 'in words nobody knows', header: () => 'bald', minutes: 0.5 },
    { why: 'without saying how long', header: () => undefined, minutes: 0.5 },
  ])('$why', async ({ header, minutes }) => {
    const retryAfter = header()
    it.connector.refuse({ POST: 429 }, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
    const { slowedMs } = await it.round()
    if (minutes >= 2) expect(slowedMs / 60_000).toBeCloseTo(minutes, 1)
    expect(it.connector.sent()).toHaveLength(1)
    expect(await it.counts()).toMatchObject({ waiting: 1, failed: 0 })
    expect(await it.counted()).toEqual({ 'reminder.later': 1 })
    expect(await it.where()).toBeDefined()

    it.connector.clear()
    it.minutesLater(minutes - 0.1)
    await it.round()
    expect(it.connector.sent()).toHaveLength(0)
    it.minutesLater(0.1)
    await it.round()
    expect(it.connector.sent()).toHaveLength(1)
    expect(await it.counts()).toMatchObject({ sent: 1, all: 1 })
  })
})

describe('what may go right next time', () => {
  test.each([400, 401, 408, 500, 502, 503])('%s: tried once, and again half a minute later', async status => {
    it.connector.refuse({ POST: status })
    await it.round()
    expect(it.connector.sent()).toHaveLength(1)
    expect(await it.counts()).toMatchObject({ waiting: 1, failed: 0 })
    expect(await it.where()).toBeDefined()
    it.connector.clear()
    it.minutesLater(0.5)
    await it.round()
    expect(await it.counts()).toMatchObject({ sent: 1, all: 1 })
  })

  test('nobody answers at that address', async () => {
    const gone = await listenAlone(() => undefined)
    await gone.close()
    await referTo(await referenceAt(gone.address))
    await it.round()
    expect(await it.counts()).toMatchObject({ waiting: 1, failed: 0 })
    expect(await it.where()).toBeDefined()
  })

  test('it never does: given up after eight attempts, and where the person is reached stays', async () => {
    it.connector.refuse({ POST: 500 })
    for (let attempt = 1; attempt <= 8; attempt++) {
      await it.round()
      it.minutesLater(60)
    }
    expect(it.connector.sent()).toHaveLength(8)
    expect(await it.counts()).toMatchObject({ waiting: 0, failed: 1 })
    expect(await it.where()).toBeDefined()
  })
})

test('an answer that never comes ends with the attempt, and nothing leaves after it', async () => {
  let arrived = 0
  const hanging = await listenAlone(() => {
    arrived++
  })
  const reference = await referenceAt(hanging.address)
  const card = noticeCard({ title: 'Titel', lines: ['Zeile'] }, 'de', issuerOf(PACK))
  for (const signal of [AbortSignal.timeout(300), AbortSignal.abort()])
    await expect(it.host.send(reference, card, signal)).rejects.toThrow()
  expect(arrived).toBe(1)
  await hanging.close()
})
