import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { backup } from '../../../bot/commands/backup.js'
import { restore } from '../../../bot/commands/restore.js'
import { writeBackup } from '../../../bot/storage/backup/write.js'
import { openDatabase } from '../../../bot/storage/database.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import { run } from '../../support/command-line.js'
import { opening } from '../../support/opening.js'
import { postgresForTests, temporaryFolder } from '../../support/storage.js'

const folder = temporaryFolder()
const postgres = postgresForTests()
let places = 0
const place = (): string => join(folder(), String(++places))
const sqlite = (): StorageTarget => ({ kind: 'sqlite', file: join(place(), 'kompass.db') })
const server = async (): Promise<StorageTarget> => ({ kind: 'postgres', url: await postgres().createDatabase() })

const given = { KOMPASS_DATA: process.env.KOMPASS_DATA, DATABASE_URL: process.env.DATABASE_URL }
afterEach(() => setEnvironment(given))

function setEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

function at(target: StorageTarget, command: typeof backup, ...args: readonly string[]) {
  setEnvironment(
    target.kind === 'sqlite'
      ? { KOMPASS_DATA: dirname(target.file), DATABASE_URL: undefined }
      : { KOMPASS_DATA: undefined, DATABASE_URL: target.url },
  )
  return run(command, args, { packs: '' })
}

const PEOPLE = 1_203
const AWKWARD = 'Zeile 1\nZeile 2\u2028"Anführung" \\ 😀 ä '

/** Two municipalities, every table, more rows than fit on one page, and text of every kind. */
async function filled(target: StorageTarget): Promise<StorageTarget> {
  const storage = await opening(target)
  for (const municipality of ['neustadt', 'altstadt']) {
    const own = storage.forMunicipality(municipality)
    await own.counters.increment('answer.rule')
    await own.memory.tieReply('c', 'm', AWKWARD, new Date())
    await own.learning.saveLearner('y', { lessons: { g1: 2 }, pausedUntil: undefined, lastActive: '2026-01-01' })
    const state = { question: 'g1-1', due: '2026-01-02', difficulty: 5, phase: 'new', step: 0, rules: 'r@1' } as const
    await own.learning.review('y', undefined, { ...state, stability: 0.1 + 0.2, lastReview: '2026-01-01' })
    const proof = { person: 'p', name: AWKWARD, subject: 's', version: 1, day: '2026-01-01', provider: undefined }
    await own.proofs.add({ id: 'i', ...proof })
    await own.proofs.noteRetrieval({ id: 'i', by: 'p', what: 'alle', day: '2026-01-01' })
    await own.reminders.set('p', 8)
    await own.departures.note('p', '2026-01-01')
    await own.outbox.put({ key: 'k', person: 'p', kind: 'reminder', content: '{}' }, new Date())
  }
  const { conversations } = storage.forMunicipality('neustadt')
  for (let at = 0; at < PEOPLE; at++) await conversations.save(`p${at}`, `{"a":${at}}`, '2026-01-01')
  await storage.close()
  return target
}

/** All lines but the first, which says when. */
async function content(target: StorageTarget): Promise<readonly string[]> {
  const opened = await openDatabase(target, 'read', new Date())
  if (!opened.ok) throw new Error(opened.problem)
  const lines: string[] = []
  await writeBackup(opened.database, new Date(0), async line => void lines.push(line))
  await opened.database.close()
  return lines
}

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
    expect(saved.output).toContain(`${PEOPLE + 18} Zeilen gesichert`)
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
      await reminders.set('new', 9)
      await proofs.erasePerson('p')
    })
    expect(rows).toBe(PEOPLE + 18)
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

describe('restore refuses, with the line, and nothing is changed', () => {
  let whole: Promise<string[]> | undefined
  const made = async (): Promise<string[]> => {
    const file = place()
    await at(await filled(sqlite()), backup, file)
    return (await readFile(file, 'utf8')).trimEnd().split('\n')
  }
  const lines = (): Promise<string[]> => {
    whole ??= made()
    return whole
  }
  const total = PEOPLE + 18 + 2
  /** With a footer that fits, as only somebody who writes such a file on purpose would make it. */
  const signed = (given: readonly string[]): string[] => {
    const hash = createHash('sha256')
    for (const line of given.slice(0, -1)) hash.update(`${line}\n`)
    const footer: object = JSON.parse(given.at(-1) ?? '{}')
    return [...given.slice(0, -1), JSON.stringify({ ...footer, sha256: hash.digest('hex') })]
  }
  const header = (own: object) => (given: string[]) => {
    const first: object = JSON.parse(given[0] ?? '{}')
    return signed([JSON.stringify({ ...first, ...own }), ...given.slice(1)])
  }
  const changed = (number: number, line: string) => (given: string[]) => given.with(number - 1, line)

  test.each([
    { why: 'another file', change: () => ['Liebe Kolleginnen'], line: 1, says: 'keine Sicherung' },
    { why: 'an empty file', change: () => [], line: 1, says: 'keine Sicherung' },
    { why: 'a newer form', change: header({ version: 2 }), line: 1, says: 'neuere Form' },
    { why: 'a newer schema', change: header({ schema: '9999-later' }), line: 1, says: 'neueren Fassung' },
    { why: 'an older schema', change: header({ schema: '0000-before' }), line: 1, says: 'älteren Fassung' },
    { why: 'no JSON', change: changed(7, '{"table":"counter",'), line: 7, says: 'beschädigt' },
    { why: 'an unknown table', change: changed(7, '{"table":"users","row":{}}'), line: 7, says: 'beschädigt' },
    {
      why: 'a table every object has',
      change: changed(7, '{"table":"constructor","row":{}}'),
      line: 7,
      says: 'beschädigt',
    },
    {
      why: 'a column missing',
      change: changed(7, '{"table":"counter","row":{"name":"a","count":1}}'),
      line: 7,
      says: 'beschädigt',
    },
    {
      why: 'a column too many',
      change: changed(7, '{"table":"counter","row":{"municipality":"n","name":"a","count":1,"x":1}}'),
      line: 7,
      says: 'beschädigt',
    },
    {
      why: 'a wrong kind of value',
      change: changed(7, '{"table":"counter","row":{"municipality":"n","name":"a","count":true}}'),
      line: 7,
      says: 'beschädigt',
    },
    {
      why: 'a number above 2^53',
      change: changed(7, '{"table":"counter","row":{"municipality":"n","name":"a","count":9007199254740993}}'),
      line: 7,
      says: 'beschädigt',
    },
    {
      why: 'text with NUL',
      change: changed(7, '{"table":"counter","row":{"municipality":"n","name":"a\\u0000","count":1}}'),
      line: 7,
      says: 'beschädigt',
    },
    { why: 'cut between lines', change: (given: string[]) => given.slice(0, 900), line: 900, says: 'unvollständig' },
    {
      why: 'cut within a line',
      change: (given: string[]) => [...given.slice(0, 899), (given[899] ?? '').slice(0, 20)],
      line: 900,
      says: 'beschädigt',
    },
    {
      why: 'only the end missing',
      change: (given: string[]) => given.slice(0, -1),
      line: total - 1,
      says: 'unvollständig',
    },
    {
      why: 'a line missing in the middle',
      change: (given: string[]) => given.toSpliced(500, 1),
      line: total - 1,
      says: 'verändert',
    },
    {
      why: 'the same, signed anew: the count notices',
      change: (given: string[]) => signed(given.toSpliced(500, 1)),
      line: total - 1,
      says: 'verändert',
    },
    {
      why: 'a character changed',
      change: (given: string[]) => given.with(500, (given[500] ?? '').replace('"a', '"b').replace('\\"a', '\\"b')),
      line: total,
      says: 'verändert',
    },
    {
      why: 'something after the end',
      change: (given: string[]) => [...given, '{}'],
      line: total + 1,
      says: 'Nach dem Ende',
    },
  ])('$why', async ({ change, line, says }) => {
    const [file, target] = [place(), sqlite()]
    const text = change(await lines()).map(one => `${one}\n`)
    await writeFile(file, text.join(''))
    const result = await at(target, restore, file)
    expect(result).toMatchObject({ code: 1, output: '' })
    expect(result.errors).toContain(`Zeile ${line}:`)
    expect(result.errors).toContain(says)
    expect(result.errors).toContain('nichts eingespielt')
    if (target.kind === 'sqlite') await expect(stat(dirname(target.file))).rejects.toThrow('ENOENT')
  })

  test.each([
    { why: 'SQLite', target: async () => sqlite() },
    { why: 'PostgreSQL', target: server },
  ])('a row twice, which only $why notices: all or nothing', async ({ target }) => {
    const given = await lines()
    const end: { rows: { outbox: number } } = JSON.parse(given.at(-1) ?? '{}')
    const row = given.find(line => line.startsWith('{"table":"outbox"')) ?? ''
    const rows = { ...end.rows, outbox: end.rows.outbox + 1 }
    const [file, place_] = [place(), await target()]
    await writeFile(
      file,
      signed([...given.slice(0, -1).toSpliced(given.indexOf(row), 0, row), JSON.stringify({ ...end, rows })]).join(
        '\n',
      ),
    )
    const result = await at(place_, restore, file)
    expect(result).toMatchObject({ code: 1, errors: expect.stringContaining('doppelt') })
    expect(await content(place_)).toHaveLength(2)
  })

  test.each([
    { why: 'SQLite', target: async () => sqlite() },
    { why: 'PostgreSQL', target: server },
  ])('a database with a single row in it: $why', async ({ target }) => {
    const [file, used] = [place(), await target()]
    await writeFile(file, `${(await lines()).join('\n')}\n`)
    const storage = await opening(used)
    await storage.forMunicipality('other').reminders.set('p', 8)
    await storage.close()
    const before = await content(used)
    expect(await at(used, restore, file)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('enthält schon Daten'),
    })
    expect(await content(used)).toEqual(before)
  })

  test.each([
    { why: 'a file that is not there', args: () => [place()], code: 1, says: 'gibt es nicht' },
    { why: 'a folder', args: () => [folder()], code: 1, says: 'ist ein Ordner' },
    { why: 'no name', args: () => [], code: 2, says: 'npm run restore -- DATEI' },
  ])('$why', async ({ args, code, says }) => {
    const result = await at(sqlite(), restore, ...args())
    expect(result).toMatchObject({ code, errors: expect.stringContaining(says) })
  })
})
