import type { Migration } from './migration.js'

/** The pace counts people as well as programs, so its names say neither. The rows stay. */
export const pace: Migration = {
  name: '0003-pace',
  async up(db) {
    // The key keeps its name `program_pace_key`: SQLite cannot rename one, and no query names it.
    await db.schema.alterTable('program_pace').renameTo('pace').execute()
    await db.schema.alterTable('pace').renameColumn('program', 'caller').execute()
  },
}
