import { openDatabase } from '../../bot/storage/database.js'
import { storageOn } from '../../bot/storage/open.js'
import type { Store } from '../../bot/storage/store.js'
import { TABLES } from '../../bot/storage/tables.js'

export type WholeStorage = {
  readonly store: Store
  /** Every row of every table that holds one of these words anywhere, as `table → rows`; tables without any are left out. */
  readonly rowsWith: (...words: readonly string[]) => Promise<Readonly<Record<string, readonly object[]>>>
  readonly close: () => Promise<void>
}

/** A storage on a new SQLite file, and beside it a look into all its tables, whatever the storage itself would show. */
export async function wholeStorage(file: string): Promise<WholeStorage> {
  const opened = await openDatabase({ kind: 'sqlite', file }, 'migrate', new Date())
  if (!opened.ok) throw new Error(opened.problem)
  const { database } = opened
  const tables = Object.keys(TABLES) as (keyof typeof TABLES)[]
  return {
    store: storageOn(database).forMunicipality('musterstadt'),
    async rowsWith(...words) {
      const found = await Promise.all(
        tables.map(async table => {
          const rows: object[] = await database.all.selectFrom(table).selectAll().execute()
          return [table, rows.filter(row => words.some(word => JSON.stringify(row).includes(word)))] as const
        }),
      )
      return Object.fromEntries(found.filter(([, rows]) => rows.length > 0))
    },
    close: () => database.close(),
  }
}
