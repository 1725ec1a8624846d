import type { OwnDatabase } from '../municipality.js'
import type { BudgetStore } from '../store.js'
import { deleted } from './affected.js'

export const createBudgetStore = (db: OwnDatabase): BudgetStore => ({
  async spent(tool, day) {
    const row = await db
      .selectFrom('budget')
      .select('tokens')
      .where('tool', '=', tool)
      .where('day', '=', day)
      .executeTakeFirst()
    return row?.tokens ?? 0
  },
  /** Added by the database itself, so that nothing is lost between replicas. */
  async spend(tool, day, tokens) {
    await db
      .insertInto('budget')
      .values({ tool, day, tokens })
      .onConflict(known =>
        known.columns(['tool', 'day']).doUpdateSet(({ eb }) => ({ tokens: eb('budget.tokens', '+', tokens) })),
      )
      .execute()
  },
  eraseOlder: before => deleted(db.deleteFrom('budget').where('day', '<', before)),
})
