import type { QuestionState } from '../../../policies/training/schedule.js'
import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { LearningStore } from '../store.js'

/** Examples for `prepared`; what comes after in one comes before in the other. */
const OF = { pseudonym: 'p', question: 'q' }
const OF_OTHER = { pseudonym: 'r', question: 's' }
const AFTER: QuestionState = {
  question: 'a0',
  due: 'a1',
  stability: 0.1,
  difficulty: 0.2,
  phase: 'new',
  step: 1,
  lastReview: 'a2',
  rules: 'a3',
}
const BEFORE: QuestionState = {
  question: 'b0',
  due: 'b1',
  stability: 0.3,
  difficulty: 0.4,
  phase: 'review',
  step: 2,
  lastReview: 'b2',
  rules: 'b3',
}

/**
 * What people do most: one statement, so that it is durable at once and no lock is held in between. An answer that comes
 * second finds the state changed, and changes no row.
 */
export function prepareReviews(db: OwnDatabase): LearningStore['review'] {
  const begun = [
    { of: OF, after: AFTER },
    { of: OF_OTHER, after: BEFORE },
  ] as const
  const begin = prepared(db, begun, ({ of, after }) =>
    db
      .insertInto('question_state')
      .values({ ...of, ...columnsOf(after) })
      .onConflict(known => known.columns(['pseudonym', 'question']).doNothing()),
  )
  const gone = [
    { of: OF, after: AFTER, before: BEFORE },
    { of: OF_OTHER, after: BEFORE, before: AFTER },
  ] as const
  const go = prepared(db, gone, ({ of, after, before }) =>
    db
      .updateTable('question_state')
      .set(columnsOf(after))
      .where(({ and }) => and({ ...of, ...columnsOf(before) })),
  )
  return async (pseudonym, before, after) => {
    const of = { pseudonym, question: after.question }
    const { numAffectedRows } = before ? await go({ of, after, before }) : await begin({ of, after })
    return numAffectedRows === 1n ? 'stored' : 'outdated'
  }
}

const columnsOf = ({ due, stability, difficulty, phase, step, lastReview, rules }: QuestionState) => ({
  due,
  stability,
  difficulty,
  phase,
  step,
  last_review: lastReview,
  rules,
})
