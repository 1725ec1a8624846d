import { dayOf } from '../../clock.js'
import { attempt } from './attempt.js'
import type { CallResult } from './breaker.js'
import { failureOfError } from './failures.js'
import { MODEL_LIMITS, type ModelLimits } from './limits.js'
import { createMeter, type Meter } from './meter.js'
import { type Budget, type FailureKind, type ModelCall, type ModelChunk, ModelFailure, type Models } from './model.js'
import { keyFor, request } from './request.js'
import { pauseBefore } from './retry.js'
import { createToolStates, type ToolState } from './tool-states.js'
import { untilMidnight } from './until-midnight.js'
import { type Wait, wait } from './wait.js'
import { createWatch, type Watch } from './watch.js'

export type ModelDeps = {
  /** Key of a tool's endpoint, from the environment. */
  readonly keyOf: (tool: string) => string | undefined
  readonly budget: (municipality: string) => Budget
  readonly now: () => Date
  /** 0 to 1. */
  readonly random: () => number
  /** Told when the tokens of a call could not be added to the budget: a word for the log. */
  readonly onUncounted: (tool: string) => void
  /** The way out, through a proxy where there is one. */
  readonly fetch?: typeof globalThis.fetch
  readonly wait?: Wait
  readonly limits?: Partial<ModelLimits>
}
type Parts = Required<ModelDeps> & { readonly limits: ModelLimits }

/** The models behind OpenAI-compatible endpoints. Nothing of what they are asked or answer is kept or logged here. */
export function createModels(deps: ModelDeps): Models {
  const parts: Parts = { wait, fetch: globalThis.fetch, ...deps, limits: { ...MODEL_LIMITS, ...deps.limits } }
  const states = createToolStates(parts.limits)
  return {
    stream: call => answer(call, states.of(call.tool, call.endpoint), parts),
    health: () => states.health(parts.now()),
  }
}

/** Key, rest, queue, budget, call; then room for the next one, and the tokens to the budget, whatever happened. */
async function* answer(call: ModelCall, state: ToolState, parts: Parts): AsyncGenerator<ModelChunk, void, undefined> {
  const { keyOf, limits, now } = parts
  const key = keyFor(call, keyOf(call.tool))
  mayNotRest(state, now())
  const leave = await state.queue.enter(call.caller, call.endpoint.at_once, call.signal)
  const watch = createWatch(call.signal, limits.wholeMs)
  // Room is made at once, even where nobody reads on after an abort.
  watch.signal.addEventListener('abort', leave, { once: true })
  const meter = createMeter(call.body)
  try {
    await withinBudget(call, parts)
    yield* judged(tries(call, key, watch, meter, parts), state, now)
  } finally {
    watch.close()
    leave()
    await spend(call, meter, parts)
  }
}

function mayNotRest({ breaker }: ToolState, now: Date): void {
  const seconds = breaker.restsFor(now)
  if (seconds !== undefined) throw new ModelFailure('resting', seconds)
}

/** A budget that cannot be read is no permission to spend. */
async function withinBudget({ tool, endpoint, municipality }: ModelCall, { budget, now }: Parts): Promise<void> {
  const at = now()
  const spent = await budget(municipality)
    .spent(tool, dayOf(at))
    .catch(() => Number.NaN)
  if (Number.isNaN(spent)) throw new ModelFailure('broken')
  if (spent >= endpoint.daily_tokens) throw new ModelFailure('budget', untilMidnight(at))
}

/** The answer is there already; that it could not be counted must not take it away. */
async function spend(
  { tool, municipality }: ModelCall,
  meter: Meter,
  { budget, now, onUncounted }: Parts,
): Promise<void> {
  const tokens = meter.total()
  if (tokens === 0) return
  await budget(municipality)
    .spend(tool, dayOf(now()), tokens)
    .catch(() => onUncounted(tool))
}

/** Failures of the endpoint itself, after which a short rest may help. A wrong key or name stays wrong; load is no fault. */
const FAULTS: readonly FailureKind[] = ['unreachable', 'slow', 'stalled', 'cut-off', 'malformed', 'broken']

/** Passes a call on and tells the circuit breaker what became of it. */
async function* judged(
  chunks: AsyncGenerator<ModelChunk, void, undefined>,
  state: ToolState,
  now: () => Date,
): AsyncGenerator<ModelChunk, void, undefined> {
  mayNotRest(state, now())
  const judge = state.breaker.begin(now())
  let result: CallResult = 'neither'
  try {
    for await (const chunk of chunks) {
      if (chunk.finish !== undefined) result = 'worked'
      yield chunk
    }
  } catch (error) {
    if (error instanceof ModelFailure && FAULTS.includes(error.kind)) result = 'failed'
    throw error
  } finally {
    judge(result, now())
  }
}

/** Asks until something comes or it is not worth another try. */
async function* tries(
  call: ModelCall,
  key: string | undefined,
  watch: Watch,
  meter: Meter,
  parts: Parts,
): AsyncGenerator<ModelChunk, void, undefined> {
  const { now, random, limits, fetch } = parts
  const ask = (signal: AbortSignal): Promise<Response> => request(call, key, signal, now, fetch)
  for (let made = 0; ; made++) {
    const over = watch.cause()
    if (over !== undefined) throw new ModelFailure(over)
    let begun = false
    try {
      for await (const chunk of attempt({ ask, watch, meter, limits, now })) {
        begun = true
        yield chunk
      }
      return
    } catch (error) {
      const failure = failureOfError(error, undefined, begun)
      const pause = begun ? undefined : pauseBefore(failure, made, limits, random)
      if (pause === undefined) throw failure
      watch.rest()
      await parts.wait(pause, watch.signal)
    }
  }
}
