import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { BudgetStore } from '../store.js'
import { deleted } from './affected.js'

export function createBudgetStore(db: OwnDatabase): BudgetStore {
  const { read, add } = prepareBudget(db)
  return {
    spent: async (tool, day) => (await read({ of: { tool, day } })).rows[0]?.tokens ?? 0,
    async spend(tool, day, tokens) {
      await add({ of: { tool, day, tokens } })
    },
    eraseOlder: before => deleted(db.deleteFrom('budget').where('day', '<', before)),
  }
}

const DAY = { of: { tool: 'a0', day: 'a1' } }
const OTHER_DAY = { of: { tool: 'b0', day: 'b1' } }
const SPENT = { of: { ...DAY.of, tokens: 1 } }
const OTHER_SPENT = { of: { ...OTHER_DAY.of, tokens: 2 } }

/** The statements of every call to a model. */
const prepareBudget = (db: OwnDatabase) => ({
  read: prepared(db, [DAY, OTHER_DAY], ({ of: { tool, day } }) =>
    db.selectFrom('budget').select('tokens').where('tool', '=', tool).where('day', '=', day),
  ),
  /** Added by the database itself, so that nothing is lost between replicas. */
  add: prepared(db, [SPENT, OTHER_SPENT], ({ of }) =>
    db
      .insertInto('budget')
      .values(of)
      .onConflict(known =>
        known.columns(['tool', 'day']).doUpdateSet(({ eb }) => ({ tokens: eb('budget.tokens', '+', of.tokens) })),
      ),
  ),
})
