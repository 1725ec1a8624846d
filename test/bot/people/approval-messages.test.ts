import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { remindOfApprovals } from '../../../bot/people/approvals.js'
import { sendMessage } from '../../../bot/people/outgoing.js'
import type { Taken } from '../../../bot/storage/store.js'
import type { Services } from '../../../bot/teams/services.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { cardProblems } from '../../support/card-rules.js'
import { musterstadt } from '../../support/musterstadt.js'
import { type Reminded, reminded } from '../../support/reminded.js'

const PACK = await musterstadt()
/** Who is reminded of learning in the same storage; here they also answer for a tool. */
const PERSON = 'local:sachbearbeiterin'
const UNTIL = '2026-12-15'

const packWith = (change: Partial<Tool> = {}): Pack => ({
  ...PACK,
  tools: PACK.tools.map(tool =>
    tool.id === 'mucgpt'
      ? { ...tool, approved_until: UNTIL, owner: { name: 'Amt 11', person: PERSON }, ...change }
      : tool,
  ),
})

let pack: Pack
let it: Reminded
let services: Services
beforeEach(async () => {
  pack = packWith()
  it = await reminded(PACK)
  services = { ...it.services, pack: () => pack }
  await it.services.store.outbox.erasePerson(PERSON)
})
afterEach(() => it.close())

const put = () => remindOfApprovals(services)
const round = () => it.round({ pack: () => pack })
const counted = async () =>
  Object.fromEntries([...(await services.counters.read())].filter(([name]) => name.startsWith('approval.')))

test('arrives once, as one sound card that says what ends when, and what to do', async () => {
  expect(await put()).toEqual({ put: 1, unheard: 0 })
  for (const _ of [1, 2]) await round()
  const [sent, ...others] = it.connector.sent()
  expect(others).toEqual([])
  expect(sent?.activity.attachments.flatMap(({ content }) => cardProblems(content))).toEqual([])
  expect(sent?.activity.summary).toContain('Die Freigabe von MUCGPT läuft am 15. Dezember 2026 aus')
  const text = JSON.stringify(sent?.activity.attachments)
  for (const words of ['in 20 Tagen', 'approved_until', 'ab 16. Dezember 2026 niemand mehr'])
    expect(text).toContain(words)
  expect(it.connector.wire()).not.toContain(PERSON)
  expect(await it.counts()).toMatchObject({ sent: 1, all: 1 })
  expect(await counted()).toEqual({ 'approval.sent': 1 })
})

test('what could not leave in the evening may leave at night: it is said once, and no other would follow', async () => {
  await put()
  it.connector.refuse({ POST: 503 })
  await round()
  it.connector.refuse({})
  it.become('2026-11-28T22:00:00Z')
  it.connector.clear()
  await round()
  expect(it.connector.sent()).toHaveLength(1)
})

describe('is not sent', () => {
  const settled = { kind: 'never', reason: 'settled' }
  test.each([
    { why: 'once it was extended', change: () => use({ approved_until: '2027-12-31' }), outcome: settled },
    { why: 'once nobody wants the tool', change: () => use({ status: 'ausgelaufen' }), outcome: settled },
    { why: 'once the next threshold says more', change: () => it.become('2026-12-08T10:00:00Z'), outcome: settled },
    {
      why: 'to whoever no longer answers for the tool',
      change: () => use({ owner: { name: 'Amt 12', person: 'other' } }),
      outcome: { kind: 'never', reason: 'not-theirs' },
    },
    {
      why: 'once the tool is gone',
      change: () => {
        pack = { ...PACK, tools: [] }
      },
      outcome: { kind: 'never', reason: 'unknown-tool' },
    },
    {
      why: 'to whom nobody can write any more',
      change: () => services.store.conversations.erase(PERSON),
      outcome: { kind: 'never', reason: 'no-conversation' },
    },
  ])('$why', async ({ change, outcome }) => {
    await put()
    const [taken] = await services.store.outbox.take('w', 1, 1000, services.now())
    await change()
    expect(await sendMessage(taken ?? NOBODY, services, it.host)).toEqual(outcome)
    expect(it.connector.sent()).toEqual([])
  })

  test.each(['kein JSON', '{}', '{"tool":"mucgpt","until":"2026-12-15","threshold":"31"}'])(
    'with damaged content: %s',
    async content => {
      const outcome = await sendMessage({ ...NOBODY, person: PERSON, content }, services, it.host)
      expect(outcome).toEqual({ kind: 'never', reason: 'unknown-tool' })
    },
  )
})

test('whoever removed the app is forgotten and not written to again', async () => {
  await put()
  it.connector.refuse({ POST: 403 })
  await round()
  expect(await it.where()).toBeUndefined()
  expect(await counted()).toEqual({ 'approval.not-installed': 1 })
  expect(await put()).toEqual({ put: 0, unheard: 1 })
})

const NOBODY: Taken = { id: '1/1', attempts: 1, key: 'k', person: 'nobody', kind: 'approval', content: '{}' }

function use(change: Partial<Tool>): void {
  pack = packWith(change)
}
