import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { openDatabase } from '../../../bot/storage/database.js'
import { openStorage } from '../../../bot/storage/open.js'
import { SqliteConnection } from '../../../bot/storage/sqlite/connection.js'
import { storageTarget } from '../../../bot/storage/target.js'
import { opening } from '../../support/opening.js'
import { runScript } from '../../support/script.js'
import { temporaryFolder } from '../../support/storage.js'

const folder = temporaryFolder()
let places = 0

/** A database with something in it, closed. */
async function used(rows = 1): Promise<string> {
  const file = join(folder(), String(++places), 'kompass.db')
  const storage = await opening({ kind: 'sqlite', file })
  const { proofs } = storage.forMunicipality('neustadt')
  for (let at = 0; at < rows; at++)
    await proofs.add({
      id: `${at}`,
      person: `p${at}`,
      name: undefined,
      subject: 's',
      version: 1,
      day: '2026-01-01',
      provider: 'x'.repeat(300),
    })
  await storage.close()
  // Into the file itself what so far stands in its log, or the log would mend what a test breaks.
  const connection = new SqliteConnection(file)
  await connection.run('pragma wal_checkpoint(truncate)')
  await connection.close()
  return file
}

describe('where the storage is', () => {
  test.each([
    { why: 'nothing said', env: {}, target: { kind: 'sqlite', file: '.data/kompass.db' } },
    { why: 'a folder', env: { KOMPASS_DATA: '/srv/k' }, target: { kind: 'sqlite', file: '/srv/k/kompass.db' } },
    {
      why: 'a server',
      env: { DATABASE_URL: 'postgresql://x/y' },
      target: { kind: 'postgres', url: 'postgresql://x/y' },
    },
    {
      why: 'both: the server',
      env: { DATABASE_URL: 'postgresql://x/y', KOMPASS_DATA: '/srv/k' },
      target: { kind: 'postgres', url: 'postgresql://x/y' },
    },
    {
      why: 'empty settings',
      env: { DATABASE_URL: '', KOMPASS_DATA: '' },
      target: { kind: 'sqlite', file: '.data/kompass.db' },
    },
  ])('$why', ({ env, target }) => {
    expect(storageTarget(env)).toEqual(target)
  })
})

describe('a new SQLite file', () => {
  test('is made with its folder, for its owner only, and keeps what it is given', async () => {
    const file = await used()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700)
    const storage = await opening({ kind: 'sqlite', file })
    expect(await storage.forMunicipality('neustadt').proofs.all()).toHaveLength(1)
    await storage.close()
    expect((await readdir(dirname(file))).filter(name => name.includes('.neu-'))).toEqual([])
  })

  test('is not made for somebody who only wants to read', async () => {
    const file = join(folder(), String(++places), 'kompass.db')
    const result = await openDatabase({ kind: 'sqlite', file }, 'read', new Date())
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('gibt es noch nicht') })
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })
})

test('opened for reading, nothing can be written', async () => {
  const result = await openDatabase({ kind: 'sqlite', file: await used() }, 'read', new Date())
  if (!result.ok) throw new Error(result.problem)
  const writing = result.database.of('neustadt').insertInto('counter').values({ name: 'a', count: 1 }).execute()
  await expect(writing).rejects.toMatchObject({ name: 'StorageUnavailable', code: 'SQLITE_READONLY' })
  await result.database.close()
})

describe('a file that is not as it should be stays as it is, to the byte', () => {
  test.each([
    {
      why: 'empty: a new one would hide that the old is gone',
      make: (file: string) => truncate(file),
      says: 'ist leer (0 Byte)',
    },
    {
      why: 'a text',
      make: (file: string) => writeFile(file, 'Liebe Kolleginnen und Kollegen\n'.repeat(9)),
      says: 'keine Datenbank des KI-Kompass',
    },
    {
      why: 'shorter than a header',
      make: (file: string) => writeFile(file, 'x'),
      says: 'keine Datenbank des KI-Kompass',
    },
    { why: 'the database of another program', make: foreign, says: 'keine Datenbank des KI-Kompass' },
    { why: 'cut off', make: (file: string) => truncate(file, 40_960), says: 'ist beschädigt' },
    { why: 'a page overwritten', make: (file: string) => overwrite(file, 8192, 4096), says: 'ist beschädigt' },
    { why: 'the schema overwritten', make: (file: string) => overwrite(file, 100, 3000), says: 'ist beschädigt' },
    {
      why: 'the magic overwritten',
      make: (file: string) => overwrite(file, 0, 16),
      says: 'keine Datenbank des KI-Kompass',
    },
    { why: 'a later schema', make: later, says: 'mit einer neueren Fassung' },
    { why: 'the tables of others under our name', make: othersUnderOurName, says: 'keine Datenbank des KI-Kompass' },
  ])('$why', async ({ make, says }) => {
    const file = await used(300)
    await make(file)
    const before = await readFile(file)
    const result = await openStorage({ kind: 'sqlite', file })
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining(says) })
    expect(result).toMatchObject({
      problem: expect.stringMatching(/nichts verändert.*Bitte|nichts verändert.*löschen Sie/s),
    })
    expect(Buffer.compare(await readFile(file), before)).toBe(0)
  })

  test('a file that went missing while its journal stayed is not replaced by a new one', async () => {
    const file = await used()
    await rename(file, `${file}.verschoben`)
    await writeFile(`${file}-wal`, 'rest')
    const result = await openStorage({ kind: 'sqlite', file })
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('Schreibprotokoll') })
    await expect(stat(file)).rejects.toThrow('ENOENT')
    expect(await readFile(`${file}-wal`, 'utf8')).toBe('rest')
  })

  test('a folder in the place of the file', async () => {
    const file = join(folder(), String(++places), 'kompass.db')
    await mkdir(file, { recursive: true })
    expect(await openStorage({ kind: 'sqlite', file })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('keine Datei'),
    })
  })

  test('a file in the place of the folder', async () => {
    const file = join(folder(), String(++places))
    await writeFile(file, 'x')
    const result = await openStorage({ kind: 'sqlite', file: join(file, 'kompass.db') })
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('keine Datei') })
  })
})

/** As root every file may be written, so these run as somebody else. */
describe('without the right to write', () => {
  test.each([
    { why: 'the file', mode: { file: 0o444, folder: 0o777 } },
    { why: 'the folder, where SQLite needs its journal', mode: { file: 0o666, folder: 0o555 } },
  ])('$why', async ({ mode }) => {
    const own = await mkdtemp(join(tmpdir(), 'kompass-test-'))
    const file = join(own, 'kompass.db')
    // Made by a process that ends: here the driver may write the journal back when it likes, also while bytes are compared.
    expect((await runScript('open-storage', [file])).output).toContain('opened')
    await chmod(file, mode.file)
    await chmod(own, mode.folder)
    const before = await readFile(file)
    const { output } = await runScript('open-storage', [file, 'nobody'])
    expect(output).toContain('lässt sich nicht beschreiben')
    expect(Buffer.compare(await readFile(file), before)).toBe(0)
    await chmod(own, 0o755)
    await rm(own, { recursive: true })
  })
})

test('no space left: the start says so, what was stored is still there', async () => {
  const file = await used(50)
  const blocks = Math.ceil((await stat(file)).size / 512) + 64
  const { output } = await runScript('fill-storage', [file], { fileBlocks: blocks })
  expect(output).toContain('StorageUnavailable')
  const storage = await opening({ kind: 'sqlite', file })
  expect((await storage.forMunicipality('neustadt').proofs.all()).length).toBeGreaterThanOrEqual(50)
  await storage.close()
})

test('no space for a new file: the start says so, and nothing half-made is left', async () => {
  const file = join(folder(), String(++places), 'kompass.db')
  const { output } = await runScript('open-storage', [file], { fileBlocks: 4 })
  expect(output).toContain('Bitte prüfen Sie, ob Platz frei ist')
  expect(await readdir(dirname(file))).toEqual([])
})

async function overwrite(file: string, from: number, length: number): Promise<void> {
  const bytes = await readFile(file)
  bytes.fill(0xa5, from, from + length)
  // The size of the file and our name in the header stay, so that it looks whole from outside.
  await writeFile(file, bytes)
}

async function foreign(file: string): Promise<void> {
  await rm(file)
  const other = new SqliteConnection(file)
  await other.write('create table rechnung (nummer text)', [])
  await other.close()
}

async function later(file: string): Promise<void> {
  const other = new SqliteConnection(file)
  await other.write('insert into kompass_schema values (?, ?)', ['9999-later', '2030-01-01T00:00:00.000Z'])
  await other.close()
  await settled(file)
}

async function othersUnderOurName(file: string): Promise<void> {
  const other = new SqliteConnection(file)
  await other.write('drop table kompass_schema', [])
  await other.close()
  await settled(file)
}

/** Brings what stands in the journal into the file, from another process: a test compares the bytes of the file alone. */
async function settled(file: string): Promise<void> {
  const script = `const d = new (require('libsql'))(process.argv[1]); d.exec('pragma wal_checkpoint(truncate)')`
  spawnSync(process.execPath, ['-e', script, file])
}
