import { describe, expect, test } from '@jest/globals'
import { DataClass, type ToolClass } from '../../../policies/pack/terms.js'
import { type AssessInput, assess, decisive, rulesOf } from '../../../policies/protect/assess.js'
import { finding } from '../../support/findings.js'

const person = finding('PERSON', { class: 'D2', certainty: 'wahrscheinlich' })
const illness = finding('HEALTH', { class: 'D3', certainty: 'wahrscheinlich', replaceable: 'never' })
const stamp = finding('CLASSIFICATION_MARKING', { class: 'VS', certainty: 'wahrscheinlich', replaceable: 'never' })
const password = finding('SECRET', { class: 'SECRET', certainty: 'wahrscheinlich', replaceable: 'never' })
const hint = finding('PERSON', { class: 'D2', certainty: 'hinweis' })

const ask = (change: Partial<AssessInput>) =>
  assess({
    findings: [],
    uncovered: false,
    tool: 'W1',
    declared: undefined,
    pseudonymisedInto: ['W2', 'W3'],
    ...change,
  })

type Row = { why: string; asked: Partial<AssessInput>; verdict: string; now: string; later: string }
const ROWS: Row[] = [
  { why: 'nothing recognised', asked: {}, verdict: 'allow', now: 'allowed', later: 'allowed' },
  {
    why: 'a person in an open tool',
    asked: { findings: [person] },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'a person in a tool under contract: replace first',
    asked: { findings: [person], tool: 'W2' },
    verdict: 'block',
    now: 'refused',
    later: 'conditions',
  },
  {
    why: 'the same where the pack does not allow it',
    asked: { findings: [person], tool: 'W2', pseudonymisedInto: ['W3'] },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'an open tool never gets pseudonymised text, whatever the pack says',
    asked: { findings: [person], pseudonymisedInto: ['W1'] },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'what is said about somebody stays refused',
    asked: { findings: [person, illness], tool: 'W3' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  { why: 'a stamp', asked: { findings: [stamp], tool: 'W3' }, verdict: 'block', now: 'refused', later: 'refused' },
  {
    why: 'the stamp of a closed meeting: replacing the names beside it opens nothing',
    asked: { findings: [person, { ...stamp, class: 'D2' }], tool: 'W3' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'more than this very tool may have, also with placeholders',
    asked: { findings: [person], tool: 'W3', highest: 'D1' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'internal material where this very tool takes public only',
    asked: { declared: 'D1', tool: 'W2', highest: 'D0' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'a password',
    asked: { findings: [password], tool: 'W3' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'a hint: a person should look',
    asked: { findings: [hint] },
    verdict: 'warn',
    now: 'allowed',
    later: 'allowed',
  },
  {
    why: 'another language: a person should look',
    asked: { uncovered: true },
    verdict: 'warn',
    now: 'allowed',
    later: 'allowed',
  },
  {
    why: 'said to be public, nothing found',
    asked: { declared: 'D0' },
    verdict: 'allow',
    now: 'allowed',
    later: 'allowed',
  },
  {
    why: 'said to be internal, open tool',
    asked: { declared: 'D1' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'said to be internal, under contract',
    asked: { declared: 'D1', tool: 'W2' },
    verdict: 'allow',
    now: 'allowed',
    later: 'allowed',
  },
  {
    why: 'said to be about people though nothing is found',
    asked: { declared: 'D2', tool: 'W2' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'said to be public but somebody is in it',
    asked: { declared: 'D0', findings: [person] },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
  {
    why: 'a tool nobody approved, public text',
    asked: { declared: 'D0', tool: 'W0' },
    verdict: 'block',
    now: 'refused',
    later: 'refused',
  },
]

describe('text and tool', () => {
  test.each(ROWS)('$why', ({ asked, verdict, now, later }) => {
    expect(ask(asked)).toMatchObject({ verdict, now, afterReplacing: later })
  })

  test('the stricter of recognised and declared counts', () => {
    expect(ask({ findings: [person], declared: 'D3' })).toMatchObject({
      recognised: 'D2',
      counts: 'D3',
      remaining: 'D3',
    })
  })

  test('nothing recognised is undefined, never D0', () => {
    expect(ask({}).recognised).toBeUndefined()
  })

  test('no class above D1 ever enters directly', () => {
    const tools: ToolClass[] = ['W0', 'W1', 'W2', 'W3']
    const entered = tools.flatMap(tool =>
      DataClass.options
        .filter(declared => !['D0', 'D1'].includes(declared) && ask({ tool, declared }).now !== 'refused')
        .map(declared => `${declared} into ${tool}`),
    )
    expect(entered).toEqual([])
  })
})

describe('the finding that decides', () => {
  const sure = finding('IBAN', { class: 'D2', certainty: 'sicher' })
  test.each([
    { why: 'the strictest', found: [person, illness], first: illness },
    { why: 'of equals the surest', found: [person, sure], first: sure },
    {
      why: 'of equals the first',
      found: [person, finding('PHONE', { class: 'D2', certainty: 'wahrscheinlich' })],
      first: person,
    },
    { why: 'a hint if there is nothing else', found: [hint], first: hint },
    { why: 'none', found: [], first: undefined },
  ])('$why', ({ found, first }) => {
    expect(decisive(found)).toBe(first)
  })

  test('its rule comes first, each rule once', () => {
    const rules = rulesOf([person, illness, sure], kind => (kind === 'HEALTH' ? 'besondere-kategorien' : 'personen'))
    expect(rules).toEqual(['besondere-kategorien', 'personen'])
  })
})
