import type { OwnDatabase } from '../municipality.js'
import type { Pace, PaceStore } from '../store.js'
import { deleted, inserted } from './affected.js'

/** In front of a person's pseudonym; a program's name cannot hold the colon. */
export const PERSON = 'person:'

/** People share the table with programs: what a call costs is the same. */
export const createPaceStore = (db: OwnDatabase): PaceStore => ({
  enter: (who, perMinute, now) => enter(db, `${PERSON}${who}`, perMinute, now),
  eraseOlder: before =>
    deleted(db.deleteFrom('pace').where('caller', 'like', `${PERSON}%`).where('minute', '<', minuteOf(before))),
})

/** Lets a call in and counts it, if it fits; otherwise how many there were. */
export async function enter(db: OwnDatabase, caller: string, perMinute: number, now: Date): Promise<'in' | Pace> {
  const entered = entering(db, caller, perMinute, now)
  return (await inserted(entered)) === 1 ? 'in' : paceOf(db, caller, minuteOf(now))
}

const MINUTE_MS = 60_000
/** By their whole names: in an update on conflict the bare ones could also mean the values given. */
const THEN = 'pace.minute'
const CALLS = 'pace.calls'
const PREVIOUS = 'pace.previous'

const minuteOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS)

/**
 * One statement, so that two replicas cannot both take the last place. Who is not let in changes nothing, or whoever keeps
 * asking would wait for ever. Whole numbers, because the databases disagree on others; `a * b + c`, because no brackets are put.
 */
function entering(db: OwnDatabase, caller: string, perMinute: number, now: Date) {
  const minute = minuteOf(now)
  const left = MINUTE_MS - (now.getTime() % MINUTE_MS)
  // A replica whose clock is a little behind counts along; one far ahead must not lock the others out.
  const running = [minute, minute + 1]
  return db
    .insertInto('pace')
    .values({ caller, minute, calls: 1, previous: 0 })
    .onConflict(known =>
      known
        .column('caller')
        .doUpdateSet(({ eb, ref }) => {
          const before = eb
            .case()
            .when(THEN, '=', minute - 1)
            .then(ref(CALLS))
            .else(0)
            .end()
          return {
            minute: eb.case().when(THEN, 'in', running).then(ref(THEN)).else(minute).end(),
            calls: eb
              .case()
              .when(THEN, 'in', running)
              .then(eb(CALLS, '+', 1))
              .else(1)
              .end(),
            previous: eb.case().when(THEN, 'in', running).then(ref(PREVIOUS)).else(before).end(),
          }
        })
        .where(({ eb }) => {
          const calls = eb(eb(eb(PREVIOUS, '*', left), '+', eb(CALLS, '*', MINUTE_MS)), '+', MINUTE_MS)
          const before = eb(eb(CALLS, '*', left), '+', MINUTE_MS)
          const counting = eb
            .case()
            .when(THEN, 'in', running)
            .then(calls)
            .when(THEN, '=', minute - 1)
            .then(before)
          return eb(counting.else(MINUTE_MS).end(), '<=', perMinute * MINUTE_MS)
        }),
    )
}

async function paceOf(db: OwnDatabase, caller: string, minute: number): Promise<Pace> {
  const row = await db.selectFrom('pace').selectAll().where('caller', '=', caller).executeTakeFirst()
  if (!row) return { calls: 0, previous: 0 }
  return row.minute < minute ? { calls: 0, previous: row.calls } : { calls: row.calls, previous: row.previous }
}
