import { expect, test } from '@jest/globals'
import { SqliteConnection } from '../../../bot/storage/sqlite/connection.js'
import { createLightWrites, isLight, LIGHT_TABLES, type Write } from '../../../bot/storage/sqlite/light-writes.js'
import { createTurns } from '../../../bot/storage/sqlite/turns.js'
import { opening } from '../../support/opening.js'
import { temporaryFolder } from '../../support/storage.js'

const folder = temporaryFolder()
let files = 0

async function opened(): Promise<{ connection: SqliteConnection; file: string }> {
  const file = `${folder()}/${++files}.db`
  const connection = new SqliteConnection(file)
  await connection.run('pragma journal_mode = wal')
  await connection.run('create table "counter" (name text primary key)')
  return { connection, file }
}

const counted = (name: unknown): Write => ({ sql: 'insert into "counter" values (?)', parameters: [name] })
const namesIn = async (connection: SqliteConnection): Promise<unknown> =>
  (await connection.run('select name from "counter" order by rowid')).rows.map(row => Object(row).name)

test.each([
  { why: 'what a chat was about', sql: 'update "memory" set "topics" = ?', light: true },
  { why: 'a count', sql: 'insert into "counter" ("name") values (?)', light: true },
  { why: 'a proof must be on the disk', sql: 'insert into "proof" ("id") values (?)', light: false },
  { why: 'what is forgotten must be gone for good', sql: 'delete from "memory" where "until" <= ?', light: false },
  { why: 'another table that begins alike', sql: 'insert into "memory_of" ("id") values (?)', light: false },
])('$why: light $light', ({ sql, light }) => {
  expect(isLight(sql)).toBe(light)
})

test('each of their tables is one there is: a new name must be told here, too', async () => {
  const file = `${folder()}/names/kompass.db`
  await (await opening({ kind: 'sqlite', file })).close()
  const connection = new SqliteConnection(file)
  const { rows } = await connection.run("select name from sqlite_master where type = 'table'")
  expect(rows.map(row => Object(row).name)).toEqual(expect.arrayContaining([...LIGHT_TABLES]))
  await connection.close()
})

test('those of one moment share a transaction, in their order; the next moment has its own', async () => {
  const groups: unknown[] = []
  const { write } = createLightWrites(createTurns(), async writes => {
    groups.push(writes.map(({ parameters: [name] }) => name))
    return writes.map(({ parameters }) => ({ rows: [parameters[0]] }))
  })
  const results = await Promise.all(['a', 'b', 'c'].map(name => write(counted(name))))
  expect(results.map(({ rows }) => rows)).toEqual([['a'], ['b'], ['c']])
  await write(counted('d'))
  expect(groups).toEqual([['a', 'b', 'c'], ['d']])
})

test.each([
  { why: 'is there twice', bad: 'a', error: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } },
  { why: 'is of a kind libsql would change', bad: true, error: { name: 'TypeError' } },
])('one that fails because its value $why fails alone', async ({ bad, error }) => {
  const { connection } = await opened()
  await connection.write('insert into "counter" values (?)', ['a'])
  const results = await Promise.allSettled(['b', bad, 'c'].map(name => connection.light.write(counted(name))))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: error })
  expect(await namesIn(connection)).toEqual(['a', 'b', 'c'])
  await connection.close()
})

test('they wait for the turn of whoever is in a transaction, and are no part of it', async () => {
  const { connection } = await opened()
  await connection.turns.take()
  await connection.begin('immediate')
  const waiting = connection.light.write(counted('light'))
  await connection.run('insert into "counter" values (?)', ['taken back'])
  await new Promise(done => setTimeout(done, 20))
  connection.rollback()
  connection.turns.end()
  await waiting
  expect(await namesIn(connection)).toEqual(['light'])
  await connection.close()
})

test('closing waits for them; what comes afterwards hears that it is closed', async () => {
  const { connection, file } = await opened()
  const last = connection.light.write(counted('last'))
  await connection.close()
  await last
  await expect(connection.light.write(counted('late'))).rejects.toMatchObject({ code: 'closed' })
  const again = new SqliteConnection(file)
  expect(await namesIn(again)).toEqual(['last'])
  await again.close()
})
