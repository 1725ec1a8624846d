import { type Token, tokenise } from '../../language/tokens.js'
import type { ChecklistItem } from '../../pack/letter-schema.js'
import { FUNCTION_WORDS } from '../text/words.js'

/** Where an item is named; `sure` unless only part of its words or a compound with another meaning was met. */
export type Hit = { readonly start: number; readonly end: number; readonly sure: boolean }

/** The words of a text, with the places where each stem stands. */
export type WordIndex = {
  readonly tokens: readonly Token[]
  readonly byStem: ReadonlyMap<string, readonly number[]>
  /** Every different word once, with its places: compounds are looked for among these. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
}

export function indexWords(text: string): WordIndex {
  const tokens = tokenise(text)
  const byStem = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  for (const [at, { stem, folded }] of tokens.entries()) {
    add(byStem, stem, at)
    add(byWord, folded, at)
  }
  return { tokens, byStem, byWord }
}

function add(index: Map<string, number[]>, key: string, at: number): void {
  const row = index.get(key)
  if (row) row.push(at)
  else index.set(key, [at])
}

/** A text names a thing a few times; a thousand mentions tell no more. */
const MOST_HITS = 200

/** Everywhere an item or one of its other words is named, in the order of the text. */
export function hitsOf(item: ChecklistItem, index: WordIndex): Hit[] {
  const hits = [item.name, ...(item.also ?? '').split(',')].flatMap(term => {
    const words = tokenise(term).filter(({ folded }) => !FUNCTION_WORDS.has(folded))
    const [first] = words
    if (!first) return []
    return words.length === 1 ? singleWord(first, index) : severalWords(words, index)
  })
  return hits.sort((a, b) => a.start - b.start || Number(b.sure) - Number(a.sure)).slice(0, MOST_HITS)
}

/** Shorter words end or begin too many others. */
const LEAST_COMPOUND = 5
/** "Mietvertragskopie" is a Mietvertrag, "Mietvertragsende" is not. */
const SAME_THING = /^(?:s|n|es|en)?(?:kopien?|abschrift(?:en)?|auszug|formular|vordruck|original)$/

function singleWord(word: Token, { tokens, byStem, byWord }: WordIndex): Hit[] {
  const places = (row: readonly number[] | undefined, sure: boolean): Hit[] =>
    (row ?? []).slice(0, MOST_HITS).map(at => ({ ...span(tokens, at, at), sure }))
  // The stemmer cuts "Mietvertragsende" down to "Mietvertrag", so that a stem alone does not make it the same word.
  const same = (at: number): boolean =>
    Math.abs((tokens[at]?.folded.length ?? 0) - word.folded.length) <= LONGEST_ENDING
  const exact = places(byStem.get(word.stem)?.filter(same), true)
  if (word.folded.length < LEAST_COMPOUND) return exact
  const compounds: Hit[] = []
  for (const [other, row] of byWord) {
    if (other.length <= word.folded.length || (tokens[row[0] ?? 0]?.stem === word.stem && same(row[0] ?? 0))) continue
    if (endsIn(other, word)) compounds.push(...places(row, true))
    else if (other.startsWith(word.folded))
      compounds.push(...places(row, SAME_THING.test(other.slice(word.folded.length))))
  }
  return [...exact, ...compounds]
}

/** "Wohnraummietvertrags" ends in "Mietvertrag", whatever its ending. */
function endsIn(other: string, { folded, stem }: Token): boolean {
  const root = stem.length >= LEAST_COMPOUND ? stem : folded
  const at = other.lastIndexOf(root)
  return (
    at > 1 &&
    other.length - at - root.length <= LONGEST_ENDING &&
    /^(?:e|es|en|er|ern|n|s)?$/.test(other.slice(at + root.length))
  )
}

const LONGEST_ENDING = 3
/** Words of a term may have so many others between them: "Nachweis über das Einkommen". */
const GAP = 4

function severalWords(words: readonly Token[], { tokens, byStem }: WordIndex): Hit[] {
  const rows = words.map(({ stem }) => byStem.get(stem) ?? [])
  const [first = []] = rows
  return first.slice(0, MOST_HITS).flatMap(from => {
    let at = from
    let far = 0
    for (const row of rows.slice(1)) {
      const next = row.find(place => place > at && place - at <= GAP + 1)
      if (next === undefined) return []
      far = Math.max(far, next - at)
      at = next
    }
    return [{ ...span(tokens, from, at), sure: far <= GAP }]
  })
}

function span(tokens: readonly Token[], from: number, to: number): { start: number; end: number } {
  const first = tokens[from]
  const last = tokens[to]
  return { start: first?.start ?? 0, end: (last?.start ?? 0) + (last?.raw.length ?? 0) }
}
