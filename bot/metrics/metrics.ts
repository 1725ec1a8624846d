import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Circuit, FailureKind, ToolHealth } from '../generation/models/model.js'

export type MetricsDeps = {
  /** Ids of the tools of the pack, and doors such as `GET /api/me`. Whatever else is named is counted as `other`. */
  readonly tools: () => readonly string[]
  readonly routes: readonly string[]
  /** The state of each tool at this moment. */
  readonly health: () => readonly ToolHealth[]
}

/** How a call of the gateway ended. Why something was refused is counted elsewhere, by people (`generation/usage`). */
type CallOutcome = 'answered' | 'refused' | 'held' | FailureKind

/** Technical figures: times in seconds, labels from fixed lists. No text, no person, no program, no municipality. */
export type Metrics = {
  readonly request: (route: string, status: number) => void
  readonly call: (tool: string, outcome: CallOutcome) => void
  readonly firstToken: (tool: string, seconds: number) => void
  readonly whole: (tool: string, seconds: number) => void
  /** Tokens as the model counts them. */
  readonly tokens: (tool: string, kind: 'prompt' | 'completion', count: number) => void
  /** A check failed or took too long, so a text was held back. */
  readonly held: () => void
  readonly contentType: string
  readonly text: () => Promise<string>
}

const OTHER = 'other'
const FIRST_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const WHOLE_SECONDS = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300]

/** Made once for a process: it watches its memory and event loop, too. */
export function createMetrics({ tools, routes, health }: MetricsDeps): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'kompass_requests_total',
    help: 'Requests by route and class of status',
    labelNames: ['route', 'status'],
    registers,
  })
  const calls = new Counter({
    name: 'kompass_gateway_calls_total',
    help: 'Calls of the gateway by tool and how they ended',
    labelNames: ['tool', 'outcome'],
    registers,
  })
  const first = new Histogram({
    name: 'kompass_gateway_first_token_seconds',
    help: 'From the call of a model to its first token',
    labelNames: ['tool'],
    buckets: FIRST_SECONDS,
    registers,
  })
  const whole = new Histogram({
    name: 'kompass_gateway_answer_seconds',
    help: 'From the call of a model to the end of its answer',
    labelNames: ['tool'],
    buckets: WHOLE_SECONDS,
    registers,
  })
  const tokens = new Counter({
    name: 'kompass_gateway_tokens_total',
    help: 'Tokens sent and generated, as the model counts them',
    labelNames: ['tool', 'kind'],
    registers,
  })
  const held = new Counter({
    name: 'kompass_check_held_total',
    help: 'Texts held back because their check failed',
    registers,
  })
  registerHealth(registry, health, tool => known(tool, tools()))
  return {
    request: (route, status) => requests.inc({ route: known(route, routes), status: classOf(status) }),
    call: (tool, outcome) => calls.inc({ tool: known(tool, tools()), outcome }),
    firstToken: (tool, seconds) => first.observe({ tool: known(tool, tools()) }, seconds),
    whole: (tool, seconds) => whole.observe({ tool: known(tool, tools()) }, seconds),
    tokens: (tool, kind, count) => tokens.inc({ tool: known(tool, tools()), kind }, count),
    held: () => held.inc(),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

const CIRCUITS: readonly Circuit[] = ['closed', 'half-open', 'open']

/** Read when somebody asks, each figure for itself, so that no change of state has to be reported. */
function registerHealth(registry: Registry, health: MetricsDeps['health'], name: (tool: string) => string): void {
  const registers = [registry]
  new Gauge({
    name: 'kompass_gateway_running',
    help: 'Answers being streamed',
    labelNames: ['tool'],
    registers,
    collect() {
      this.reset()
      for (const { tool, running } of health()) this.inc({ tool: name(tool) }, running)
    },
  })
  new Gauge({
    name: 'kompass_gateway_waiting',
    help: 'Calls waiting in the queue',
    labelNames: ['tool'],
    registers,
    collect() {
      this.reset()
      for (const { tool, waiting } of health()) this.inc({ tool: name(tool) }, waiting)
    },
  })
  new Gauge({
    name: 'kompass_gateway_circuit',
    help: '1 for the state the circuit breaker of a tool is in',
    labelNames: ['tool', 'state'],
    registers,
    collect() {
      this.reset()
      for (const { tool, circuit } of health())
        for (const state of CIRCUITS) this.set({ tool: name(tool), state }, circuit === state ? 1 : 0)
    },
  })
}

const known = (name: string, names: readonly string[]): string => (names.includes(name) ? name : OTHER)

const classOf = (status: number): string => (status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : OTHER)
