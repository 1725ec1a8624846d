import { describe, expect, test } from '@jest/globals'
import { type DataClass, ToolClass } from '../../../../policies/pack/terms.js'
import { assess, type Finding, KINDS, type Kind, replaceFindings } from '../../../../policies/protect/index.js'
import { findingOf, wordOf } from './words.js'

// Every kind of data × every tool class × before and after replacing, against the house rule. What is written here is
// the rule, not what the detectors say, so that a detector that changes its class shows.

/** What no placeholder cures, with the class it keeps. */
const STAYS: Partial<Record<Kind, { class: DataClass; why: string }>> = {
  SECRET: { class: 'SECRET', why: 'a password is a password; delete it and scan again' },
  CLASSIFICATION_MARKING: { class: 'VS', why: 'deleting a stamp lowers nothing' },
  HEALTH: { class: 'D3', why: 'Art. 9' },
  RELIGION: { class: 'D3', why: 'Art. 9' },
  ETHNICITY: { class: 'D3', why: 'Art. 9' },
  POLITICAL_OPINION: { class: 'D3', why: 'Art. 9' },
  UNION_MEMBERSHIP: { class: 'D3', why: 'Art. 9' },
  SEXUAL_ORIENTATION: { class: 'D3', why: 'Art. 9' },
  BIOMETRIC_GENETIC: { class: 'D3', why: 'Art. 9' },
  CRIMINAL_RECORD: { class: 'D3', why: 'Art. 10' },
  SOCIAL_BENEFIT: { class: 'D3', why: 'social secrecy' },
}
const IDENTIFIERS = KINDS.filter(kind => STAYS[kind] === undefined)
const CONTRACT: readonly ToolClass[] = ['W2', 'W3']
const VALUE = 'Grothe 12'

const judge = (findings: readonly Finding[], tool: ToolClass, pseudonymisedInto: readonly ToolClass[] = CONTRACT) =>
  assess({ findings, uncovered: false, tool, declared: undefined, pseudonymisedInto })

const found = (kind: Kind, start = 0): Finding => findingOf(kind, start, start + VALUE.length)

const CASES = KINDS.flatMap(kind => ToolClass.options.map(tool => ({ kind, tool })))

describe.each(CASES)('$kind × $tool', ({ kind, tool }) => {
  const stays = STAYS[kind]

  test('as it is: refused', () => {
    expect(judge([found(kind)], tool)).toMatchObject({ now: 'refused', verdict: 'block' })
  })

  test(`after replacing: ${stays ? `refused, ${stays.why}` : 'pseudonymised, which is D2'}`, () => {
    const allowed = !stays && CONTRACT.includes(tool)
    expect(judge([found(kind)], tool)).toMatchObject({
      remaining: stays?.class ?? 'D2',
      afterReplacing: allowed ? 'conditions' : 'refused',
    })
  })

  test('replaced beside a name: the name cures nothing, nor is it cured', () => {
    const { remaining, afterReplacing } = judge([found('PERSON'), found(kind, 20)], tool)
    expect(remaining).toBe(stays?.class ?? 'D2')
    expect(afterReplacing).toBe(!stays && CONTRACT.includes(tool) ? 'conditions' : 'refused')
  })

  test('a municipality that allows no pseudonymised text: refused', () => {
    expect(judge([found(kind)], tool, [])).toMatchObject({ now: 'refused', afterReplacing: 'refused' })
  })
})

describe('what the setting cannot do', () => {
  test.each(['W0', 'W1'] as const)('%s never takes pseudonymised text, whatever the pack says', tool => {
    for (const kind of IDENTIFIERS) {
      expect(judge([found(kind)], tool, ToolClass.options).afterReplacing).toBe('refused')
    }
  })

  test.each(CONTRACT)('%s: what a person declares is not cured', tool => {
    for (const declared of ['D3', 'VS', 'SECRET'] as const) {
      const input = { findings: [found('PERSON')], uncovered: false, tool, declared, pseudonymisedInto: CONTRACT }
      expect(assess(input)).toMatchObject({ remaining: declared, afterReplacing: 'refused' })
    }
  })
})

describe('the text agrees with the judgement', () => {
  test.each(KINDS)('%s', kind => {
    const { text, map, removed } = replaceFindings(`a ${VALUE} z`, [found(kind, 2)], wordOf)
    if (kind === 'SECRET')
      expect({ text, removed, size: map.size }).toEqual({ text: 'a [ENTFERNT] z', removed: 1, size: 0 })
    else if (STAYS[kind]) expect({ text, size: map.size }).toEqual({ text: `a ${VALUE} z`, size: 0 })
    else
      expect({ text, value: map.get(`[${wordOf(kind)} 1]`) }).toEqual({ text: `a [${wordOf(kind)} 1] z`, value: VALUE })
  })

  test('the base pack has a word for every identifier and for nothing else', () => {
    expect(KINDS.filter(kind => wordOf(kind) !== undefined)).toEqual(IDENTIFIERS)
  })
})
