import { fold } from '../../language/fold.js'
import { stem } from '../../language/stem.js'
import { type Sentence, sentencesOf } from '../text/sentences.js'
import { FUNCTION_WORDS } from '../text/words.js'

/** What a summary takes or leaves as a whole: a sentence, a point, or a list with the line that announces it. */
export type Unit = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Stems of the words that carry meaning, each once. */
  readonly stems: readonly string[]
  readonly words: number
  /** The first of its section, right below a heading or at the start. */
  readonly opens: boolean
}

/** A longer list is no single thought any more: its points stand for themselves. */
const MOST_LIST_WORDS = 60
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const SHORTEST_STEM = 3

/** The units of a text in its order; headings are none, but say where a section begins. */
export function unitsOf(text: string): Unit[] {
  const stems = stemming()
  const units: Unit[] = []
  let opens = true
  for (const [first, last] of groups(text, sentencesOf(text))) {
    if (first.kind === 'heading') {
      opens = true
      continue
    }
    const raw = text.slice(first.start, last.end)
    const words = raw.match(WORD) ?? []
    units.push({
      start: first.start,
      end: last.end,
      text: flowing(raw, first !== last),
      stems: [...new Set(words.map(stems).filter(known => known !== ''))],
      words: words.length,
      opens,
    })
    opens = false
  }
  return units
}

/** Sentences alone, and a line ending in a colon together with the points below it. */
function groups(text: string, sentences: readonly Sentence[]): [Sentence, Sentence][] {
  const result: [Sentence, Sentence][] = []
  for (let at = 0; at < sentences.length; at++) {
    const first = sentences[at]
    if (!first) break
    let last = at
    if (first.kind === 'text' && text.charAt(first.end - 1) === ':') while (sentences[last + 1]?.kind === 'item') last++
    const end = sentences[last] ?? first
    const short = last > at && (text.slice(first.start, Math.min(end.end, first.start + LOOK)).match(WORD) ?? []).length
    if (short !== false && short <= MOST_LIST_WORDS && end.end - first.start < LOOK) {
      result.push([first, end])
      at = last
    } else result.push([first, first])
  }
  return result
}

/** Room for a list of so many words. */
const LOOK = 800

/** A sentence in one line; a list keeps its lines. */
const flowing = (raw: string, list: boolean): string =>
  list
    ? raw
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean)
        .join('\n')
    : raw.replaceAll(/\s+/g, ' ')

/** Long texts repeat their words: each is folded and cut once. */
function stemming(): (raw: string) => string {
  const known = new Map<string, string>()
  return raw => {
    const before = known.get(raw)
    if (before !== undefined) return before
    const folded = fold(raw.slice(0, LONGEST_WORD))
    const result = folded.length < SHORTEST_STEM || FUNCTION_WORDS.has(folded) || /^\d/.test(folded) ? '' : stem(folded)
    known.set(raw, result)
    return result
  }
}

const LONGEST_WORD = 60
