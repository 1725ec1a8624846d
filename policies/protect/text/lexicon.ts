import { fold } from '../../language/fold.js'
import { KINDS, type Kind } from '../finding.js'
import {
  ABBREVIATION,
  GENERAL_TALK,
  GIVEN_NAME,
  HISTORIC,
  INVENTED,
  OFFICE,
  PEOPLE,
  PLACE,
  PUBLIC_ROLE,
  RELATION,
  STREET,
  SURNAME,
} from './flags.js'

/** A word or phrase of a list that says something about a person (or names a marking). */
export type Term = {
  readonly kind: Kind
  /** Section of the list it stands in, e.g. `clear`, `beside-person`. */
  readonly section: string
  /** Folded words; a word may begin or end with `*`. The first one is how the term is found. */
  readonly words: readonly string[]
  /** Which of its words the term is found by: the rarest looking one, so that common words carry no terms. */
  readonly key: number
}

/** What is known about one word. */
export type WordInfo = {
  readonly flags: number
  readonly abbreviation: boolean
  /** Terms whose first word this is. */
  readonly terms: readonly Term[]
  /** The kinds of these terms, as bits by their place in KINDS. */
  readonly termKinds: number
  /** Kinds this word speaks for when it stands near a value ("IBAN", "Kontonummer"). */
  readonly context: readonly Kind[]
  /** The same as bits by their place in KINDS. */
  readonly contextKinds: number
}

export type Lexicon = {
  readonly unknown: WordInfo
  /** Looks up the word that reaches from `start` to `end`; `hash` was made of its units on the way. */
  readonly lookup: (text: string, start: number, end: number, hash: number) => WordInfo
  /** The same for a word on its own. */
  readonly word: (word: string) => WordInfo
}

export type LexiconEntry = {
  readonly word: string
  readonly flags?: number
  readonly context?: Kind
  readonly term?: Term
  /** Umlauts count, as in names: "Lange" is one, "Länge" is none. */
  readonly spelled?: boolean
}

/** Only nouns take endings; "Familien" is no salutation and "ers" no pronoun. */
const INFLECTED = GENERAL_TALK | HISTORIC | INVENTED | OFFICE | PEOPLE | PUBLIC_ROLE | RELATION | STREET
/** Names only take the s of the genitive. */
const NAMES = GIVEN_NAME | SURNAME | PLACE

/** A long list of names, all saying the same. */
type NameList = { readonly words: readonly string[]; readonly flag: number }

type Draft = { flags: number; terms: Term[]; context: Kind[] }

/** Endings of German nouns, adjectives and participles; names only take the genitive s. */
const ENDINGS = ['s', 'e', 'n', 'en', 'er', 'es', 'em', 'innen', 'in', 'ern', 'nen', 't', 'te', 'ten']
const LONGEST_WORD = 60
const SHORTEST_STEM = 3
const SLOTS = 1 << 15
const FULL = SLOTS - (SLOTS >> 2)

/**
 * Everything the lists say, by folded word. `*` at the end of an entry matches any ending, at its start any beginning.
 * Words looked up before are remembered by two hashes only, never as text.
 */
export function createLexicon(entries: Iterable<LexiconEntry>, names: readonly NameList[] = []): Lexicon {
  const exact = new Map<string, Draft>()
  const prefixes = new Map<string, Draft>()
  const suffixes = new Map<string, Draft>()
  const middles = new Map<string, Draft>()
  const spelled = new Map<string, number>()
  for (const { word, flags = 0, context, term, spelled: asWritten } of entries) {
    if (asWritten) {
      const key = spelling(word)
      spelled.set(key, (spelled.get(key) ?? 0) | flags)
      continue
    }
    const bare = fold(word.replaceAll('*', ''))
    if (bare === '') continue
    const table = word.startsWith('*')
      ? word.endsWith('*')
        ? middles
        : suffixes
      : word.endsWith('*')
        ? prefixes
        : exact
    const draft = table.get(bare) ?? { flags: 0, terms: [], context: [] }
    table.set(bare, draft)
    draft.flags |= flags
    if (context && !draft.context.includes(context)) draft.context.push(context)
    if (term) draft.terms.push(term)
  }
  for (const { words, flag } of names) {
    for (const word of words) {
      if (word.includes(' ')) continue
      const key = spelling(word)
      spelled.set(key, (spelled.get(key) ?? 0) | flag)
    }
  }
  const unknown: WordInfo = { flags: 0, abbreviation: false, terms: [], termKinds: 0, context: [], contextKinds: 0 }
  const shortestPrefix = shortest(prefixes)
  const shortestSuffix = shortest(suffixes)
  const shortestMiddle = shortest(middles)

  /** Of a name with the s of the genitive only what says that it is a name. */
  const nameFlags = (raw: string): number => {
    const key = spelling(raw)
    return (spelled.get(key) ?? 0) | (key.endsWith('s') ? (spelled.get(key.slice(0, -1)) ?? 0) & NAMES : 0)
  }

  const compute = (raw: string): WordInfo => {
    const word = fold(raw)
    const found: Draft[] = []
    const whole = exact.get(word)
    if (whole) found.push(whole)
    let flags = (whole?.flags ?? 0) | nameFlags(raw)
    for (const ending of ENDINGS) {
      if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM) continue
      const stem = exact.get(word.slice(0, -ending.length))
      if (!stem) continue
      if (stem.terms.length > 0 || stem.context.length > 0) found.push({ ...stem, flags: 0 })
      flags |= stem.flags & (ending === 's' ? INFLECTED | NAMES : INFLECTED)
    }
    for (let length = shortestPrefix; length <= word.length; length++) collect(prefixes.get(word.slice(0, length)))
    for (let length = shortestSuffix; length <= word.length; length++) collect(suffixes.get(word.slice(-length)))
    if (middles.size > 0) {
      for (let from = 0; from + shortestMiddle <= word.length; from++) {
        for (let to = from + shortestMiddle; to <= word.length; to++) collect(middles.get(word.slice(from, to)))
      }
    }
    if (found.length === 0 && flags === 0) return unknown
    const terms = [...new Set(found.flatMap(draft => draft.terms))]
    const context = [...new Set(found.flatMap(draft => draft.context))]
    return {
      flags,
      abbreviation: (flags & ABBREVIATION) !== 0,
      terms,
      termKinds: terms.reduce((bits, { kind }) => bits | kindBit(kind), 0),
      context,
      contextKinds: context.reduce((bits, kind) => bits | kindBit(kind), 0),
    }

    function collect(draft: Draft | undefined): void {
      if (!draft) return
      found.push(draft)
      flags |= draft.flags
    }
  }

  const keys = new Int32Array(SLOTS * 2)
  const values: (WordInfo | undefined)[] = new Array(SLOTS).fill(undefined)
  let used = 0

  const lookup = (text: string, start: number, end: number, hash: number): WordInfo => {
    const length = end - start
    if (length > LONGEST_WORD) return unknown
    const second =
      Math.imul(hash ^ (length << 24), 0x9e3779b1) ^ (text.charCodeAt(start) << 16) ^ text.charCodeAt(end - 1)
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    for (let value = values[slot]; value !== undefined; value = values[slot]) {
      if (keys[slot * 2] === hash && keys[slot * 2 + 1] === second) return value
      slot = (slot + 1) & (SLOTS - 1)
    }
    const info = compute(text.slice(start, end))
    if (used >= FULL) {
      values.fill(undefined)
      used = 0
      slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    }
    keys[slot * 2] = hash
    keys[slot * 2 + 1] = second
    values[slot] = info
    used++
    return info
  }
  return { unknown, lookup, word: compute }
}

/** Small letters without the marks of other languages, but with umlauts: ä, ö, ü tell German words apart. */
function spelling(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]*$/.test(lower) && !/[ao]e|ue/.test(lower)) return lower
  return lower
    .replaceAll('ß', 'ss')
    .replaceAll('ae', 'ä')
    .replaceAll('oe', 'ö')
    .replace(/(?<![aeq])ue/g, 'ü')
    .replace(/[^a-zäöü]/g, letter => LETTERS_WITHOUT_MARKS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
}

/** Letters that do not decompose. */
const LETTERS_WITHOUT_MARKS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  æ: 'ä',
  œ: 'ö',
  å: 'a',
}

/** One bit for each kind; there are 32 of them. */
export const kindBit = (kind: Kind): number => 1 << KINDS.indexOf(kind)

const shortest = (table: ReadonlyMap<string, unknown>): number =>
  Math.min(...[...table.keys()].map(key => key.length), 99)
