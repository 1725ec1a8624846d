import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { startPostgres } from '../support/postgres.js'
import { type Replica, startReplica } from '../support/replica.js'
import { type Bench, type Figure, median, percentile } from './measure.js'
import type { EchoReport } from './turns-echo.js'
import { asFastAsPossible, asking, atRate } from './turns-load.js'
import type { MicrosoftReport } from './turns-microsoft.js'

const CONNECTIONS = 20
const ROUNDS = 5
const OF_ROUND = 1_000
/** As a service that has run for some minutes: what it does often has been compiled. */
const WARMING = 4_000
const SECONDS = 20
/** Turns over which memory is watched; `--turns=50000` for the long run. */
const WATCHED = Number(process.argv.find(arg => arg.startsWith('--turns='))?.slice('--turns='.length) ?? 10_000)
const STEPS = 5

type Listening = Extract<MicrosoftReport, { kind: 'listening' }>
type Place = { readonly folder: string; readonly microsoft: Microsoft }
type Microsoft = Listening & { readonly taken: () => Promise<Extract<MicrosoftReport, { kind: 'taken' }>> }
/** The same echo, its token checked by our check or by the SDK's. */
type Echoes = { readonly us: Echo; readonly sdk: Echo }
type Echo = { readonly address: string; readonly cpu: () => Promise<number> }

/**
 * Questions in the chat with their follow-ups, over HTTP with tokens of the chat service, until the answer is at the
 * connector. Beside it two echoes of botbuilder, which differ in who checks the token; each is a process of its own,
 * Microsoft's side is one more.
 */
export const turnsBench: Bench = {
  name: 'turns',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'kompass-turns-'))
    const children: ChildProcess[] = []
    try {
      const microsoft = await microsoftIn(started('turns-microsoft', [folder], children))
      const echoes = {
        us: await echoIn(started('turns-echo', [microsoft.microsoft.metadata, 'us'], children)),
        sdk: await echoIn(started('turns-echo', [microsoft.microsoft.metadata, 'sdk'], children)),
      }
      const place = { folder, microsoft }
      return [...(await onSqlite(place, echoes)), ...(await onPostgres(place))]
    } finally {
      for (const child of children) child.kill()
      await rm(folder, { recursive: true })
    }
  },
}

async function onSqlite({ folder, microsoft }: Place, echoes: Echoes): Promise<Figure[]> {
  const replica = await startReplica(microsoft.microsoft, join(folder, 'sqlite'))
  try {
    return [
      ...(await besideEchoes(replica, echoes, microsoft)),
      ...(await inTime('SQLite, one process', [replica], microsoft, 100, 150)),
      ...(await memory(replica, microsoft)),
    ]
  } finally {
    await replica.kill()
  }
}

async function onPostgres({ folder, microsoft }: Place): Promise<Figure[]> {
  const postgres = await startPostgres()
  try {
    const url = await postgres.createDatabase()
    const start = () => startReplica(microsoft.microsoft, join(folder, 'postgres'), url)
    const replicas = await Promise.all([start(), start()])
    try {
      await asFastAsPossible(toAll(replicas, microsoft), 0, WARMING, CONNECTIONS)
      return await inTime('PostgreSQL, two replicas', replicas, microsoft, 50, 300)
    } finally {
      for (const replica of replicas) await replica.kill()
    }
  } finally {
    await postgres.stop()
  }
}

/** Round by round in turn, so that a busy machine slows all. */
async function besideEchoes(replica: Replica, { us, sdk }: Echoes, microsoft: Microsoft): Promise<Figure[]> {
  const own = running(replica, microsoft)
  const [byUs, bySdk] = [running(us, microsoft), running(sdk, microsoft)]
  const all = [own, byUs, bySdk]
  for (const { ask } of all) await asFastAsPossible(ask, 0, WARMING, CONNECTIONS)
  const before = await microsoft.taken()
  // Not within the rounds: to say its state the service collects garbage, which an echo does not.
  const cpu = { own: (await replica.state()).cpu, us: await us.cpu() }
  for (let round = 0; round < ROUNDS; round++)
    for (const { ask, rates } of all)
      rates.push(perSecond(await asFastAsPossible(ask, WARMING + round * OF_ROUND, OF_ROUND, CONNECTIONS)))
  const turns = ROUNDS * OF_ROUND
  const perTurn = { own: ((await replica.state()).cpu - cpu.own) / turns, us: ((await us.cpu()) - cpu.us) / turns }
  const after = await microsoft.taken()
  const delivered = after.messages - before.messages
  if (delivered < all.length * turns) throw new Error(`of ${all.length * turns} answers ${delivered} were delivered`)
  return [
    { name: 'SQLite, one process: question turns', value: median(own.rates), unit: '/s' },
    { name: 'echo of botbuilder with our token check', value: median(byUs.rates), unit: '/s' },
    { name: `of it, median of ${ROUNDS} rounds`, value: shareOf(own, byUs), unit: '%', least: 60 },
    { name: 'echo of botbuilder with its own token check', value: median(bySdk.rates), unit: '/s' },
    { name: `of it, median of ${ROUNDS} rounds`, value: shareOf(own, bySdk), unit: '%', least: 60 },
    { name: 'processor time of a question turn', value: perTurn.own, unit: 'ms' },
    { name: 'processor time of an echo with our token check', value: perTurn.us, unit: 'ms' },
    {
      name: 'question turns answered from a rule',
      value: (100 * (after.rules - before.rules)) / turns,
      unit: '%',
      least: 80,
    },
  ]
}

/** Somebody to ask, and turns a second in each round. */
type Runner = { readonly ask: ReturnType<typeof toAll>; readonly rates: number[] }

const running = (bot: { readonly address: string }, microsoft: Microsoft): Runner => ({
  ask: toAll([bot], microsoft),
  rates: [],
})

const shareOf = (own: Runner, other: Runner): number =>
  median(own.rates.map((rate, round) => (100 * rate) / (other.rates[round] ?? Number.NaN)))

const perSecond = (ms: number): number => (OF_ROUND * 1000) / ms

/** Turns come when they come; what waits counts as time. */
async function inTime(
  name: string,
  replicas: readonly Replica[],
  microsoft: Microsoft,
  rate: number,
  most: number,
): Promise<Figure[]> {
  const times = await atRate(toAll(replicas, microsoft), 0, rate * SECONDS, rate)
  return [
    { name: `${name}, ${rate} turns a second: p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `${name}, ${rate} turns a second: p99`, value: percentile(times, 0.99), unit: 'ms', most },
  ]
}

/** Both limits count from the first step on: a later beginning was tried and would have hidden what grows between the two. */
async function memory(replica: Replica, microsoft: Microsoft): Promise<Figure[]> {
  const ask = toAll([replica], microsoft)
  const step = Math.ceil(WATCHED / STEPS)
  const figures: Figure[] = []
  const states: { readonly heap: number; readonly rss: number }[] = []
  for (let done = 0; done < WATCHED; done += step) {
    await asFastAsPossible(ask, done, step, CONNECTIONS)
    const { heap, rss } = await replica.state()
    states.push({ heap, rss })
    figures.push(
      { name: `after ${done + step} more turns: heap`, value: heap, unit: 'MB' },
      { name: `after ${done + step} more turns: memory of the process`, value: rss, unit: 'MB' },
    )
  }
  const [first, last] = [states[0], states.at(-1)]
  if (!first || !last) return figures
  return [
    ...figures,
    { name: `heap more than after ${step} turns`, value: last.heap - first.heap, unit: 'MB', most: 5 },
    {
      name: `memory of the process more than after ${step} turns`,
      value: last.rss - first.rss,
      unit: 'MB',
      most: 30,
    },
  ]
}

function toAll(bots: readonly { readonly address: string }[], { token, serviceUrl }: Listening) {
  const addresses = bots.map(({ address }) => address)
  return asking(addresses, { token, serviceUrl, connections: CONNECTIONS })
}

function started(script: string, args: readonly string[], children: ChildProcess[]): ChildProcess {
  const file = join(packageRoot(), 'dist', 'test', 'bench', `${script}.js`)
  const child = fork(file, [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  children.push(child)
  return child
}

async function microsoftIn(child: ChildProcess): Promise<Microsoft> {
  const listening: Listening = await heard(child)
  return {
    ...listening,
    taken: async () => {
      child.send('taken')
      return heard(child)
    },
  }
}

async function echoIn(child: ChildProcess): Promise<Echo> {
  const { address } = await heard<Extract<EchoReport, { kind: 'listening' }>>(child)
  return {
    address,
    cpu: async () => {
      child.send('state')
      return (await heard<Extract<EchoReport, { kind: 'state' }>>(child)).cpu
    },
  }
}

async function heard<Message>(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, 'message')
  return message
}
