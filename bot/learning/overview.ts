import type { LearningView } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Person } from '../../policies/tools/principal.js'
import { dayOf } from '../clock.js'
import type { Store } from '../storage/store.js'
import type { Learning } from './learning.js'
import { learningView } from './view.js'

export type OverviewDeps = {
  readonly learning: Learning
  readonly store: Pick<Store, 'conversations' | 'reminders'>
  readonly pack: () => Pack
  readonly now: () => Date
}

/** Where a person stands, what comes next, and whether they asked to be reminded. */
export async function overviewOf(person: Person, deps: OverviewDeps): Promise<LearningView> {
  const { learning, store, pack, now } = deps
  const [{ plan, known }, reminder, conversation] = await Promise.all([
    learning.plan(person),
    store.reminders.of(person.id),
    store.conversations.of(person.id),
  ])
  return learningView({
    plan,
    learner: known,
    pack: pack(),
    today: dayOf(now()),
    person,
    reminder: { possible: conversation !== undefined, ...(reminder === undefined ? {} : { hour: reminder.hour }) },
  })
}
