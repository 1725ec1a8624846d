import type { DataKind } from '../pack/lexicon-schema.js'
import { isHarmless } from '../tools/matrix.js'
import type { Finder, Mention } from './mentions.js'
import type { PackIndex } from './pack-index.js'
import type { Word } from './vocabulary.js'

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
 * published paper is public, and a "Merkblatt zum Bauantrag" is a leaflet, not an application. A qualifier counts only
 * right beside its data. Secrets, classified papers and special categories are only ever lifted by a plain denial.
 */
export function qualified(
  mentions: readonly Mention<DataKind>[],
  words: readonly Word[],
  find: PackIndex['find'],
): DataKind[] {
  const places = new Set(mentions.map(({ at }) => at))
  const harmless = mentions.filter(({ value }) => isHarmless(value.class)).map(({ at }) => at)
  return mentions.flatMap(mention => {
    const { value, at } = mention
    const first = firstWordOf(mention, words)
    const before = leadingUpTo(words, first, places)
    const said = (finder: Finder<true>): boolean =>
      finder(before).length > 0 ||
      finder(words.slice(Math.max(0, first - before.length - 1), first)).some(found => found.words > 1)
    if (said(find.absent) || find.absentAfter(followingOn(words, at, places)).length > 0) {
      return value.class === 'D2' ? [NOTHING_PERSONAL] : []
    }
    if (value.class === 'VS' || value.class === 'SECRET' || value.class === 'D3') return [value]
    if (value.class === 'D2' && find.about(before).length > 0 && harmless.some(place => place < at)) return []
    if (isNegated(before)) return [value]
    if (said(find.invented)) return [{ ...value, class: 'D1' }]
    return [said(find.published) ? { ...value, class: 'D0' } : value]
  })
}

/** Where a phrase begins: it is found at its longest word, which may be its first ("personenbezogene Daten") or its last. */
function firstWordOf({ at, stems }: Mention<DataKind>, words: readonly Word[]): number {
  let first = at
  while (first > 0 && words[first - 1]?.forms.some(form => stems.includes(form))) first--
  return first
}

const REACH = 3
/** Words that may stand between a qualifier and its data; any other word is what the qualifier belongs to. */
const BETWEEN = new Set(
  'die der das den dem des ein eine einen einem einer eines echte echten irgendwelche jegliche jeden meine unsere ihre konkrete konkreten personliche the a an any my our their real'.split(
    ' ',
  ),
)
const NEGATIONS = new Set(['nicht', 'not', 'never', 'nie'])

/** The words right before the data: the last one, and those before it as long as only small words stand between. */
function leadingUpTo(words: readonly Word[], at: number, places: ReadonlySet<number>): Word[] {
  let from = Math.max(0, at)
  while (from > 0 && at - from < REACH) {
    from--
    const word = words[from]
    if (!word || places.has(from)) return words.slice(from + 1, at)
    if (!BETWEEN.has(word.folded) && !NEGATIONS.has(words[from - 1]?.folded ?? '')) return words.slice(from, at)
  }
  return words.slice(from, at)
}

/** "Namen stehen keine drin": the words after the data, up to the next data. */
function followingOn(words: readonly Word[], at: number, places: ReadonlySet<number>): Word[] {
  const rest = words.slice(at + 1, at + 1 + REACH)
  const next = rest.findIndex((_, offset) => places.has(at + 1 + offset))
  return next < 0 ? rest : rest.slice(0, next)
}

/** "Noch nicht veröffentlicht" is the opposite of published, "nicht erfunden" of invented. */
const isNegated = (words: readonly Word[]): boolean => words.some(word => NEGATIONS.has(word.folded))
