import { type ChildProcess, fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../bot/paths.js'
import { freePort } from './free-port.js'
import { BOT_A } from './openid.js'
import type { ReplicaReport } from './replica-host.js'
import type { ProcessWitness } from './witness/processes.js'

/** Stand-ins for Microsoft's services: where keys are published, where bots sign in, and a file with the authority of the latter. */
export type Microsoft = { readonly metadata: string; readonly login: string; readonly caFile: string }

type State = Extract<ReplicaReport, { kind: 'state' }>

/** The whole service in a process of its own, with a registered bot. */
export type Replica = {
  readonly address: string
  readonly state: () => Promise<State>
  /** Everything it logged or complained about so far. */
  readonly log: () => string
  /** At once and without a last word, as when the power goes. */
  readonly kill: () => Promise<void>
}

/** What replicas of one service have in common. */
export const LEARNING_KEY = 'Lernschluessel-nur-fuer-Messung-und-Test-0123456789'
const BADGE_KEY = JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }))

/** @param data folder of its own, or of all replicas; @param databaseUrl undefined: an SQLite file there; @param witness of tests */
export async function startReplica(
  microsoft: Microsoft,
  data: string,
  databaseUrl?: string,
  witness?: ProcessWitness,
): Promise<Replica> {
  const child = forkOf('replica-host', [microsoft.metadata, microsoft.login], witness?.nodeOptions ?? [], {
    PATH: process.env.PATH,
    KOMPASS_PACK: 'musterstadt',
    KOMPASS_IDENTITY: 'entra',
    KOMPASS_TENANT: BOT_A.tenant,
    KOMPASS_CLIENT_ID: BOT_A.appId,
    KOMPASS_BOT_APP_ID: BOT_A.appId,
    KOMPASS_BOT_SECRET: 'geheim-a',
    KOMPASS_CA_FILE: microsoft.caFile,
    KOMPASS_PORT: String(await freePort()),
    KOMPASS_DATA: data,
    KOMPASS_LEARNING_KEY: LEARNING_KEY,
    KOMPASS_BADGE_KEY: BADGE_KEY,
    KOMPASS_LOG_LEVEL: 'warn',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, KOMPASS_REPLICAS: '2' }),
    ...witness?.environment(),
  })
  witness?.watch(child)
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      log += String(chunk)
    })
  const said = await heard(child, () => log)
  if (said.kind !== 'listening') throw new Error(said.kind === 'failed' ? said.problems.join('\n') : said.kind)
  return {
    address: said.address,
    log: () => log,
    async state() {
      child.send('state')
      const state = await heard(child, () => log)
      if (state.kind !== 'state') throw new Error(state.kind)
      return state
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

const HERE = fileURLToPath(import.meta.url)

/** A script beside this file: as source in tests, compiled in measurements. */
function forkOf(
  script: string,
  args: readonly string[],
  nodeOptions: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  const isSource = extname(HERE) === '.ts'
  const sources = ['--import', join(packageRoot(), 'test/support/typescript.mjs')]
  return fork(join(HERE, '..', `${script}${extname(HERE)}`), [...args], {
    execArgv: ['--expose-gc', ...(isSource ? sources : []), ...nodeOptions],
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** What it says next; a process that ends instead says why in its log. */
async function heard(child: ChildProcess, log: () => string): Promise<ReplicaReport> {
  const ended = new AbortController()
  const endsFirst = (): void => ended.abort()
  child.once('exit', endsFirst)
  try {
    const [message] = await once(child, 'message', { signal: ended.signal })
    return message
  } catch (error) {
    throw ended.signal.aborted ? new Error(`the service ended:\n${log()}`) : error
  } finally {
    child.off('exit', endsFirst)
  }
}
