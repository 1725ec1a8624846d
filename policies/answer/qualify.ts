import type { DataKind } from '../pack/lexicon-schema.js'
import type { Mention } from './mentions.js'
import type { PackIndex } from './pack-index.js'
import type { Word } from './vocabulary.js'

/** A qualifier stands at most this many words before the data it belongs to: "ohne echte Namen". */
const REACH = 2
/** "Namen stehen keine drin": the denial may also follow. */
const REACH_AFTER = 3

/** "Ohne Namen" says something: that the material holds nothing about people. */
const NOTHING_PERSONAL: DataKind = {
  id: 'ohne-personenbezug',
  name: 'Material ohne Personenbezug',
  class: 'D1',
  words: [],
  generic: true,
}

/**
 * Data as it is really meant: "ohne Namen" names no data, an empty or invented form holds nothing worth protecting, a
 * published paper is public, and a "Merkblatt zum Bauantrag" is a leaflet, not an application. Secrets, classified papers
 * and special categories stay what they are, unless they are denied.
 */
export function qualified(
  mentions: readonly Mention<DataKind>[],
  words: readonly Word[],
  find: PackIndex['find'],
): DataKind[] {
  const harmless = mentions.filter(({ value }) => value.class === 'D0' || value.class === 'D1').map(({ at }) => at)
  return mentions.flatMap(({ value, at }) => {
    const before = words.slice(Math.max(0, at - REACH), at)
    const after = words.slice(at + 1, at + 1 + REACH_AFTER)
    if (find.absent(before).length > 0 || find.absentAfter(after).length > 0)
      return value.class === 'D2' ? [NOTHING_PERSONAL] : []
    if (value.class === 'VS' || value.class === 'SECRET' || value.class === 'D3') return [value]
    if (value.class === 'D2' && find.about(before).length > 0 && harmless.some(place => place < at)) return []
    if (find.invented(before).length > 0) return [{ ...value, class: 'D1' }]
    return [find.published(before).length > 0 && !isNegated(before) ? { ...value, class: 'D0' } : value]
  })
}

const NEGATIONS = new Set(['nicht', 'noch', 'not', 'yet'])

/** "Noch nicht veröffentlicht" is the opposite of published. */
const isNegated = (words: readonly Word[]): boolean => words.some(word => NEGATIONS.has(word.folded))
