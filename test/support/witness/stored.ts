import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { type Database, openDatabase } from '../../../bot/storage/database.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import type { Written } from './output.js'

/** Every column of every table there is, also of those no schema names. */
export async function tablesOf(target: StorageTarget): Promise<Written[]> {
  const opened = await openDatabase(target, 'read', new Date())
  if (!opened.ok) throw new Error(opened.problem)
  const { database } = opened
  try {
    const { rows } = await NAMES[database.kind].execute(database.all)
    return (await Promise.all(rows.map(({ name }) => columnsOf(database, name)))).flat()
  } finally {
    await database.close()
  }
}

const NAMES: { readonly [Kind in Database['kind']]: RawBuilder<{ name: string }> } = {
  sqlite: sql`select name from sqlite_master where type = 'table'`,
  postgres: sql`select tablename as name from pg_tables where schemaname = current_schema()`,
}

async function columnsOf({ all }: Database, table: string): Promise<Written[]> {
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(table)}`.execute(all)
  return rows.flatMap(row =>
    Object.entries(row).map(([column, value]) => ({
      place: `table ${table}, column ${column}`,
      text: Buffer.isBuffer(value) ? value : String(value),
    })),
  )
}

/**
 * Every file of a folder as raw bytes: with them the write-ahead log, and pages whose rows were deleted.
 * @param when a word for the moment, e.g. "while running"
 */
export async function filesIn(folder: string, when: string): Promise<Written[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const read = await Promise.all(
    // A file may be gone again, as the write-ahead log is after the last connection.
    files.map(async file => ({ file, bytes: await readFile(file).catch(() => undefined) })),
  )
  return read.flatMap(({ file, bytes }) =>
    bytes === undefined ? [] : [{ place: `file ${relative(folder, file)} ${when}`, text: bytes }],
  )
}

/**
 * The files of one PostgreSQL database and of the server's write-ahead log, where the server is one of this machine; and those
 * of a database nobody has used, for the words of PostgreSQL itself.
 */
export async function postgresFiles(target: StorageTarget): Promise<{ used: Written[]; unused: Written[] }> {
  if (target.kind !== 'postgres') return { used: [], unused: [] }
  const opened = await openDatabase(target, 'read', new Date())
  if (!opened.ok) throw new Error(opened.problem)
  const { all, close } = opened.database
  try {
    const { rows: mine } = await sql<{ super: boolean }>`
      select rolsuper as super from pg_roles where rolname = current_user`.execute(all)
    // Somebody else's server does not show its files.
    if (!mine[0]?.super) return { used: [], unused: [] }
    // What is still in memory only goes to the files.
    await sql`checkpoint`.execute(all)
    const { rows } = await sql<{ folder: string; own: string; template: string }>`
      select current_setting('data_directory') as folder, own.oid::text as own, template.oid::text as template
      from pg_database as own, pg_database as template
      where own.datname = current_database() and template.datname = 'template1'`.execute(all)
    const read = async (folders: readonly string[]): Promise<Written[]> =>
      (await Promise.all(folders.map(folder => filesIn(folder, 'of PostgreSQL')))).flat()
    return {
      used: await read(rows.flatMap(({ folder, own }) => [join(folder, 'base', own), join(folder, 'pg_wal')])),
      unused: await read(rows.map(({ folder, template }) => join(folder, 'base', template))),
    }
  } finally {
    await close()
  }
}
