import { describe, expect, test } from '@jest/globals'
import { DataClass, ToolClass } from '../../../policies/pack/terms.js'
import { type Entry, mayEnter, strictest } from '../../../policies/tools/matrix.js'

// The house rule's table (facts, kinds of data, § 2): all 24 fields, so that no change of one goes unnoticed.
const TABLE: { tool: ToolClass; data: DataClass; entry: Entry; why: string }[] = [
  { tool: 'W0', data: 'D0', entry: 'nein', why: 'what is not approved is not used at work, not even for public texts' },
  { tool: 'W0', data: 'D1', entry: 'nein', why: 'not approved' },
  { tool: 'W0', data: 'D2', entry: 'nein', why: 'not approved' },
  { tool: 'W0', data: 'D3', entry: 'nein', why: 'not approved' },
  { tool: 'W0', data: 'VS', entry: 'nein', why: 'not approved' },
  { tool: 'W0', data: 'SECRET', entry: 'nein', why: 'not approved' },
  { tool: 'W1', data: 'D0', entry: 'ja', why: 'everybody may read it anyway' },
  { tool: 'W1', data: 'D1', entry: 'nein', why: 'an open tool has no sufficient contract' },
  { tool: 'W1', data: 'D2', entry: 'nein', why: 'people, and no contract' },
  { tool: 'W1', data: 'D3', entry: 'nein', why: 'secrets, and no contract' },
  { tool: 'W1', data: 'VS', entry: 'nein', why: 'classified' },
  { tool: 'W1', data: 'SECRET', entry: 'nein', why: 'in no tool' },
  { tool: 'W2', data: 'D0', entry: 'ja', why: 'public' },
  { tool: 'W2', data: 'D1', entry: 'ja', why: 'internal, under contract' },
  { tool: 'W2', data: 'D2', entry: 'bedingt', why: 'only with a released procedure, or after replacing' },
  { tool: 'W2', data: 'D3', entry: 'ausnahme', why: 'no, unless written opinion and decision of the Leitung' },
  { tool: 'W2', data: 'VS', entry: 'nein', why: 'classified' },
  { tool: 'W2', data: 'SECRET', entry: 'nein', why: 'in no tool' },
  { tool: 'W3', data: 'D0', entry: 'ja', why: 'public' },
  { tool: 'W3', data: 'D1', entry: 'ja', why: 'internal, in our own house' },
  { tool: 'W3', data: 'D2', entry: 'bedingt', why: 'our own house replaces no legal basis' },
  { tool: 'W3', data: 'D3', entry: 'ausnahme', why: 'only for the procedure named in opinion and decision' },
  { tool: 'W3', data: 'VS', entry: 'nein', why: 'only IT released for the degree, which no tool here is' },
  { tool: 'W3', data: 'SECRET', entry: 'nein', why: 'in no tool' },
]

describe('the matrix', () => {
  test.each(TABLE)('$tool × $data: $entry, $why', ({ tool, data, entry }) => {
    expect(mayEnter(tool, data)).toBe(entry)
  })

  test('the table holds every field once', () => {
    const fields = ToolClass.options.flatMap(tool => DataClass.options.map(data => `${tool} ${data}`))
    expect(TABLE.map(({ tool, data }) => `${tool} ${data}`)).toEqual(fields)
  })
})

const PERMISSIVE: readonly Entry[] = ['nein', 'ausnahme', 'bedingt', 'ja']
const permission = (tool: ToolClass, data: DataClass): number => PERMISSIVE.indexOf(mayEnter(tool, data))

describe('the matrix has no gaps to slip through', () => {
  test.each(ToolClass.options)('%s: more sensitive data is never allowed more', tool => {
    const permissions = DataClass.options.map(data => permission(tool, data))
    expect(permissions).toEqual([...permissions].sort((a, b) => b - a))
  })

  test.each(DataClass.options)('%s: a more trusted tool is never allowed less', data => {
    const permissions = ToolClass.options.map(tool => permission(tool, data))
    expect(permissions).toEqual([...permissions].sort((a, b) => a - b))
  })
})

describe('a document is worth its most sensitive part', () => {
  const rows: { why: string; classes: DataClass[]; expected: DataClass | undefined }[] = [
    { why: 'one alone', classes: ['D1'], expected: 'D1' },
    { why: 'the strictest, in whatever order', classes: ['D3', 'D0', 'D2'], expected: 'D3' },
    { why: 'the strictest stands last', classes: ['D0', 'D1', 'D2'], expected: 'D2' },
    { why: 'classified is stricter than strictly confidential', classes: ['VS', 'D3'], expected: 'VS' },
    { why: 'a password is stricter than everything', classes: ['VS', 'SECRET', 'D3'], expected: 'SECRET' },
    { why: 'nothing known is not public', classes: [], expected: undefined },
  ]
  test.each(rows)('$why', ({ classes, expected }) => {
    expect(strictest(classes)).toBe(expected)
  })
})
