import { describe, expect, test } from '@jest/globals'
import { fieldsOf, readTemplate } from '../../../../policies/assistant/letters/template.js'

describe('what a text is made of', () => {
  test('words, fields, blocks with an alternative', () => {
    expect(readTemplate('A {{b}} [[c {{d}}||e]].').parts).toEqual([
      { kind: 'words', words: 'A ' },
      { kind: 'field', id: 'b', at: 2 },
      { kind: 'words', words: ' ' },
      {
        kind: 'block',
        inner: [
          { kind: 'words', words: 'c ' },
          { kind: 'field', id: 'd', at: 12 },
        ],
        otherwise: [{ kind: 'words', words: 'e' }],
      },
      { kind: 'words', words: '.' },
    ])
  })

  test('|| outside a block is words', () => {
    expect(
      readTemplate('a || b')
        .parts.map(part => part.kind === 'words' && part.words)
        .join(''),
    ).toBe('a || b')
  })

  test('only the first half of a block falls with its field', () => {
    expect(fieldsOf(readTemplate('{{a}}[[{{b}}||{{c}}]]')).map(({ id, falls }) => [id, falls])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ])
  })
})

test.each([
  { why: 'a field without end', text: 'Hallo {{name', faults: [['open-field', 6]] },
  { why: 'a block without end', text: 'a [[b {{c}}', faults: [['open-block', 2]] },
  { why: 'a block in a block', text: '[[{{a}} [[{{b}}]]', faults: [['block-in-block', 8]] },
  {
    why: 'an end without start',
    text: 'a ]] b }}',
    faults: [
      ['closed-too-often', 2],
      ['closed-too-often', 7],
    ],
  },
  { why: 'a name with a space', text: '{{ein feld}}', faults: [['field-name', 0]] },
  { why: 'no name', text: '{{}}', faults: [['field-name', 0]] },
  { why: 'a block of words only', text: '[[nur Worte]]', faults: [['no-field-in-block', 0]] },
  { why: 'nothing wrong', text: '{{ a }} [[{{b}}||c]]', faults: [] },
])('$why', ({ text, faults }) => {
  expect(readTemplate(text).faults.map(({ kind, at }) => [kind, at])).toEqual(faults)
})
