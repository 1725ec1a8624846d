import { describe, expect, test } from '@jest/globals'
import { createJsonRestorer } from '../../../bot/generation/restore-json.js'

const MAP = new Map([
  ['[PERSON 1]', 'Jörg "Jogi" Krüger'],
  ['[PERSON 2 NACHNAME]', 'O\\Brien'],
  ['[FÜHRERSCHEINNUMMER 1]', 'B072RRE2I55'],
  ['[ANSCHRIFT 1]', 'Am Deich 3\n26789 Leer'],
])

/** The text cut into pieces of a length, restored piece by piece. */
function restored(json: string, size: number): string {
  const restorer = createJsonRestorer(MAP)
  const out: string[] = []
  for (let at = 0; at < json.length; at += size) out.push(restorer.push(json.slice(at, at + size)))
  return out.join('') + restorer.end()
}

describe('values in the strings of a JSON text, cut anywhere', () => {
  test.each([
    { why: 'a quotation mark in the value', json: '{"name":"[PERSON 1]"}', is: { name: 'Jörg "Jogi" Krüger' } },
    { why: 'a backslash in the value', json: '{"n":"Herr [PERSON 2 NACHNAME]"}', is: { n: 'Herr O\\Brien' } },
    { why: 'a line break in the value', json: '{"a":"[ANSCHRIFT 1]!"}', is: { a: 'Am Deich 3\n26789 Leer!' } },
    {
      why: 'the placeholder spelled with escapes',
      json: '{"f":"[F\\u00dcHRERSCHEINNUMMER 1]"}',
      is: { f: 'B072RRE2I55' },
    },
    { why: 'brackets escaped by the model', json: '{"n":"\\\\[PERSON 1\\\\]"}', is: { n: 'Jörg "Jogi" Krüger' } },
    { why: 'an escaped quotation mark before it', json: '{"n":"\\"[PERSON 1]\\""}', is: { n: '"Jörg "Jogi" Krüger"' } },
    { why: 'two strings, the first ends half', json: '{"a":"[PERSON","b":" 1]"}', is: { a: '[PERSON', b: ' 1]' } },
    {
      why: 'in a key and in a list',
      json: '{"[PERSON 1]":["[PERSON 1]",1]}',
      is: { 'Jörg "Jogi" Krüger': ['Jörg "Jogi" Krüger', 1] },
    },
    { why: 'an escaped backslash before a u', json: '{"a":"\\\\u00dc"}', is: { a: '\\u00dc' } },
    { why: 'an emoji in two escapes', json: '{"a":"\\ud83d\\ude00 [PERSON 1]"}', is: { a: '😀 Jörg "Jogi" Krüger' } },
    { why: 'numbers, null and nesting stay', json: '{"a":[1,null,{"b":true}]}', is: { a: [1, null, { b: true }] } },
    { why: 'nothing to restore', json: '{"a":"ä\\n\\t/\\/"}', is: { a: 'ä\n\t//' } },
  ])('$why', ({ json, is }) => {
    for (let size = 1; size <= json.length; size++) expect(JSON.parse(restored(json, size))).toEqual(is)
  })

  test('an end inside a string gives out what was held back', () => {
    const restorer = createJsonRestorer(MAP)
    expect(restorer.push('{"a":"[PERSON') + restorer.end()).toBe('{"a":"[PERSON')
  })

  test('what is no JSON passes', () => {
    expect(restored('kein JSON [PERSON 1] "\\x"', 3)).toBe('kein JSON [PERSON 1] "\\\\x"')
  })
})
