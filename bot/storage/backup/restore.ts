import { type QueryExecutorProvider, sql } from 'kysely'
import type { Database } from '../database.js'
import { codeOf } from '../unavailable.js'
import { columnsOf, type Row, TABLE_NAMES } from './format.js'
import { type Fault, FaultyBackup, readBackup } from './read.js'

export type Restored =
  | { readonly kind: 'restored'; readonly rows: number }
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'faulty'; readonly fault: Fault }

/** More would not be faster, and PostgreSQL takes 65,535 parameters at most. */
const TOGETHER = 200

/** Reads a backup to its end without keeping anything; undefined: it is whole. */
export async function checkBackup(lines: AsyncIterable<string>): Promise<Fault | undefined> {
  try {
    for await (const _ of readBackup(lines));
    return undefined
  } catch (error) {
    if (error instanceof FaultyBackup) return error.fault
    throw error
  }
}

/** Puts a backup into an empty database, everything or nothing. */
export async function restoreBackup({ all }: Database, lines: AsyncIterable<string>): Promise<Restored> {
  try {
    return await all.transaction().execute(async (transaction): Promise<Restored> => {
      if (!(await isEmpty(transaction))) return { kind: 'not-empty' }
      return { kind: 'restored', rows: await insertAll(transaction, lines) }
    })
  } catch (error) {
    if (error instanceof FaultyBackup) return { kind: 'faulty', fault: error.fault }
    throw error
  }
}

async function isEmpty(db: QueryExecutorProvider): Promise<boolean> {
  for (const table of TABLE_NAMES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}

type Batch = { readonly table: Parameters<typeof columnsOf>[0]; readonly rows: Row[]; readonly line: number }

async function insertAll(db: QueryExecutorProvider, lines: AsyncIterable<string>): Promise<number> {
  let batch: Batch | undefined
  let count = 0
  for await (const { table, row, line } of readBackup(lines)) {
    if (batch && (batch.table !== table || batch.rows.length === TOGETHER)) {
      await insert(db, batch)
      batch = undefined
    }
    batch ??= { table, rows: [], line }
    batch.rows.push(row)
    count++
  }
  if (batch) await insert(db, batch)
  return count
}

async function insert(db: QueryExecutorProvider, { table, rows, line }: Batch): Promise<void> {
  const columns = columnsOf(table)
  const names = sql.join(columns.map(name => sql.ref(name)))
  const values = sql.join(rows.map(row => sql`(${sql.join(columns.map(name => row[name]))})`))
  try {
    await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(db)
  } catch (error) {
    if (TWICE.test(codeOf(error) ?? '')) throw new FaultyBackup({ kind: 'twice', line })
    throw error
  }
}

/** The codes of both databases for a key that is taken. */
const TWICE = /^(?:SQLITE_CONSTRAINT|23505)/
