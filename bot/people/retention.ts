import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import { plusDays, plusMonths } from '../../policies/training/index.js'
import { dayOf } from '../clock.js'
import { weeksBefore } from '../generation/usage/week.js'
import type { Store } from '../storage/store.js'

export type RetentionDeps = {
  readonly store: Store
  readonly pseudonymOf: (person: string) => string
  readonly pack: () => Pack
  readonly now: () => Date
}

/** Numbers of what was deleted; never who. */
export type RetentionReport = {
  readonly inactiveLearners: number
  readonly departed: number
  readonly conversations: number
  readonly proofs: number
  readonly retrievals: number
  readonly messages: number
  readonly tokens: number
  readonly budgets: number
  readonly usageWeeks: number
}

/** Keys that no longer work, tokens used, and uses counted: goes when nobody asks for it any more. */
const TOKEN_DAYS = 90
const BUDGET_DAYS = 31
const USAGE_WEEKS = 104

/** Deletes what has been kept as long as the pack's `retention` allows; safe to run at any time and twice. */
export async function applyRetention({ store, pseudonymOf, pack, now }: RetentionDeps): Promise<RetentionReport> {
  const { retention } = pack().manifest
  const today = dayOf(now())
  const departed = await store.departures.before(plusDays(today, -retention.left_days))
  for (const person of departed) {
    await store.learning.erase(pseudonymOf(person))
    await store.reminders.off(person)
    await store.conversations.erase(person)
    await store.outbox.erasePerson(person)
    await store.proofs.erasePerson(person)
    await store.departures.erase(person)
  }
  return {
    inactiveLearners: await store.learning.eraseInactive(keptSince(today, retention.learning_months)),
    departed: departed.length,
    conversations: await store.conversations.eraseOlder(keptSince(today, retention.conversation_months)),
    proofs: await store.proofs.eraseOlder(keptSince(today, retention.proof_months)),
    retrievals: await store.proofs.eraseRetrievals(keptSince(today, retention.retrieval_months)),
    messages: await store.outbox.eraseDone(new Date(now().getTime() - retention.message_days * 86_400_000)),
    tokens: await store.tokens.eraseEnded(plusDays(today, -TOKEN_DAYS)),
    budgets: await store.budgets.eraseOlder(plusDays(today, -BUDGET_DAYS)),
    usageWeeks: await store.usage.eraseOlder(weeksBefore(today, USAGE_WEEKS)),
  }
}

/**
 * The first day whose months are not over: kept until 28 August is what is 18 months old since 28 February, although the
 * last days of August have no day of their own in that month to count back to.
 */
function keptSince(today: Day, months: number): Day {
  const day = plusMonths(today, -months)
  return plusMonths(day, months) < today ? plusDays(day, 1) : day
}
