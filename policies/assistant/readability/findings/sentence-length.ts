import type { ReadSentence } from '../reading.js'
import type { Reader, Remark } from './remark.js'

/** Letters to everybody keep below this. */
const MOST_WORDS = 20
/** So many clauses inside others, and a sentence that is not short either. */
const MOST_INSERTS = 2
const LEAST_NESTED = 16
const INSERT_WORDS = 4
const LONGEST_BRACKET = 7

const JOINS = new Set(
  'und oder aber sondern denn weil da damit sodass obwohl wobei wenn während nachdem bevor sobald sofern soweit indem falls'.split(
    ' ',
  ),
)
const RELATIVES = new Set(
  'der die das den dem deren dessen denen welche welcher welches welchen welchem was wer wo wie dass ob wenn bis'.split(
    ' ',
  ),
)

/** Sentences that are too long or hold too many others. */
export const sentenceLength: Reader = (sentence, { text }) => {
  const nested = nestedRemark(sentence, text)
  if (nested) return [nested]
  const { words } = sentence
  if (words.length <= MOST_WORDS) return []
  const cut = placeToCut(sentence, text)
  const hint = cut === undefined ? 'Machen Sie zwei Sätze daraus.' : `Teilen Sie ihn, zum Beispiel vor „${cut}“.`
  return [
    {
      kind: 'long-sentence',
      start: sentence.start,
      end: sentence.end,
      suggestion: `Dieser Satz hat ${words.length} Wörter. ${hint}`,
    },
  ]
}

/** The joining word nearest to the middle. */
function placeToCut({ words }: ReadSentence, text: string): string | undefined {
  const middle = words.length / 2
  let best: { word: string; far: number } | undefined
  for (let at = 3; at < words.length - 3; at++) {
    const word = words[at]
    const before = words[at - 1]
    if (!word || !before) continue
    const comma = text.slice(before.end, word.start).includes(',')
    const joins = comma ? JOINS.has(word.lower) || RELATIVES.has(word.lower) : word.lower === 'und'
    const far = Math.abs(at - middle) - (comma ? 2 : 0)
    if (joins && (!best || far < best.far)) best = { word: word.text, far }
  }
  return best?.word
}

/** "…, die das sonst macht, …", "…, auf dem er steht, …": not the parts of a list. */
function subordinates(words: ReadSentence['words'], from: number): boolean {
  const first = words[from]?.lower ?? ''
  const second = words[from + 1]?.lower ?? ''
  if (first === 'und' || first === 'oder' || first === 'aber' || first === 'sondern' || first === 'denn') return false
  return JOINS.has(first) || RELATIVES.has(first) || (first.length <= LONGEST_PREPOSITION && RELATIVES.has(second))
}

const LONGEST_PREPOSITION = 4

/** Parts between commas that are long enough to be clauses, and long remarks in brackets. */
function nestedRemark(sentence: ReadSentence, text: string): Remark | undefined {
  const { words, start, end } = sentence
  const parts: { from: number; count: number }[] = [{ from: 0, count: 1 }]
  let bracket = 0
  let longestBracket = 0
  for (let at = 1; at < words.length; at++) {
    const gap = text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)
    if (/[,;–]/.test(gap)) parts.push({ from: at, count: 0 })
    if (gap.includes('(')) bracket = 1
    else if (bracket > 0) bracket++
    if (gap.includes(')')) bracket = 0
    longestBracket = Math.max(longestBracket, bracket)
    const last = parts.at(-1)
    if (last) last.count++
  }
  const inserts = parts.slice(1).filter(({ from, count }) => count >= INSERT_WORDS && subordinates(words, from))
  const first = inserts[0]
  if (inserts.length >= MOST_INSERTS && words.length > LEAST_NESTED && first) {
    const said = text.slice(words[first.from]?.start, words[first.from + INSERT_WORDS - 1]?.end).replaceAll(/\s+/g, ' ')
    return {
      kind: 'nested',
      start,
      end,
      suggestion: `Hier stecken mehrere Sätze ineinander. Machen Sie eigene Sätze daraus, zum Beispiel aus „${said} …“.`,
    }
  }
  if (longestBracket > LONGEST_BRACKET)
    return {
      kind: 'nested',
      start,
      end,
      suggestion: 'In der Klammer steht viel. Machen Sie daraus einen eigenen Satz.',
    }
  return undefined
}
