import { describe, expect, test } from '@jest/globals'
import { openDatabase } from '../../../bot/storage/database.js'
import { openStorage } from '../../../bot/storage/open.js'
import { StorageUnavailable } from '../../../bot/storage/unavailable.js'
import { opening } from '../../support/opening.js'
import { asOwner, databaseUrl } from '../../support/postgres.js'
import { postgresForTests } from '../../support/storage.js'

const postgres = postgresForTests()

const problemAt = async (url: string): Promise<string> => {
  const result = await openStorage({ kind: 'postgres', url })
  if (!result.ok) return result.problem
  await result.storage.close()
  return 'opened'
}

describe('what is wrong is said in German, without the password', () => {
  test.each([
    { why: 'nobody listens', wrong: { port: '9' }, says: 'ist nicht erreichbar' },
    {
      why: 'no such computer',
      wrong: { hostname: 'gibt.es.invalid' },
      says: 'ist nicht erreichbar',
    },
    {
      why: 'wrong password',
      wrong: { password: 'falsch-geheim' },
      says: 'lehnt die Anmeldung ab',
    },
    { why: 'unknown user', wrong: { username: 'niemand' }, says: 'lehnt die Anmeldung ab' },
    {
      why: 'no such database',
      wrong: { pathname: '/gibt-es-nicht' },
      says: 'gibt es auf diesem Server nicht',
    },
  ])('$why', async ({ wrong, says }) => {
    const url = new URL(postgres().url)
    Object.assign(url, wrong)
    const problem = await problemAt(url.href)
    expect(problem).toContain(says)
    expect(problem).toContain('nichts verändert')
    expect(problem).toContain(`${url.hostname}:${url.port}${url.pathname}`)
    expect(problem).not.toContain(url.password)
    expect(problem).not.toContain(url.username)
  })

  test.each(['postgresql://', 'kompass', 'postgresql://a b', 'postgresql://u:p%@h/d'])('no address: %s', async url => {
    expect(await problemAt(url)).not.toBe('opened')
  })
})

describe('a database that is not as it should be is left alone', () => {
  const untouched = async (url: string, says: string): Promise<void> => {
    const tables = () =>
      asOwner(
        url,
        `select relname, relnatts from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      )
    const before = await tables()
    expect(await problemAt(url)).toContain(says)
    expect(await tables()).toEqual(before)
  }

  test('the tables of another program', async () => {
    const url = await postgres().createDatabase()
    await asOwner(url, 'create table rechnung (nummer text)')
    await untouched(url, 'keine Datenbank des KI-Kompass')
  })

  test('a later schema', async () => {
    const url = await postgres().createDatabase()
    await (await opening({ kind: 'postgres', url })).close()
    await asOwner(url, `insert into kompass_schema values ('9999-later', '2030-01-01T00:00:00.000Z')`)
    await untouched(url, 'mit einer neueren Fassung')
  })

  test('text not kept as UTF-8', async () => {
    const url = await postgres().createDatabase(`encoding 'LATIN1' locale_provider libc locale 'C' template template0`)
    await untouched(url, 'nicht als UTF-8')
  })

  test('a user who may read but not make tables', async () => {
    const url = new URL(await postgres().createDatabase())
    await asOwner(url.href, `create role leser${process.pid} login password 'leser-geheim'`)
    url.username = `leser${process.pid}`
    url.password = 'leser-geheim'
    expect(await problemAt(url.href)).toContain('darf in')
    await asOwner(postgres().url, `drop role leser${process.pid}`)
  })

  test('a database for reading only', async () => {
    const url = await postgres().createDatabase()
    await asOwner(url, `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
    await untouched(url, 'lässt sich nicht beschreiben')
  })

  test('nothing there yet, for somebody who only wants to read', async () => {
    const url = await postgres().createDatabase()
    const result = await openDatabase({ kind: 'postgres', url }, 'read', new Date())
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('gibt es noch nicht') })
  })
})

describe('while running', () => {
  const cutAll = (url: string): Promise<unknown> =>
    asOwner(
      databaseUrl(postgres().url, 'postgres'),
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
    )

  test('a connection that was cut is replaced; who was in the middle hears that the storage is unavailable', async () => {
    const url = await postgres().createDatabase()
    const opened = await openDatabase({ kind: 'postgres', url }, 'migrate', new Date())
    if (!opened.ok) throw new Error(opened.problem)
    const { database } = opened
    const own = database.of('neustadt')
    const cut = own.transaction().execute(async transaction => {
      await transaction.insertInto('counter').values({ name: 'lost', count: 1 }).execute()
      await cutAll(url)
      await transaction.insertInto('counter').values({ name: 'lost-too', count: 1 }).execute()
    })
    await expect(cut).rejects.toThrow(StorageUnavailable)
    await own.insertInto('counter').values({ name: 'kept', count: 1 }).execute()
    expect(await own.selectFrom('counter').select('name').execute()).toEqual([{ name: 'kept' }])
    await database.close()
  })

  test('a refused statement is told by its code: the words of PostgreSQL would quote the row', async () => {
    const url = await postgres().createDatabase()
    const storage = await opening({ kind: 'postgres', url })
    const { proofs } = storage.forMunicipality('neustadt')
    const retrieval = { id: 'frau-beispiel', by: 'p', what: 'w', day: '2026-01-01' }
    await proofs.noteRetrieval(retrieval)
    const error: unknown = await proofs.noteRetrieval(retrieval).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: '23505', message: expect.stringContaining('retrieval_key') })
    expect(JSON.stringify(error) + String(error)).not.toContain('frau-beispiel')
    await storage.close()
  })

  test('a whole number above 2^53 is refused when read instead of rounded', async () => {
    const url = await postgres().createDatabase()
    const storage = await opening({ kind: 'postgres', url })
    await asOwner(url, `insert into counter values ('neustadt', 'a', 9007199254740993)`)
    await expect(storage.forMunicipality('neustadt').counters.read()).rejects.toThrow(RangeError)
    await storage.close()
  })
})
