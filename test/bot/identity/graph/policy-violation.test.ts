import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createGraph } from '../../../../bot/identity/graph/graph.js'
import { createMarkViolation, type MarkViolation } from '../../../../bot/identity/graph/policy-violation.js'
import type { DataClass } from '../../../../policies/pack/terms.js'
import { type FakeGraph, fakeGraph } from '../../../support/openid-graph.js'

const MESSAGE = { team: 'team-1', channel: '19:kanal@thread.tacv2', root: undefined, message: '1764000000000' }
const PLACE = '/v1.0/teams/team-1/channels/19:kanal@thread.tacv2/messages'
const PAGE = 'https://kompass.musterstadt.example/tab/#/pruefen'

let graph: FakeGraph
let warned: unknown[]
let mark: MarkViolation

beforeEach(async () => {
  graph = await fakeGraph()
  warned = []
  mark = createMarkViolation(
    createGraph(async () => 'token', fetch, graph.address),
    PAGE,
    {
      warn: (...words: unknown[]) => void warned.push(words),
    },
  )
})
afterEach(() => graph.close())

const found = (...classes: DataClass[]): ReadonlySet<DataClass> => new Set(classes)

test.each([
  { why: 'a message', message: MESSAGE, path: `${PLACE}/1764000000000` },
  { why: 'a reply', message: { ...MESSAGE, root: '1763' }, path: `${PLACE}/1763/replies/1764000000000` },
  {
    why: 'a name that wants to be a path',
    message: { ...MESSAGE, message: '../../x?y' },
    path: `${PLACE}/../../x?y`,
  },
])('$why is hidden at its own address', async ({ message, path }) => {
  graph.answer(path, { status: 204 })
  expect(await mark(message, found('VS'))).toEqual({ kind: 'marked' })
  const [asked] = graph.asked()
  expect(asked?.method).toBe('PATCH')
  expect(decodeURIComponent(asked?.path ?? '')).toBe(path)
  expect(asked?.path.split('?')[0]?.split('/').length).toBe(message.root === undefined ? 8 : 10)
})

test('the sender reads why, where to go on, and may report a mistake; nothing else is sent', async () => {
  graph.answer(`${PLACE}/1764000000000`, { status: 204 })
  await mark(MESSAGE, found('SECRET', 'VS', 'D2'))
  expect(JSON.parse(graph.asked()[0]?.body ?? '')).toEqual({
    policyViolation: {
      dlpAction: 'BlockAccess',
      verdictDetails: 'AllowFalsePositiveOverride',
      policyTip: {
        generalText: expect.stringContaining('als Irrtum'),
        complianceUrl: PAGE,
        matchedConditionDescriptions: [
          expect.stringContaining('Zugangsdaten'),
          expect.stringContaining('Verschlusssache'),
        ],
      },
    },
  })
})

test.each([
  { why: 'data about people: the sender is told, nobody hides it', classes: found('D2', 'D3') },
  { why: 'nothing', classes: found() },
])('$why: Graph is not asked', async ({ classes }) => {
  expect(await mark(MESSAGE, classes)).toEqual({ kind: 'not-marked' })
  expect(graph.asked()).toEqual([])
})

test.each([
  { why: 'without the permission', status: 403 },
  { why: 'without payment', status: 402 },
  { why: 'for a message that is gone', status: 404 },
])('$why nothing breaks, and the log says so without names', async ({ status }) => {
  graph.answer(`${PLACE}/1764000000000`, { status })
  expect(await mark(MESSAGE, found('VS'))).toEqual({ kind: 'not-marked' })
  expect(warned.length).toBe(1)
  expect(JSON.stringify(warned)).not.toMatch(/team-1|kanal|1764/)
})
