import { ngrams } from '../language/ngrams.js'
import { type Token, tokenise } from '../language/tokens.js'
import type { SmallTalk } from '../pack/lexicon-schema.js'

export type SmallTalkFinder = {
  /** The kind of small talk a whole message is; undefined if any part of it is something else. */
  readonly exact: (tokens: readonly Token[]) => SmallTalk | undefined
  /** The kind whose phrases a message resembles most, however little. */
  readonly nearest: (tokens: readonly Token[]) => SmallTalk | undefined
}

/** Words that may stand around a greeting without making a question of it. */
const FILLERS = new Set(
  'du sie dir ihnen dich euch lieber liebe liebes bot kompass ki alle zusammen sehr mal ja na so und auch noch doch denn heute wieder ganz einfach ach oh hey hi my dear there you so much very well and the for your it all then bis fur die das der deine ihre hilfe antwort auskunft'.split(
    ' ',
  ),
)
const LONGEST_PHRASE = 7
const LONGEST_CHAT = 12
const ALIKE = 0.72

/**
 * Small talk only if the whole message is: every word belongs to a known phrase or is filler, or the message as a whole
 * reads almost like a known phrase. "Hallo, darf ich …" is a question.
 */
export function createSmallTalkFinder(kinds: readonly SmallTalk[]): SmallTalkFinder {
  const phrases = new Map<string, SmallTalk>()
  for (const kind of kinds) for (const phrase of kind.phrases) phrases.set(keyOf(tokenise(phrase)), kind)
  const shapes = shapesOf([...phrases])
  return {
    exact: tokens =>
      tokens.length === 0
        ? undefined
        : (madeOfPhrases(tokens, phrases) ??
          (tokens.length > LONGEST_PHRASE ? undefined : mostAlike(tokens, shapes, ALIKE))),
    nearest: tokens => mostAlike(tokens, shapes, 0),
  }
}

const keyOf = (tokens: readonly Token[]): string => tokens.map(token => token.folded).join(' ')

function madeOfPhrases(tokens: readonly Token[], phrases: ReadonlyMap<string, SmallTalk>): SmallTalk | undefined {
  let first: SmallTalk | undefined
  let at = 0
  while (at < tokens.length) {
    const length = longestPhrase(tokens, at, phrases)
    const word = tokens[at]?.folded ?? ''
    if (length === 0 && !FILLERS.has(word)) return undefined
    if (length > 0) first ??= phrases.get(keyOf(tokens.slice(at, at + length)))
    at += Math.max(1, length)
  }
  return first
}

function longestPhrase(tokens: readonly Token[], at: number, phrases: ReadonlyMap<string, SmallTalk>): number {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length--) {
    if (phrases.has(keyOf(tokens.slice(at, at + length)))) return length
  }
  return 0
}

/** Phrases as sets of three letters each, found by what they hold: of hundreds, a message shares something with few. */
type Shapes = {
  readonly all: readonly { readonly kind: SmallTalk; readonly size: number }[]
  /** Places in `all`. */
  readonly holding: ReadonlyMap<string, readonly number[]>
}

function shapesOf(phrases: readonly (readonly [key: string, kind: SmallTalk])[]): Shapes {
  const holding = new Map<string, number[]>()
  const all = phrases.map(([key, kind], at) => {
    const grams = gramSet(key)
    for (const gram of grams) holding.set(gram, [...(holding.get(gram) ?? []), at])
    return { kind, size: grams.size }
  })
  return { all, holding }
}

const gramSet = (key: string): Set<string> => new Set(key.split(' ').flatMap(word => ngrams(word, 3)))

function mostAlike(tokens: readonly Token[], { all, holding }: Shapes, atLeast: number): SmallTalk | undefined {
  if (tokens.length > LONGEST_CHAT) return undefined
  const grams = gramSet(keyOf(tokens))
  const shared = new Uint16Array(all.length)
  for (const gram of grams) for (const at of holding.get(gram) ?? []) shared[at] = (shared[at] ?? 0) + 1
  let best: { kind: SmallTalk; score: number } | undefined
  for (const [at, { kind, size }] of all.entries()) {
    const score = (2 * (shared[at] ?? 0)) / (grams.size + size)
    if (score >= atLeast && score > (best?.score ?? 0)) best = { kind, score }
  }
  return best?.kind
}
