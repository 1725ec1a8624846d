import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { ConversationStore } from '../store.js'
import { deleted } from './affected.js'

export function createConversationStore(db: OwnDatabase): ConversationStore {
  const read = prepared(db, [{ by: { person: 'a' } }, { by: { person: 'b' } }], ({ by }) =>
    db.selectFrom('conversation').select(['reference', 'seen']).where('person', '=', by.person),
  )
  return {
    async save(person, reference, seen) {
      await db
        .insertInto('conversation')
        .values({ person, reference, seen })
        .onConflict(known => known.column('person').doUpdateSet({ reference, seen }))
        .execute()
    },
    of: async person => (await read({ by: { person } })).rows[0],
    erase: person => deleted(db.deleteFrom('conversation').where('person', '=', person)),
    eraseOlder: before => deleted(db.deleteFrom('conversation').where('seen', '<', before)),
  }
}
