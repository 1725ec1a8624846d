import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Kysely, sql } from 'kysely'
import { packageRoot } from '../../../bot/paths.js'
import { openDatabase } from '../../../bot/storage/database.js'
import { MIGRATIONS } from '../../../bot/storage/migrations/index.js'
import { postgresDialect } from '../../../bot/storage/postgres/dialect.js'
import { postgresPool } from '../../../bot/storage/postgres/pool.js'
import { type Marker, migrate, readSchema } from '../../../bot/storage/schema.js'
import { sqliteDialect } from '../../../bot/storage/sqlite/dialect.js'
import { openSqliteFile } from '../../../bot/storage/sqlite/file.js'
import { TABLES } from '../../../bot/storage/tables.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import { opening } from '../../support/opening.js'
import { asOwner } from '../../support/postgres.js'
import { runScript } from '../../support/script.js'
import { onBothEngines } from '../../support/storage.js'
import { placeOf } from '../../support/storage-scripts/target-of.js'

test('the register and the folder hold the same migrations, in order', () => {
  const files = readdirSync(join(packageRoot(), 'bot/storage/migrations'))
    .filter(file => /^\d/.test(file))
    .sort()
  expect(MIGRATIONS.map(({ name }) => `${name}.ts`)).toEqual(files)
  expect(files.every((file, at) => file.startsWith(String(at + 1).padStart(4, '0')))).toBe(true)
})

test('every table belongs to municipalities: theirs is the first column of the key', () => {
  for (const { key, columns } of Object.values(TABLES)) {
    expect(key[0]).toBe('municipality')
    expect(Object.keys(columns)).toContain('municipality')
  }
})

type ColumnRow = { table: string; name: string; type: string; nullable: number | boolean }
const KINDS: Readonly<Record<string, string>> = { text: 'text', bigint: 'integer', 'double precision': 'real' }
const SQLITE_COLUMNS = sql<ColumnRow>`
  select t.name as "table", c.name, lower(c.type) as type, c."notnull" = 0 as nullable
  from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name <> 'kompass_schema'`
const POSTGRES_COLUMNS = sql<ColumnRow>`
  select table_name::text as "table", column_name::text as name, data_type::text as type, is_nullable = 'YES' as nullable
  from information_schema.columns where table_schema = 'public' and table_name <> 'kompass_schema'`

/** A database as it stands, before anything is migrated. */
async function bare(target: StorageTarget): Promise<{ schema: Kysely<Marker>; close: () => Promise<void> }> {
  if (target.kind === 'postgres') {
    const pool = postgresPool(target.url)
    return { schema: new Kysely({ dialect: postgresDialect(pool) }), close: () => pool.end() }
  }
  const opened = await openSqliteFile(target.file, 'create')
  if (!opened.ok) throw new Error(opened.problem)
  const { connection } = opened
  return { schema: new Kysely({ dialect: sqliteDialect(connection) }), close: () => connection.close() }
}

const MADE = new Date('2026-11-25T12:00:30Z')
const MINUTE = Math.floor(MADE.getTime() / 60_000)

/** What a database holds since a migration, in the words of its time. */
type OldRow = { readonly table: string; readonly values: Readonly<Record<string, string | number>> }
const ROWS: Readonly<Record<string, readonly OldRow[]>> = {
  '0001-first': [{ table: 'counter', values: { name: 'a', count: 1 } }],
  '0002-generation': [
    { table: 'budget', values: { tool: 't', day: '2026-11-25', tokens: 7 } },
    { table: 'program_pace', values: { program: 'open-webui', minute: MINUTE, calls: 2, previous: 1 } },
    { table: 'program_pace', values: { program: 'person:p', minute: MINUTE, calls: 3, previous: 0 } },
  ],
}

/** In a transaction: outside of one, SQL written by hand is taken for reading. */
async function insert(schema: Kysely<Marker>, { table, values }: OldRow): Promise<void> {
  const row = { municipality: 'neustadt', ...values }
  const columns = sql.join(Object.keys(row).map(name => sql.ref(name)))
  const insertion = sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`
  await schema.transaction().execute(transaction => insertion.execute(transaction))
}

onBothEngines(({ kind, fresh }) => {
  test('the tables are those of tables.ts, with these columns and types', async () => {
    const target = await fresh()
    const opened = await openDatabase(target, 'migrate', new Date())
    if (!opened.ok) throw new Error(opened.problem)
    const { all, close } = opened.database
    const { rows } = await (kind === 'sqlite' ? SQLITE_COLUMNS : POSTGRES_COLUMNS).execute(all)
    const seen: Record<string, Record<string, string>> = {}
    for (const { table, name, type, nullable } of rows)
      seen[table] = { ...seen[table], [name]: `${KINDS[type]}${nullable ? '?' : ''}` }
    const wanted = Object.entries(TABLES).map(([name, { columns }]) => [name, columns])
    expect(seen).toEqual(Object.fromEntries(wanted))
    await close()
  })

  test('opened a second time, nothing changes', async () => {
    const target = await fresh()
    const states = []
    for (let time = 0; time < 2; time++) {
      const opened = await openDatabase(target, 'migrate', new Date(`202${time}-01-01T00:00:00Z`))
      if (!opened.ok) throw new Error(opened.problem)
      states.push(await opened.database.schema.selectFrom('kompass_schema').selectAll().execute())
      expect((await readSchema(opened.database.schema, kind)).state).toBe('current')
      await opened.database.close()
    }
    expect(states[0]).toHaveLength(MIGRATIONS.length)
    expect(states[1]).toEqual(states[0])
  })

  describe('a release whose last migration is', () => {
    const releases = MIGRATIONS.slice(0, -1).map(({ name }, at) => ({ name, known: MIGRATIONS.slice(0, at + 1) }))

    test.each(releases)('$name: its database gets the tables of today, and keeps its rows', async ({ known }) => {
      const target = await fresh()
      const old = await bare(target)
      expect(await migrate(old.schema, kind, MADE, known)).toBe('current')
      const rows = known.flatMap(({ name }) => ROWS[name] ?? [])
      for (const row of rows) await insert(old.schema, row)
      expect((await readSchema(old.schema, kind)).state).toBe('older')
      await old.close()

      const storage = await opening(target)
      const { counters, budgets, tokens, pace } = storage.forMunicipality('neustadt')
      const withPrograms = known.length >= 2
      expect(await counters.read()).toEqual(new Map([['a', 1]]))
      expect(await budgets.spent('t', '2026-11-25')).toBe(withPrograms ? 7 : 0)
      expect(await tokens.enter('open-webui', 1, MADE)).toEqual(withPrograms ? { calls: 2, previous: 1 } : 'in')
      expect(await pace.enter('p', 1, MADE)).toEqual(withPrograms ? { calls: 3, previous: 0 } : 'in')
      expect(await pace.enter('nobody yet', 1, MADE)).toBe('in')
      await storage.close()
    })

    test.each(releases)('$name: its program refuses the database of today, and changes nothing', async ({ known }) => {
      const target = await fresh()
      const storage = await opening(target)
      await storage.forMunicipality('neustadt').pace.enter('p', 1, MADE)
      await storage.close()
      const { schema, close } = await bare(target)
      const { applied } = await readSchema(schema, kind)
      expect((await readSchema(schema, kind, known)).state).toBe('newer')
      expect(await migrate(schema, kind, MADE, known)).toBe('newer')
      expect(await readSchema(schema, kind)).toEqual({ state: 'current', applied })
      await close()
    })
  })

  test('two processes starting at once on nothing: both open, six times', async () => {
    for (let time = 0; time < 6; time++) {
      const target = await fresh()
      const starts = await Promise.all([1, 2].map(() => runScript('open-storage', [placeOf(target)])))
      expect(starts.map(({ output }) => output.trim())).toEqual(['opened', 'opened'])
      const storage = await opening(target)
      await storage.forMunicipality('neustadt').counters.increment('a')
      await storage.close()
    }
  }, 60_000)

  if (kind === 'postgres')
    test('text is compared and sorted by its bytes, whatever language the server speaks', async () => {
      const target = await fresh()
      await (await opening(target)).close()
      const rows = await asOwner(
        placeOf(target),
        `select table_name, column_name, collation_name from information_schema.columns
         where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
      )
      expect(rows).toEqual([])
    })
})
