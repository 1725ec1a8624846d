import { describe, expect, test } from '@jest/globals'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { isApproved, type Missing, missingFor } from '../../../policies/tools/approval.js'
import { byId, smallPack } from '../../support/small-pack.js'

const { tools } = smallPack()
const W2 = byId(tools, 'rathaus-assistent')
const W1 = byId(tools, 'suchhilfe')

describe('whether an approval counts', () => {
  test.each<{ why: string; tool: Tool; on: string; approved: boolean }>([
    { why: 'complete and not over', tool: W2, on: '2026-11-23', approved: true },
    { why: 'its last day', tool: W2, on: '2027-06-30', approved: true },
    { why: 'the day after', tool: W2, on: '2027-07-01', approved: false },
    { why: 'a pilot', tool: { ...W2, status: 'pilot' }, on: '2026-11-23', approved: true },
    { why: 'planned', tool: { ...W2, status: 'geplant' }, on: '2026-11-23', approved: false },
    { why: 'refused', tool: { ...W2, status: 'abgelehnt' }, on: '2026-11-23', approved: false },
    { why: 'ended', tool: { ...W2, status: 'ausgelaufen' }, on: '2026-11-23', approved: false },
    { why: 'an example', tool: { ...W2, status: 'beispiel' }, on: '2026-11-23', approved: false },
    { why: 'never approved by class', tool: { ...W2, class: 'W0' }, on: '2026-11-23', approved: false },
  ])('$why', ({ tool, on, approved }) => {
    expect(isApproved(tool, on)).toBe(approved)
  })
})

describe('what an approval lacks', () => {
  test.each<{ why: string; changes: Partial<Tool>; missing: Missing[]; openToo: boolean }>([
    { why: 'nothing', changes: {}, missing: [], openToo: true },
    {
      why: '"unbekannt" acts as "nein"',
      changes: { no_training: 'unbekannt' },
      missing: ['no_training'],
      openToo: true,
    },
    { why: 'training not ruled out', changes: { no_training: 'nein' }, missing: ['no_training'], openToo: true },
    { why: 'no contract: an open tool needs none', changes: { avv: 'nein' }, missing: ['avv'], openToo: false },
    { why: 'no assessment known', changes: { dsfa: 'unbekannt' }, missing: ['dsfa'], openToo: false },
    {
      why: 'not needed is done',
      changes: { dsfa: 'nicht-noetig', personalrat: 'nicht-noetig' },
      missing: [],
      openToo: true,
    },
    { why: 'no staff council', changes: { personalrat: 'unbekannt' }, missing: ['personalrat'], openToo: true },
    { why: 'no purpose', changes: { purposes: [] }, missing: ['purposes'], openToo: true },
    { why: 'risk unknown', changes: { risk: 'unbekannt' }, missing: ['risk'], openToo: true },
    {
      why: 'a forbidden practice is never approved',
      changes: { risk: 'unannehmbar' },
      missing: ['risk'],
      openToo: true,
    },
  ])('$why', ({ changes, missing, openToo }) => {
    expect(missingFor({ ...W2, ...changes })).toEqual(missing)
    expect(missingFor({ ...W1, ...changes })).toEqual(openToo ? missing : [])
    expect(isApproved({ ...W2, ...changes }, '2026-11-23')).toBe(missing.length === 0)
  })

  test.each(['storage', 'vvt', 'data_sets', 'highest', 'audience', 'owner', 'checked_by', 'approved_until'] as const)(
    'the field %s',
    key => {
      const { [key]: _, ...without } = W2
      expect(missingFor(without)).toEqual([key])
    },
  )
})
