import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { boundTo, type OwnDatabase } from '../../bot/storage/municipality.js'
import type { OwnTables } from '../../bot/storage/tables.js'

/** A database that only notes the parameters it is sent, bound to a municipality like the real ones. */
export function recordedDatabase(municipality: string): {
  db: OwnDatabase
  sent: () => readonly (readonly unknown[])[]
} {
  const sent: (readonly unknown[])[] = []
  const db = new Kysely<OwnTables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: own => new SqliteIntrospector(own),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    plugins: [boundTo(municipality)],
    log: ({ query }) => void sent.push(query.parameters),
  })
  return { db, sent: () => sent }
}
