import type { OutboxStore, Taken } from '../storage/store.js'
import { decide, type Outcome } from './outcome.js'

export type OutboxDeps = {
  readonly outbox: Pick<OutboxStore, 'take' | 'sent' | 'retry' | 'failed'>
  /** Sends one message. It may be asked twice for the same key, after a crash or when it took too long. */
  readonly send: (message: Taken, signal: AbortSignal) => Promise<Outcome>
  readonly now: () => Date
  readonly random: () => number
  /** Unlike that of any other running worker. */
  readonly worker: string
  /** Told when the storage fails or somebody else took over a row: a word for the log. */
  readonly onTrouble: (what: string) => void
  readonly limits?: Partial<Limits>
}

type Limits = {
  readonly together: number
  readonly sendMs: number
  /** Longer than sending and reporting take, or a second worker sends the same. */
  readonly leaseMs: number
  readonly pollMs: number
  readonly stopMs: number
}
const LIMITS: Limits = { together: 5, sendMs: 20_000, leaseMs: 90_000, pollMs: 5_000, stopMs: 5_000 }

/** Asked for more, the messages concerned wait, but others may go out. */
const LONGEST_PAUSE_MS = 5 * 60_000

type Round = { readonly taken: number; readonly slowedMs: number }
export type OutboxWorker = {
  /** Takes what is due, sends and reports it, once. */
  readonly round: () => Promise<Round>
  readonly start: () => void
  /** Takes nothing more; waits for what is on its way, but not for ever. What is not reported is sent again, with its key. */
  readonly stop: () => Promise<'stopped' | 'given-up'>
}

export function createOutboxWorker(deps: OutboxDeps): OutboxWorker {
  const limits = { ...LIMITS, ...deps.limits }
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  const round = async (): Promise<Round> => {
    if (stopping.signal.aborted) return { taken: 0, slowedMs: 0 }
    const taken = await deps.outbox.take(deps.worker, limits.together, limits.leaseMs, deps.now())
    const slowed = await Promise.all(taken.map(message => handle(message, deps, limits)))
    return { taken: taken.length, slowedMs: Math.max(0, ...slowed) }
  }
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const { taken, slowedMs } = await round().catch((error: unknown) => {
        deps.onTrouble(nameOf(error))
        return { taken: 0, slowedMs: 0 }
      })
      const pause = Math.max(Math.min(slowedMs, LONGEST_PAUSE_MS), taken === limits.together ? 0 : limits.pollMs)
      await waited(pause, stopping.signal)
    }
  }
  return {
    round,
    start() {
      running ??= loop()
    },
    async stop() {
      stopping.abort()
      const done = (running ?? Promise.resolve()).then(() => 'stopped' as const)
      return Promise.race([done, waited(limits.stopMs).then(() => 'given-up' as const)])
    },
  }
}

/** Milliseconds for which the chat service wants to hear nothing from us. */
async function handle(message: Taken, deps: OutboxDeps, { sendMs }: Limits): Promise<number> {
  const outcome = await attempt(message, deps, sendMs)
  try {
    if (!(await report(message, outcome, deps))) deps.onTrouble('outdated')
  } catch (error) {
    deps.onTrouble(nameOf(error))
  }
  return outcome.kind === 'later' ? (outcome.afterMs ?? 0) : 0
}

async function attempt(message: Taken, { send }: OutboxDeps, sendMs: number): Promise<Outcome> {
  const signal = AbortSignal.timeout(sendMs)
  const late = new Promise<Outcome>(resolve => {
    signal.addEventListener('abort', () => resolve({ kind: 'failed', reason: 'too-slow' }), { once: true })
  })
  const sending = Promise.resolve(message).then(one => send(one, signal))
  return Promise.race([sending, late]).catch((): Outcome => ({ kind: 'failed', reason: 'error' }))
}

function report(
  { id, attempts }: Taken,
  outcome: Outcome,
  { outbox, worker, now, random }: OutboxDeps,
): Promise<boolean> {
  const at = now()
  const decision = decide(outcome, attempts, at, random)
  switch (decision.kind) {
    case 'sent':
      return outbox.sent(worker, id, at)
    case 'retry':
      return outbox.retry(worker, id, decision.reason, decision.notBefore)
    case 'failed':
      return outbox.failed(worker, id, decision.reason, at)
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'error')

/** Does not keep the process alive, and ends early when told. */
function waited(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve()
  return new Promise(resolve => {
    const timer = setTimeout(done, ms)
    timer.unref()
    signal?.addEventListener('abort', done, { once: true })

    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
  })
}
