import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { backup } from '../../../bot/commands/backup.js'
import { restore } from '../../../bot/commands/restore.js'
import { writeBackup } from '../../../bot/storage/backup/write.js'
import { openDatabase } from '../../../bot/storage/database.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import { AWKWARD, at, content, filled, ROWS } from '../../support/backups.js'
import { opening } from '../../support/opening.js'
import { postgresForTests, temporaryFolder } from '../../support/storage.js'

const folder = temporaryFolder()
const postgres = postgresForTests()
let places = 0
const place = (): string => join(folder(), String(++places))
const sqlite = (): StorageTarget => ({ kind: 'sqlite', file: join(place(), 'kompass.db') })
const server = async (): Promise<StorageTarget> => ({ kind: 'postgres', url: await postgres().createDatabase() })

describe('what was backed up is restored, to the last character', () => {
  test.each([
    { why: 'SQLite to SQLite', from: sqlite, to: sqlite },
    { why: 'SQLite to PostgreSQL', from: sqlite, to: server },
    { why: 'PostgreSQL to SQLite', from: server, to: sqlite },
    { why: 'PostgreSQL to PostgreSQL', from: server, to: server },
  ])('$why', async ({ from, to }) => {
    const [old, file, next] = [await filled(await from()), place(), await to()]
    const saved = await at(old, backup, file)
    expect(saved).toMatchObject({ code: 0, errors: '' })
    expect(saved.output).toContain(`${ROWS} Zeilen gesichert`)
    expect(saved.output).toContain('learning.key')
    expect(await at(next, restore, file)).toMatchObject({ code: 0, errors: '' })
    expect(await content(next)).toEqual(await content(old))
    const storage = await opening(next)
    const { proofs, learning } = storage.forMunicipality('altstadt')
    expect((await proofs.all())[0]?.name).toBe(AWKWARD)
    expect((await learning.states('y'))[0]?.stability).toBe(0.1 + 0.2)
    await storage.close()
  })

  test('the file is for its owner only', async () => {
    const file = place()
    await at(await filled(sqlite()), backup, file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test.each([
    { why: 'SQLite', target: async () => sqlite() },
    { why: 'PostgreSQL', target: server },
  ])('a backup is one moment, although $why is written to meanwhile', async ({ target }) => {
    const place = await filled(await target())
    const opened = await openDatabase(place, 'read', new Date())
    if (!opened.ok) throw new Error(opened.problem)
    const storage = await opening(place)
    const { proofs, reminders } = storage.forMunicipality('neustadt')
    let lines = 0
    const rows = await writeBackup(opened.database, new Date(), async () => {
      // In the middle of the first tables somebody changes tables that come later.
      if (++lines !== 3) return
      for (const person of ['new', 'newer']) await reminders.set(person, 9)
      await proofs.erasePerson('p')
    })
    expect(rows).toBe(ROWS)
    expect(await proofs.all()).toEqual([])
    await storage.close()
    await opened.database.close()
  })
})

describe('backup refuses, and leaves everything as it is', () => {
  test('a file that is there', async () => {
    const [target, file] = [await filled(sqlite()), place()]
    await writeFile(file, 'wichtig')
    expect(await at(target, backup, file)).toMatchObject({ code: 1, errors: expect.stringContaining('gibt es schon') })
    expect(await readFile(file, 'utf8')).toBe('wichtig')
  })

  test.each([
    { why: 'a folder that is not there', args: () => [join(place(), 'a', 'b')], code: 1, says: 'Ordner' },
    { why: 'no name', args: () => [], code: 2, says: 'npm run backup -- DATEI' },
    { why: 'two names', args: () => ['a', 'b'], code: 2, says: 'npm run backup -- DATEI' },
  ])('$why', async ({ args, code, says }) => {
    const result = await at(await filled(sqlite()), backup, ...args())
    expect(result).toMatchObject({ code, errors: expect.stringContaining(says) })
  })

  test('a database that is not there: none is made', async () => {
    const [target, file] = [sqlite(), place()]
    const result = await at(target, backup, file)
    expect(result).toMatchObject({ code: 1, errors: expect.stringContaining('gibt es noch nicht') })
    expect((await readdir(folder())).includes(file)).toBe(false)
  })
})
