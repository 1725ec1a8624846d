import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { keptWhere } from '../../../bot/commands/kept-where.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompass-where-'))
  await writeFile(join(folder, 'url'), 'postgresql://kompass@db.example/kompass\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  { why: 'nothing given', given: {}, target: { kind: 'sqlite', file: join('.data', 'kompass.db') } },
  { why: 'a folder', given: { KOMPASS_DATA: '/srv/k' }, target: { kind: 'sqlite', file: '/srv/k/kompass.db' } },
  {
    why: 'a database',
    given: { DATABASE_URL: 'postgresql://d/k' },
    target: { kind: 'postgres', url: 'postgresql://d/k' },
  },
  {
    why: 'a broken setting beside it, which saving does not need',
    given: { KOMPASS_PORT: 'x', KOMPASS_DATA: '/srv/k' },
    target: { kind: 'sqlite', file: '/srv/k/kompass.db' },
  },
])('$why', ({ given, target }) => {
  expect(keptWhere(given)).toEqual({ ok: true, target })
})

test('a database whose address stands in a file: never the SQLite file by mistake', () => {
  const target = { kind: 'postgres', url: 'postgresql://kompass@db.example/kompass' }
  expect(keptWhere({ DATABASE_URL_FILE: join(folder, 'url') })).toEqual({ ok: true, target })
  expect(keptWhere({ DATABASE_URL_FILE: join(folder, 'gone') })).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^DATABASE_URL_FILE nennt die Datei/)],
  })
})
