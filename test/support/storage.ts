import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from '@jest/globals'
import type { Storage } from '../../bot/storage/open.js'
import type { StorageTarget } from '../../bot/storage/target.js'
import { opening } from './opening.js'
import { startPostgres, type TestPostgres } from './postgres.js'

export type Engine = {
  readonly kind: StorageTarget['kind']
  /** A place where nothing has been stored yet. */
  readonly fresh: () => Promise<StorageTarget>
  /** A storage of its own, closed after the tests. */
  readonly open: () => Promise<Storage>
}

/** The same tests on a SQLite file and on a real PostgreSQL: whoever uses the storage need not know which it is. */
export function onBothEngines(tests: (engine: Engine) => void): void {
  describe('SQLite', () => {
    let files = 0
    const place = (): string => join(folder(), String(++files), 'kompass.db')
    const engine = engineOf('sqlite', async () => ({ kind: 'sqlite', file: place() }))
    const folder = temporaryFolder()
    tests(engine)
  })
  describe('PostgreSQL', () => {
    // Named first, its storages are closed before the server ends.
    const engine = engineOf('postgres', async () => ({ kind: 'postgres', url: await postgres().createDatabase() }))
    const postgres = postgresForTests()
    tests(engine)
  })
}

function engineOf(kind: StorageTarget['kind'], fresh: () => Promise<StorageTarget>): Engine {
  const opened: Storage[] = []
  afterAll(async () => {
    for (const storage of opened) await storage.close()
  })
  return {
    kind,
    fresh,
    async open() {
      const storage = await opening(await fresh())
      opened.push(storage)
      return storage
    },
  }
}

/** A folder for the tests of a `describe`, gone after them. */
export function temporaryFolder(): () => string {
  let folder: string | undefined
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kompass-test-'))
  })
  afterAll(async () => {
    if (folder) await rm(folder, { recursive: true, force: true })
  })
  return () => started(folder)
}

export function postgresForTests(): () => TestPostgres {
  let postgres: TestPostgres | undefined
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    await postgres?.stop()
  }, 30_000)
  return () => started(postgres)
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('only inside a test')
  return thing
}
