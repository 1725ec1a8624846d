import { clocksApart, type Issue } from './clock.js'
import { type Door, type Entry, out, type Why } from './why.js'

/**
 * How it stands with signing in. `free`: nobody need, here. `finding`: not known yet. `window`: one is open for it. `trying`: asked
 * again without one. `opened`: the page has been shown to somebody, and may hold that person's work.
 */
export type Standing = Known & { readonly opened: boolean }
type Known =
  | { readonly kind: 'finding' | 'free' | 'in' | 'window' | 'trying' }
  | { readonly kind: 'out'; readonly why: Why }

/** What was found out about signing in at this place. */
export type Found =
  | { readonly kind: 'free' }
  | { readonly kind: 'door'; readonly door: Door }
  | Extract<Entry, { kind: 'out' }>

export type Session = {
  readonly standing: () => Standing
  readonly subscribe: (changed: () => void) => () => void
  /** Once, when the page opens. */
  readonly start: () => Promise<void>
  /** For each request: the token, undefined without one. `refused`: that one was not taken, another is wanted. */
  readonly sign: (refused?: { readonly token: string | undefined }) => Promise<string | undefined>
  /** Even a new token was not taken; `date` is the service's clock. */
  readonly unaccepted: (date: string | null) => void
  /** Wanted by the person; call it inside the click. */
  readonly open: () => void
}

/** Renewed so long before its end that no request is sent with one that ends on the way; of a short life, half. */
const AHEAD = 60_000

/** Tokens are kept in here, in memory, and given to the requests of our own service only. */
export function createSession(find: () => Promise<Found>, now: () => number = Date.now): Session {
  let door: Door | undefined
  let standing: Standing = { kind: 'finding', opened: false }
  let current: { readonly token: string; readonly until: number } | undefined
  let issue: Issue | undefined
  let person: string | undefined
  let renewing: Promise<string | undefined> | undefined
  let openings = 0
  const watchers = new Set<() => void>()

  const stand = (next: Known): void => {
    standing = { ...next, opened: standing.opened || next.kind === 'in' || next.kind === 'free' }
    for (const changed of watchers) changed()
  }
  const leaveOut = (why: Why): undefined => {
    current = undefined
    stand({ kind: 'out', why })
  }
  const enter = (entry: Entry): string | undefined => {
    if (entry.kind === 'out') return leaveOut(entry.why)
    if (person !== undefined && entry.who !== undefined && person !== entry.who)
      return leaveOut({ kind: 'other-person' })
    person ??= entry.who
    const { token, ends = Number.POSITIVE_INFINITY } = entry
    current = { token, until: ends - Math.min(AHEAD, (ends - now()) / 2) }
    issue = { token, received: now() }
    stand({ kind: 'in' })
    return token
  }
  const findDoor = async (use: (door: Door) => Promise<Entry>): Promise<string | undefined> => {
    const found = await find().catch(() => out('strange'))
    if (found.kind === 'out') return leaveOut(found.why)
    if (found.kind === 'free') {
      stand({ kind: 'free' })
      return undefined
    }
    door = found.door
    return enter(await settled(use(door)))
  }
  const renew = (): Promise<string | undefined> => {
    // One at a time: what renews a token is taken back by many providers when it has been used.
    renewing ??= (door ? settled(door.renew()).then(enter) : findDoor(found => found.start())).finally(() => {
      renewing = undefined
    })
    return renewing
  }
  const fresh = (): string | undefined => (current && current.until > now() ? current.token : undefined)

  return {
    standing: () => standing,
    subscribe: changed => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    start: async () => {
      await renew()
    },
    sign: async refused => {
      if (standing.kind === 'free' && !refused) return undefined
      // Meanwhile another request may have fetched a new one.
      const token = fresh()
      if (token !== undefined && (!refused || refused.token !== token)) return token
      if (
        standing.kind === 'window' ||
        standing.kind === 'trying' ||
        (standing.kind === 'out' && !passes(standing.why))
      )
        return undefined
      return renew()
    },
    unaccepted: date => {
      if (standing.kind !== 'in' || !issue) return
      const minutes = clocksApart(issue, date, now())
      leaveOut(minutes === undefined ? { kind: 'unaccepted' } : { kind: 'clock', minutes })
    },
    open: () => {
      if (!door) return void renew()
      const opening = ++openings
      stand({ kind: door.shows === 'window' ? 'window' : 'trying' })
      // A second window takes the place of the first, whose end no longer counts.
      settled(door.open()).then(
        entry => opening === openings && enter(entry),
        () => undefined,
      )
    },
  }
}

/** What mends itself: tried again with the next request. */
const passes = ({ kind }: Why): boolean => kind === 'offline'

const settled = (entry: Promise<Entry>): Promise<Entry> => entry.catch(() => out('strange'))
