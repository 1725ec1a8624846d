import type { OwnDatabase } from '../municipality.js'
import type { ConversationStore } from '../store.js'
import { deleted } from './affected.js'

export const createConversationStore = (db: OwnDatabase): ConversationStore => ({
  async save(person, reference, seen) {
    await db
      .insertInto('conversation')
      .values({ person, reference, seen })
      .onConflict(known => known.column('person').doUpdateSet({ reference, seen }))
      .execute()
  },
  of: person =>
    db.selectFrom('conversation').select(['reference', 'seen']).where('person', '=', person).executeTakeFirst(),
  erase: person => deleted(db.deleteFrom('conversation').where('person', '=', person)),
  eraseOlder: before => deleted(db.deleteFrom('conversation').where('seen', '<', before)),
})
