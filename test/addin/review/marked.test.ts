import { describe, expect, test } from '@jest/globals'
import type { SensitivityLabel } from '../../../addin/office/document.js'
import { findingFor, joined, markedBy } from '../../../addin/review/marked.js'
import { baseEngine } from '../../support/protect-lists.js'

const engine = baseEngine()
const checked = (text: string) => ({ text, findings: engine.check(text).findings })
const label = (name: string | undefined, enabled = true): SensitivityLabel => ({ id: 'f0', name, enabled })

describe('what a document says about itself', () => {
  test('the strictest counts, and the words are those of the document', () => {
    const marked = markedBy([checked('VS – NUR FÜR DEN DIENSTGEBRAUCH')], [label('Intern')], {})
    expect(marked).toEqual({ class: 'VS', words: ['VS – NUR FÜR DEN DIENSTGEBRAUCH', 'Intern'] })
  })

  test.each([
    { why: 'a label taken off again', texts: [], labels: [label('VS-NfD', false)] },
    { why: 'a name in the footer is no marking', texts: ['Ansprechpartnerin: Frau Erika Krause'], labels: [] },
    { why: 'nothing at all', texts: [], labels: [] },
  ])('nothing: $why', ({ texts, labels }) => {
    expect(markedBy(texts.map(checked), labels, {})).toEqual({ class: undefined, words: [] })
  })

  test('a label the house has named counts as the house says', () => {
    expect(markedBy([], [label('Stufe Blau')], { 'Stufe Blau': 'D3' })).toEqual({ class: 'D3', words: ['Stufe Blau'] })
    expect(markedBy([], [label('Frei')], { Frei: 'D0' })).toEqual({ class: undefined, words: [] })
  })

  test('two readings together are worth their strictest', () => {
    const one = { class: 'D1', words: ['Intern'] } as const
    const other = { class: 'D3', words: ['nichtöffentlich', 'Intern'] } as const
    expect(joined(one, other)).toEqual({ class: 'D3', words: ['Intern', 'nichtöffentlich'] })
    expect(joined(one, { class: undefined, words: [] })).toEqual(one)
  })
})

describe('the marking as a finding', () => {
  test.each([
    { why: 'nothing marked', level: undefined, people: false, counts: false },
    { why: 'VS counts in every text', level: 'VS', people: true, counts: true },
    { why: 'so does what is specially protected', level: 'D3', people: true, counts: true },
    { why: 'internal counts in a text without names', level: 'D1', people: false, counts: true },
    { why: 'names say more than "internal", and can be replaced', level: 'D1', people: true, counts: false },
    { why: 'an unknown label is worth a name, no more', level: 'D2', people: true, counts: false },
  ] as const)('$why', ({ level, people, counts }) => {
    const found = findingFor({ class: level, words: [] }, 'Ein Text', people)
    expect(found.map(one => [one.class, one.start, one.end, one.replaceable])).toEqual(
      counts ? [[level, 8, 8, 'never']] : [],
    )
  })
})
