import { describe, expect, test } from '@jest/globals'
import type { ToolFacts } from '../../../policies/pack/tool-schema.js'
import { registerOf } from '../../../policies/tools/register.js'
import { DAY, musterstadt } from '../../support/musterstadt.js'

const PACK = await musterstadt()
const MUCGPT: ToolFacts = PACK.tools.find(({ id }) => id === 'mucgpt') ?? PACK.tools[0] ?? fail()
const entry = (changes: Partial<ToolFacts>) => {
  const { applications, rejected } = registerOf([{ ...MUCGPT, ...changes }], DAY)
  return { status: [...applications, ...rejected][0]?.status, places: [applications.length, rejected.length] }
}

describe('the state of today, and where it stands', () => {
  test.each([
    { changes: {}, status: 'freigegeben', places: [1, 0], why: 'complete and not over' },
    { changes: { status: 'pilot' } as const, status: 'pilot', places: [1, 0], why: 'being tried' },
    { changes: { status: 'geplant' } as const, status: 'geplant', places: [1, 0], why: 'planned ones belong in it' },
    { changes: { status: 'ausgelaufen' } as const, status: 'ausgelaufen', places: [1, 0], why: 'used before' },
    { changes: { approved_until: '2026-11-22' }, status: 'ausgelaufen', places: [1, 0], why: 'over since yesterday' },
    { changes: { approved_until: DAY }, status: 'freigegeben', places: [1, 0], why: 'its last day' },
    { changes: { avv: 'unbekannt' } as const, status: 'unvollstaendig', places: [1, 0], why: 'unknown acts as no' },
    { changes: { status: 'abgelehnt' } as const, status: 'abgelehnt', places: [0, 1], why: 'refused stands apart' },
    {
      changes: { status: 'beispiel' } as const,
      status: undefined,
      places: [0, 0],
      why: 'a product is no tool of ours',
    },
  ])('$why', ({ changes, status, places }) => {
    expect(entry(changes)).toEqual({ status, places })
  })
})

test('what nobody has settled is undefined, never a made-up value', () => {
  const open = {
    avv: 'unbekannt',
    dsfa: 'unbekannt',
    personalrat: 'unbekannt',
    risk: 'unbekannt',
    vvt: undefined,
  } as const
  const [given] = registerOf([{ ...MUCGPT, ...open, owner: undefined, storage: undefined }], DAY).applications
  for (const key of ['avv', 'dsfa', 'personalrat', 'risk', 'vvt', 'owner', 'storage'] as const)
    expect(given?.[key]).toBeUndefined()
})

test('Musterstadt: in use first, then planned, by name; the id of whoever answers stays inside', () => {
  const { applications, rejected } = registerOf(PACK.tools, DAY)
  expect(applications.map(({ id }) => id)).toEqual(['f13', 'microsoft-365-copilot', 'mucgpt', 'deepl-pro'])
  expect(rejected).toEqual([])
  expect(JSON.stringify(applications)).not.toContain('local:')
  expect(applications[2]?.legalBases).toEqual([
    expect.objectContaining({ procedure: 'Beschwerden und Hinweise aus der Bürgerschaft' }),
  ])
})

function fail(): never {
  throw new Error('no tool')
}
