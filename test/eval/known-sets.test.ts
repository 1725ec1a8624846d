import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadPack } from '../../bot/packs/folder.js'
import { packsFolder } from '../../bot/paths.js'
import { knownHashes, questionHash } from '../support/known-sets.js'
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

  test('the same question in other spelling has the same hash', () => {
    expect(questionHash('Darf ich das prüfen?')).toBe(questionHash('darf ich das PRUEFEN'))
    expect(questionHash('Darf ich das prüfen?')).not.toBe(questionHash('Darf ich das melden?'))
  })
})
