import type { Pack } from '../pack/pack-schema.js'
import type { PackIndex } from './pack-index.js'
import type { Retrieval } from './retrieval.js'
import type { Topic } from './types.js'
import type { Understood } from './understand.js'
import { WEIGHTS } from './weights.js'

export type Ranked = { readonly id: string; readonly score: number }

export type Ranking = { readonly ranked: readonly Ranked[]; readonly retrieval: Retrieval }

/** All rules of the pack by how well they fit the question, best first: similarity of words plus what was understood. */
export function rank(understood: Understood, before: Topic | undefined, pack: Pack, index: PackIndex): Ranking {
  const retrieval = index.retriever.retrieve(understood.words)
  const scores = pack.rules.map((_, at) => similarity(retrieval, at))
  const raise = (rule: string | undefined, by: number): void => {
    const at = rule === undefined ? undefined : index.position.get(rule)
    if (at !== undefined) scores[at] = (scores[at] ?? 0) + by
  }
  for (const [rule, weight] of dataRules(understood)) raise(rule, weight)
  for (const rule of new Set(understood.purposes.map(purpose => purpose.rule))) raise(rule, WEIGHTS.purpose)
  if (understood.person) raise('personenbezogene-daten', WEIGHTS.person)
  if (isBareTool(understood)) raise('freigegebene-werkzeuge', WEIGHTS.bareTool)
  if (understood.breach) raise('datenpanne-melden', WEIGHTS.breach)
  if (before) for (const [place, rule] of before.rules.entries()) raise(rule, WEIGHTS.followUp / (place + 1))
  const ranked = pack.rules.map((rule, at) => ({ id: rule.id, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score)
  return { ranked, retrieval }
}

const similarity = ({ words, grams, closest, company }: Retrieval, at: number): number =>
  WEIGHTS.words * (words[at] ?? 0) +
  WEIGHTS.grams * (grams[at] ?? 0) +
  WEIGHTS.closest * (closest[at] ?? 0) +
  WEIGHTS.company * (company[at] ?? 0)

/** Each rule that governs data of the question, once, with the weight of its most sensitive kind. */
function dataRules(understood: Understood): Map<string, number> {
  const weights = new Map<string, number>()
  for (const kind of understood.data) {
    if (!kind.rule) continue
    const weight = understood.entering && !kind.generic ? WEIGHTS.dataEntered : WEIGHTS.dataNamed
    weights.set(kind.rule, Math.max(weights.get(kind.rule) ?? 0, kind.generic ? weight / 2 : weight))
  }
  return weights
}

const isBareTool = ({ tools, data, purposes }: Understood): boolean => tools.length > 0 && data.length === 0 && purposes.length === 0
