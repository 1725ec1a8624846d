import type { Selectable } from 'kysely'
import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { Proof, ProofStore } from '../store.js'
import type { OwnTables } from '../tables.js'
import { deleted, inserted } from './affected.js'

export function createProofStore(db: OwnDatabase): ProofStore {
  // Asked for with every question: what somebody may use depends on it.
  const ofPerson = prepared(db, [{ by: { person: 'a' } }, { by: { person: 'b' } }], ({ by }) =>
    ordered(db).where('person', '=', by.person),
  )
  return {
    async of(person) {
      return (await ofPerson({ by: { person } })).rows.map(proofOf)
    },
    async add({ id, person, name, subject, version, day, provider }) {
      const row = { id, person, name: name ?? null, subject, version, day, provider: provider ?? null }
      const once = db.insertInto('proof').values(row)
      const known =
        (await inserted(once.onConflict(same => same.columns(['person', 'subject', 'day']).doNothing()))) === 0
      return known ? 'known' : 'added'
    },
    async all() {
      return (await ordered(db).execute()).map(proofOf)
    },
    async holders(since) {
      const rows = await db
        .selectFrom('proof')
        .select(({ fn }) => ['subject', fn.count<number>('person').distinct().as('people')])
        .where('day', '>=', since)
        .groupBy('subject')
        .orderBy('subject')
        .execute()
      return new Map(rows.map(({ subject, people }) => [subject, people]))
    },
    erasePerson: person => deleted(db.deleteFrom('proof').where('person', '=', person)),
    eraseOlder: before => deleted(db.deleteFrom('proof').where('day', '<', before)),
    async noteRetrieval({ id, by, what, day }) {
      await db.insertInto('retrieval').values({ id, by_person: by, what, day }).execute()
    },
    async retrievals() {
      const rows = await db.selectFrom('retrieval').selectAll().orderBy('day').orderBy('id').execute()
      return rows.map(({ id, by_person: by, what, day }) => ({ id, by, what, day }))
    },
    eraseRetrievals: before => deleted(db.deleteFrom('retrieval').where('day', '<', before)),
  }
}

const ordered = (db: OwnDatabase) =>
  db.selectFrom('proof').selectAll().orderBy('day').orderBy('subject').orderBy('person').orderBy('id')

const proofOf = ({ id, person, name, subject, version, day, provider }: Selectable<OwnTables['proof']>): Proof => ({
  id,
  person,
  name: name ?? undefined,
  subject,
  version,
  day,
  provider: provider ?? undefined,
})
