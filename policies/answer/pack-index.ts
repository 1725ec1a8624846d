import { foldedWords, rememberingFold, tokenise } from '../language/tokens.js'
import type { DataKind, Elsewhere, Purpose, SmallTalk } from '../pack/lexicon-schema.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Tool } from '../pack/tool-schema.js'
import { fingerprintOf, type Learned } from './learned.js'
import { createFinder, type Finder } from './mentions.js'
import { createRetriever, learn, type Retriever } from './retrieval.js'
import { createSmallTalkFinder, type SmallTalkFinder } from './small-talk.js'
import { createVocabulary, type Vocabulary, type Word } from './vocabulary.js'

/** What is worked out once a pack so that an answer takes a fraction of a millisecond. */
export type PackIndex = {
  readonly vocabulary: Vocabulary
  readonly retriever: Retriever
  readonly position: ReadonlyMap<string, number>
  /** The rule whose example a question is, word for word. */
  readonly exampleOf: (words: readonly Word[]) => string | undefined
  readonly find: {
    readonly data: Finder<DataKind>
    readonly purposes: Finder<Purpose>
    readonly tools: Finder<Tool>
    readonly strongAi: Finder<true>
    readonly weakAi: Finder<true>
    readonly entering: Finder<true>
    readonly absent: Finder<true>
    readonly absentAfter: Finder<true>
    readonly about: Finder<true>
    readonly invented: Finder<true>
    readonly published: Finder<true>
    readonly elsewhere: Finder<Elsewhere>
    readonly attempts: Finder<string>
    readonly deeds: Finder<true>
    readonly signals: Finder<true>
    readonly pronouns: Finder<true>
    readonly openers: (words: readonly Word[]) => boolean
    readonly smallTalk: SmallTalkFinder
  }
}

const indexes = new WeakMap<Pack, PackIndex>()

/**
 * The index of a pack; the same pack value always has the same index, so it is built once.
 * @param learned what was learned from this pack before; left aside if it was learned from another
 */
export function indexOf(pack: Pack, learned?: Learned): PackIndex {
  const known = indexes.get(pack)
  if (known) return known
  const index = buildIndex(pack, learned?.fingerprint === fingerprintOf(pack) ? learned : undefined)
  indexes.set(pack, index)
  return index
}

function buildIndex(pack: Pack, learned: Learned | undefined): PackIndex {
  const { lexicon, rules, tools } = pack
  const foldWord = rememberingFold()
  const vocabulary = createVocabulary(pack, foldWord)
  return {
    vocabulary,
    retriever: createRetriever(pack, vocabulary, foldWord, learned),
    exampleOf: createExamples(rules, foldWord),
    position: new Map(rules.map((rule, at) => [rule.id, at])),
    find: {
      data: createFinder(named<DataKind>(lexicon.data)),
      purposes: createFinder(named<Purpose>(lexicon.purposes)),
      tools: createFinder(tools.map(tool => ({ value: tool, words: [...tool.aliases, ...(tool.misspellings ?? [])] }))),
      strongAi: createFinder(all(lexicon.ai_words.strong)),
      weakAi: createFinder(all(lexicon.ai_words.weak)),
      entering: createFinder(all(lexicon.enter_words)),
      absent: createFinder(all(lexicon.qualifiers.absent)),
      absentAfter: createFinder(all(lexicon.qualifiers.absent_after)),
      about: createFinder(all(lexicon.qualifiers.about)),
      invented: createFinder(all(lexicon.qualifiers.invented)),
      published: createFinder(all(lexicon.qualifiers.public)),
      elsewhere: createFinder(named<Elsewhere>(pack.elsewhere)),
      attempts: createFinder(lexicon.attempts.map(value => ({ value, words: [value] }))),
      deeds: createFinder(all(lexicon.breach.deeds)),
      signals: createFinder(all(lexicon.breach.signals)),
      pronouns: createFinder(all(lexicon.follow_up.words)),
      openers: createOpeners(lexicon.follow_up.openers),
      smallTalk: createSmallTalkFinder(lexicon.small_talk satisfies readonly SmallTalk[]),
    },
  }
}

const named = <Entry extends { readonly words: readonly string[] }>(entries: readonly Entry[]) =>
  entries.map(entry => ({ value: entry, words: entry.words }))

const all = (words: readonly string[]) => [{ value: true as const, words }]

const LONGEST_OPENER = 6

/** Does a question begin with one of the openers, word by word? */
function createOpeners(openers: readonly string[]): (words: readonly Word[]) => boolean {
  const keys = new Set(
    openers.map(opener =>
      tokenise(opener)
        .map(token => token.folded)
        .join(' '),
    ),
  )
  return words => {
    let key = ''
    return words.slice(0, LONGEST_OPENER).some(word => {
      key = key ? `${key} ${word.folded}` : word.folded
      return keys.has(key)
    })
  }
}

/** An example somebody wrote for a rule leads to that rule, whatever else it resembles. */
function createExamples(rules: Pack['rules'], foldWord: (raw: string) => string): PackIndex['exampleOf'] {
  const owners = new Map<string, string>()
  for (const { id, examples, en } of rules) {
    for (const example of [...examples, ...en.examples]) owners.set(foldedWords(example, foldWord).join(' '), id)
  }
  return words => owners.get(words.map(word => word.folded).join(' '))
}

/** Learns a pack's words from scratch, to be kept for `indexOf`. */
export function learnPack(pack: Pack): Learned {
  const foldWord = rememberingFold()
  return learn(pack, createVocabulary(pack, foldWord), foldWord)
}
