import type { QuestionState } from '../../../policies/training/schedule.js'
import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { LearningStore } from '../store.js'

/** Every value differs, see `prepared`. */
const STATE = { due: 'd', stability: 0.1, difficulty: 0.2, phase: 'p', step: 1, last_review: 'l', rules: 'r' }
const BEFORE = {
  due_before: 'D',
  stability_before: 0.3,
  difficulty_before: 0.4,
  phase_before: 'P',
  step_before: 2,
  last_review_before: 'L',
  rules_before: 'R',
}
const KEY = { pseudonym: 'y', question: 'q' }

/**
 * What people do most: one statement, so that it is durable at once and no lock is held in between. An answer that comes
 * second finds the state changed, and changes no row.
 */
export function prepareReviews(db: OwnDatabase): LearningStore['review'] {
  const begin = prepared(db, { ...KEY, ...STATE }, row =>
    db
      .insertInto('question_state')
      .values(row)
      .onConflict(known => known.columns(['pseudonym', 'question']).doNothing()),
  )
  const go = prepared(db, { ...KEY, ...STATE, ...BEFORE }, ({ pseudonym, question, ...values }) =>
    db
      .updateTable('question_state')
      .set({
        due: values.due,
        stability: values.stability,
        difficulty: values.difficulty,
        phase: values.phase,
        step: values.step,
        last_review: values.last_review,
        rules: values.rules,
      })
      .where('pseudonym', '=', pseudonym)
      .where('question', '=', question)
      .where('due', '=', values.due_before)
      .where('stability', '=', values.stability_before)
      .where('difficulty', '=', values.difficulty_before)
      .where('phase', '=', values.phase_before)
      .where('step', '=', values.step_before)
      .where('last_review', '=', values.last_review_before)
      .where('rules', '=', values.rules_before),
  )
  return async (pseudonym, before, after) => {
    const key = { pseudonym, question: after.question }
    const { numAffectedRows } = before
      ? await go({ ...key, ...rowOf(after), ...rowBefore(before) })
      : await begin({ ...key, ...rowOf(after) })
    return numAffectedRows === 1n ? 'stored' : 'outdated'
  }
}

const rowOf = ({ due, stability, difficulty, phase, step, lastReview, rules }: QuestionState): typeof STATE => ({
  due,
  stability,
  difficulty,
  phase,
  step,
  last_review: lastReview,
  rules,
})

const rowBefore = (state: QuestionState): typeof BEFORE => ({
  due_before: state.due,
  stability_before: state.stability,
  difficulty_before: state.difficulty,
  phase_before: state.phase,
  step_before: state.step,
  last_review_before: state.lastReview,
  rules_before: state.rules,
})
