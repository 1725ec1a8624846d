import { describe, expect, test } from '@jest/globals'
import type { Located, Path } from '../../../policies/pack/document.js'
import { type MergedPack, mergePacks } from '../../../policies/pack/merge.js'
import { readPack } from '../../../policies/pack/read.js'

const RULE = (parts: string): string => `---\nversion: 1\ntitle: Alt\n${parts}`

const BASE = {
  'pack.yaml': 'id: basis\nname: Grundpaket\n',
  'tools.yaml': 'tools:\n  - id: eins\n    name: Eins\n    class: W0\n  - id: zwei\n    name: Zwei\n',
  'lexicon.yaml': 'enter_words: eingeben\nai_words:\n  strong: KI\n  weak: Ding\ndata:\n  - { id: brief, class: D2 }\n',
  'rules/rede.md': RULE(
    'en: { title: Old }\n---\n\n## Kurz\n\nAlt kurz.\n\n## So geht es\n\n- Alt eins.\n- Alt zwei.\n\n## Beispielfragen\n\n- Alt?\n\n## Questions in English\n\n- Old?\n',
  ),
  'rules/bild.md': RULE('---\n\n## Kurz\n\nBild.\n'),
}
const OWN = {
  'pack.yaml': 'id: stadt\nname: Stadt\n',
  'contacts.yaml': 'departments: []\nroles:\n  leitung: { name: Frau A }\n',
  'tools.yaml': '# unsere\ntools:\n  - id: zwei\n    class: W3\n  - id: drei\n    name: Drei\n',
  'lexicon.yaml': 'enter_words: hochladen\nai_words:\n  weak: Kiste\n',
  'rules/rede.md': '---\nversion: 2\n---\n\n## So geht es\n\n- Neu.\n',
  'rules/radweg.md': RULE('---\n'),
}
const pack = (folder: string, files: Record<string, string>) =>
  readPack({ folder, files: new Map(Object.entries(files)) })
const merged: MergedPack = mergePacks(pack('basis', BASE), pack('stadt', OWN))
const rule = (id: string): Located =>
  merged.rules.get(id) ?? { value: undefined, locate: () => ({ file: '', line: 0 }) }

describe('what a municipality writes is laid over the base pack', () => {
  test.each([
    { why: 'manifest: its own alone', value: merged.manifest.value, expected: { id: 'stadt', name: 'Stadt' } },
    {
      why: 'contacts: its own alone',
      value: merged.contacts.value,
      expected: { departments: [], roles: { leitung: { name: 'Frau A' } } },
    },
    {
      why: 'tools: keys by id, new ones behind, order kept',
      value: merged.tools.value,
      expected: {
        tools: [
          { id: 'eins', name: 'Eins', class: 'W0' },
          { id: 'zwei', name: 'Zwei', class: 'W3' },
          { id: 'drei', name: 'Drei' },
        ],
      },
    },
    {
      why: 'a plain word list replaces the old one, a group of lists only what it names',
      value: merged.lexicon.value,
      expected: {
        enter_words: 'hochladen',
        ai_words: { strong: 'KI', weak: 'Kiste' },
        data: [{ id: 'brief', class: 'D2' }],
      },
    },
    { why: 'a file nobody has is empty', value: merged.elsewhere.value, expected: {} },
    {
      why: 'a rule: keys and whole sections',
      value: rule('rede').value,
      expected: {
        id: 'rede',
        version: 2,
        title: 'Alt',
        synonyms: undefined,
        examples: ['Alt?'],
        en: { title: 'Old', examples: ['Old?'] },
        text: { instead: [], short: 'Alt kurz.', do: ['Neu.'] },
      },
    },
  ])('$why', ({ value, expected }) => {
    expect(value).toEqual(expected)
  })

  test('rules of both stand side by side', () => {
    expect([...merged.rules.keys()]).toEqual(['rede', 'bild', 'radweg'])
  })
})

describe('every part still knows its file and line', () => {
  const places: { why: string; part: Located; path: Path; at: string }[] = [
    { why: 'a tool of the base pack', part: merged.tools, path: ['tools', 0, 'name'], at: 'basis/tools.yaml:3' },
    {
      why: 'a changed tool: where it was changed',
      part: merged.tools,
      path: ['tools', 1, 'class'],
      at: 'stadt/tools.yaml:4',
    },
    { why: 'a new tool', part: merged.tools, path: ['tools', 2], at: 'stadt/tools.yaml:5' },
    { why: 'a replaced word list', part: merged.lexicon, path: ['enter_words'], at: 'stadt/lexicon.yaml:1' },
    {
      why: 'an entry only the base pack has',
      part: merged.lexicon,
      path: ['data', 0, 'class'],
      at: 'basis/lexicon.yaml:6',
    },
    { why: 'a contact', part: merged.contacts, path: ['roles', 'leitung', 'name'], at: 'stadt/contacts.yaml:3' },
    { why: 'a key of the manifest', part: merged.manifest, path: ['name'], at: 'stadt/pack.yaml:2' },
    { why: 'a changed key of a rule', part: rule('rede'), path: ['version'], at: 'stadt/rules/rede.md:2' },
    { why: 'a key that stayed', part: rule('rede'), path: ['title'], at: 'basis/rules/rede.md:3' },
    { why: 'a section that stayed', part: rule('rede'), path: ['text', 'short'], at: 'basis/rules/rede.md:7' },
    { why: 'a point of a changed section', part: rule('rede'), path: ['text', 'do', 0], at: 'stadt/rules/rede.md:7' },
    { why: 'an example', part: rule('rede'), path: ['examples', 0], at: 'basis/rules/rede.md:18' },
    { why: 'an English question', part: rule('rede'), path: ['en', 'examples', 0], at: 'basis/rules/rede.md:22' },
    { why: 'an English text', part: rule('rede'), path: ['en', 'title'], at: 'basis/rules/rede.md:4' },
    {
      why: 'a missing section: the newest front matter',
      part: rule('rede'),
      path: ['text', 'why'],
      at: 'stadt/rules/rede.md:2',
    },
    {
      why: 'a missing file: the one to write',
      part: merged.elsewhere,
      path: ['elsewhere'],
      at: 'stadt/elsewhere.yaml:1',
    },
  ]
  test.each(places)('$why', ({ part, path, at }) => {
    const { file, line } = part.locate(path)
    expect(`${file}:${line}`).toBe(at)
  })
})

describe('entries with the same id', () => {
  const toolsOf = (base: string | undefined, own: string): unknown =>
    mergePacks(
      base === undefined ? undefined : pack('basis', { 'tools.yaml': base }),
      pack('stadt', { 'tools.yaml': own }),
    ).tools.value
  const twice = 'tools:\n  - { id: eins, name: A }\n  - { id: eins, name: B }\n'

  test('in one file stay two, so that the check can report them', () => {
    expect(toolsOf(undefined, twice)).toEqual({
      tools: [
        { id: 'eins', name: 'A' },
        { id: 'eins', name: 'B' },
      ],
    })
  })

  test('in one file over a base pack: only the first is laid over it', () => {
    expect(toolsOf('tools:\n  - { id: eins, class: W0 }\n', twice)).toEqual({
      tools: [
        { id: 'eins', class: 'W0', name: 'A' },
        { id: 'eins', name: 'B' },
      ],
    })
  })

  test('an empty list of the municipality takes nothing away', () => {
    expect(toolsOf('tools:\n  - { id: eins }\n', 'tools: []\n')).toEqual({ tools: [{ id: 'eins' }] })
  })
})
