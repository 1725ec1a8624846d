import { z } from 'zod'
import { Day } from '../../../policies/pack/terms.js'
import { QuestionState } from '../../../policies/training/schedule.js'
import type { OwnDatabase } from '../municipality.js'
import type { Learner, LearningStore } from '../store.js'
import { deleted } from './affected.js'
import { prepareReviews } from './reviews.js'

const Lessons = z.record(z.string(), z.int())

export function createLearningStore(db: OwnDatabase): LearningStore {
  return {
    learner: pseudonym => learnerOf(db, pseudonym),
    async saveLearner(pseudonym, { lessons, pausedUntil, lastActive }) {
      const row = { lessons: JSON.stringify(lessons), paused_until: pausedUntil ?? null, last_active: lastActive }
      await db
        .insertInto('learner')
        .values({ pseudonym, ...row })
        .onConflict(known => known.column('pseudonym').doUpdateSet(row))
        .execute()
    },
    states: pseudonym => statesOf(db, pseudonym),
    review: prepareReviews(db),
    erase: pseudonym =>
      db.transaction().execute(async own => {
        const states = await deleted(own.deleteFrom('question_state').where('pseudonym', '=', pseudonym))
        return states + (await deleted(own.deleteFrom('learner').where('pseudonym', '=', pseudonym)))
      }),
    eraseInactive: before => db.transaction().execute(own => eraseInactive(own, before)),
  }
}

async function learnerOf(db: OwnDatabase, pseudonym: string): Promise<Learner | undefined> {
  const row = await db.selectFrom('learner').selectAll().where('pseudonym', '=', pseudonym).executeTakeFirst()
  return (
    row && {
      lessons: Lessons.parse(JSON.parse(row.lessons)),
      pausedUntil: row.paused_until ?? undefined,
      lastActive: Day.parse(row.last_active),
    }
  )
}

async function statesOf(db: OwnDatabase, pseudonym: string): Promise<readonly QuestionState[]> {
  const rows = await db
    .selectFrom('question_state')
    .selectAll()
    .where('pseudonym', '=', pseudonym)
    .orderBy('question')
    .execute()
  return rows.map(({ question, due, stability, difficulty, phase, step, last_review: lastReview, rules }) =>
    QuestionState.parse({ question, due, stability, difficulty, phase, step, lastReview, rules }),
  )
}

/** Answers of somebody without a record count by their own days; otherwise nobody would ever delete them. */
async function eraseInactive(db: OwnDatabase, before: Day): Promise<number> {
  const active = db.selectFrom('learner').select('pseudonym').where('last_active', '>=', before)
  const recorded = db.selectFrom('learner').select('pseudonym')
  await db
    .deleteFrom('question_state')
    .where('pseudonym', 'not in', active)
    .where(({ or, eb }) => or([eb('last_review', '<', before), eb('pseudonym', 'in', recorded)]))
    .execute()
  return deleted(db.deleteFrom('learner').where('last_active', '<', before))
}
