import type { Selectable } from 'kysely'
import { z } from 'zod'
import { DataClass } from '../../../policies/pack/terms.js'
import { PURPOSES } from '../../../policies/tools/purposes.js'
import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { ProgramToken, TokenStore } from '../store.js'
import type { OwnTables } from '../tables.js'
import { deleted, inserted, updated } from './affected.js'
import { createEntrance, PERSON } from './pace.js'

export const createTokenStore = (db: OwnDatabase): TokenStore => ({
  ...createTokenReading(db),
  async add(token) {
    const once = db.insertInto('program').values(columnsOf(token))
    return (await inserted(once.onConflict(same => same.column('name').doNothing()))) === 1 ? 'added' : 'known'
  },
  async all() {
    const rows = await db.selectFrom('program').selectAll().orderBy('name').execute()
    return rows.map(tokenOf)
  },
  async revoke(name, day) {
    const open = db.updateTable('program').set({ revoked: day }).where('name', '=', name).where('revoked', 'is', null)
    if ((await updated(open)) === 1) return 'revoked'
    const row = await db.selectFrom('program').select('name').where('name', '=', name).executeTakeFirst()
    return row ? 'known' : 'unknown'
  },
  eraseEnded: before =>
    db.transaction().execute(async own => {
      const ended = await deleted(
        own.deleteFrom('program').where(({ or, eb }) => or([eb('revoked', '<', before), eb('until', '<', before)])),
      )
      const left = own.selectFrom('program').select('name')
      await own.deleteFrom('pace').where('caller', 'not in', left).where('caller', 'not like', `${PERSON}%`).execute()
      return ended
    }),
})

/** What every call of a program asks. */
function createTokenReading(db: OwnDatabase): Pick<TokenStore, 'withDigest' | 'enter'> {
  const read = prepared(db, [{ by: { digest: 'a' } }, { by: { digest: 'b' } }], ({ by }) =>
    db.selectFrom('program').selectAll().where('digest', '=', by.digest),
  )
  return {
    enter: createEntrance(db),
    async withDigest(digest) {
      const [row] = (await read({ by: { digest } })).rows
      return row && tokenOf(row)
    },
  }
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
