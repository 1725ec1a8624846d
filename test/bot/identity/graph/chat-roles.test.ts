import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { rolesFromGraph } from '../../../../bot/identity/graph/chat-roles.js'
import { createGraph } from '../../../../bot/identity/graph/graph.js'
import { listenAlone } from '../../../support/listen.js'
import { type FakeGraph, fakeGraph } from '../../../support/openid-graph.js'

const APP = 'aaaaaaaa-0000-4000-8000-00000000000a'
const NAMES = { digitallotse: 'Kompass.Lotse', 'ki-team': 'Kompass.KI-Team', datenschutz: 'Kompass.Datenschutz' }
const APPLICATION = `/v1.0/servicePrincipals(appId='${APP}')?$select=id,appRoles`
const ASSIGNED = '/v1.0/servicePrincipals/sp-1/appRoleAssignedTo?$top=999'
const membersOf = (group: string): string => `/v1.0/groups/${group}/members/microsoft.graph.user?$select=id&$top=999`

const ROLES = [
  { id: 'r-lotse', value: 'Kompass.Lotse' },
  { id: 'r-team', value: 'Kompass.KI-Team' },
  { id: 'r-other', value: 'Anderes' },
  { id: 'r-none', value: null },
]
const given = (principalId: string, appRoleId: string, principalType = 'User') => ({
  principalId,
  appRoleId,
  principalType,
})

let graph: FakeGraph
let at: number
let warned: unknown[]

beforeEach(async () => {
  graph = await fakeGraph()
  at = 0
  warned = []
  graph.answer(APPLICATION, { body: { id: 'sp-1', appRoles: ROLES } })
})
afterEach(() => graph.close())

const open = (tokens = async (scope: string): Promise<string> => `token for ${scope}`) =>
  rolesFromGraph({
    graph: createGraph(tokens, fetch, graph.address),
    appId: APP,
    names: NAMES,
    now: () => new Date(at),
    log: { warn: (...words: unknown[]) => void warned.push(words) },
  })
const assign = (...value: object[]): void => graph.answer(ASSIGNED, { body: { value } })
const minutes = (count: number): void => {
  at += count * 60_000
}

describe('what Entra says of a person', () => {
  test.each([
    { why: 'a role given to the person', list: [given('ayla', 'r-lotse')], roles: ['beschaeftigt', 'digitallotse'] },
    {
      why: 'two roles, in our order',
      list: [given('ayla', 'r-team'), given('ayla', 'r-lotse')],
      roles: ['beschaeftigt', 'digitallotse', 'ki-team'],
    },
    {
      why: 'the same role twice',
      list: [given('ayla', 'r-team'), given('AYLA', 'r-team')],
      roles: ['beschaeftigt', 'ki-team'],
    },
    { why: 'nothing', list: [given('jonas', 'r-team')], roles: ['beschaeftigt'] },
    { why: 'a role of another meaning', list: [given('ayla', 'r-other')], roles: ['beschaeftigt'] },
    { why: 'a role without a name', list: [given('ayla', 'r-none')], roles: ['beschaeftigt'] },
    { why: 'a role that is none of the application', list: [given('ayla', 'r-gone')], roles: ['beschaeftigt'] },
  ])('$why', async ({ list, roles }) => {
    assign(...list)
    expect(await open()('ayla')).toEqual(roles)
    expect(warned).toEqual([])
  })

  test('object ids are written in small and capital letters', async () => {
    assign(given('AYLA', 'r-team'))
    expect(await open()('Ayla')).toEqual(['beschaeftigt', 'ki-team'])
  })

  test('on the second page, too', async () => {
    const next = '/v1.0/servicePrincipals/sp-1/appRoleAssignedTo?$top=999&$skiptoken=2'
    graph.answer(ASSIGNED, {
      body: { value: [given('jonas', 'r-team')], '@odata.nextLink': `${graph.address}${next}` },
    })
    graph.answer(next, { body: { value: [given('ayla', 'r-team')] } })
    const roles = open()
    expect(await roles('ayla')).toEqual(['beschaeftigt', 'ki-team'])
    expect(await roles('jonas')).toEqual(['beschaeftigt', 'ki-team'])
  })

  test('by a group, which is read once, over all its pages', async () => {
    assign(given('g-1', 'r-lotse', 'Group'), given('g-1', 'r-team', 'Group'))
    const next = '/v1.0/groups/g-1/members/microsoft.graph.user?$skiptoken=2'
    graph.answer(membersOf('g-1'), { body: { value: [{ id: 'jonas' }], '@odata.nextLink': `${graph.address}${next}` } })
    graph.answer(next, { body: { value: [{ id: 'ayla' }] } })
    expect(await open()('ayla')).toEqual(['beschaeftigt', 'digitallotse', 'ki-team'])
    expect(graph.asked().filter(({ path }) => path.includes('/groups/')).length).toBe(2)
  })

  test('a group that may not be read costs nobody else a role; the log says how many, not which', async () => {
    assign(given('g-1', 'r-lotse', 'Group'), given('ayla', 'r-team'))
    graph.answer(membersOf('g-1'), { status: 403 })
    expect(await open()('ayla')).toEqual(['beschaeftigt', 'ki-team'])
    expect(warned).toEqual([[{ groups: 1 }, expect.any(String)]])
  })

  test('is asked with a token for Graph, in the name of the application', async () => {
    assign()
    await open()('ayla')
    expect(new Set(graph.asked().map(({ authorization }) => authorization))).toEqual(
      new Set([`Bearer token for ${graph.address}/.default`]),
    )
  })
})

describe('how long it counts', () => {
  test('fifteen minutes; many at once ask once', async () => {
    assign(given('ayla', 'r-team'))
    const roles = open()
    await Promise.all(['ayla', 'jonas', 'ayla'].map(roles))
    expect(graph.asked().length).toBe(2)
    assign()
    minutes(14)
    expect(await roles('ayla')).toEqual(['beschaeftigt', 'ki-team'])
    minutes(1)
    expect(await roles('ayla')).toEqual(['beschaeftigt'])
    expect(graph.asked().length).toBe(4)
  })
})

describe('where nothing can be read everybody is staff, and the log says so without names', () => {
  test.each([
    { why: 'the permission is missing', broken: () => graph.answer(APPLICATION, { status: 403 }) },
    { why: 'nobody knows the application', broken: () => graph.answer(APPLICATION, { status: 404 }) },
    { why: 'Graph is busy', broken: () => graph.answer(ASSIGNED, { status: 429 }) },
    { why: 'Graph says something else', broken: () => graph.answer(APPLICATION, { body: { value: 'x' } }) },
    {
      why: 'the next page is the same for ever',
      broken: () => graph.answer(ASSIGNED, { body: { value: [], '@odata.nextLink': `${graph.address}${ASSIGNED}` } }),
    },
  ])('$why', async ({ broken }) => {
    assign(given('ayla', 'r-team'))
    broken()
    expect(await open()('ayla')).toEqual(['beschaeftigt'])
    expect(warned.length).toBe(1)
    expect(JSON.stringify(warned)).not.toMatch(/ayla|token for|http/)
  })

  test('there is no token: nothing is asked', async () => {
    const roles = open(async () => Promise.reject(new Error('AADSTS7000222')))
    expect(await roles('ayla')).toEqual(['beschaeftigt'])
    expect(graph.asked()).toEqual([])
    expect(JSON.stringify(warned)).not.toContain('AADSTS')
  })

  test.each([
    { why: 'a minute later', status: 503, after: 1 },
    { why: 'a quarter of an hour later, if the permission is missing', status: 403, after: 15 },
  ])('$why it is tried again, and not before', async ({ status, after }) => {
    assign(given('ayla', 'r-team'))
    graph.answer(APPLICATION, { status })
    const roles = open()
    await roles('ayla')
    minutes(after - 0.5)
    await roles('ayla')
    expect(graph.asked().length).toBe(1)
    graph.answer(APPLICATION, { body: { id: 'sp-1', appRoles: ROLES } })
    minutes(0.5)
    expect(await roles('ayla')).toEqual(['beschaeftigt', 'ki-team'])
  })

  test('a next page somewhere else gets no token', async () => {
    const elsewhere = await fakeGraph()
    elsewhere.answer('/x', { body: { value: [given('ayla', 'r-team')] } })
    graph.answer(ASSIGNED, { body: { value: [], '@odata.nextLink': `${elsewhere.address}/x` } })
    expect(await open()('ayla')).toEqual(['beschaeftigt'])
    await elsewhere.close()
    expect(elsewhere.asked()).toEqual([])
  })

  test('a token never follows a redirect', async () => {
    let followed = 0
    const elsewhere = await listenAlone((_, response) => void response.end(String(followed++)))
    const turning = await listenAlone(
      (_, response) => void response.writeHead(302, { location: elsewhere.address }).end(),
    )
    await expect(createGraph(async () => 'x', fetch, turning.address).get('/v1.0/x')).rejects.toThrow()
    await Promise.all([elsewhere.close(), turning.close()])
    expect(followed).toBe(0)
  })
})
