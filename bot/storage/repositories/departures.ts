import type { OwnDatabase } from '../municipality.js'
import type { DepartureStore } from '../store.js'
import { deleted } from './affected.js'

export const createDepartureStore = (db: OwnDatabase): DepartureStore => ({
  /** The first note counts: whoever is noted again each night would otherwise be kept for ever. */
  async note(person, day) {
    await db
      .insertInto('departure')
      .values({ person, day })
      .onConflict(known => known.column('person').doNothing())
      .execute()
  },
  async before(day) {
    const rows = await db
      .selectFrom('departure')
      .select('person')
      .where('day', '<', day)
      .orderBy('day')
      .orderBy('person')
      .execute()
    return rows.map(({ person }) => person)
  },
  erase: person => deleted(db.deleteFrom('departure').where('person', '=', person)),
})
