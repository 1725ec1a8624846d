import type { Ranking } from './rank.js'
import type { Understood } from './understand.js'

/** The signs from which it is judged whether a question is about AI at work at all; each between 0 and 1. */
export type Signs = {
  readonly strongAi: number
  readonly weakAi: number
  readonly best: number
  readonly data: number
  readonly purpose: number
  readonly expressly: number
  readonly task: number
  readonly elsewhere: number
  readonly elsewhereWords: number
  readonly unknown: number
}

/** Weight of each sign, fitted like WEIGHTS. */
const WEIGHT: Signs = {
  strongAi: 1.6,
  weakAi: 1.8,
  best: 3.1,
  data: 0.4,
  purpose: 0.6,
  expressly: 1.7,
  task: 2.2,
  elsewhere: -4.2,
  elsewhereWords: -2.8,
  unknown: -1.6,
}
const BIAS = 0.4

/** Probability (0 to 1) that the best rule answers the question. */
export function confidence(signs: Signs): number {
  const sum = (Object.keys(WEIGHT) as (keyof Signs)[]).reduce((total, sign) => total + WEIGHT[sign] * signs[sign], BIAS)
  return 1 / (1 + Math.exp(-sum))
}

export function signsOf(understood: Understood, { retrieval }: Ranking): Signs {
  const { words } = understood
  const share = (count: number): number => Math.min(1, count / Math.max(1, words.length))
  return {
    strongAi: understood.ai === 'strong' ? 1 : 0,
    weakAi: understood.ai === 'weak' ? 1 : 0,
    best: retrieval.best,
    data: understood.data.some(kind => !kind.generic) || understood.person ? 1 : 0,
    purpose: understood.purposes.length > 0 ? 1 : 0,
    expressly: understood.expressly ? 1 : 0,
    task: understood.ai === 'strong' && (understood.purposes.length > 0 || understood.data.length > 0) ? 1 : 0,
    elsewhere: retrieval.elsewhere,
    elsewhereWords: share(understood.elsewhere.reduce((sum, mention) => sum + mention.words, 0)),
    unknown: share(words.filter(word => !word.known).length),
  }
}
