import { describe, expect, test } from '@jest/globals'
import { assessFor, classOf, targetOf, verdictsFor } from '../../../bot/check/tools.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import type { Person } from '../../../policies/tools/principal.js'
import { finding } from '../../support/findings.js'
import { DAY, musterstadt } from '../../support/musterstadt.js'
import { byId } from '../../support/small-pack.js'

const PACK = await musterstadt()
const COPILOT = byId(PACK.tools, 'microsoft-365-copilot')
const LICENSED: Person = {
  kind: 'person',
  id: 'p',
  municipality: 'musterstadt',
  roles: ['beschaeftigt'],
  groups: ['copilot-lizenz'],
}
const NOTHING = { findings: [], uncovered: false }
const NAME = { findings: [finding('PERSON')], uncovered: false }
const ILLNESS = { findings: [finding('HEALTH', { class: 'D3', replaceable: 'never' })], uncovered: false }

describe('what a tool may be trusted with', () => {
  test.each<{ why: string; changes: Partial<Tool>; on: string; is: string }>([
    { why: 'approved: its class', changes: {}, on: DAY, is: 'W2' },
    { why: 'on the last day of its approval', changes: { approved_until: DAY }, on: DAY, is: 'W2' },
    { why: 'the day after: nothing', changes: { approved_until: DAY }, on: '2026-11-24', is: 'W0' },
    { why: 'only planned: nothing', changes: { status: 'geplant' }, on: DAY, is: 'W0' },
    { why: 'an example of the base pack: nothing', changes: { status: 'beispiel' }, on: DAY, is: 'W0' },
  ])('$why', ({ changes, on, is }) => {
    expect(classOf({ ...COPILOT, ...changes }, on)).toBe(is)
  })

  test.each([
    { why: 'a tool by id', named: 'mucgpt', is: { id: 'mucgpt', class: 'W3', highest: 'D2' } },
    { why: 'a tool nobody approved', named: 'chatgpt', is: { id: 'chatgpt', class: 'W0' } },
    { why: 'a class alone', named: 'W1', is: { id: undefined, class: 'W1' } },
    { why: 'nothing the pack knows', named: 'gibt-es-nicht', is: undefined },
    { why: 'a class that does not exist', named: 'W9', is: undefined },
    { why: 'a word every object has', named: 'constructor', is: undefined },
  ])('$why', ({ named, is }) => {
    const known = named === 'chatgpt' ? (PACK.tools.find(({ id }) => id.startsWith('chatgpt'))?.id ?? '') : named
    expect(targetOf(known, PACK, DAY)).toEqual(is && { ...is, id: is.id && known })
  })
})

describe('a tool that is not approved takes nothing', () => {
  test.each([
    { why: 'not even a text in which nothing is recognised: that is no class', found: NOTHING, declared: undefined },
    { why: 'nor one that is said to be public', found: NOTHING, declared: 'D0' as const },
    { why: 'nor one with a name', found: NAME, declared: undefined },
  ])('$why', ({ found, declared }) => {
    expect(assessFor({ class: 'W0' }, found, declared, PACK)).toMatchObject({
      verdict: 'block',
      now: 'refused',
      afterReplacing: 'refused',
    })
  })
})

describe('which approved tools take a text', () => {
  test.each([
    { why: 'nothing recognised: all', found: NOTHING, may: ['now'] },
    { why: 'a name: all, once it is replaced', found: NAME, may: ['replaced'] },
    { why: 'an illness: none, with or without the name', found: ILLNESS, may: ['never'] },
  ])('$why', ({ found, may }) => {
    const verdicts = verdictsFor(found, PACK, DAY, LICENSED)
    expect(verdicts.map(verdict => verdict.may)).toEqual(may)
    expect(verdicts.flatMap(({ tools }) => tools)).toHaveLength(3)
  })

  test('only what a person has is named', () => {
    const { groups: _, ...clerk } = LICENSED
    expect(verdictsFor(NAME, PACK, DAY, clerk).flatMap(({ tools }) => tools)).toHaveLength(2)
  })

  test('where none is approved there is nothing to say', () => {
    expect(verdictsFor(NAME, { ...PACK, tools: [] }, DAY, LICENSED)).toEqual([])
  })
})
