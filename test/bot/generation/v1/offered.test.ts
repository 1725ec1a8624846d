import { describe, expect, test } from '@jest/globals'
import { findModel, offeredTo } from '../../../../bot/generation/v1/offered.js'
import type { Pack } from '../../../../policies/pack/pack-schema.js'
import type { Tool } from '../../../../policies/pack/tool-schema.js'
import type { Program } from '../../../../policies/tools/principal.js'
import { DAY } from '../../../support/musterstadt.js'
import { PACK, PROGRAM } from './host.js'

const changed = (change: Partial<Tool>): Pack => ({
  ...PACK,
  tools: PACK.tools.map(tool => (tool.id === 'mucgpt' ? { ...tool, ...change } : tool)),
})

type Row = { why: string; tool?: Partial<Tool>; program?: Partial<Program>; ids: readonly string[] }
const ROWS: readonly Row[] = [
  {
    why: 'the tool, and each purpose of the token',
    ids: ['mucgpt', 'mucgpt/entwerfen', 'mucgpt/zusammenfassen'],
  },
  {
    why: 'the tool alone only if approved for all the token does',
    tool: { purposes: ['entwerfen', 'protokoll'] },
    ids: ['mucgpt/entwerfen'],
  },
  { why: 'not the tools of others', program: { tools: [] }, ids: [] },
  { why: 'no tool the pack does not know', program: { tools: ['gibt-es-nicht'] }, ids: [] },
  { why: 'not without a model', tool: { endpoint: undefined }, ids: [] },
  { why: 'not after its last day', tool: { approved_until: '2026-11-22' }, ids: [] },
  { why: 'on its last day, yes', tool: { approved_until: DAY, purposes: ['entwerfen'] }, ids: ['mucgpt/entwerfen'] },
  { why: 'not while planned', tool: { status: 'geplant' }, ids: [] },
  { why: 'not while something is missing', tool: { vvt: undefined }, ids: [] },
]

test.each(ROWS)('$why', ({ tool = {}, program = {}, ids }) => {
  expect(offeredTo({ ...PROGRAM, ...program }, changed(tool), DAY).map(({ id }) => id)).toEqual(ids)
})

test('a tool alone stands for every purpose of the token', () => {
  expect(offeredTo(PROGRAM, PACK, DAY)[0]?.purposes).toEqual(['entwerfen', 'zusammenfassen'])
})

describe('what is not offered is said, with what is', () => {
  test.each<{ why: string; id: string; tool?: Partial<Tool>; says: string }>([
    { why: 'unknown', id: 'gpt-4o', says: 'gibt es für dieses Token nicht. Diese gehen: mucgpt, mucgpt/entwerfen' },
    { why: 'another token’s tool', id: 'f13', says: 'gibt es für dieses Token nicht' },
    { why: 'a purpose the token lacks', id: 'mucgpt/protokoll', says: 'nicht für alles freigegeben' },
    { why: 'expired yesterday', id: 'mucgpt', tool: { approved_until: '2026-11-22' }, says: 'ist abgelaufen' },
    { why: 'planned', id: 'mucgpt', tool: { status: 'geplant' }, says: 'noch nicht freigegeben' },
    { why: 'no model here', id: 'mucgpt', tool: { endpoint: undefined }, says: 'kein Sprachmodell eingerichtet' },
    { why: 'a long name is not repeated', id: `${'x'.repeat(200)}`, says: 'gibt es für dieses Token nicht' },
  ])('$why', ({ id, tool = {}, says }) => {
    const found = findModel(id, PROGRAM, changed(tool), DAY)
    if (found.kind !== 'missing') throw new Error('offered')
    expect(found.error).toMatchObject({ status: 404, code: 'model_not_found', param: 'model' })
    expect(found.error.message).toContain(says)
    expect(found.error.message).not.toContain('xxx')
  })
})
