import { describe, expect, test } from '@jest/globals'
import { baseOf, buildPack } from '../../../policies/pack/build.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import {
  byId,
  type Changes,
  municipalFiles,
  municipalPack,
  replace,
  smallFiles,
  smallPack,
} from '../../support/small-pack.js'

const RULE = 'rules/texte-entwerfen.md'
const OF = 'klein/rules/texte-entwerfen.md'
const problemsWith = (changes: Changes): string[] => {
  const result = buildPack(smallFiles(changes))
  return result.ok ? [] : result.problems.map(formatProblem)
}

describe('a pack on its own', () => {
  const pack = smallPack()

  test('has all its rules, tools and words', () => {
    expect(pack.rules.map(rule => rule.id)).toEqual([
      'datenpanne-melden',
      'freigegebene-werkzeuge',
      'kennzeichnung',
      'personenbezogene-daten',
      'texte-entwerfen',
      'zugangsdaten',
    ])
    expect(pack.tools).toHaveLength(6)
    expect(pack.lexicon.glossary.get('press release')).toBe('Pressemitteilung')
    expect(byId(pack.elsewhere, 'kantine').examples).toHaveLength(3)
    expect(pack.contacts).toEqual({ roles: {}, departments: [] })
  })

  test.each([
    { why: 'a note beside the rules', changes: { 'rules/README.txt': 'Hallo' } },
    { why: 'a rule in a folder of its own', changes: { 'rules/alt/rede.md': 'kein Kopf' } },
    { why: 'no other desks', changes: { 'elsewhere.yaml': null } },
  ])('is not disturbed by: $why', ({ changes }) => {
    expect(problemsWith(changes)).toEqual([])
  })
})

describe('a municipality over it', () => {
  test('takes rules and tools from below, people and name from itself', () => {
    const pack = municipalPack()
    expect(pack.manifest.name).toBe('Neustadt')
    expect(pack.manifest.state_law).toEqual({})
    expect(pack.rules).toEqual(smallPack().rules)
    expect(pack.contacts.roles['ki-team']?.name).toBe('Frau ki-team')
  })

  test('a rule with only what changes', () => {
    const changes = { [RULE]: '---\nversion: 3\n---\n\n## Kurz\n\nNeu.\n' }
    const rule = byId(municipalPack(changes).rules, 'texte-entwerfen')
    expect(rule.version).toBe(3)
    expect(rule.text).toEqual({ ...byId(smallPack().rules, 'texte-entwerfen').text, short: 'Neu.' })
  })

  test('problems of both are reported', () => {
    const own = municipalFiles({ 'pack.yaml': replace('version: 1', 'version: eins') })
    const result = buildPack(own, smallFiles({ [RULE]: replace('light: erlaubt', 'light: bunt') }))
    expect(result.ok ? [] : result.problems.map(({ file }) => file).sort()).toEqual([OF, 'neustadt/pack.yaml'])
  })
})

test('what cannot be read in the base pack is reported, too', () => {
  const result = buildPack(municipalFiles(), smallFiles({ [RULE]: replace('## Wörter', '## Worte') }))
  const problems = result.ok ? [] : result.problems.map(formatProblem)
  expect(problems).toContainEqual(expect.stringContaining(`${OF}:33: Unbekannte Überschrift „Worte“`))
})

test.each([
  { why: 'the base pack by its id', files: municipalFiles(), base: 'klein' },
  { why: 'none', files: smallFiles(), base: undefined },
  { why: 'none if it cannot be read', files: smallFiles({ 'pack.yaml': 'extends: [' }), base: undefined },
  { why: 'none if it is no text', files: smallFiles({ 'pack.yaml': 'extends: 7' }), base: undefined },
  { why: 'none without the file', files: smallFiles({ 'pack.yaml': null }), base: undefined },
])('baseOf: $why', ({ files, base }) => {
  expect(baseOf(files)).toBe(base)
})
