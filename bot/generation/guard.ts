import type { Pack } from '../../policies/pack/pack-schema.js'
import type { DataClass } from '../../policies/pack/terms.js'
import { strictest } from '../../policies/tools/matrix.js'
import { type Condition, type House, type Permit, permit } from '../../policies/tools/permit.js'
import type { Principal } from '../../policies/tools/principal.js'
import type { Purpose } from '../../policies/tools/purposes.js'
import type { CheckText } from '../check/check-text.js'
import { firm, kindsOf } from '../check/words.js'
import { dayOf } from '../clock.js'
import type { Guard, GuardedChunk, GuardedRequest, GuardOutcome, Mark } from './guard-contract.js'
import { type Meter, measured } from './measured.js'
import { type ModelChunk, ModelFailure, type Models } from './models/model.js'
import { hasPlaceholder } from './placeholders.js'
import { type Pseudonymised, pseudonymise, type Recognised, recognise } from './recognise.js'
import { restoring } from './restoring.js'
import type { Running } from './running.js'

/** One use of a tool, or why there was none; counted without what was said. */
export type Use = { readonly tool: string; readonly purpose: Purpose; readonly outcome: string }

export type GuardDeps = {
  readonly pack: () => Pack
  readonly now: () => Date
  readonly houseFor: (principal: Principal) => Promise<House>
  readonly checkText: CheckText
  readonly models: Models
  readonly running: Running
  /** Counts a use; nobody waits for it. */
  readonly note: (use: Use, principal: Principal) => void
  readonly meter: Meter
  /** Seconds of a clock that only runs forward. */
  readonly seconds: () => number
}

/**
 * The one way to a model, for people and programs alike; it ends at the first step that does not say yes. `who` has been
 * settled by whoever calls. Texts live in the variables of this function and nowhere else.
 */
export function createGuard(deps: GuardDeps): Guard {
  return async request => {
    const house = await deps.houseFor(request.principal)
    const asked = permitAll(request, AT_BEST, house, deps)
    if (asked.kind === 'refused') return refused(asked, [], request, deps)
    const found = await recognise(request.texts, deps.pack(), deps.checkText)
    if (!found) return held(request, deps)
    const safe = await madeSafe(request, found, deps)
    if (safe === 'held') return held(request, deps)
    const permitted = permitAll(request, safe.seen, house, deps)
    if (permitted.kind === 'refused') return refused(permitted, firm(found.findings), request, deps)
    return call(request, safe, permitted.conditions, deps)
  }
}

/** What permit is told of the texts. */
type Seen = {
  readonly recognised: DataClass | undefined
  readonly pseudonymised: boolean
  readonly replaceable: boolean
  readonly social: boolean
}
/** Before the texts are known: refused is what no text could change. */
const AT_BEST: Seen = { recognised: undefined, pseudonymised: true, replaceable: false, social: false }

type Safe = Pick<Pseudonymised, 'texts' | 'map'> & { readonly seen: Seen }

/**
 * The texts as they may go: replaced and checked again, or as they are where nothing may or need be replaced. A function
 * name or an id cannot carry a placeholder: what stands there keeps its class.
 */
async function madeSafe(
  request: GuardedRequest,
  found: Recognised,
  { pack, checkText }: GuardDeps,
): Promise<Safe | 'held'> {
  const { texts, fixed, onFound } = request
  const before = hasPlaceholder(texts, pack())
  const asTheyAre = { texts, map: new Map<string, string>(), seen: seenOf(found, before) }
  if (onFound === 'block' || found.findings.length === 0) return asTheyAre
  const replaced = await pseudonymise(texts, fixed, found, pack(), checkText)
  if (!replaced) return 'held'
  return { ...replaced, seen: seenOf(replaced.recognised, before || replaced.map.size > 0) }
}

/** Placeholders stand for people, so a text that holds them is never less than D2. */
function seenOf({ class: recognised, replaceable, stamped, social }: Recognised, placeholders: boolean): Seen {
  const classes: DataClass[] = [...(recognised ? [recognised] : []), ...(placeholders ? (['D2'] as const) : [])]
  return {
    recognised: strictest(classes),
    pseudonymised: placeholders && !replaceable && !stamped,
    replaceable,
    social,
  }
}

type Refused = Extract<Permit, { kind: 'refused' }>
type Permitted = { readonly kind: 'permitted'; readonly conditions: readonly Condition[] }

/** Every purpose must be permitted; the first that is not decides, the conditions of all count. */
function permitAll(request: GuardedRequest, seen: Seen, house: House, { now }: GuardDeps): Refused | Permitted {
  const { principal, tool, purposes, procedure, declared } = request
  const today = dayOf(now())
  const given = purposes.map(purpose =>
    permit({ principal, tool, purpose, procedure, declared, ...seen, now: today }, house),
  )
  const no = given.find(one => one.kind === 'refused')
  if (no) return no
  return {
    kind: 'permitted',
    conditions: [...new Set(given.flatMap(one => (one.kind === 'conditions' ? one.conditions : [])))],
  }
}

function refused(
  given: Refused,
  findings: Recognised['findings'],
  request: GuardedRequest,
  deps: GuardDeps,
): GuardOutcome {
  deps.meter.call(request.tool.id, 'refused')
  noteAll(given.reason, request, deps)
  return { kind: 'refused', permit: given, found: kindsOf(findings) }
}

function held(request: GuardedRequest, deps: GuardDeps): GuardOutcome {
  deps.meter.held()
  deps.meter.call(request.tool.id, 'held')
  noteAll('held', request, deps)
  return { kind: 'held' }
}

/** Calls the model and waits for its first piece, so that a failure before it can still be said with a status. */
async function call(
  request: GuardedRequest,
  { texts, map }: Safe,
  conditions: readonly Condition[],
  deps: GuardDeps,
): Promise<GuardOutcome> {
  const { tool, principal, signal } = request
  if (!tool.endpoint) return failed(new ModelFailure('no-key'), request, deps)
  const body = request.assemble(texts)
  const { municipality, id: caller } = principal
  const run = deps.running.begin(signal)
  const asked = { tool: tool.id, endpoint: tool.endpoint, municipality, caller, body, signal: run.signal }
  const stream = toTheEnd(deps.models.stream(asked), signal, deps.running)
  const answer = measured(restoring(stream, map), tool.id, deps.meter, deps.seconds)
  try {
    const first = await answer.next()
    const mark: Mark = { madeBy: 'ai', tool: tool.name, label: tool.label }
    const ended = (): void => {
      run.done()
      noteAll('used', request, deps)
    }
    return { kind: 'running', conditions, mark, answer: withFirst(first, answer, ended) }
  } catch (error) {
    run.done()
    if (error instanceof ModelFailure) return failed(error, request, deps)
    throw error
  }
}

/** Where the service ends an answer, and not its reader, the reader hears that it is not complete. */
async function* toTheEnd(
  stream: AsyncIterable<ModelChunk>,
  reader: AbortSignal,
  { stopped }: Running,
): AsyncGenerator<ModelChunk, void, undefined> {
  try {
    yield* stream
  } catch (error) {
    const byUs = error instanceof ModelFailure && error.kind === 'aborted' && stopped() && !reader.aborted
    throw byUs ? new ModelFailure('cut-off') : error
  }
}

function failed(failure: ModelFailure, request: GuardedRequest, deps: GuardDeps): GuardOutcome {
  noteAll(failure.kind, request, deps)
  return { kind: 'failed', failure }
}

/** Counting waits for the end: what is written while somebody waits for a first word is felt. */
async function* withFirst(
  first: IteratorResult<GuardedChunk, void>,
  rest: AsyncGenerator<GuardedChunk, void, undefined>,
  ended: () => void,
): AsyncGenerator<GuardedChunk, void, undefined> {
  try {
    if (first.done) return
    yield first.value
    yield* rest
  } finally {
    await rest.return()
    ended()
  }
}

function noteAll(outcome: string, { tool, purposes, principal }: GuardedRequest, { note }: GuardDeps): void {
  for (const purpose of purposes) note({ tool: tool.id, purpose, outcome }, principal)
}
