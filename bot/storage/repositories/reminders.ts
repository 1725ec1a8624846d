import type { OwnDatabase } from '../municipality.js'
import type { Reminder, ReminderStore } from '../store.js'
import { deleted, updated } from './affected.js'

export const createReminderStore = (db: OwnDatabase): ReminderStore => ({
  async of(person) {
    const row = await db.selectFrom('reminder').selectAll().where('person', '=', person).executeTakeFirst()
    return row && reminderOf(row)
  },
  /** Another hour on the same day does not remind twice: what was sent last stays. */
  async set(person, hour) {
    await db
      .insertInto('reminder')
      .values({ person, hour })
      .onConflict(known => known.column('person').doUpdateSet({ hour }))
      .execute()
  },
  off: person => deleted(db.deleteFrom('reminder').where('person', '=', person)),
  async all() {
    const rows = await db.selectFrom('reminder').selectAll().orderBy('person').execute()
    return rows.map(reminderOf)
  },
  async claim(person, day) {
    const rows = await updated(
      db
        .updateTable('reminder')
        .set({ last_sent: day })
        .where('person', '=', person)
        .where(({ or, eb }) => or([eb('last_sent', 'is', null), eb('last_sent', '<', day)])),
    )
    return rows === 1
  },
})

const reminderOf = (row: { person: string; hour: number; last_sent: string | null }): Reminder => ({
  person: row.person,
  hour: row.hour,
  lastSent: row.last_sent ?? undefined,
})
