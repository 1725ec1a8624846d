import { describe, expect, test } from '@jest/globals'
import { type Case, NOT_APPROVED, OPEN, outcomeOf, toolChoices } from '../../addin/check/outcome.js'
import type { PackView } from '../../policies/contract.js'
import { HINT, ILLNESS, PASSWORD, PERSON, STAMP } from './findings.js'

const HOUSE = { id: 'haus-ki', name: 'Haus-KI', class: 'W3' } as const
const pack: PackView = {
  municipality: 'Musterstadt',
  example: true,
  version: 1,
  tools: [
    { ...HOUSE, approved: true },
    { id: 'chatgpt', name: 'ChatGPT', class: 'W0', approved: false },
  ],
  rules: [],
  pseudonymisedInto: ['W2', 'W3'],
  sensitivityLabels: {},
  protect: { kinds: [], reasons: [], origins: [], lists: {} },
}

const outcome = (wishes: Partial<Case>) =>
  outcomeOf({ findings: [], dismissed: 0, uncovered: false, declared: 'D1', tool: HOUSE, pack, ...wishes })

describe('what people read first', () => {
  test.each<[string, Partial<Case>, string]>([
    ['nothing found in an internal text', {}, 'nothing'],
    ['nothing said about the text', { declared: undefined }, 'ask'],
    ['no tool chosen', { tool: undefined }, 'ask'],
    ['a name: can be replaced', { findings: [PERSON] }, 'replace'],
    ['a name in a text about people', { findings: [PERSON], declared: 'D2' }, 'replace'],
    ['a hint only', { findings: [HINT] }, 'look'],
    ['a language only half checked', { uncovered: true }, 'look'],
    ['something a person ruled out', { dismissed: 1 }, 'look'],
    ['an illness stays', { findings: [PERSON, ILLNESS] }, 'stop'],
    ['about people, but nothing to replace', { declared: 'D2' }, 'stop'],
    ['specially protected, even with a name to replace', { findings: [PERSON], declared: 'D3' }, 'stop'],
    [
      'a name where this very tool takes internal at most',
      { findings: [PERSON], tool: { ...HOUSE, highest: 'D1' } },
      'stop',
    ],
    [
      'a stamp of a closed meeting, though a name beside it could be replaced',
      { findings: [PERSON, { ...STAMP, class: 'D2' }] },
      'stop',
    ],
    ['internal into an open tool', { tool: OPEN }, 'stop'],
    ['public into an open tool', { tool: OPEN, declared: 'D0' }, 'nothing'],
    ['public into a tool that is not approved', { tool: NOT_APPROVED, declared: 'D0' }, 'stop'],
    ['a password goes nowhere, whatever the tool', { findings: [PASSWORD], tool: undefined }, 'nowhere'],
    ['even if it could be taken out', { findings: [{ ...PASSWORD, replaceable: 'identifier' }] }, 'nowhere'],
    ['so does a stamped paper', { findings: [STAMP], declared: undefined }, 'nowhere'],
    ['a name alone does not decide before the tool is known', { findings: [PERSON], tool: undefined }, 'ask'],
  ])('%s', (_, wishes, state) => {
    expect(outcome(wishes).state).toBe(state)
  })
})

describe('nothing recognised is no release by itself', () => {
  const WHOLLY = ['stop', 'stop', 'stop', 'stop'] as const
  test.each<[string, Case['declared'], readonly string[]]>([
    ['nothing said', undefined, ['ask', 'ask', 'ask', 'ask']],
    ['public', 'D0', ['stop', 'nothing', 'nothing', 'nothing']],
    ['internal', 'D1', ['stop', 'stop', 'nothing', 'nothing']],
    ['about people, or not known', 'D2', WHOLLY],
    ['specially protected', 'D3', WHOLLY],
  ])('%s', (_, declared, states) => {
    const tools = [NOT_APPROVED, OPEN, { id: 'w2', name: 'Zwei', class: 'W2' } as const, HOUSE]
    expect(tools.map(tool => outcome({ declared, tool }).state)).toEqual(states)
  })
})

test.each<[string, Partial<Case>, string]>([
  ['the tool', { tool: NOT_APPROVED, findings: [PERSON] }, 'tool'],
  ['what was found', { findings: [ILLNESS] }, 'found'],
  ['what was found, for an open tool', { tool: OPEN, findings: [PERSON] }, 'found'],
  ['what the person said', { findings: [PERSON], declared: 'D3' }, 'declared'],
])('a refusal says what decides: %s', (_, wishes, because) => {
  expect(outcome(wishes)).toMatchObject({ state: 'stop', because })
})

test('a refusal names the approved tools in which it works, and how', () => {
  expect(outcome({ tool: OPEN })).toMatchObject({ elsewhere: [{ tool: HOUSE, replacing: false }] })
  expect(outcome({ tool: NOT_APPROVED, findings: [PERSON] })).toMatchObject({
    elsewhere: [{ tool: HOUSE, replacing: true }],
  })
  expect(outcome({ tool: NOT_APPROVED, findings: [ILLNESS] })).toMatchObject({ elsewhere: [] })
})

test('only approved tools are offered by name, then those nobody approved', () => {
  expect(toolChoices(pack)).toEqual([HOUSE, NOT_APPROVED, OPEN])
})
