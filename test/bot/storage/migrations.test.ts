import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { packageRoot } from '../../../bot/paths.js'
import { openDatabase } from '../../../bot/storage/database.js'
import { MIGRATIONS } from '../../../bot/storage/migrations/index.js'
import { storageOn } from '../../../bot/storage/open.js'
import { readSchema } from '../../../bot/storage/schema.js'
import { TABLES } from '../../../bot/storage/tables.js'
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

  test('a database of the first release gets the new tables, and keeps its rows', async () => {
    const target = await fresh()
    const made = await openDatabase(target, 'migrate', new Date())
    if (!made.ok) throw new Error(made.problem)
    const { all, schema, close } = made.database
    await storageOn(made.database).forMunicipality('neustadt').counters.increment('a')
    for (const table of ['program', 'program_pace', 'budget', 'usage_week', 'usage_cell', 'usage_person'])
      await sql`drop table ${sql.table(table)}`.execute(all)
    await schema.deleteFrom('kompass_schema').where('name', '=', '0002-generation').execute()
    expect((await readSchema(schema, kind)).state).toBe('older')
    await close()
    const storage = await opening(target)
    const { counters, budgets } = storage.forMunicipality('neustadt')
    await budgets.spend('t', '2026-11-23', 5)
    expect(await counters.read()).toEqual(new Map([['a', 1]]))
    await storage.close()
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
