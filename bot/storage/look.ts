import { sql } from 'kysely'
import { type Database, openDatabase } from './database.js'
import { storageOn } from './open.js'
import { messageOf, problemOf } from './problems.js'
import type { ProgramToken } from './store.js'
import type { StorageTarget } from './target.js'

/** What a look at a database shows that leaves it as it was. Problems are German and say what to do. */
export type DatabaseLook =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly problem: string }
  | {
      readonly kind: 'there'
      /** For people: "SQLite 3.45.1". */
      readonly engine: string
      readonly schema: 'current' | 'older'
      /** Why a row could not be written; undefined: it could, and was taken back, or the schema is older and none was tried. */
      readonly writeProblem: string | undefined
      /** By the id of a municipality. */
      readonly tokens: ReadonlyMap<string, readonly ProgramToken[]>
    }

/** Nothing is made, migrated or kept. */
export async function lookAtDatabase(
  target: StorageTarget,
  municipalities: readonly string[],
  now: Date,
): Promise<DatabaseLook> {
  const opened = await openDatabase(target, 'read', now)
  if (!opened.ok) return notOpened(target, opened.problem)
  const { database } = opened
  try {
    const engine = await engineOf(database)
    const writeProblem = await tryWriting(database)
    const storage = storageOn(database)
    const tokens = new Map<string, readonly ProgramToken[]>()
    for (const id of municipalities) tokens.set(id, await storage.forMunicipality(id).tokens.all())
    return { kind: 'there', engine, schema: 'current', writeProblem, tokens }
  } catch (error) {
    return { kind: 'unusable', problem: messageOf(problemOf(error), 'Die Datenbank') }
  } finally {
    await database.close()
  }
}

/** Which problem it was shows in its text, which comes from the same table. */
function notOpened({ kind }: StorageTarget, problem: string): DatabaseLook {
  if (problem.endsWith(messageOf('missing', ''))) return { kind: 'missing' }
  if (!problem.endsWith(messageOf('older', ''))) return { kind: 'unusable', problem }
  const engine = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'
  return { kind: 'there', engine, schema: 'older', writeProblem: undefined, tokens: new Map() }
}

async function engineOf({ kind, all }: Database): Promise<string> {
  if (kind === 'sqlite') {
    const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(all)
    return `SQLite ${rows[0]?.version}`
  }
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(all)
  return `PostgreSQL ${rows[0]?.server_version}`
}

class TakenBack extends Error {}

/** A row that no transaction ever ends with. */
async function tryWriting({ kind, all }: Database): Promise<string | undefined> {
  try {
    if (kind === 'sqlite') await sql`pragma query_only = off`.execute(all)
    await all.transaction().execute(async transaction => {
      await transaction.insertInto('counter').values({ municipality: '', name: 'doctor', count: 0 }).execute()
      throw new TakenBack()
    })
    return undefined
  } catch (error) {
    return error instanceof TakenBack ? undefined : messageOf(problemOf(error), 'Die Datenbank')
  }
}
