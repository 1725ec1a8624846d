import type { Day } from '../../policies/pack/terms.js'
import type { LearnerState } from '../../policies/training/index.js'
import type { Learner, Store } from '../storage/store.js'

/** Everything known of a learner, from proof (by person) and learning state (by pseudonym). */
export type Known = LearnerState & { readonly record: Learner | undefined }

export async function knownLearner(
  { learning, proofs }: Pick<Store, 'learning' | 'proofs'>,
  person: string,
  pseudonym: string,
): Promise<Known> {
  const [record, states, passed] = await Promise.all([
    learning.learner(pseudonym),
    learning.states(pseudonym),
    proofs.of(person),
  ])
  return { passed, states, lessons: record?.lessons ?? {}, pausedUntil: record?.pausedUntil, record }
}

/** The record of a learner who does something today, with what changed. */
export const activeRecord = (
  record: Learner | undefined,
  today: Day,
  change: Partial<Pick<Learner, 'lessons' | 'pausedUntil'>> = {},
): Learner => ({
  lessons: record?.lessons ?? {},
  pausedUntil: record?.pausedUntil,
  lastActive: record && record.lastActive > today ? record.lastActive : today,
  ...change,
})
