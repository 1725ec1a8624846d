import { type QueryExecutorProvider, sql } from 'kysely'
import type { Database } from '../database.js'
import type { Parameter } from '../parameters.js'
import { SCHEMA } from '../schema.js'
import { TABLES, type TableName } from '../tables.js'
import { checksum, columnsOf, FORMAT, type Footer, type Header, type Row, TABLE_NAMES, VERSION } from './format.js'

const PAGE = 500

/** Writes everything as it was at one moment, however much is written meanwhile; number of rows. */
export async function writeBackup(
  { all }: Database,
  created: Date,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const sum = checksum()
  const put = async (content: object): Promise<void> => {
    const line = JSON.stringify(content)
    sum.add(line)
    await write(line)
  }
  await put({ format: FORMAT, version: VERSION, schema: SCHEMA, created: created.toISOString() } satisfies Header)
  const rows: Record<string, number> = {}
  await all
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async snapshot => {
      for (const table of TABLE_NAMES) {
        rows[table] = 0
        for await (const page of pagesOf(snapshot, table)) {
          for (const row of page) await put({ table, row })
          rows[table] += page.length
        }
      }
    })
  await put({ end: true, rows, sha256: sum.value() } satisfies Footer)
  return Object.values(rows).reduce((sum, count) => sum + count, 0)
}

/** Page by page along the key: both databases can do it, and nothing has to fit into memory. */
async function* pagesOf(snapshot: QueryExecutorProvider, table: TableName): AsyncGenerator<readonly Row[]> {
  const key = TABLES[table].key
  const [keys, columns] = [key, columnsOf(table)].map(names => sql.join(names.map(name => sql.ref(name))))
  let last: readonly (Parameter | undefined)[] | undefined
  for (;;) {
    const beyond = last ? sql`where (${keys}) > (${sql.join(last)})` : sql``
    const { rows } =
      await sql<Row>`select ${columns} from ${sql.table(table)} ${beyond} order by ${keys} limit ${PAGE}`.execute(
        snapshot,
      )
    if (rows.length > 0) yield rows
    const end = rows.at(-1)
    if (!end || rows.length < PAGE) return
    last = key.map(name => end[name])
  }
}
