import { Day } from '../../../policies/pack/terms.js'
import { type Spelling, spellingOf, squeezed } from './spelled.js'

/** What must not be found: a whole text, a piece of one, a value that was recognised in it. */
export type Sought = { readonly kind: 'text' | 'piece' | 'value'; readonly spelling: Spelling }

export type Recognise = (text: string) => readonly string[]

/** Letters without blanks; shorter ones stand somewhere by chance. */
const SHORTEST = { text: 6, value: 5, number: 7 }
/** A line is looked for in pieces of this length, so that a shortened one is found as well. */
const PIECE = 20
/** What V8 quotes of a text that is no JSON: ten letters, with at most one blank between two words. */
const BEGINNING = 9

/**
 * @param words what is no text wherever it stands, in lower case (words.ts)
 * @param recognise the values in a text
 */
export function soughtIn(texts: readonly string[], words: ReadonlySet<string>, recognise: Recognise): Sought[] {
  const own = texts.filter(text => !isNoText(text, words))
  const found = new Map<string, Sought>()
  const seek = (kind: Sought['kind'], given: string): void => {
    if (!found.has(given)) found.set(given, { kind, spelling: spellingOf(given) })
  }
  for (const text of own) {
    for (const value of recognise(text)) if (isTelling(value, words)) seek('value', value)
    if (squeezed(text).length >= SHORTEST.text) seek('text', text)
    if (/\S\s+\S/.test(text) && squeezed(text).length > BEGINNING) seek('piece', squeezed(text).slice(0, BEGINNING))
    for (const piece of text.split('\n').flatMap(piecesOf)) seek('piece', piece)
  }
  return [...found.values()]
}

/** A word of the house (an id, a command, a button), or a day: both are stored as what somebody settled. */
const isNoText = (text: string, words: ReadonlySet<string>): boolean =>
  isWord(text.trim().toLowerCase(), words) || Day.safeParse(text.trim()).success

/** Also as a part of one: „weiter“ stands in `g3-erweiterung` without anybody having said it. */
const isWord = (text: string, words: ReadonlySet<string>): boolean =>
  words.has(text) || [...words].some(word => word.includes(text))

function isTelling(value: string, words: ReadonlySet<string>): boolean {
  const plain = squeezed(value)
  return plain.length >= (/^[\d.:-]*$/.test(plain) ? SHORTEST.number : SHORTEST.value) && !isWord(plain, words)
}

/** Lined up from the beginning, and once more from the end; any run of twice the length holds one of them. */
function piecesOf(line: string): string[] {
  const plain = squeezed(line)
  if (plain.length < PIECE) return []
  const starts = Array.from({ length: Math.floor(plain.length / PIECE) }, (_, at) => at * PIECE)
  return [...starts, plain.length - PIECE].map(start => plain.slice(start, start + PIECE))
}
