import { describe, expect, test } from '@jest/globals'
import { readLanguages } from '../../../policies/protect/lists/languages.js'
import { readLists } from '../../../policies/protect/lists/lists.js'
import { entriesOf, linesOf, readWordFile, unknownSections } from '../../../policies/protect/lists/word-file.js'
import { PLACE, SALUTATION } from '../../../policies/protect/text/flags.js'
import { baseLists, listFiles } from '../../support/protect-lists.js'

const files = (name: string, text: string): Map<string, string> => new Map([[name, text]])

describe('word files', () => {
  const file = readWordFile('x.txt', '# Kopf\nvorne\n\n## eins\n a \nb # c\n## zwei\r\nd\n## eins\ne\n')
  test('entries stand below their heading, with their line', () => {
    expect(file.sections.get('eins')).toEqual([
      { text: 'a', line: 5 },
      { text: 'b # c', line: 6 },
      { text: 'e', line: 10 },
    ])
  })
  test('before any heading, below another, below none', () => {
    expect([entriesOf(file), entriesOf(file, 'zwei'), entriesOf(file, 'drei'), entriesOf(undefined)]).toEqual([
      ['vorne'],
      ['d'],
      [],
      [],
    ])
  })
  test('long lists have no headings', () => {
    expect(linesOf('# Kopf\nAnna\n\nBerta\n')).toEqual(['Anna', 'Berta'])
  })
  test.each([
    { why: 'a heading nobody knows', known: ['eins'], lines: [2, 7] },
    { why: 'all known', known: ['', 'eins', 'zwei'], lines: [] },
  ])('unknown headings: $why', ({ known, lines }) => {
    expect(
      unknownSections(file, known)
        .map(({ line }) => line)
        .sort(),
    ).toEqual(lines.map(line => (line === 2 ? 1 : line)))
  })
})

describe('the lists of a pack', () => {
  test('an empty pack gives empty lists', () => {
    const lists = readLists(new Map())
    expect(lists.plates.size + lists.entries.length + lists.publicNames.size).toBe(0)
    expect(lists.allow.emails).toEqual([])
  })
  test('signals give flags', () => {
    expect(readLists(files('signals.txt', '## salutation\nFrau\nsehr geehrte\n')).entries).toEqual([
      { word: 'Frau', flags: SALUTATION },
    ])
  })
  test('a term is found by its longest word that is no common one; stars stay, umlauts fold', () => {
    const [entry] = readLists(files('words/health.txt', '## state\nMultiple Skleros*\n')).entries
    expect(entry).toEqual({
      word: 'multiple',
      term: { kind: 'HEALTH', section: 'state', words: ['multiple', 'skleros*'], key: 0 },
    })
  })
  test('plates carry their state', () => {
    const { plates } = readLists(files('plates.txt', 'M\nBÜS auslaufend\n'))
    expect([plates.get('M'), plates.get('BÜS'), plates.get('XX')]).toEqual(['aktuell', 'auslaufend', undefined])
  })
  test('the allow-list is read the way values are compared', () => {
    const { allow } = readLists(
      files(
        'allow.txt',
        '## phones\n040 66969-0\n## emails\nInfo@Musterstadt.example\n## addresses\nRathausstraße 1\n## office-holders\nDörte Süß\n',
      ),
    )
    expect(allow).toEqual({
      phones: ['040669690'],
      emails: ['info@musterstadt.example'],
      addresses: ['rathausstrasse 1'],
      'office-holders': ['dorte suss'],
    })
  })
  test('a word that is German too does not speak for another language', () => {
    const languages = readLanguages(readWordFile('x', '## de\ndie in\n## en\nthe in\n## en personal\nmy the\n'))
    expect([...languages.foreign]).toEqual([
      ['the', 'personal'],
      ['my', 'personal'],
    ])
  })
})

describe('the base pack', () => {
  test('brings every list the engine asks for', () => {
    const wanted = [
      'signals.txt',
      'given-names.txt',
      'surnames.txt',
      'places.txt',
      'plates.txt',
      'languages.txt',
      'not-names.txt',
    ]
    expect(wanted.filter(name => !listFiles().has(name))).toEqual([])
    expect(baseLists().names.every(({ words }) => words.length > 5_000)).toBe(true)
    expect(baseLists().names.some(({ flag }) => flag === PLACE)).toBe(true)
    expect(baseLists().plates.size).toBeGreaterThan(400)
    expect(baseLists().languages.foreign.size).toBeGreaterThan(500)
  })
})
