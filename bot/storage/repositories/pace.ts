import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { Pace, PaceStore } from '../store.js'
import { deleted } from './affected.js'

/** In front of a person's pseudonym; a program's name cannot hold the colon. */
export const PERSON = 'person:'

/** People share the table with programs: what a call costs is the same. */
export function createPaceStore(db: OwnDatabase): PaceStore {
  const enter = createEntrance(db)
  return {
    enter: (who, perMinute, now) => enter(`${PERSON}${who}`, perMinute, now),
    eraseOlder: before =>
      deleted(db.deleteFrom('pace').where('caller', 'like', `${PERSON}%`).where('minute', '<', minuteOf(before))),
  }
}

/** Lets a call in and counts it, if it fits; otherwise how many there were. */
export type Entrance = (caller: string, perMinute: number, now: Date) => Promise<'in' | Pace>

export function createEntrance(db: OwnDatabase): Entrance {
  const entering = prepared(db, [{ at: ONE }, { at: OTHER }], ({ at }) => statement(db, at))
  return async (caller, perMinute, now) => {
    const minute = minuteOf(now)
    const left = MINUTE_MS - (now.getTime() % MINUTE_MS)
    const at = { caller, minute, before: minute - 1, after: minute + 1, left, most: perMinute * MINUTE_MS }
    const { numAffectedRows } = await entering({ at })
    return numAffectedRows === 1n ? 'in' : paceOf(db, caller, minute)
  }
}

const MINUTE_MS = 60_000
/** By their whole names: in an update on conflict the bare ones could also mean the values given. */
const THEN = 'pace.minute'
const CALLS = 'pace.calls'
const PREVIOUS = 'pace.previous'

const minuteOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS)

/** A call at a time: minutes since 1970, milliseconds left of this one, and calls a minute times the milliseconds of one. */
type At = {
  readonly caller: string
  readonly minute: number
  readonly before: number
  readonly after: number
  readonly left: number
  readonly most: number
}
const ONE: At = { caller: 'a', minute: 11, before: 12, after: 13, left: 14, most: 15 }
const OTHER: At = { caller: 'b', minute: 21, before: 22, after: 23, left: 24, most: 25 }

/**
 * One statement, so that two replicas cannot both take the last place. Who is not let in changes nothing, or whoever keeps
 * asking would wait for ever. Whole numbers, because the databases disagree on others; `a * b + c`, because no brackets are put.
 */
function statement(db: OwnDatabase, { caller, minute, before, after, left, most }: At) {
  // A replica whose clock is a little behind counts along; one far ahead must not lock the others out.
  const running = [minute, after]
  return db
    .insertInto('pace')
    .values({ caller, minute, calls: 1, previous: 0 })
    .onConflict(known =>
      known
        .column('caller')
        .doUpdateSet(({ eb, ref, val }) => {
          const lately = eb.case().when(THEN, '=', before).then(ref(CALLS)).else(0).end()
          return {
            minute: eb.case().when(THEN, 'in', running).then(ref(THEN)).else(val(minute)).end(),
            calls: eb
              .case()
              .when(THEN, 'in', running)
              .then(eb(CALLS, '+', 1))
              .else(1)
              .end(),
            previous: eb.case().when(THEN, 'in', running).then(ref(PREVIOUS)).else(lately).end(),
          }
        })
        .where(({ eb }) => {
          const calls = eb(eb(eb(PREVIOUS, '*', left), '+', eb(CALLS, '*', MINUTE_MS)), '+', MINUTE_MS)
          const lately = eb(eb(CALLS, '*', left), '+', MINUTE_MS)
          const counting = eb.case().when(THEN, 'in', running).then(calls).when(THEN, '=', before).then(lately)
          return eb(counting.else(MINUTE_MS).end(), '<=', most)
        }),
    )
}

async function paceOf(db: OwnDatabase, caller: string, minute: number): Promise<Pace> {
  const row = await db.selectFrom('pace').selectAll().where('caller', '=', caller).executeTakeFirst()
  if (!row) return { calls: 0, previous: 0 }
  return row.minute < minute ? { calls: 0, previous: row.calls } : { calls: row.calls, previous: row.previous }
}
