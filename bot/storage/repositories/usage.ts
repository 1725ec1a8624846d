import type { OwnDatabase } from '../municipality.js'
import type { UsageCell, UsageCount, UsageStore } from '../store.js'
import type { StorageTarget } from '../target.js'
import { deleted, updated } from './affected.js'

export const createUsageStore = (db: OwnDatabase, engine: StorageTarget['kind']): UsageStore => ({
  async salt(week, fresh) {
    await db
      .insertInto('usage_week')
      .values({ week, salt: fresh })
      .onConflict(known => known.column('week').doNothing())
      .execute()
    return saltOf(db, week)
  },
  note: (week, cell, hash) =>
    db.transaction().execute(async own => {
      if ((await saltOf(own, week, engine)) === undefined) return 'closed'
      await countUse(own, week, cell)
      await own
        .insertInto('usage_person')
        .values({ week, ...cell, hash })
        .onConflict(known => known.columns(['week', 'tool', 'purpose', 'outcome', 'hash']).doNothing())
        .execute()
      return 'noted'
    }),
  async open(before) {
    const rows = await db
      .selectFrom('usage_week')
      .select('week')
      .where('week', '<', before)
      .where('salt', 'is not', null)
      .orderBy('week')
      .execute()
    return rows.map(({ week }) => week)
  },
  close: (week, shown) => db.transaction().execute(own => close(own, week, shown)),
  closed: since =>
    db
      .selectFrom('usage_cell')
      .select(['week', 'tool', 'purpose', 'outcome', 'people', 'uses'])
      .where('week', '>=', since)
      .where('week', 'in', db.selectFrom('usage_week').select('week').where('salt', 'is', null))
      .orderBy('week')
      .orderBy('tool')
      .orderBy('purpose')
      .orderBy('outcome')
      .execute(),
  eraseOlder: before =>
    db.transaction().execute(async own => {
      const weeks = own.selectFrom('usage_week').select('week').where('salt', 'is', null).where('week', '<', before)
      await own.deleteFrom('usage_cell').where('week', 'in', weeks).execute()
      return deleted(own.deleteFrom('usage_week').where('salt', 'is', null).where('week', '<', before))
    }),
})

/** With an engine the row stays as it is until the end of the transaction: a week is not closed while a use is noted. */
async function saltOf(db: OwnDatabase, week: string, locking?: StorageTarget['kind']): Promise<string | undefined> {
  const query = db.selectFrom('usage_week').select('salt').where('week', '=', week)
  const row = await (locking === 'postgres' ? query.forShare() : query).executeTakeFirst()
  return row?.salt ?? undefined
}

async function countUse(own: OwnDatabase, week: string, cell: UsageCell): Promise<void> {
  await own
    .insertInto('usage_cell')
    .values({ week, ...cell, people: 0, uses: 1 })
    .onConflict(known =>
      known
        .columns(['week', 'tool', 'purpose', 'outcome'])
        .doUpdateSet(({ eb }) => ({ uses: eb('usage_cell.uses', '+', 1) })),
    )
    .execute()
}

/** Whoever takes the salt away counts; the others find it gone. */
async function close(own: OwnDatabase, week: string, shown: (count: UsageCount) => UsageCount): Promise<boolean> {
  const salted = own
    .updateTable('usage_week')
    .set({ salt: null })
    .where('week', '=', week)
    .where('salt', 'is not', null)
  if ((await updated(salted)) === 0) return false
  for (const { cell, ...count } of await counted(own, week))
    await own
      .updateTable('usage_cell')
      .set(shown(count))
      .where('week', '=', week)
      .where(({ and }) => and(cell))
      .execute()
  await own.deleteFrom('usage_person').where('week', '=', week).execute()
  return true
}

async function counted(
  own: OwnDatabase,
  week: string,
): Promise<readonly (UsageCount & { readonly cell: UsageCell })[]> {
  const cells = await own
    .selectFrom('usage_cell')
    .select(['tool', 'purpose', 'outcome', 'uses'])
    .where('week', '=', week)
    .execute()
  const groups = await own
    .selectFrom('usage_person')
    .select(({ fn }) => ['tool', 'purpose', 'outcome', fn.countAll<number>().as('people')])
    .where('week', '=', week)
    .groupBy(['tool', 'purpose', 'outcome'])
    .execute()
  const people = new Map(groups.map(group => [keyOf(group), group.people]))
  return cells.map(({ uses, ...cell }) => ({ cell, uses, people: people.get(keyOf(cell)) ?? 0 }))
}

const keyOf = ({ tool, purpose, outcome }: UsageCell): string => JSON.stringify([tool, purpose, outcome])
