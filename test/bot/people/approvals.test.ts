import { beforeEach, describe, expect, test } from '@jest/globals'
import { type ApprovalDeps, noticeFor, recipientsOf, remindOfApprovals } from '../../../bot/people/approvals.js'
import type { Storage } from '../../../bot/storage/open.js'
import type { Store } from '../../../bot/storage/store.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { plusDays } from '../../../policies/training/index.js'
import { freshStore } from '../../support/fresh-store.js'
import { musterstadt } from '../../support/musterstadt.js'
import { byId } from '../../support/small-pack.js'
import { onBothEngines } from '../../support/storage.js'

const PACK = await musterstadt()
const MUCGPT = byId(PACK.tools, 'mucgpt')
const UNTIL = '2027-06-30'
const OWNER = 'owner'
const TEAM = { name: 'A', phone: '1', person: 'team', deputy: { name: 'B', phone: '2', person: 'deputy' } }

/** Musterstadt with one tool whose approval ends, and people who can be told. */
const packWith = (tool: Partial<Tool> = {}, team: Pack['contacts']['roles']['ki-team'] = TEAM): Pack => ({
  ...PACK,
  tools: [{ ...MUCGPT, owner: { name: 'O', person: OWNER }, ...tool }],
  contacts: { ...PACK.contacts, roles: { ...PACK.contacts.roles, 'ki-team': team } },
})

describe('what there is to say', () => {
  test.each([
    { why: '31 days before', days: -31, threshold: undefined },
    { why: '30 days before', days: -30, threshold: '30' },
    { why: '29, the service stood still on the day', days: -29, threshold: '30' },
    { why: '8 days before', days: -8, threshold: '30' },
    { why: '7 days before', days: -7, threshold: '7' },
    { why: 'on the last day', days: 0, threshold: '7' },
    { why: 'the day after', days: 1, threshold: 'expired' },
    { why: 'two weeks after', days: 14, threshold: 'expired' },
    { why: 'later, when everybody knows', days: 15, threshold: undefined },
  ])('$why: $threshold', ({ days, threshold }) => {
    const notice = noticeFor({ ...MUCGPT, approved_until: UNTIL }, plusDays(UNTIL, days))
    expect(notice).toEqual(threshold && { tool: 'mucgpt', until: UNTIL, threshold })
  })

  test.each([
    { status: 'freigegeben', says: true },
    { status: 'pilot', says: true },
    { status: 'geplant', says: false },
    { status: 'abgelehnt', says: false },
    { status: 'ausgelaufen', says: false },
    { status: 'beispiel', says: false },
  ] as const)('of a tool that is $status: $says', ({ status, says }) => {
    expect(noticeFor({ ...MUCGPT, approved_until: UNTIL, status }, UNTIL) !== undefined).toBe(says)
  })

  test('of an approval without an end: nothing', () => {
    const { approved_until: _, ...endless } = MUCGPT
    expect(noticeFor(endless, UNTIL)).toBeUndefined()
  })
})

test.each([
  { why: 'all three', pack: packWith(), people: [OWNER, 'team', 'deputy'] },
  {
    why: 'one who is two of them',
    pack: packWith({ owner: { name: 'O', person: 'team' } }),
    people: ['team', 'deputy'],
  },
  {
    why: 'those known in the sign-in',
    pack: packWith({ owner: { name: 'O' } }, { name: 'A', phone: '1' }),
    people: [],
  },
])('told are $why', ({ pack: { tools, contacts }, people }) => {
  expect(recipientsOf(tools[0] ?? MUCGPT, contacts)).toEqual(people)
})

/** Wednesday, four weeks before. */
const WEDNESDAY = '2027-06-02'

const depsOn = (store: Store, moment: string, pack: Pack = packWith()): ApprovalDeps => ({
  store,
  pack: () => pack,
  now: () => new Date(moment),
})
const reach = async (store: Store, ...people: string[]): Promise<void> => {
  for (const person of people) await store.conversations.save(person, '{}', '2027-06-01')
}
const keysOf = async (store: Store, person: string) => (await store.outbox.ofPerson(person)).map(({ key }) => key)

describe('when', () => {
  test.each([
    { why: 'at eight in Germany', moment: `${WEDNESDAY}T06:00:00Z`, put: 1 },
    { why: 'before', moment: `${WEDNESDAY}T05:59:00Z`, put: 0 },
    { why: 'until the evening', moment: `${WEDNESDAY}T16:59:00Z`, put: 1 },
    { why: 'not at night', moment: `${WEDNESDAY}T17:00:00Z`, put: 0 },
    { why: 'not on a Saturday', moment: '2027-06-05T10:00:00Z', put: 0 },
  ])('$why', async ({ moment, put }) => {
    const store = freshStore()
    await reach(store, OWNER)
    expect(await remindOfApprovals(depsOn(store, moment))).toEqual({ put, unheard: 0 })
  })
})

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  let store: Store
  beforeEach(async () => {
    opened ??= open()
    store = (await opened).forMunicipality(`m${++municipalities}`)
  })

  const run = (day: string, pack?: Pack) => remindOfApprovals(depsOn(store, `${day}T10:00:00Z`, pack))

  test('each person once at each threshold, however often it runs and by however many replicas', async () => {
    await reach(store, OWNER, 'team', 'deputy')
    const reports = await Promise.all([1, 2, 3].map(() => run(WEDNESDAY)))
    expect(reports.reduce((sum, { put }) => sum + put, 0)).toBe(3)
    for (const day of ['2027-06-03', '2027-06-14', '2027-06-22']) expect(await run(day)).toEqual({ put: 0, unheard: 0 })
    for (const day of ['2027-06-23', '2027-07-01']) expect(await run(day)).toEqual({ put: 3, unheard: 0 })
    for (const day of ['2027-06-30', '2027-07-02', '2027-07-20']) expect((await run(day)).put).toBe(0)
    expect(await keysOf(store, OWNER)).toEqual([
      `approval/mucgpt/${UNTIL}/30/${OWNER}`,
      `approval/mucgpt/${UNTIL}/7/${OWNER}`,
      `approval/mucgpt/${UNTIL}/expired/${OWNER}`,
    ])
  })

  test('who becomes reachable later is told then', async () => {
    await reach(store, 'team')
    expect(await run(WEDNESDAY)).toEqual({ put: 1, unheard: 0 })
    await reach(store, OWNER)
    expect(await run('2027-06-03')).toEqual({ put: 1, unheard: 0 })
  })

  test('an approval that was extended is reminded of before its new end', async () => {
    await reach(store, OWNER)
    await run(WEDNESDAY)
    const extended = packWith({ approved_until: '2027-12-31' })
    expect(await run('2027-06-23', extended)).toEqual({ put: 0, unheard: 0 })
    expect(await run('2027-12-01', extended)).toEqual({ put: 1, unheard: 0 })
  })

  test('where nobody named has a chat, only their number is told', async () => {
    await reach(store, 'somebody-else')
    expect(await run(WEDNESDAY)).toEqual({ put: 0, unheard: 1 })
    expect(await store.outbox.counts()).toMatchObject({ all: 0 })
  })

  test('what waits names the tool and the day, and nobody', async () => {
    await reach(store, OWNER)
    await run(WEDNESDAY)
    const [taken] = await store.outbox.take('w', 9, 1000, new Date(`${WEDNESDAY}T11:00:00Z`))
    expect(taken).toMatchObject({ person: OWNER, kind: 'approval' })
    expect(JSON.parse(taken?.content ?? '')).toEqual({ tool: 'mucgpt', until: UNTIL, threshold: '30' })
  })
})
