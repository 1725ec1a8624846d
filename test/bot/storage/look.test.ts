import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { openDatabase } from '../../../bot/storage/database.js'
import { lookAtDatabase } from '../../../bot/storage/look.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import { NOW } from '../../support/musterstadt.js'
import { opening } from '../../support/opening.js'
import { onBothEngines, temporaryFolder } from '../../support/storage.js'

/** Something done to a database behind the back of the service. */
async function tamper(target: StorageTarget, ...statements: readonly string[]): Promise<void> {
  const opened = await openDatabase(target, 'migrate', NOW)
  if (!opened.ok) throw new Error(opened.problem)
  for (const statement of statements) await sql.raw(statement).execute(opened.database.all)
  await opened.database.close()
}

onBothEngines(({ kind, fresh }) => {
  test('where nothing is nothing is made', async () => {
    const target = await fresh()
    expect(await lookAtDatabase(target, ['neustadt'], NOW)).toEqual({ kind: 'missing' })
    expect(await lookAtDatabase(target, ['neustadt'], NOW)).toEqual({ kind: 'missing' })
  })

  test('a database in order, also while the service uses it; the row tried is gone again', async () => {
    const target = await fresh()
    const storage = await opening(target)
    const look = await lookAtDatabase(target, ['neustadt'], NOW)
    expect(look).toEqual({
      kind: 'there',
      engine: expect.stringMatching(kind === 'sqlite' ? /^SQLite 3\./ : /^PostgreSQL \d/),
      schema: 'current',
      writeProblem: undefined,
      tokens: new Map([['neustadt', []]]),
    })
    expect((await storage.forMunicipality('').counters.read()).size).toBe(0)
    await storage.close()
  })

  test('an older schema is told and stays as it is', async () => {
    const target = await fresh()
    await tamper(target, `delete from kompass_schema where name <> '0001-first'`)
    const look = await lookAtDatabase(target, [], NOW)
    expect(look).toMatchObject({ kind: 'there', schema: 'older' })
    expect(await lookAtDatabase(target, [], NOW)).toEqual(look)
  })

  test('a newer one is said to be', async () => {
    const target = await fresh()
    await tamper(target, `insert into kompass_schema (name, applied) values ('9999-later', '2027-01-01')`)
    expect(await lookAtDatabase(target, [], NOW)).toMatchObject({
      kind: 'unusable',
      problem: expect.stringContaining('neueren Fassung'),
    })
  })

  test('a database that takes no row', async () => {
    const target = await fresh()
    await tamper(
      target,
      kind === 'sqlite'
        ? `create trigger closed before insert on counter begin select raise(abort, 'no'); end`
        : 'alter table counter add check (false)',
    )
    expect(await lookAtDatabase(target, [], NOW)).toMatchObject({
      kind: 'there',
      writeProblem: expect.stringContaining('Die Datenbank'),
    })
  })
})

const folder = temporaryFolder()

test('a file of others is told and stays as it is', async () => {
  const file = join(folder(), 'fremd', 'kompass.db')
  await mkdir(dirname(file))
  await writeFile(file, 'something else, and long enough to have a header of a hundred bytes'.repeat(3))
  const before = await readFile(file)
  expect(await lookAtDatabase({ kind: 'sqlite', file }, [], NOW)).toMatchObject({
    kind: 'unusable',
    problem: expect.stringContaining('keine Datenbank des KI-Kompass'),
  })
  expect(await readFile(file)).toEqual(before)
})

test('a server that is away', async () => {
  const look = await lookAtDatabase({ kind: 'postgres', url: 'postgresql://u:geheim@127.0.0.1:1/kompass' }, [], NOW)
  expect(look).toMatchObject({ kind: 'unusable', problem: expect.stringContaining('nicht erreichbar') })
  expect(JSON.stringify(look)).not.toContain('geheim')
})
