import type { ColumnDefinitionBuilder } from 'kysely'
import type { ColumnTypes, Migrating, Migration } from './migration.js'

export const generation: Migration = {
  name: '0002-generation',
  async up(db, types) {
    await programs(db, types)
    await budgets(db, types)
    await usage(db, types)
  },
}

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()

async function programs(db: Migrating, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('program')
    .addColumn('municipality', text, needed)
    .addColumn('name', text, needed)
    .addColumn('digest', text, needed)
    .addColumn('tools', text, needed)
    .addColumn('purposes', text, needed)
    .addColumn('procedure', text)
    .addColumn('declared', text, needed)
    .addColumn('answers_for', text, needed)
    .addColumn('on_found', text, needed)
    .addColumn('per_minute', integer, needed)
    .addColumn('since', text, needed)
    .addColumn('until', text)
    .addColumn('revoked', text)
    .addPrimaryKeyConstraint('program_key', ['municipality', 'name'])
    .addUniqueConstraint('program_digest', ['municipality', 'digest'])
    .execute()
  await db.schema
    .createTable('program_pace')
    .addColumn('municipality', text, needed)
    .addColumn('program', text, needed)
    .addColumn('minute', integer, needed)
    .addColumn('calls', integer, needed)
    .addColumn('previous', integer, needed)
    .addPrimaryKeyConstraint('program_pace_key', ['municipality', 'program'])
    .execute()
}

async function budgets(db: Migrating, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('budget')
    .addColumn('municipality', text, needed)
    .addColumn('tool', text, needed)
    .addColumn('day', text, needed)
    .addColumn('tokens', integer, needed)
    .addPrimaryKeyConstraint('budget_key', ['municipality', 'tool', 'day'])
    .execute()
}

async function usage(db: Migrating, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('usage_week')
    .addColumn('municipality', text, needed)
    .addColumn('week', text, needed)
    .addColumn('salt', text)
    .addPrimaryKeyConstraint('usage_week_key', ['municipality', 'week'])
    .execute()
  await db.schema
    .createTable('usage_cell')
    .addColumn('municipality', text, needed)
    .addColumn('week', text, needed)
    .addColumn('tool', text, needed)
    .addColumn('purpose', text, needed)
    .addColumn('outcome', text, needed)
    .addColumn('people', integer, needed)
    .addColumn('uses', integer, needed)
    .addPrimaryKeyConstraint('usage_cell_key', ['municipality', 'week', 'tool', 'purpose', 'outcome'])
    .execute()
  await db.schema
    .createTable('usage_person')
    .addColumn('municipality', text, needed)
    .addColumn('week', text, needed)
    .addColumn('tool', text, needed)
    .addColumn('purpose', text, needed)
    .addColumn('outcome', text, needed)
    .addColumn('hash', text, needed)
    .addPrimaryKeyConstraint('usage_person_key', ['municipality', 'week', 'tool', 'purpose', 'outcome', 'hash'])
    .execute()
}
