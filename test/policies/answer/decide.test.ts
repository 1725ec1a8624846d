import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../policies/answer/decide.js'
import type { Meant } from '../../../policies/answer/understand.js'
import type { Rule } from '../../../policies/pack/rule-schema.js'
import { Light } from '../../../policies/pack/terms.js'
import { type Tool, ToolStatus } from '../../../policies/pack/tool-schema.js'
import { isApproved } from '../../../policies/tools/approval.js'
import { byId, smallPack, TODAY } from '../../support/small-pack.js'

const pack = smallPack()
const { rules, tools, lexicon } = pack

type Said = { tools?: string[]; data?: string[]; purposes?: string[] } & Partial<
  Pick<Meant, 'person' | 'entering' | 'expressly' | 'attempt'>
>

/** What a question means, by ids; `expressly` entering is entering. */
function meant({ tools: named = [], data = [], purposes = [], expressly = false, ...rest }: Said): Meant {
  return {
    tools: named.map(id => byId(tools, id)),
    data: data.map(id => byId(lexicon.data, id)),
    purposes: purposes.map(id => byId(lexicon.purposes, id)),
    person: false,
    entering: expressly,
    attempt: false,
    expressly,
    ...rest,
  }
}

const lightOf = (rule: string, said: Said): Light => decide(byId(rules, rule), meant(said), TODAY).light

describe('something is expressly to go into a tool: data × tool', () => {
  const lightFor = (rule: string, data: string, named: string): Light =>
    lightOf(rule, { data: data.split(' '), tools: named.split(' ').filter(Boolean), expressly: true })

  test.each([
    { why: 'no tool named: an open one is assumed', data: 'anschrift', tool: '', light: 'verboten' },
    {
      why: 'under contract: procedure or placeholders',
      data: 'anschrift',
      tool: 'rathaus-assistent',
      light: 'auflagen',
    },
    { why: 'our own tool in a pilot: the same', data: 'anschrift', tool: 'kellermodell', light: 'auflagen' },
    { why: 'an open tool', data: 'anschrift', tool: 'suchhilfe', light: 'verboten' },
    { why: 'a tool that is not approved', data: 'anschrift', tool: 'plauderix', light: 'verboten' },
    { why: 'an approval that has run out', data: 'anschrift', tool: 'schreibix', light: 'verboten' },
    { why: 'a general letter counts when entered', data: 'brief', tool: '', light: 'verboten' },
    { why: 'the most sensitive data decides', data: 'pressetext attest', tool: 'kellermodell', light: 'verboten' },
    { why: 'the least trusted tool decides', data: 'anschrift', tool: 'kellermodell plauderix', light: 'verboten' },
  ])('$data → $tool: $why', ({ data, tool, light }) => {
    expect(lightFor('personenbezogene-daten', data, tool)).toBe(light)
  })

  test.each([
    { why: 'public, no tool named', data: 'pressetext', tool: '', light: 'erlaubt' },
    { why: 'public, open tool', data: 'pressetext', tool: 'suchhilfe', light: 'erlaubt' },
    { why: 'public, but not approved', data: 'pressetext', tool: 'plauderix', light: 'verboten' },
    { why: 'internal, no tool named', data: 'organigramm', tool: '', light: 'verboten' },
    { why: 'internal, under contract', data: 'organigramm', tool: 'rathaus-assistent', light: 'erlaubt' },
    { why: 'internal, approval has run out', data: 'organigramm', tool: 'schreibix', light: 'verboten' },
  ])('a rule that allows: $data → $tool: $why', ({ data, tool, light }) => {
    expect(lightFor('texte-entwerfen', data, tool)).toBe(light)
  })

  test.each(['attest', 'verschlusssache', 'passwort'])('%s: verboten in every tool, whatever the rule', data => {
    const lights = rules.flatMap(rule => ['', ...tools.map(tool => tool.id)].map(tool => lightFor(rule.id, data, tool)))
    expect(new Set(lights)).toEqual(new Set(['verboten']))
  })
})

describe('the matrix is silent, the rule keeps its own light', () => {
  test.each([
    { why: 'nothing goes in', rule: 'personenbezogene-daten', said: { data: ['anschrift'] }, light: 'auflagen' },
    { why: 'no data', rule: 'texte-entwerfen', said: { purposes: ['entwerfen'], entering: true }, light: 'erlaubt' },
    {
      why: 'no letter goes in',
      rule: 'personenbezogene-daten',
      said: { data: ['brief'], entering: true },
      light: 'auflagen',
    },
    {
      why: 'replacing people is how it is done',
      rule: 'personenbezogene-daten',
      said: { data: ['anschrift'], purposes: ['anonymisieren'], expressly: true },
      light: 'auflagen',
    },
    { why: 'only a duty', rule: 'kennzeichnung', said: { data: ['anschrift'], expressly: true }, light: 'keine' },
    { why: 'nothing known at all', rule: 'zugangsdaten', said: {}, light: 'verboten' },
  ])('$why', ({ rule, said, light }) => {
    expect(lightOf(rule, said)).toBe(light)
  })
})

describe('the strictest of rule and matrix wins', () => {
  test.each([
    {
      why: 'rule no, matrix yes',
      rule: 'zugangsdaten',
      said: { data: ['pressetext'], tools: ['kellermodell'], expressly: true },
      light: 'verboten',
    },
    {
      why: 'rule yes, matrix with conditions',
      rule: 'texte-entwerfen',
      said: { data: ['anschrift'], tools: ['rathaus-assistent'], expressly: true },
      light: 'auflagen',
    },
    {
      why: 'a person named counts',
      rule: 'personenbezogene-daten',
      said: { person: true, expressly: true },
      light: 'verboten',
    },
    {
      why: 'a purpose that puts material in',
      rule: 'texte-entwerfen',
      said: { data: ['anschrift'], purposes: ['zusammenfassen'], entering: true },
      light: 'verboten',
    },
  ])('$why', ({ rule, said, light }) => {
    expect(lightOf(rule, said)).toBe(light)
  })
})

describe('cases of a rule', () => {
  const PRIVATE = 'Private Konten sind für dienstliche Inhalte tabu.'
  const reasonOf = (said: Said): string =>
    decide(byId(rules, 'freigegebene-werkzeuge'), meant(said), TODAY).matched?.reason ?? 'none'
  test.each([
    { why: 'approved', said: { tools: ['rathaus-assistent'] }, reason: 'Dieses Werkzeug steht auf unserer Liste.' },
    { why: 'not approved', said: { tools: ['plauderix'] }, reason: 'Dieses Werkzeug steht nicht auf unserer Liste.' },
    {
      why: 'no longer approved',
      said: { tools: ['schreibix'] },
      reason: 'Dieses Werkzeug steht nicht auf unserer Liste.',
    },
    { why: 'first match wins', said: { tools: ['suchhilfe'], purposes: ['privat-nutzen'] }, reason: PRIVATE },
    { why: 'without a tool neither approved nor not', said: {}, reason: 'none' },
  ])('$why', ({ said, reason }) => {
    expect(reasonOf(said)).toBe(reason)
  })

  test('all keys of a case must match', () => {
    const when = { tool: 'approved', data: ['D0'], purpose: ['entwerfen'] } as const
    const rule: Rule = {
      ...byId(rules, 'texte-entwerfen'),
      cases: [{ when: { ...when, data: ['D0'], purpose: ['entwerfen'] }, light: 'keine', reason: 'Alles passt.' }],
    }
    const whole = { tools: ['kellermodell'], data: ['pressetext'], purposes: ['entwerfen'] }
    const matches = (said: Said): boolean => decide(rule, meant(said), TODAY).matched !== undefined
    expect(matches(whole)).toBe(true)
    expect(['plauderix', 'schreibix'].map(tool => matches({ ...whole, tools: [tool] }))).toEqual([false, false])
    expect(matches({ ...whole, data: ['organigramm'] })).toBe(false)
    expect(matches({ ...whole, purposes: ['zusammenfassen'] })).toBe(false)
  })
})

test('a question that tries to change the rules never gets "erlaubt", whatever rule, tool and data it names', () => {
  const lights = rules.flatMap(rule =>
    [[], ...tools.map(tool => [tool.id])].flatMap(named =>
      [[], ...lexicon.data.map(kind => [kind.id])].flatMap(data =>
        [false, true].map(expressly => lightOf(rule.id, { tools: named, data, expressly, attempt: true })),
      ),
    ),
  )
  expect(new Set(lights)).toEqual(new Set(Light.options.filter(light => light !== 'erlaubt')))
})

describe('a tool is approved', () => {
  const tool: Tool = { ...byId(tools, 'rathaus-assistent'), approved_until: '2026-11-23' }
  test.each([
    { why: 'on its last day', today: '2026-11-23', approved: true },
    { why: 'not on the day after', today: '2026-11-24', approved: false },
    { why: 'not after the turn of the year', today: '2027-01-01', approved: false },
  ])('$why', ({ today, approved }) => {
    expect(isApproved(tool, today)).toBe(approved)
  })

  test.each(ToolStatus.options)('status %s', status => {
    expect(isApproved({ ...tool, status }, '2026-11-01')).toBe(status === 'freigegeben' || status === 'pilot')
    expect(isApproved({ ...tool, status, class: 'W0' }, '2026-11-01')).toBe(false)
  })

  test('without an end, for as long as it is listed', () => {
    expect(isApproved(byId(tools, 'suchhilfe'), '2099-12-31')).toBe(true)
  })
})
