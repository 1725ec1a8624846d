import type { Endpoint } from '../../../policies/pack/tool-schema.js'
import { type Breaker, createBreaker } from './breaker.js'
import type { ModelLimits } from './limits.js'
import type { ToolHealth } from './model.js'
import { createQueue, type Queue } from './queue.js'

/** What is remembered of a tool between calls. */
export type ToolState = { readonly queue: Queue; readonly breaker: Breaker }
export type ToolStates = {
  readonly of: (tool: string, endpoint: Endpoint) => ToolState
  readonly health: (now: Date) => readonly ToolHealth[]
}

/** One queue and one circuit breaker per tool. A tool moved to another endpoint has failed nobody there yet. */
export function createToolStates(limits: ModelLimits): ToolStates {
  const states = new Map<string, ToolState & { readonly address: string }>()
  return {
    of(tool, { url, model, api }) {
      const address = `${api} ${url} ${model}`
      const known = states.get(tool)
      if (known?.address === address) return known
      const state = { address, queue: known?.queue ?? createQueue(limits), breaker: createBreaker(limits) }
      states.set(tool, state)
      return state
    },
    health: now =>
      [...states].map(([tool, { queue, breaker }]) => ({
        tool,
        circuit: breaker.circuit(now),
        running: queue.running(),
        waiting: queue.waiting(),
      })),
  }
}
