import { first } from './0001-first.js'
import { generation } from './0002-generation.js'
import { pace } from './0003-pace.js'
import type { Migration } from './migration.js'

/** All migrations in order; test/bot/storage/migrations.test.ts compares them with this folder. */
export const MIGRATIONS: readonly Migration[] = [first, generation, pace]
