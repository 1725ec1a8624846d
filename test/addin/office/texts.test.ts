import { describe, expect, test } from '@jest/globals'
import { deletedFrom } from '../../../addin/office/deletions.js'
import { draftsOf, frameFor, frameOf, tagOf } from '../../../addin/office/frames.js'
import { inBrackets } from '../../../addin/office/labels.js'
import { markingFor } from '../../../addin/office/marking.js'
import { labelsOf } from '../../../addin/office/markings.js'
import { vermerkProperties } from '../../../addin/office/vermerk.js'

describe('frames', () => {
  test.each([
    ['a model’s words are a draft', 'model', 'ki-kompass-entwurf:k1'],
    ['building blocks carry no name of AI', 'blocks', 'ki-kompass-einfuegung:k1'],
  ] as const)('%s', (_, author, tag) => {
    expect(tagOf(frameFor(author, 'k1'))).toBe(tag)
    expect(frameOf(tag)?.id).toBe('k1')
  })

  test.each([
    ['a tag of somebody else', 'Formularfeld'],
    ['no tag', ''],
    ['ours, but without a key', 'ki-kompass-entwurf:'],
    ['a name that only begins like ours', 'ki-kompass-entwurf-2:k1'],
    ['a key with more than a key has', 'ki-kompass-entwurf:k1 k2'],
  ])('%s is foreign', (_, tag) => {
    expect(frameOf(tag)).toBeUndefined()
  })

  test.each([
    ['empty', ''],
    ['a space', 'a b'],
    ['longer than a tag of Word', 'x'.repeat(41)],
  ])('a key that is %s is a mistake of the caller', (_, key) => {
    expect(() => frameFor('model', key)).toThrow()
  })

  test('the longest key makes a tag Word takes', () => {
    expect(tagOf(frameFor('blocks', 'x'.repeat(40))).length).toBeLessThanOrEqual(64)
  })

  test('frames with one tag are one draft', () => {
    const tag = 'ki-kompass-entwurf:k1'
    const found = draftsOf([
      { tag, text: 'a' },
      { tag: 'fremd', text: 'x' },
      { tag, text: 'b' },
    ])
    expect(found).toEqual([{ id: 'k1', kind: 'draft', text: 'a\nb' }])
  })
})

describe('markingFor', () => {
  test.each([
    ['a model, tracked: both marks', 'model', true, true, { marked: 'tracked', keepFrame: true }],
    ['a model, Word cannot track', 'model', true, false, { marked: 'frame', keepFrame: true }],
    ['a model, tracking not wished', 'model', false, true, { marked: 'frame', keepFrame: true }],
    ['building blocks, tracked', 'blocks', true, true, { marked: 'tracked', keepFrame: false }],
    ['building blocks, Word cannot track', 'blocks', true, false, { marked: 'frame', keepFrame: true }],
    ['building blocks, nothing wished', 'blocks', false, false, { marked: 'none', keepFrame: false }],
  ] as const)('%s', (_, author, tracked, can, expected) => {
    expect(markingFor(author, { tracked }, can)).toEqual(expected)
  })
})

describe('labelsOf', () => {
  const property = (name: string, value: string) => ({ name, value })
  test.each([
    ['none', [property('Verfahren', 'x')], []],
    [
      'name and state, by id',
      [
        property('MSIP_Label_a1-b2_Enabled', 'true'),
        property('MSIP_Label_a1-b2_Name', 'Vertraulich'),
        property('MSIP_Label_a1-b2_SiteId', 's'),
      ],
      [{ id: 'a1-b2', name: 'Vertraulich', enabled: true }],
    ],
    ['Word writes True too', [property('MSIP_Label_a_Enabled', 'True')], [{ id: 'a', name: undefined, enabled: true }]],
    ['switched off', [property('MSIP_Label_a_Enabled', 'false')], [{ id: 'a', name: undefined, enabled: false }]],
    [
      'two labels',
      [property('MSIP_Label_a_Name', 'A'), property('MSIP_Label_b_Name', 'B')],
      [
        { id: 'a', name: 'A', enabled: false },
        { id: 'b', name: 'B', enabled: false },
      ],
    ],
  ])('%s', (_, properties, expected) => {
    expect(labelsOf(properties)).toEqual(expected)
  })
})

describe('vermerkProperties', () => {
  const one = { name: 'KI-Vermerk', value: 'eins' }
  test.each([
    ['the first', [], 'eins', [one]],
    ['the second', [one], 'zwei', [{ name: 'KI-Vermerk 2', value: 'zwei' }]],
    ['the same again', [one], 'eins', []],
    [
      'the first free number',
      [one, { name: 'KI-Vermerk 2', value: 'zwei' }],
      'drei',
      [{ name: 'KI-Vermerk 3', value: 'drei' }],
    ],
  ])('%s', (_, present, text, expected) => {
    expect(vermerkProperties(present, text)).toEqual(expected)
  })

  test('a long one goes on in the next, cut between words, and is known again', () => {
    const text = Array.from({ length: 60 }, (_, at) => `Wort${at}`).join(' ')
    const parts = vermerkProperties([], text)
    expect(parts.map(({ name }) => name)).toEqual(['KI-Vermerk', 'KI-Vermerk 2'])
    expect(Math.max(...parts.map(({ value }) => value.length))).toBeLessThanOrEqual(255)
    expect(parts.map(({ value }) => value).join(' ')).toBe(text)
    expect(vermerkProperties(parts, text)).toEqual([])
  })

  test('without spaces it is cut where it must', () => {
    expect(vermerkProperties([], 'x'.repeat(600)).map(({ value }) => value.length)).toEqual([255, 255, 90])
  })
})

describe('deletedFrom', () => {
  test.each([
    ['nothing', 'a\rb', 'a\rb', []],
    ['a paragraph is gone', 'VS-NfD\rText', 'Text', ['VS-NfD']],
    ['a word is gone: the whole paragraph as it was', 'streng geheim hier\rText', 'hier\rText', ['streng geheim hier']],
    ['only something new', 'Text', 'Text\rNeu', []],
    ['any break Word uses', 'a\nb\vc', 'a\nc', ['b']],
  ])('%s', (_, original, current, expected) => {
    expect(deletedFrom(original, current)).toEqual(expected)
  })
})

describe('inBrackets', () => {
  test.each([
    ['gets brackets', 'Mit KI erstellt', '[Mit KI erstellt]'],
    ['has brackets', '[Mit KI erstellt]', '[Mit KI erstellt]'],
    ['has round ones', '(Mit KI erstellt)', '(Mit KI erstellt)'],
  ])('%s', (_, text, expected) => {
    expect(inBrackets(text)).toBe(expected)
  })
})
