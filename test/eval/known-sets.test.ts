import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadPack } from '../../bot/packs/folder.js'
import { packsFolder } from '../../bot/paths.js'
import { DETECTORS } from '../../policies/protect/detectors/index.js'
import { readCorpus } from '../support/corpus.js'
import { knownHashes, questionHash } from '../support/known-sets.js'
import { readMarks } from '../support/marked-text.js'
import { TODAY } from '../support/own-sets.js'

describe('no question of an evaluation set stands in a pack, or the measurement would be of memory', () => {
  test.each(['basis', 'musterstadt'])('%s', async name => {
    const { result } = await loadPack(join(packsFolder(), name), TODAY)
    if (!result.ok) throw new Error('pack does not check clean')
    const { rules, elsewhere } = result.built.pack
    const written = [
      ...rules.flatMap(({ examples, en }) => [...examples, ...en.examples]),
      ...elsewhere.flatMap(({ examples }) => examples),
    ]
    const known = knownHashes()
    expect(written.filter(question => known.has(questionHash(question)))).toEqual([])
  })

  test.each(['test/protect/corpus', 'test/eval/protect-own'])('no text of %s', folder => {
    const known = knownHashes()
    expect(
      readCorpus(folder)
        .filter(({ text }) => known.has(questionHash(text)))
        .map(({ id }) => id),
    ).toEqual([])
  })

  test.each(DETECTORS)('no example of $kind', ({ kind, examples }) => {
    const known = knownHashes()
    const written = [...examples.found.map(example => readMarks(example, kind).text), ...examples.ignored]
    expect(written.filter(text => known.has(questionHash(text)))).toEqual([])
  })

  test('no held-out text is one for development', () => {
    const development = new Set(readCorpus('test/protect/corpus').map(({ text }) => questionHash(text)))
    const examples = DETECTORS.flatMap(({ kind, examples: { found, ignored } }) => [
      ...found.map(one => readMarks(one, kind).text),
      ...ignored,
    ])
    for (const text of examples) development.add(questionHash(text))
    const both = readCorpus('test/eval/protect-own').filter(({ text }) => development.has(questionHash(text)))
    expect(both.map(({ id }) => id)).toEqual([])
  })

  test('the same question in other spelling has the same hash', () => {
    expect(questionHash('Darf ich das prüfen?')).toBe(questionHash('darf ich das PRUEFEN'))
    expect(questionHash('Darf ich das prüfen?')).not.toBe(questionHash('Darf ich das melden?'))
  })
})
