import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { backup } from '../../../bot/commands/backup.js'
import { restore } from '../../../bot/commands/restore.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import { at, content, filled, ROWS } from '../../support/backups.js'
import { opening } from '../../support/opening.js'
import { postgresForTests, temporaryFolder } from '../../support/storage.js'

const folder = temporaryFolder()
const postgres = postgresForTests()
let places = 0
const place = (): string => join(folder(), String(++places))
const sqlite = (): StorageTarget => ({ kind: 'sqlite', file: join(place(), 'kompass.db') })
const server = async (): Promise<StorageTarget> => ({ kind: 'postgres', url: await postgres().createDatabase() })

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
  const total = ROWS + 2
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
