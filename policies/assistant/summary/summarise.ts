import { bearing, centrality } from './scores.js'
import { type Unit, unitsOf } from './units.js'

/** How much is to stay: a number of sentences, or a share of them (above 0, up to 1). */
export type Extent = { readonly sentences: number } | { readonly share: number }

type SummarySentence = {
  /** UTF-16 offsets in the text, `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** As it stands in the text, with line breaks as spaces; a list keeps its lines. */
  readonly text: string
  readonly score: number
}

export type Summary = {
  readonly sentences: readonly SummarySentence[]
  /** How many sentences (or lists) there were to choose from. */
  readonly of: number
  /** The text was so short that nothing was left out. */
  readonly whole: boolean
}

/**
 * Picks the sentences that say most of what a text is about, in their own words and order. Nothing is reworded, so nothing
 * can be invented; what is left out may matter all the same, and whoever uses it must know the text.
 */
export function summarise(text: string, extent: Extent): Summary {
  const units = unitsOf(text)
  const wanted = 'sentences' in extent ? extent.sentences : Math.round(units.length * extent.share)
  const most = Math.max(1, Math.floor(wanted))
  const scores = scored(units)
  const whole = units.length <= most
  const chosen = whole ? units.map((_, at) => at) : pick(units, scores, most)
  return {
    sentences: chosen.flatMap(at => {
      const unit = units[at]
      return unit ? [{ start: unit.start, end: unit.end, text: unit.text, score: round(scores[at] ?? 0) }] : []
    }),
    of: units.length,
    whole,
  }
}

const round = (score: number): number => Math.round(score * 1000) / 1000

/** How much the words of a sentence count beside its place and how it is put. */
const CENTRAL = 0.5

function scored(units: readonly Unit[]): number[] {
  const central = centrality(units)
  return units.map((unit, place) => CENTRAL * (central[place] ?? 0) + bearing(unit, place, units.length))
}

/** The best units that do not repeat each other, in the order of the text. */
function pick(units: readonly Unit[], scores: readonly number[], most: number): number[] {
  const ranked = units.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const rarity = countsOf(units)
  const taken: number[] = []
  const byRareWord = new Map<string, number[]>()
  for (const at of ranked) {
    if (taken.length === most) break
    const unit = units[at]
    if (!unit) continue
    const rare = rareWords(unit, rarity)
    const near = new Set(rare.flatMap(word => byRareWord.get(word) ?? []))
    if ([...near].some(other => repeats(unit, units[other]))) continue
    taken.push(at)
    for (const word of rare) {
      const row = byRareWord.get(word) ?? []
      if (row.length < LONGEST_ROW) row.push(at)
      byRareWord.set(word, row)
    }
  }
  return taken.sort((a, b) => a - b)
}

/** Sentences that say the same share their rarest words, so that only those few need comparing. */
const RARE_WORDS = 4
const LONGEST_ROW = 20
const SAME = 0.6

function countsOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { stems } of units) for (const word of stems) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** A word met only once is shared with nobody. */
const rareWords = ({ stems }: Unit, counts: ReadonlyMap<string, number>): string[] =>
  stems
    .filter(word => (counts.get(word) ?? 0) > 1)
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, RARE_WORDS)

function repeats(unit: Unit, other: Unit | undefined): boolean {
  if (!other || unit.stems.length === 0) return false
  const words = new Set(other.stems)
  const shared = unit.stems.filter(word => words.has(word)).length
  return shared / Math.min(unit.stems.length, other.stems.length) > SAME
}
