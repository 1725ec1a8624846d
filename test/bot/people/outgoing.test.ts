import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sendReminder } from '../../../bot/people/outgoing.js'
import type { Services } from '../../../bot/teams/services.js'
import { message as fromTeams } from '../../support/activities.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { type FakeConnector, fakeConnector } from '../../support/fake-connector.js'
import { learnModule } from '../../support/learner.js'
import { listenAlone } from '../../support/listen.js'
import { musterstadt } from '../../support/musterstadt.js'
import { servicesFor } from '../../support/scenes.js'

const PACK = await musterstadt()
const TAKEN = { id: '1', attempts: 1, key: 'k', kind: 'reminder', content: '{}' }

let services: Services
let host: BotHost
let connector: FakeConnector
let person: string
let at: string

beforeEach(async () => {
  at = '2026-11-23T10:00:00Z'
  services = servicesFor(PACK, { now: () => new Date(at) })
  connector = await fakeConnector()
  host = await hostBot(services)
  person = services.local?.current().person.id ?? ''
  const anna = { kind: 'person' as const, id: person, municipality: 'musterstadt', roles: ['beschaeftigt'] as const }
  await learnModule(services.learning, anna, 'g1', PACK)
  at = '2026-11-25T09:00:00Z'
})
afterEach(async () => {
  await host.close()
  await connector.close()
})

const write = () => host.post(fromTeams('hilfe', { serviceUrl: connector.address }))
const remind = () => sendReminder({ ...TAKEN, person }, services, host)

describe('a reminder on its way', () => {
  test('arrives as a card where the person wrote last, and says how it stops', async () => {
    await write()
    const before = connector.wire().length
    expect(await remind()).toEqual({ kind: 'sent' })
    const sent = connector.wire().slice(before)
    expect(sent).toContain('zum Auffrischen')
    expect(sent).toContain('erinnern aus')
    expect(Object.fromEntries(await services.counters.read())).toMatchObject({ 'reminder.sent': 1 })
  })

  test('is not sent to whom nobody can write', async () => {
    expect(await remind()).toEqual({ kind: 'never', reason: 'no-conversation' })
  })

  test('is not sent if all was done meanwhile', async () => {
    await write()
    at = '2026-11-23T12:00:00Z'
    expect(await remind()).toEqual({ kind: 'never', reason: 'nothing-due' })
  })

  test('of a kind nobody knows is given up', async () => {
    expect(await sendReminder({ ...TAKEN, person, kind: 'other' }, services, host)).toMatchObject({ kind: 'never' })
  })
})

describe('what the chat service says is understood', () => {
  test.each([
    { why: 'the app was removed', status: 403, outcome: { kind: 'never', reason: 'not-installed' } },
    { why: 'the conversation is gone', status: 404, outcome: { kind: 'never', reason: 'unknown-conversation' } },
    {
      why: 'slow down, for two minutes',
      status: 429,
      headers: { 'retry-after': '120' },
      outcome: { kind: 'later', afterMs: 120_000 },
    },
    { why: 'slow down, whoever knows how long', status: 429, outcome: { kind: 'later' } },
  ])(
    '$status: $why',
    async ({ status, headers = {}, outcome }) => {
      const refusing = await listenAlone((_, response) => void response.writeHead(status, headers).end('{}'))
      await services.store.conversations.save(person, referenceAt(refusing.address), '2026-11-24')
      expect(await remind()).toMatchObject(outcome)
      await refusing.close()
      const kept = await services.store.conversations.of(person)
      expect(kept === undefined).toBe(outcome.kind === 'never')
    },
    60_000,
  )

  test('a damaged reference is given up', async () => {
    await services.store.conversations.save(person, '{"serviceUrl":"x"}', '2026-11-24')
    expect(await remind()).toEqual({ kind: 'never', reason: 'unknown-conversation' })
  })
})

describe('where a person is reached', () => {
  test('is kept once a day for their own chat, and never for a group', async () => {
    await host.post(
      fromTeams('hilfe', {
        serviceUrl: connector.address,
        conversation: { id: 'group-1', conversationType: 'groupChat' },
      }),
    )
    expect(await services.store.conversations.of(person)).toBeUndefined()
    await write()
    const first = await services.store.conversations.of(person)
    await write()
    expect(await services.store.conversations.of(person)).toEqual(first)
    expect(first?.reference).not.toContain('message-1')
  })
})

const referenceAt = (serviceUrl: string): string =>
  JSON.stringify({
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: 'conversation-1' },
    bot: { id: '28:bot-1' },
    user: { id: '29:user-1' },
  })
