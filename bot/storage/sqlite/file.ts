import { access, chmod, constants, link, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { messageOf, type Problem, problemOf } from '../problems.js'
import { createMarker } from '../schema.js'
import { codeOf } from '../unavailable.js'
import { SqliteConnection } from './connection.js'
import { sqliteDialect } from './dialect.js'

export type OpenedFile =
  | { readonly ok: true; readonly connection: SqliteConnection }
  | { readonly ok: false; readonly problem: string }

/** "KIKo" in the header of the file: a file of others is recognised before SQLite touches it. */
const APPLICATION_ID = 0x4b494b6f
const MAGIC = 'SQLite format 3\0'

/**
 * Opens the file for durable writing. It is made only where nothing is: an empty, foreign or damaged file stays as it is,
 * and SQLite, which would take the first for a new database, does not get to see it.
 */
export async function openSqliteFile(file: string, whenMissing: 'create' | 'refuse'): Promise<OpenedFile> {
  const failed = (problem: Problem) => ({ ok: false, problem: messageOf(problem, `Die Datei ${file}`) }) as const
  let connection: SqliteConnection | undefined
  try {
    if ((await kindOf(file)) === 'missing' && whenMissing === 'create') await create(file)
    const kind = await kindOf(file)
    if (kind !== 'ours') return failed(kind)
    await Promise.all([access(file, constants.W_OK), access(dirname(file), constants.W_OK)])
    connection = new SqliteConnection(file)
    if (!(await isWhole(connection))) {
      await connection.close()
      return failed('damaged')
    }
    await connection.run('pragma journal_mode = wal')
    await connection.run('pragma synchronous = full')
    return { ok: true, connection }
  } catch (error) {
    await connection?.close().catch(() => undefined)
    return failed(problemOf(error))
  }
}

async function kindOf(
  file: string,
): Promise<'missing' | 'empty-file' | 'left-over' | 'not-a-file' | 'foreign' | 'ours'> {
  const found = await statOf(file)
  if (!found) return (await statOf(`${file}-wal`)) ? 'left-over' : 'missing'
  if (!found.isFile()) return 'not-a-file'
  if (found.size === 0) return 'empty-file'
  const header = await firstBytes(file, 100)
  const ours = header.toString('latin1', 0, 16) === MAGIC && header.readUInt32BE(68) === APPLICATION_ID
  return ours ? 'ours' : 'foreign'
}

const statOf = (file: string) =>
  stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

async function firstBytes(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(most)
    await handle.read(bytes, 0, most, 0)
    return bytes
  } finally {
    await handle.close()
  }
}

/**
 * Made under another name and linked when complete: a crash in between leaves no empty file where the database belongs, and
 * of two starts at once the second takes the file of the first.
 */
async function create(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.neu-${process.pid}-${Math.trunc(performance.now())}`
  try {
    const connection = new SqliteConnection(draft)
    await connection.run(`pragma application_id = ${APPLICATION_ID}`)
    await createMarker(new Kysely({ dialect: sqliteDialect(connection) }))
    await connection.close()
    await chmod(draft, 0o600)
    await link(draft, file).catch(ignore('EEXIST'))
  } finally {
    await rm(draft, { force: true })
  }
}

const ignore = (code: string) => (error: unknown) => {
  if (codeOf(error) !== code) throw error
}

/** Reads every page: better at the start than with the first answer that needs a damaged one. */
async function isWhole(connection: SqliteConnection): Promise<boolean> {
  const { rows } = await connection.run<{ quick_check: string }>('pragma quick_check(1)')
  return rows[0]?.quick_check === 'ok'
}
