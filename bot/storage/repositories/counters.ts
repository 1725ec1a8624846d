import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { Counters } from '../store.js'

export function createCounters(db: OwnDatabase): Counters {
  const increment = prepared(db, [{ of: { name: 'a' } }, { of: { name: 'b' } }], ({ of }) =>
    db
      .insertInto('counter')
      .values({ name: of.name, count: 1 })
      .onConflict(known => known.column('name').doUpdateSet(({ eb }) => ({ count: eb('counter.count', '+', 1) }))),
  )
  return {
    async increment(name) {
      await increment({ of: { name } })
    },
    async read() {
      const rows = await db.selectFrom('counter').select(['name', 'count']).orderBy('name').execute()
      return new Map(rows.map(({ name, count }) => [name, count]))
    },
  }
}
