import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../policies/answer/decide.js'
import { conditionsOf, reasonOf } from '../../../policies/answer/reason.js'
import type { Meant } from '../../../policies/answer/understand.js'
import { byId, smallPack, TODAY } from '../../support/small-pack.js'

const pack = smallPack()

type Said = { rule?: string; tools?: string[]; data?: string[]; person?: boolean; entering?: boolean }

function decided({ rule = 'personenbezogene-daten', tools = [], data = [], person = false, entering = true }: Said) {
  const meant: Meant = {
    tools: tools.map(id => byId(pack.tools, id)),
    data: data.map(id => byId(pack.lexicon.data, id)),
    purposes: [],
    person,
    entering,
    expressly: entering,
    attempt: false,
  }
  return decide(byId(pack.rules, rule), meant, TODAY)
}

describe('the deciding reason', () => {
  test.each([
    {
      why: 'tool not approved',
      said: { tools: ['plauderix'], data: ['anschrift'] },
      reason: 'Plauderix ist bei uns nicht freigegeben, und „Anschrift“ gilt als vertraulich.',
    },
    {
      why: 'approval has run out: it counts as not approved',
      said: { tools: ['schreibix'], data: ['anschrift'] },
      reason: 'Schreibix ist bei uns nicht freigegeben, und „Anschrift“ gilt als vertraulich.',
    },
    {
      why: 'approved, with conditions: what is missing',
      said: { tools: ['rathaus-assistent'], data: ['anschrift'] },
      reason:
        'Rathaus-Assistent ist freigegeben, aber „Anschrift“ gilt als vertraulich: Es braucht ein freigegebenes Verfahren oder Platzhalter.',
    },
    {
      why: 'too sensitive for an approved tool',
      said: { tools: ['rathaus-assistent'], data: ['attest'] },
      reason: '„Attest“ gilt als streng vertraulich. Dafür ist auch Rathaus-Assistent nicht freigegeben.',
    },
    {
      why: 'no tool named: an open one',
      said: { data: ['verschlusssache'] },
      reason: '„Verschlusssache“ ist eine Verschlusssache und darf deshalb nicht in ein offenes Werkzeug.',
    },
    {
      why: 'a password goes nowhere',
      said: { tools: ['kellermodell'], data: ['passwort'] },
      reason: '„Passwort“ gehört in kein Werkzeug, auch nicht in ein freigegebenes.',
    },
    {
      why: 'a person named, no kind of data',
      said: { person: true },
      reason: 'Eine Angabe zu einer Person gilt als vertraulich und darf deshalb nicht in ein offenes Werkzeug.',
    },
    {
      why: 'the matrix has nothing against it: the reason of the case',
      said: { rule: 'freigegebene-werkzeuge', tools: ['rathaus-assistent'], data: ['pressetext'] },
      reason: 'Dieses Werkzeug steht auf unserer Liste.',
    },
    {
      why: 'nothing is entered: the reason of the case',
      said: { rule: 'freigegebene-werkzeuge', tools: ['plauderix'], entering: false },
      reason: 'Dieses Werkzeug steht nicht auf unserer Liste.',
    },
    { why: 'neither matrix nor case: the rule speaks for itself', said: { entering: false }, reason: undefined },
  ])('$why', ({ said, reason }) => {
    expect(reasonOf(decided(said))).toBe(reason)
  })
})

describe('what must be kept in mind besides', () => {
  const approved = 'Freigegeben sind: Rathaus-Assistent, Kellermodell, Suchhilfe.'
  test.each([
    {
      why: 'an unapproved tool merely mentioned: it, and which ones are',
      said: { tools: ['plauderix'], entering: false },
      conditions: [`Plauderix ist bei uns nicht freigegeben. ${approved}`],
    },
    {
      why: 'an expired one is not offered as approved',
      said: { tools: ['schreibix'], entering: false },
      conditions: [`Schreibix ist bei uns nicht freigegeben. ${approved}`],
    },
    {
      why: 'internal material and an open tool: where it may go',
      said: { data: ['organigramm'] },
      conditions: [approved],
    },
    {
      why: 'public material and an unapproved tool: where it may go',
      said: { tools: ['plauderix'], data: ['pressetext'] },
      conditions: [approved],
    },
    {
      why: 'no other tool would help with a sick note',
      said: { tools: ['plauderix'], data: ['attest'] },
      conditions: [],
    },
    { why: 'an approved tool', said: { tools: ['rathaus-assistent'], entering: false }, conditions: [] },
    { why: 'no tool', said: { entering: false }, conditions: [] },
  ])('$why', ({ said, conditions }) => {
    expect(conditionsOf(decided({ rule: 'texte-entwerfen', ...said }), pack, TODAY)).toEqual(conditions)
  })

  test('a pack that approves nothing names who knows', () => {
    const nothing = { ...pack, tools: pack.tools.filter(tool => tool.id === 'plauderix') }
    const decision = decided({ tools: ['plauderix'], entering: false })
    expect(conditionsOf(decision, nothing, TODAY)).toEqual([
      'Plauderix ist bei uns nicht freigegeben. Welche Werkzeuge freigegeben sind, weiß Ihr KI-Team.',
    ])
  })

  test('what is approved depends on the day', () => {
    const decision = decided({ data: ['organigramm'] })
    const tools = pack.tools.map(tool => (tool.id === 'schreibix' ? { ...tool, status: 'freigegeben' as const } : tool))
    const approved = { ...pack, tools }
    expect(conditionsOf(decision, approved, '2026-06-30')[0]).toContain('Schreibix')
    expect(conditionsOf(decision, approved, '2027-07-01')[0]).not.toContain('Rathaus-Assistent')
  })
})
