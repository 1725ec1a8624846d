import type { ColumnDefinitionBuilder } from 'kysely'
import type { ColumnTypes, Migrating, Migration } from './migration.js'

export const first: Migration = {
  name: '0001-first',
  async up(db, types) {
    await counts(db, types)
    await learning(db, types)
    await people(db, types)
    await messages(db, types)
  },
}

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()

async function counts(db: Migrating, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('counter')
    .addColumn('municipality', text, needed)
    .addColumn('name', text, needed)
    .addColumn('count', integer, needed)
    .addPrimaryKeyConstraint('counter_key', ['municipality', 'name'])
    .execute()
  await db.schema
    .createTable('memory')
    .addColumn('municipality', text, needed)
    .addColumn('conversation', text, needed)
    .addColumn('topics', text, needed)
    .addColumn('replies', text, needed)
    .addColumn('until', text, needed)
    .addPrimaryKeyConstraint('memory_key', ['municipality', 'conversation'])
    .execute()
  await db.schema.createIndex('memory_until').on('memory').columns(['municipality', 'until']).execute()
}

async function learning(db: Migrating, { text, integer, real }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('learner')
    .addColumn('municipality', text, needed)
    .addColumn('pseudonym', text, needed)
    .addColumn('lessons', text, needed)
    .addColumn('paused_until', text)
    .addColumn('last_active', text, needed)
    .addPrimaryKeyConstraint('learner_key', ['municipality', 'pseudonym'])
    .execute()
  await db.schema
    .createTable('question_state')
    .addColumn('municipality', text, needed)
    .addColumn('pseudonym', text, needed)
    .addColumn('question', text, needed)
    .addColumn('due', text, needed)
    .addColumn('stability', real, needed)
    .addColumn('difficulty', real, needed)
    .addColumn('phase', text, needed)
    .addColumn('step', integer, needed)
    .addColumn('last_review', text, needed)
    .addColumn('rules', text, needed)
    .addPrimaryKeyConstraint('question_state_key', ['municipality', 'pseudonym', 'question'])
    .execute()
}

async function people(db: Migrating, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('proof')
    .addColumn('municipality', text, needed)
    .addColumn('id', text, needed)
    .addColumn('person', text, needed)
    .addColumn('name', text)
    .addColumn('subject', text, needed)
    .addColumn('version', integer, needed)
    .addColumn('day', text, needed)
    .addColumn('provider', text)
    .addPrimaryKeyConstraint('proof_key', ['municipality', 'id'])
    .addUniqueConstraint('proof_once', ['municipality', 'person', 'subject', 'day'])
    .execute()
  await db.schema
    .createTable('retrieval')
    .addColumn('municipality', text, needed)
    .addColumn('id', text, needed)
    .addColumn('by_person', text, needed)
    .addColumn('what', text, needed)
    .addColumn('day', text, needed)
    .addPrimaryKeyConstraint('retrieval_key', ['municipality', 'id'])
    .execute()
  await db.schema
    .createTable('conversation')
    .addColumn('municipality', text, needed)
    .addColumn('person', text, needed)
    .addColumn('reference', text, needed)
    .addColumn('seen', text, needed)
    .addPrimaryKeyConstraint('conversation_key', ['municipality', 'person'])
    .execute()
  await db.schema
    .createTable('reminder')
    .addColumn('municipality', text, needed)
    .addColumn('person', text, needed)
    .addColumn('hour', integer, needed)
    .addColumn('last_sent', text)
    .addPrimaryKeyConstraint('reminder_key', ['municipality', 'person'])
    .execute()
  await db.schema
    .createTable('departure')
    .addColumn('municipality', text, needed)
    .addColumn('person', text, needed)
    .addColumn('day', text, needed)
    .addPrimaryKeyConstraint('departure_key', ['municipality', 'person'])
    .execute()
}

async function messages(db: Migrating, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('municipality', text, needed)
    .addColumn('id', text, needed)
    .addColumn('key', text, needed)
    .addColumn('person', text, needed)
    .addColumn('kind', text, needed)
    .addColumn('content', text, needed)
    .addColumn('state', text, needed)
    .addColumn('attempts', integer, needed)
    .addColumn('not_before', text, needed)
    .addColumn('worker', text)
    .addColumn('lease_until', text)
    .addColumn('reason', text)
    .addColumn('done_at', text)
    .addPrimaryKeyConstraint('outbox_key', ['municipality', 'id'])
    .addUniqueConstraint('outbox_once', ['municipality', 'key'])
    .execute()
  await db.schema.createIndex('outbox_next').on('outbox').columns(['municipality', 'state', 'not_before']).execute()
  await db.schema.createIndex('outbox_person').on('outbox').columns(['municipality', 'person']).execute()
}
