import type { DataKind } from '../pack/lexicon-schema.js'
import type { Mention } from './mentions.js'
import type { PackIndex } from './pack-index.js'
import type { Word } from './vocabulary.js'

/** A qualifier stands at most this many words before the data it belongs to: "ohne echte Namen". */
const REACH = 2

/**
 * Data as it is really meant: "ohne Namen" names no data, an empty or invented form holds nothing worth protecting,
 * a published paper is public. Secrets, classified papers and special categories stay what they are.
 */
export function qualified(
  mentions: readonly Mention<DataKind>[],
  words: readonly Word[],
  find: PackIndex['find'],
): DataKind[] {
  return mentions.flatMap(({ value, at }) => {
    const before = words.slice(Math.max(0, at - REACH), at)
    if (before.length === 0) return [value]
    if (find.absent(before).length > 0) return []
    if (value.class === 'VS' || value.class === 'SECRET' || value.class === 'D3') return [value]
    if (find.invented(before).length > 0) return [{ ...value, class: 'D1' }]
    return [find.published(before).length > 0 ? { ...value, class: 'D0' } : value]
  })
}
