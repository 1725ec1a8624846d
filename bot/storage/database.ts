import { type Dialect, Kysely, sql } from 'kysely'
import { boundTo, type OwnDatabase } from './municipality.js'
import { postgresDialect } from './postgres/dialect.js'
import { postgresPool } from './postgres/pool.js'
import { messageOf, type Problem, problemOf } from './problems.js'
import { type Marker, migrate, readSchema, type SchemaState } from './schema.js'
import { sqliteDialect } from './sqlite/dialect.js'
import { openSqliteFile } from './sqlite/file.js'
import type { Tables } from './tables.js'
import type { StorageTarget } from './target.js'

/** An open database: `all` for backup and restore, `of` for everything else. Nobody outside this folder gets it. */
export type Database = {
  readonly kind: StorageTarget['kind']
  readonly schema: Kysely<Marker>
  readonly all: Kysely<Tables>
  readonly of: (municipality: string) => OwnDatabase
  readonly close: () => Promise<void>
}
export type OpenedDatabase =
  | { readonly ok: true; readonly database: Database }
  | { readonly ok: false; readonly problem: string }

/** `migrate`: made if missing and brought up to date; `read`: must be there, and stays as it is. */
export type Purpose = 'migrate' | 'read'

export async function openDatabase(target: StorageTarget, purpose: Purpose, now: Date): Promise<OpenedDatabase> {
  return target.kind === 'sqlite' ? openSqlite(target.file, purpose, now) : openPostgres(target.url, purpose, now)
}

async function openSqlite(file: string, purpose: Purpose, now: Date): Promise<OpenedDatabase> {
  const opened = await openSqliteFile(file, purpose === 'migrate' ? 'create' : 'refuse')
  if (!opened.ok) return opened
  const { connection } = opened
  // libsql ignores its own option for reading only.
  if (purpose === 'read') await connection.run('pragma query_only = on')
  return checked(
    databaseOn('sqlite', sqliteDialect(connection), () => connection.close()),
    file,
    purpose,
    now,
  )
}

async function openPostgres(url: string, purpose: Purpose, now: Date): Promise<OpenedDatabase> {
  const name = nameOf(url)
  if (name === undefined) return { ok: false, problem: messageOf('bad-url', '') }
  const pool = postgresPool(url)
  return checked(
    databaseOn('postgres', postgresDialect(pool), () => pool.end()),
    name,
    purpose,
    now,
  )
}

function databaseOn(kind: StorageTarget['kind'], dialect: Dialect, close: () => Promise<void>): Database {
  return {
    kind,
    schema: new Kysely({ dialect }),
    all: new Kysely({ dialect }),
    of: municipality => new Kysely({ dialect, plugins: [boundTo(municipality)] }),
    close,
  }
}

async function checked(database: Database, name: string, purpose: Purpose, now: Date): Promise<OpenedDatabase> {
  const what = database.kind === 'sqlite' ? `Die Datei ${name}` : `Die PostgreSQL-Datenbank ${name}`
  const failed = async (problem: Problem): Promise<OpenedDatabase> => {
    await database.close().catch(() => undefined)
    return { ok: false, problem: messageOf(problem, what) }
  }
  try {
    if (database.kind === 'postgres' && !(await isUtf8(database))) return failed('encoding')
    const state =
      purpose === 'migrate'
        ? await migrate(database.schema, database.kind, now)
        : (await readSchema(database.schema, database.kind)).state
    const problem = PROBLEMS[state]
    return problem ? failed(problem) : { ok: true, database }
  } catch (error) {
    return failed(problemOf(error))
  }
}

const PROBLEMS: Readonly<Record<SchemaState, Problem | undefined>> = {
  current: undefined,
  none: 'missing',
  older: 'older',
  newer: 'newer',
  foreign: 'foreign',
}

async function isUtf8({ all }: Database): Promise<boolean> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(all)
  return rows[0]?.server_encoding === 'UTF8'
}

/** Server and database, without user and password. */
function nameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`
}
