import type { ModelLimits } from '../../bot/generation/models/limits.js'
import {
  type Budget,
  type ModelCall,
  type ModelChunk,
  ModelFailure,
  type Models,
} from '../../bot/generation/models/model.js'
import { createModels, type ModelDeps } from '../../bot/generation/models/models.js'
import type { Endpoint } from '../../policies/pack/tool-schema.js'
import type { ModelServer } from './model-server.js'

/** Where a test waits for the end of a time. */
export const IMPATIENT: Partial<ModelLimits> = { responseMs: 800, firstTokenMs: 600, idleMs: 300 }
/** Where it does not: no busy machine makes an answer slow. */
const SHORT: Partial<ModelLimits> = {
  responseMs: 5_000,
  firstTokenMs: 5_000,
  idleMs: 5_000,
  wholeMs: 60_000,
  tailMs: 100,
  pauseMs: 1,
  failures: 1_000,
}

export type Setting = {
  readonly models: Models
  readonly clock: { now: Date }
  /** Tokens by municipality, tool and day. */
  readonly spent: Map<string, number>
  /** Pauses the models made, in milliseconds; none takes any time. */
  readonly pauses: number[]
  readonly uncounted: string[]
}

/** Models with an own clock and budget. */
export function setting(limits: Partial<ModelLimits> = {}, own: Partial<ModelDeps> = {}): Setting {
  const clock = { now: new Date('2026-11-25T09:00:00Z') }
  const spent = new Map<string, number>()
  const pauses: number[] = []
  const uncounted: string[] = []
  const budget = (municipality: string): Budget => ({
    spent: async (tool, day) => spent.get(`${municipality} ${tool} ${day}`) ?? 0,
    spend: async (tool, day, tokens) => {
      const key = `${municipality} ${tool} ${day}`
      spent.set(key, (spent.get(key) ?? 0) + tokens)
    },
  })
  const models = createModels({
    keyOf: () => 'sk-secret-1',
    budget,
    now: () => clock.now,
    random: () => 1,
    onUncounted: tool => void uncounted.push(tool),
    wait: async ms => void pauses.push(ms),
    limits: { ...SHORT, ...limits },
    ...own,
  })
  return { models, clock, spent, pauses, uncounted }
}

export const callTo = (endpoint: Endpoint, own: Partial<ModelCall> = {}): ModelCall => ({
  tool: 'kommunal-ki',
  endpoint,
  municipality: 'musterstadt',
  caller: 'erika',
  body: { messages: [{ role: 'user', content: 'Guten Tag' }] },
  signal: new AbortController().signal,
  ...own,
})

export type Heard = { readonly chunks: readonly ModelChunk[]; readonly failure: ModelFailure | undefined }

/** Listens to the end. Anything thrown that is no `ModelFailure` is thrown on. */
export async function heard(answer: AsyncIterable<ModelChunk>): Promise<Heard> {
  const chunks: ModelChunk[] = []
  try {
    for await (const chunk of answer) chunks.push(chunk)
  } catch (failure) {
    if (!(failure instanceof ModelFailure)) throw failure
    return { chunks, failure }
  }
  return { chunks, failure: undefined }
}

export const textOf = (chunks: readonly ModelChunk[]): string => chunks.map(({ text = '' }) => text).join('')

/** Asks this server once and tells everything that can be seen of it. */
export async function asked({ endpoint, received }: ModelServer, limits: Partial<ModelLimits> = {}) {
  const { models, spent, pauses } = setting(limits)
  const { chunks, failure } = await heard(models.stream(callTo(endpoint)))
  return {
    chunks,
    text: textOf(chunks),
    finish: chunks.at(-1)?.finish,
    failure,
    kind: failure?.kind,
    retryAfter: failure?.retryAfter,
    asked: received.length,
    pauses,
    tokens: [...spent.values()].reduce((sum, one) => sum + one, 0),
    health: models.health(),
  }
}
