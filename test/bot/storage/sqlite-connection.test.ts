import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { SqliteConnection } from '../../../bot/storage/sqlite/connection.js'
import { openSqliteFile } from '../../../bot/storage/sqlite/file.js'
import { StorageUnavailable } from '../../../bot/storage/unavailable.js'
import { temporaryFolder } from '../../support/storage.js'

const HOLDS_EXCLUSIVELY = `
  const database = new (require('libsql'))(process.argv[1])
  for (const sql of ['pragma journal_mode = wal', 'pragma locking_mode = exclusive', 'create table t (a text)',
    "insert into t values ('first')"]) database.exec(sql)
  console.log('held')
  process.stdin.resume().once('end', () => process.exit())`

const folder = temporaryFolder()
let files = 0
const place = (): string => join(folder(), `${++files}.db`)

async function opened(patienceMs?: number): Promise<{ connection: SqliteConnection; file: string }> {
  const file = place()
  const connection = new SqliteConnection(file, patienceMs)
  await connection.run('pragma journal_mode = wal')
  await connection.run('create table t (a text primary key, b bigint, c double precision)')
  return { connection, file }
}

describe('settings', () => {
  test('a file is opened for durable writing, and waiting blocks for a moment only', async () => {
    const result = await openSqliteFile(place(), 'create')
    if (!result.ok) throw new Error(result.problem)
    const { connection } = result
    const value = async (name: string) => Object.values((await connection.run<object>(`pragma ${name}`)).rows[0] ?? {})
    expect(await value('journal_mode')).toEqual(['wal'])
    expect(await value('synchronous')).toEqual([2])
    expect((await value('busy_timeout'))[0]).toBeLessThanOrEqual(1000)
    await connection.close()
  })

  test('what a chat was about does not wait for the disk; a certificate does, also right after it', async () => {
    const { connection } = await opened()
    for (const table of ['memory', 'counter', 'proof']) await connection.run(`create table ${table} (a text)`)
    const seen: unknown[] = []
    const noted = async (write: () => Promise<unknown>): Promise<void> => {
      await write()
      seen.push(...Object.values((await connection.run<object>('pragma synchronous')).rows[0] ?? {}))
    }
    for (const table of ['memory', 'counter', 'proof', 'memory'])
      await noted(() => connection.write(`insert into "${table}" values ('a')`))
    await noted(async () => {
      await connection.begin('immediate')
      await connection.commit()
    })
    const [full, normal] = [2, 1]
    expect(seen).toEqual([normal, normal, full, normal, full])
    await connection.close()
  })
})

describe('values', () => {
  test('a whole number above 2^53 is refused when read instead of rounded', async () => {
    const { connection } = await opened()
    await connection.write('insert into t (a, b) values (?, ?)', ['a', 2n ** 53n + 1n])
    await expect(connection.run('select b from t')).rejects.toThrow(RangeError)
    expect((await connection.run('select cast(b as text) as b from t')).rows).toEqual([{ b: '9007199254740993' }])
  })

  test('numbers come as numbers: counts, whole ones, broken ones', async () => {
    const { connection } = await opened()
    await connection.write('insert into t values (?, ?, ?)', ['a', 7, 3.1262345678901236])
    expect((await connection.run('select b, c, count(*) as n from t')).rows).toEqual([
      { b: 7, c: 3.1262345678901236, n: 1 },
    ])
  })

  test('a forbidden value is refused before libsql sees it', async () => {
    const { connection } = await opened()
    await expect(connection.write('insert into t (a) values (?)', [true])).rejects.toThrow(TypeError)
    expect((await connection.run('select * from t')).rows).toEqual([])
  })
})

describe('another process holds the lock', () => {
  test('waiting for it does not stop everything else', async () => {
    const { connection, file } = await opened()
    const other = new SqliteConnection(file)
    await other.begin('immediate')
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const writing = connection.write('insert into t (a) values (?)', ['a'])
    await sleep(1500)
    await other.commit()
    expect((await writing).numAffectedRows).toBe(1n)
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(800)
    await other.close()
  })

  test('in vain, the caller hears that the storage is unavailable; what is written later is there for everybody', async () => {
    const { connection, file } = await opened(100)
    const other = new SqliteConnection(file)
    await other.begin('immediate')
    await expect(connection.write('insert into t (a) values (?)', ['lost'])).rejects.toThrow(StorageUnavailable)
    await expect(connection.begin('immediate')).rejects.toThrow(StorageUnavailable)
    // Not how writes are done; but a statement that is left begun like this must not spoil the next either.
    await expect(connection.run('insert into t (a) values (?)', ['lost'])).rejects.toThrow(StorageUnavailable)
    other.rollback()
    await connection.write('insert into t (a) values (?)', ['kept'])
    expect((await other.run('select a from t')).rows).toEqual([{ a: 'kept' }])
    await other.close()
  })

  test('even reading may have to wait for it: the same is heard, and the next write is there for everybody', async () => {
    const file = place()
    const holder = spawn(process.execPath, ['-e', HOLDS_EXCLUSIVELY, file], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    const connection = new SqliteConnection(file, 100)
    await expect(connection.run('select a from t')).rejects.toThrow(StorageUnavailable)
    await expect(connection.run('insert into t values (?)', ['lost'])).rejects.toThrow(StorageUnavailable)
    holder.stdin.end()
    await once(holder, 'exit')
    await connection.write('insert into t values (?)', ['kept'])
    const third = new SqliteConnection(file)
    expect((await third.run('select a from t order by a')).rows).toEqual([{ a: 'first' }, { a: 'kept' }])
    await third.close()
  })
})

test('a full disk is told as such, ends the transaction, and leaves what was there', async () => {
  const { connection } = await opened()
  await connection.write('insert into t (a) values (?)', ['kept'])
  await connection.run('pragma max_page_count = 4')
  const filling = async (): Promise<void> => {
    for (let at = 0; at < 100; at++) await connection.write('insert into t (a) values (?)', [`${at}`.padEnd(500, 'x')])
  }
  await expect(filling()).rejects.toMatchObject({ name: 'StorageUnavailable', code: 'SQLITE_FULL' })
  expect((await connection.run('select a from t where a = ?', ['kept'])).rows).toHaveLength(1)
})

test('after closing nothing runs any more, although libsql itself would', async () => {
  const { connection } = await opened()
  await connection.close()
  await expect(connection.run('select 1')).rejects.toThrow(StorageUnavailable)
  await expect(connection.write("insert into t (a) values ('a')")).rejects.toThrow(StorageUnavailable)
  connection.rollback()
})

test('turns are taken in the order they were asked for', async () => {
  const { connection } = await opened()
  const order: number[] = []
  const turn = async (number: number): Promise<void> => {
    await connection.turns.take()
    await sleep(1)
    order.push(number)
    connection.turns.end()
  }
  await Promise.all([1, 2, 3, 4, 5].map(turn))
  expect(order).toEqual([1, 2, 3, 4, 5])
})
