import { ModelFailure } from './model.js'

/** Lets so many callers in at once; the others wait, and everybody gets a turn, however often somebody else asks. */
export type Queue = {
  /**
   * Resolves when it is this caller's turn, with the function that makes room for the next one (more calls of it do
   * nothing). Rejects with `ModelFailure`: `crowded` if too many wait or it takes too long, `aborted` by the signal.
   */
  readonly enter: (caller: string, atOnce: number, signal: AbortSignal) => Promise<() => void>
  readonly running: () => number
  readonly waiting: () => number
}

export type QueueLimits = { readonly waiting: number; readonly waitingEach: number; readonly waitMs: number }

type Waiter = { readonly admit: () => void }

export function createQueue({ waiting: most, waitingEach, waitMs }: QueueLimits): Queue {
  /** Waiters by caller; the caller whose turn is next stands first. */
  const lines = new Map<string, Waiter[]>()
  let room = 0
  let running = 0
  let waiting = 0

  const place = (): (() => void) => {
    running++
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      running--
      serve()
    }
  }
  const serve = (): void => {
    while (running < room && waiting > 0) {
      waiting--
      nextOf(lines)?.admit()
    }
  }
  const leaveLine = (caller: string, waiter: Waiter): void => {
    const line = lines.get(caller)?.filter(one => one !== waiter) ?? []
    if (line.length > 0) lines.set(caller, line)
    else lines.delete(caller)
    waiting--
  }
  const waitInLine = (caller: string, signal: AbortSignal): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(giveUp, waitMs, 'crowded')
      const aborted = (): void => giveUp('aborted')
      signal.addEventListener('abort', aborted, { once: true })
      const waiter = { admit: () => resolve(goneWith(place())) }
      lines.set(caller, [...(lines.get(caller) ?? []), waiter])
      waiting++

      function goneWith<T>(result: T): T {
        clearTimeout(timer)
        signal.removeEventListener('abort', aborted)
        return result
      }
      function giveUp(kind: 'crowded' | 'aborted'): void {
        leaveLine(caller, waiter)
        reject(goneWith(new ModelFailure(kind)))
      }
    })

  return {
    async enter(caller, atOnce, signal) {
      if (signal.aborted) throw new ModelFailure('aborted')
      room = atOnce
      serve()
      if (running < room) return place()
      const own = lines.get(caller)?.length ?? 0
      if (waiting >= most || own >= waitingEach) throw new ModelFailure('crowded')
      return waitInLine(caller, signal)
    },
    running: () => running,
    waiting: () => waiting,
  }
}

/** Takes the first caller's first waiter; the caller goes to the end with the others of theirs. */
function nextOf(lines: Map<string, Waiter[]>): Waiter | undefined {
  const [first] = lines
  if (first === undefined) return undefined
  const [caller, [waiter, ...others]] = first
  lines.delete(caller)
  if (others.length > 0) lines.set(caller, others)
  return waiter
}
