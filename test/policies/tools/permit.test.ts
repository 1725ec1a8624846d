import { describe, expect, test } from '@jest/globals'
import type { DataClass, ToolClass } from '../../../policies/pack/terms.js'
import type { Procedure, Tool } from '../../../policies/pack/tool-schema.js'
import { type House, type Permit, type PermitRequest, permit } from '../../../policies/tools/permit.js'
import type { Person, Program } from '../../../policies/tools/principal.js'
import { byId, smallPack } from '../../support/small-pack.js'

const DAY = '2026-11-23'
const COMPLETE = byId(smallPack().tools, 'rathaus-assistent')

const CLERK: Person = { kind: 'person', id: 'p', municipality: 'klein', roles: ['beschaeftigt'], department: 'bau' }
const PROGRAM: Program = {
  kind: 'program',
  id: 'portal',
  municipality: 'klein',
  tools: ['werkzeug'],
  purposes: ['entwerfen'],
  procedure: 'akte',
  declared: 'D2',
  answersFor: 'Hauptamt',
}
/** A Verfahren as strong as the class needs. */
const PROCEDURE: Procedure = {
  id: 'akte',
  name: 'Akte',
  legal_basis: 'Fachrecht',
  highest: 'D3',
  opinion: '2026-01-01',
  decision: '2026-01-02',
  social_data: false,
}

const tool = (changes: Partial<Tool> = {}): Tool => ({ ...COMPLETE, id: 'werkzeug', highest: 'D3', ...changes })

const house = (changes: Partial<House> = {}): House => ({
  municipality: 'klein',
  tools: [],
  pseudonymisedInto: ['W2', 'W3'],
  lacks: () => [],
  ...changes,
})

const ask = (changes: Partial<PermitRequest> = {}, rooms: Partial<House> = {}): Permit =>
  permit(
    {
      principal: CLERK,
      tool: tool(),
      purpose: 'entwerfen',
      procedure: undefined,
      declared: 'D1',
      recognised: undefined,
      pseudonymised: false,
      replaceable: false,
      social: false,
      now: DAY,
      ...changes,
    },
    house(rooms),
  )

const outcome = (given: Permit): string =>
  given.kind === 'allowed' ? 'ja' : given.kind === 'conditions' ? given.conditions.join('+') : given.reason

/**
 * The table of facts/daten-arten.md § 2, line by line: without a Verfahren, with one released for it, and with
 * placeholders. "ausnahme" there is a Verfahren with opinion and decision here.
 */
const TABLE: Record<ToolClass, Record<DataClass, [plain: string, procedure: string, placeholders: string]>> = {
  W0: {
    D0: ['not-approved', 'not-approved', 'not-approved'],
    D1: ['not-approved', 'not-approved', 'not-approved'],
    D2: ['not-approved', 'not-approved', 'not-approved'],
    D3: ['not-approved', 'not-approved', 'not-approved'],
    VS: ['classified', 'classified', 'classified'],
    SECRET: ['secret', 'secret', 'secret'],
  },
  W1: {
    D0: ['ja', 'ja', 'ja'],
    D1: ['too-sensitive', 'too-sensitive', 'too-sensitive'],
    D2: ['too-sensitive', 'too-sensitive', 'too-sensitive'],
    D3: ['too-sensitive', 'too-sensitive', 'too-sensitive'],
    VS: ['classified', 'classified', 'classified'],
    SECRET: ['secret', 'secret', 'secret'],
  },
  W2: {
    D0: ['ja', 'ja', 'ja'],
    D1: ['ja', 'ja', 'ja'],
    D2: ['procedure', 'procedure', 'pseudonymised'],
    D3: ['too-sensitive', 'opinion', 'too-sensitive'],
    VS: ['classified', 'classified', 'classified'],
    SECRET: ['secret', 'secret', 'secret'],
  },
  W3: {
    D0: ['ja', 'ja', 'ja'],
    D1: ['ja', 'ja', 'ja'],
    D2: ['procedure', 'procedure', 'pseudonymised'],
    D3: ['too-sensitive', 'opinion', 'too-sensitive'],
    VS: ['classified', 'classified', 'classified'],
    SECRET: ['secret', 'secret', 'secret'],
  },
}

const CELLS = Object.entries(TABLE).flatMap(([toolClass, row]) =>
  Object.entries(row).map(([data, cell]) => ({
    toolClass: toolClass as ToolClass,
    data: data as DataClass,
    plain: cell[0],
    released: cell[1],
    placeholders: cell[2],
  })),
)

describe('class of data × class of tool × Verfahren', () => {
  describe.each(['person', 'program'] as const)('asked by a %s', kind => {
    test.each(CELLS)('$data into $toolClass', ({ toolClass, data, plain, released, placeholders }) => {
      const given = tool({ class: toolClass })
      const withProcedure = tool({ class: toolClass, procedures: [PROCEDURE] })
      const principal = kind === 'person' ? CLERK : PROGRAM
      const base = { principal, declared: data, procedure: 'akte' }
      expect(outcome(ask({ ...base, tool: given }))).toBe(plain)
      expect(outcome(ask({ ...base, tool: withProcedure }))).toBe(released)
      expect(outcome(ask({ ...base, tool: given, pseudonymised: true }))).toBe(placeholders)
      // "bedingt" with a Verfahren is a yes with a duty, without it a no: the same word, told apart by the kind.
      if (data === 'D2' && plain === 'procedure') {
        expect(ask({ ...base, tool: given }).kind).toBe('refused')
        expect(ask({ ...base, tool: withProcedure }).kind).toBe('conditions')
      }
    })
  })
})

describe('what was said and what was recognised: the stricter counts', () => {
  test.each<{ why: string; declared: DataClass; recognised: DataClass | undefined; data: DataClass }>([
    { why: 'nothing recognised is never D0', declared: 'D2', recognised: undefined, data: 'D2' },
    { why: 'said public, a name found', declared: 'D0', recognised: 'D2', data: 'D2' },
    { why: 'said sensitive, only a name found', declared: 'D3', recognised: 'D2', data: 'D3' },
    { why: 'said public, a password found', declared: 'D0', recognised: 'SECRET', data: 'SECRET' },
    { why: 'said to be classified', declared: 'VS', recognised: undefined, data: 'VS' },
  ])('$why', ({ declared, recognised, data }) => {
    expect(ask({ declared, recognised }).data).toBe(data)
  })
})

const RELEASED = tool({ procedures: [PROCEDURE] })

describe('a Verfahren', () => {
  test.each<{
    why: string
    changes: Partial<PermitRequest>
    procedure?: Partial<Procedure>
    toolClass?: ToolClass
    is: string
  }>([
    { why: 'another one than released', changes: { declared: 'D2', procedure: 'anderes' }, is: 'procedure' },
    { why: 'none named', changes: { declared: 'D2' }, is: 'procedure' },
    {
      why: 'over since yesterday',
      changes: { declared: 'D2', procedure: 'akte' },
      procedure: { until: '2026-11-22' },
      is: 'refused procedure',
    },
    {
      why: 'its last day',
      changes: { declared: 'D2', procedure: 'akte' },
      procedure: { until: DAY },
      is: 'conditions procedure',
    },
    {
      why: 'released for D2 only',
      changes: { declared: 'D3', procedure: 'akte' },
      procedure: { highest: 'D2' },
      is: 'too-sensitive',
    },
    {
      why: 'D3 without decision',
      changes: { declared: 'D3', procedure: 'akte' },
      procedure: { decision: undefined },
      is: 'too-sensitive',
    },
    {
      why: 'D3 without opinion',
      changes: { declared: 'D3', procedure: 'akte' },
      procedure: { opinion: undefined },
      is: 'too-sensitive',
    },
    {
      why: 'Sozialdaten in a Verfahren that has none',
      changes: { declared: 'D3', procedure: 'akte', social: true },
      is: 'too-sensitive',
    },
    {
      why: 'Sozialdaten under contract without notice',
      changes: { declared: 'D3', procedure: 'akte', social: true },
      procedure: { social_data: true },
      is: 'too-sensitive',
    },
    {
      why: 'Sozialdaten under contract with notice',
      changes: { declared: 'D3', procedure: 'akte', social: true },
      procedure: { social_data: true, social_notice: '2026-01-03' },
      is: 'conditions opinion',
    },
    {
      why: 'Sozialdaten in our own computing centre need no notice',
      changes: { declared: 'D3', procedure: 'akte', social: true },
      procedure: { social_data: true },
      toolClass: 'W3',
      is: 'conditions opinion',
    },
  ])('$why', ({ changes, procedure = {}, toolClass = 'W2', is }) => {
    const given = ask({
      ...changes,
      tool: { ...RELEASED, class: toolClass, procedures: [{ ...PROCEDURE, ...procedure } as Procedure] },
    })
    expect(`${given.kind} ${outcome(given)}`).toContain(is)
  })
})

describe('the order in which it is refused', () => {
  test.each<{ why: string; changes: Partial<PermitRequest>; rooms?: Partial<House>; is: string; rule: string }>([
    {
      why: 'another municipality',
      changes: { principal: { ...CLERK, municipality: 'fremd' } },
      is: 'foreign',
      rule: 'freigegebene-werkzeuge',
    },
    {
      why: 'a password, before anything else',
      changes: { recognised: 'SECRET', tool: tool({ status: 'geplant' }) },
      is: 'secret',
      rule: 'zugangsdaten',
    },
    { why: 'a classified paper', changes: { recognised: 'VS' }, is: 'classified', rule: 'verschlusssachen' },
    {
      why: 'planned',
      changes: { tool: tool({ status: 'geplant' }) },
      is: 'not-approved',
      rule: 'freigegebene-werkzeuge',
    },
    {
      why: 'approved until yesterday',
      changes: { tool: tool({ approved_until: '2026-11-22' }) },
      is: 'expired',
      rule: 'freigegebene-werkzeuge',
    },
    { why: 'approved until today', changes: { tool: tool({ approved_until: DAY }) }, is: 'ja', rule: '' },
    {
      why: 'not complete',
      changes: { tool: tool({ avv: 'unbekannt' }) },
      is: 'incomplete',
      rule: 'freigegebene-werkzeuge',
    },
    {
      why: 'another department',
      changes: { tool: tool({ audience: { departments: ['soziales'], roles: [], groups: [] } }) },
      is: 'not-yours',
      rule: 'freigegebene-werkzeuge',
    },
    {
      why: 'their department',
      changes: { tool: tool({ audience: { departments: ['bau'], roles: [], groups: [] } }) },
      is: 'ja',
      rule: '',
    },
    {
      why: 'a licence group',
      changes: {
        principal: { ...CLERK, groups: ['lizenz'] },
        tool: tool({ audience: { departments: [], roles: [], groups: ['lizenz'] } }),
      },
      is: 'ja',
      rule: '',
    },
    {
      why: 'a role',
      changes: {
        principal: { ...CLERK, roles: ['beschaeftigt', 'ki-team'] },
        tool: tool({ audience: { departments: [], roles: ['ki-team'], groups: [] } }),
      },
      is: 'ja',
      rule: '',
    },
    { why: 'another purpose', changes: { purpose: 'uebersetzen' }, is: 'purpose', rule: 'geeignete-anwendungsfaelle' },
    {
      why: 'a lesson missing',
      changes: {},
      rooms: { lacks: () => ['g1', 'g3'] },
      is: 'training',
      rule: 'ki-kompetenz',
    },
    {
      why: 'a program: whoever has the token answers for the lessons',
      changes: { principal: PROGRAM },
      rooms: { lacks: () => ['g1'] },
      is: 'ja',
      rule: '',
    },
    {
      why: 'a tool the token does not name',
      changes: { principal: { ...PROGRAM, tools: ['anderes'] } },
      is: 'not-yours',
      rule: 'freigegebene-werkzeuge',
    },
    {
      why: 'a purpose the token does not name',
      changes: { principal: { ...PROGRAM, purposes: ['uebersetzen'] } },
      is: 'purpose',
      rule: 'geeignete-anwendungsfaelle',
    },
    {
      why: 'internal material in an open tool',
      changes: { tool: tool({ class: 'W1' }) },
      is: 'too-sensitive',
      rule: 'offene-und-geschlossene-systeme',
    },
    {
      why: 'more than this very tool may have',
      changes: { declared: 'D2', procedure: 'akte', tool: { ...RELEASED, highest: 'D1' } },
      is: 'too-sensitive',
      rule: 'personenbezogene-daten',
    },
    {
      why: 'placeholders do not help there',
      changes: { declared: 'D2', pseudonymised: true, tool: tool({ highest: 'D1' }) },
      is: 'too-sensitive',
      rule: 'personenbezogene-daten',
    },
    { why: 'health', changes: { recognised: 'D3' }, is: 'too-sensitive', rule: 'besondere-kategorien' },
    {
      why: 'the house gives placeholders to W3 only',
      changes: { declared: 'D2', pseudonymised: true },
      rooms: { pseudonymisedInto: ['W3'] },
      is: 'procedure',
      rule: 'personenbezogene-daten',
    },
    {
      why: 'a pilot is said to be one',
      changes: { tool: tool({ status: 'pilot' }) },
      is: 'pilot',
      rule: 'pilotprojekte',
    },
  ])('$why', ({ changes, rooms = {}, is, rule }) => {
    const given = ask(changes, rooms)
    expect(outcome(given)).toBe(is)
    expect(given.kind === 'allowed' ? '' : given.rule).toBe(rule)
  })

  test('the modules still to be learned are named', () => {
    expect(ask({}, { lacks: () => ['g2'] })).toMatchObject({ lacks: ['g2'] })
  })
})

describe('the nearest lawful way', () => {
  const OPEN = tool({ id: 'offen', class: 'W1', highest: 'D0' })
  const CONTRACT = tool({ id: 'vertrag', class: 'W2', highest: 'D2' })
  const OWN = tool({ id: 'eigen', class: 'W3', highest: 'D2' })
  const all = { tools: [OPEN, CONTRACT, OWN] }
  test.each<{ why: string; changes: Partial<PermitRequest>; rooms?: Partial<House>; is: unknown }>([
    {
      why: 'internal: not the open tool, the most trusted that takes it',
      changes: { tool: OPEN, declared: 'D1' },
      is: { tool: 'eigen', replacing: false },
    },
    {
      why: 'a name: the same tool, once replaced',
      changes: { tool: CONTRACT, declared: 'D1', recognised: 'D2', replaceable: true },
      is: { tool: 'vertrag', replacing: true },
    },
    {
      why: 'a name in an open tool: another one, once replaced',
      changes: { tool: OPEN, recognised: 'D2', replaceable: true },
      is: { tool: 'eigen', replacing: true },
    },
    { why: 'nothing there to replace', changes: { tool: CONTRACT, declared: 'D2' }, is: undefined },
    { why: 'health: none', changes: { tool: CONTRACT, recognised: 'D3', replaceable: true }, is: undefined },
    {
      why: 'a password: none is looked for',
      changes: { tool: CONTRACT, recognised: 'SECRET', replaceable: true },
      is: undefined,
    },
    {
      why: 'a Verfahren released elsewhere',
      changes: { tool: CONTRACT, declared: 'D2', procedure: 'akte' },
      rooms: { tools: [CONTRACT, { ...OWN, procedures: [{ ...PROCEDURE, highest: 'D2' }] }] },
      is: { tool: 'eigen', replacing: false },
    },
    {
      why: 'only what this person has',
      changes: { tool: OPEN, declared: 'D1' },
      rooms: { tools: [{ ...OWN, audience: { departments: ['soziales'], roles: [], groups: [] } }] },
      is: undefined,
    },
    {
      why: 'only what is approved',
      changes: { tool: OPEN, declared: 'D1' },
      rooms: { tools: [{ ...OWN, approved_until: '2026-11-22' }] },
      is: undefined,
    },
    {
      why: 'a lesson missing for one tool, not for the other',
      changes: { tool: CONTRACT },
      rooms: { tools: all.tools, lacks: given => (given.id === 'vertrag' ? ['g1'] : []) },
      is: { tool: 'eigen', replacing: false },
    },
  ])('$why', ({ changes, rooms = all, is }) => {
    const given = ask(changes, rooms)
    expect(given.kind).toBe('refused')
    expect(given.kind === 'refused' && given.alternative).toEqual(is)
  })
})
