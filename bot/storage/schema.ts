import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import { MIGRATIONS } from './migrations/index.js'
import type { ColumnTypes, Migrating, Migration } from './migrations/migration.js'
import type { StorageTarget } from './target.js'

type Engine = StorageTarget['kind']

/** `foreign`: there are tables, but not ours; `newer`: made by a later version of the program; `older`, `none`: to migrate. */
export type SchemaState = 'current' | 'older' | 'none' | 'newer' | 'foreign'

/** One row for each migration done. It also marks the database as ours; an SQLite file gets it when it is made. */
const MARKER = 'kompass_schema'
export type Marker = { readonly [MARKER]: { name: string; applied: string } }

/** The name of the schema this program works with. */
export const SCHEMA = MIGRATIONS.at(-1)?.name ?? 'none'

/** Any number, the same for everyone: who migrates a PostgreSQL database holds this lock. */
const MIGRATION_LOCK = 7_205_481_365

/** Text sorted and compared by its bytes, as SQLite does, not by the language of the server. */
const COLUMN_TYPES: Readonly<Record<Engine, ColumnTypes>> = {
  sqlite: { text: 'text', integer: 'bigint', real: 'double precision' },
  postgres: { text: sql`text collate "C"`, integer: 'bigint', real: 'double precision' },
}

/**
 * Brings the schema up to date, all or nothing; of several starts at once one does it and the others find it done.
 * @param known the migrations of this program; an older program knows fewer
 */
export async function migrate(
  db: Kysely<Marker>,
  engine: Engine,
  now: Date,
  known: readonly Migration[] = MIGRATIONS,
): Promise<SchemaState> {
  return db.transaction().execute(async transaction => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
    const { state, applied } = await readSchema(transaction, engine, known)
    if (state === 'newer' || state === 'foreign' || state === 'current') return state
    const types = COLUMN_TYPES[engine]
    if (applied === undefined) await createMarker(transaction, types)
    for (const { name, up } of known.slice(applied?.length ?? 0)) {
      await up(transaction, types)
      await transaction.insertInto(MARKER).values({ name, applied: now.toISOString() }).execute()
    }
    return 'current'
  })
}

/** `applied` is undefined where the marker is missing. */
export async function readSchema(
  db: Kysely<Marker>,
  engine: Engine,
  known: readonly Migration[] = MIGRATIONS,
): Promise<{ readonly state: SchemaState; readonly applied: readonly string[] | undefined }> {
  const tables = await tablesOf(db, engine)
  if (!tables.includes(MARKER)) return { state: tables.length > 0 ? 'foreign' : 'none', applied: undefined }
  const rows = await db.selectFrom(MARKER).select('name').orderBy('name').execute()
  const applied = rows.map(({ name }) => name)
  if (applied.some((name, at) => known[at]?.name !== name)) return { state: 'newer', applied }
  return { state: applied.length < known.length ? 'older' : 'current', applied }
}

export async function createMarker(db: Migrating, { text }: ColumnTypes = COLUMN_TYPES.sqlite): Promise<void> {
  await db.schema
    .createTable(MARKER)
    .addColumn('name', text, column => column.primaryKey())
    .addColumn('applied', text, column => column.notNull())
    .execute()
}

/** Tables of extensions such as PostGIS belong to nobody's data. */
async function tablesOf(db: QueryExecutorProvider, engine: Engine): Promise<readonly string[]> {
  const query =
    engine === 'sqlite'
      ? sql<{
          name: string
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`
      : sql<{ name: string }>`
          select c.relname::text as name from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not exists (
            select 1 from pg_depend d
            where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`
  const { rows } = await query.execute(db)
  return rows.map(({ name }) => name)
}
