import MiniSearch from 'minisearch'
import { plainWords } from '../../policies/language/fold.js'
import { stem } from '../../policies/language/stem.js'
import type { KompassView } from '../../policies/learning-contract.js'

export type Rule = KompassView['rules'][number]

/** Ids of the rules that fit what was typed, best first. */
export type Search = (query: string) => readonly string[]

/**
 * Searches title, everyday words and short answer. Umlauts, their digraphs, case and endings do not matter; beginnings of words
 * count, and small slips of the keyboard are forgiven.
 */
export function createSearch(rules: readonly Rule[]): Search {
  const index = new MiniSearch<{ id: string; title: string; words: string; short: string }>({
    fields: ['title', 'words', 'short'],
    tokenize: text => plainWords(text).split(' '),
    processTerm: term => (term.length > 1 ? stem(term) : null),
    searchOptions: {
      boost: { title: 4, words: 3 },
      prefix: term => term.length > 2,
      fuzzy: term => (term.length > 4 ? 0.2 : false),
    },
  })
  index.addAll(rules.map(({ id, title, words, short }) => ({ id, title, words: words.join(' '), short })))
  return query => {
    const every = idsOf(index.search(query, { combineWith: 'AND' }))
    return every.length > 0 ? every : idsOf(index.search(query))
  }
}

const idsOf = (hits: readonly { readonly id: unknown }[]): string[] => hits.map(({ id }) => String(id))
