import type { Selectable } from 'kysely'
import { z } from 'zod'
import { DataClass } from '../../../policies/pack/terms.js'
import { PURPOSES } from '../../../policies/tools/purposes.js'
import type { OwnDatabase } from '../municipality.js'
import type { Pace, ProgramToken, TokenStore } from '../store.js'
import type { OwnTables } from '../tables.js'
import { deleted, inserted, updated } from './affected.js'

export const createTokenStore = (db: OwnDatabase): TokenStore => ({
  async add(token) {
    const once = db.insertInto('program').values(columnsOf(token))
    return (await inserted(once.onConflict(same => same.column('name').doNothing()))) === 1 ? 'added' : 'known'
  },
  async all() {
    const rows = await db.selectFrom('program').selectAll().orderBy('name').execute()
    return rows.map(tokenOf)
  },
  async withDigest(digest) {
    const row = await db.selectFrom('program').selectAll().where('digest', '=', digest).executeTakeFirst()
    return row && tokenOf(row)
  },
  async revoke(name, day) {
    const open = db.updateTable('program').set({ revoked: day }).where('name', '=', name).where('revoked', 'is', null)
    if ((await updated(open)) === 1) return 'revoked'
    const row = await db.selectFrom('program').select('name').where('name', '=', name).executeTakeFirst()
    return row ? 'known' : 'unknown'
  },
  async enter(program, perMinute, now) {
    const entered = entering(db, program, perMinute, now)
    return (await inserted(entered)) === 1 ? 'in' : paceOf(db, program, minuteOf(now))
  },
  eraseEnded: before =>
    db.transaction().execute(async own => {
      const ended = await deleted(
        own.deleteFrom('program').where(({ or, eb }) => or([eb('revoked', '<', before), eb('until', '<', before)])),
      )
      const left = own.selectFrom('program').select('name')
      await own.deleteFrom('program_pace').where('program', 'not in', left).execute()
      return ended
    }),
})

const MINUTE_MS = 60_000
/** By their whole names: in an update on conflict the bare ones could also mean the values given. */
const THEN = 'program_pace.minute'
const CALLS = 'program_pace.calls'
const PREVIOUS = 'program_pace.previous'

const minuteOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS)

/**
 * One statement, so that two replicas cannot both take the last place. Who is not let in changes nothing, or whoever keeps
 * asking would wait for ever. Whole numbers, because the databases disagree on others; `a * b + c`, because no brackets are put.
 */
function entering(db: OwnDatabase, program: string, perMinute: number, now: Date) {
  const minute = minuteOf(now)
  const left = MINUTE_MS - (now.getTime() % MINUTE_MS)
  // A replica whose clock is a little behind counts along; one far ahead must not lock the others out.
  const running = [minute, minute + 1]
  return db
    .insertInto('program_pace')
    .values({ program, minute, calls: 1, previous: 0 })
    .onConflict(known =>
      known
        .column('program')
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

async function paceOf(db: OwnDatabase, program: string, minute: number): Promise<Pace> {
  const row = await db.selectFrom('program_pace').selectAll().where('program', '=', program).executeTakeFirst()
  if (!row) return { calls: 0, previous: 0 }
  return row.minute < minute ? { calls: 0, previous: row.calls } : { calls: row.calls, previous: row.previous }
}

const columnsOf = ({ digest, name, ...token }: ProgramToken) => ({
  name,
  digest,
  tools: JSON.stringify(token.tools),
  purposes: JSON.stringify(token.purposes),
  procedure: token.procedure ?? null,
  declared: token.declared,
  answers_for: token.answersFor,
  on_found: token.onFound,
  per_minute: token.perMinute,
  since: token.since,
  until: token.until ?? null,
  revoked: token.revoked ?? null,
})

const Words = z.array(z.string())
const OnFound = z.enum(['block', 'replace'])

/** A purpose that a later version of the program no longer knows is left out: less is allowed, never more. */
const tokenOf = (row: Selectable<OwnTables['program']>): ProgramToken => {
  const purposes = new Set(Words.parse(JSON.parse(row.purposes)))
  return {
    name: row.name,
    digest: row.digest,
    tools: Words.parse(JSON.parse(row.tools)),
    purposes: PURPOSES.filter(purpose => purposes.has(purpose)),
    procedure: row.procedure ?? undefined,
    declared: DataClass.parse(row.declared),
    answersFor: row.answers_for,
    onFound: OnFound.parse(row.on_found),
    perMinute: row.per_minute,
    since: row.since,
    until: row.until ?? undefined,
    revoked: row.revoked ?? undefined,
  }
}
