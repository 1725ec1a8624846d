import type { PackIndex } from './pack-index.js'
import type { Ranking } from './rank.js'
import type { Understood } from './understand.js'

/** The signs from which it is judged whether a question is about AI at work at all; each between 0 and about 1. */
export type Signs = {
  readonly strongAi: number
  readonly weakAi: number
  readonly score: number
  readonly closest: number
  readonly covered: number
  readonly margin: number
  readonly data: number
  readonly purpose: number
  readonly enters: number
  readonly elsewhere: number
  readonly unknown: number
}

/** Weight of each sign; fitted by logistic regression on own questions (test/bench/fit.ts), looked at on the others. */
const WEIGHT: Signs = {
  strongAi: 2.2,
  weakAi: 1,
  score: 3,
  closest: 2,
  covered: 2,
  margin: 0.5,
  data: 0.5,
  purpose: 1,
  enters: 0.5,
  elsewhere: -3,
  unknown: -2,
}
const BIAS = -3

/** Probability (0 to 1) that the best rule answers the question. */
export function confidence(signs: Signs): number {
  const sum = (Object.keys(WEIGHT) as (keyof Signs)[]).reduce((total, sign) => total + WEIGHT[sign] * signs[sign], BIAS)
  return 1 / (1 + Math.exp(-sum))
}

export function signsOf(understood: Understood, { ranked, retrieval }: Ranking, index: PackIndex): Signs {
  const best = ranked[0]
  const at = index.position.get(best?.id ?? '') ?? 0
  const content = understood.words.filter(word => index.retriever.idf(word.stem) > CONTENT)
  const share = (count: number): number => Math.min(1, count / Math.max(1, content.length))
  return {
    strongAi: understood.ai === 'strong' ? 1 : 0,
    weakAi: understood.ai === 'weak' ? 1 : 0,
    score: best?.score ?? 0,
    closest: retrieval.closest[at] ?? 0,
    covered: retrieval.words[at] ?? 0,
    margin: (best?.score ?? 0) - (ranked[1]?.score ?? 0),
    data: understood.data.some(kind => !kind.generic) || understood.person ? 1 : 0,
    purpose: understood.purposes.length > 0 ? 1 : 0,
    enters: understood.expressly ? 1 : 0,
    elsewhere: share(understood.elsewhere.reduce((sum, mention) => sum + mention.words, 0)),
    unknown: share(content.filter(word => !word.known).length),
  }
}

/** Words used in more than about half of the rules say nothing about the subject. */
const CONTENT = 0.7
