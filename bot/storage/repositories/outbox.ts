import { randomUUID } from 'node:crypto'
import type { OwnDatabase } from '../municipality.js'
import type { OutboxStore, Taken } from '../store.js'
import type { StorageTarget } from '../target.js'
import { deleted, inserted, updated } from './affected.js'
import { skipLocked } from './skip-locked.js'

const FREE = { worker: null, lease_until: null }
const DONE = ['sent', 'failed'] as const

export function createOutboxStore(db: OwnDatabase, engine: StorageTarget['kind']): OutboxStore {
  const report = async (worker: string, id: string, change: Change): Promise<boolean> => {
    const ticket = ticketOf(id)
    return (
      1 ===
      (await updated(
        db
          .updateTable('outbox')
          .set({ ...FREE, ...change })
          .where('id', '=', ticket.row)
          .where('attempts', '=', ticket.attempts)
          .where('state', '=', 'taken')
          .where('worker', '=', worker),
      ))
    )
  }
  return {
    async put(message, notBefore) {
      const row = { id: randomUUID(), ...message, state: 'waiting', attempts: 0, not_before: notBefore.toISOString() }
      const once = db.insertInto('outbox').values(row)
      return (await inserted(once.onConflict(same => same.column('key').doNothing()))) === 1 ? 'put' : 'known'
    },
    take: (worker, most, leaseMs, now) =>
      db.transaction().execute(own => take(own, engine, { worker, most, leaseMs, now })),
    sent: (worker, id, now) => report(worker, id, { state: 'sent', reason: null, done_at: now.toISOString() }),
    retry: (worker, id, reason, notBefore) =>
      report(worker, id, { state: 'waiting', reason, not_before: notBefore.toISOString() }),
    failed: (worker, id, reason, now) => report(worker, id, { state: 'failed', reason, done_at: now.toISOString() }),
    counts: () => countsOf(db),
    ofPerson: person =>
      db
        .selectFrom('outbox')
        .select(['key', 'kind', 'state'])
        .where('person', '=', person)
        .orderBy('not_before')
        .orderBy('key')
        .execute(),
    erasePerson: person => deleted(db.deleteFrom('outbox').where('person', '=', person)),
    eraseDone: before =>
      deleted(db.deleteFrom('outbox').where('state', 'in', DONE).where('done_at', '<', before.toISOString())),
  }
}

type Change = {
  readonly state: 'sent' | 'failed' | 'waiting'
  readonly reason: string | null
  readonly done_at?: string
  readonly not_before?: string
}
type Wish = { readonly worker: string; readonly most: number; readonly leaseMs: number; readonly now: Date }

/** Waiting and due, or taken by somebody who did not report in time; the oldest first. */
async function take(own: OwnDatabase, engine: StorageTarget['kind'], wish: Wish): Promise<readonly Taken[]> {
  const now = wish.now.toISOString()
  const free = own
    .selectFrom('outbox')
    .select('id')
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'waiting'), eb('not_before', '<=', now)]),
        and([eb('state', '=', 'taken'), eb('lease_until', '<=', now)]),
      ]),
    )
    .orderBy('not_before')
    .orderBy('id')
    .limit(wish.most)
  const ids = (await skipLocked(free, engine).execute()).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await own
    .updateTable('outbox')
    .set(({ eb }) => ({
      state: 'taken',
      worker: wish.worker,
      lease_until: new Date(wish.now.getTime() + wish.leaseMs).toISOString(),
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', 'in', ids)
    .returning(['id', 'attempts', 'key', 'person', 'kind', 'content', 'not_before'])
    .execute()
  return rows
    .toSorted((a, b) => order(a.not_before, b.not_before) || order(a.id, b.id))
    .map(({ id, attempts, key, person, kind, content }) => ({
      id: `${id}/${attempts}`,
      attempts,
      key,
      person,
      kind,
      content,
    }))
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b)

/**
 * The id handed out names row and taking. A worker that comes back late, even under the same name after a restart, thus
 * cannot report for a row that was taken again in the meantime.
 */
function ticketOf(id: string): { readonly row: string; readonly attempts: number } {
  const [row = '', attempts = ''] = id.split('/')
  return { row, attempts: Number.parseInt(attempts, 10) || 0 }
}

async function countsOf(db: OwnDatabase) {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('rows')])
    .groupBy('state')
    .execute()
  const of = (state: string): number => rows.find(row => row.state === state)?.rows ?? 0
  const all = rows.reduce((sum, row) => sum + row.rows, 0)
  return { waiting: of('waiting'), inFlight: of('taken'), sent: of('sent'), failed: of('failed'), all }
}
