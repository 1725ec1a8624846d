import type { OwnDatabase } from '../municipality.js'
import type { Counters } from '../store.js'

export const createCounters = (db: OwnDatabase): Counters => ({
  async increment(name) {
    await db
      .insertInto('counter')
      .values({ name, count: 1 })
      .onConflict(known => known.column('name').doUpdateSet(({ eb }) => ({ count: eb('counter.count', '+', 1) })))
      .execute()
  },
  async read() {
    const rows = await db.selectFrom('counter').select(['name', 'count']).orderBy('name').execute()
    return new Map(rows.map(({ name, count }) => [name, count]))
  },
})
