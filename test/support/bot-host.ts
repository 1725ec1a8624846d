import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { WhoAsks } from '../../bot/api/person-route.js'
import type { MarkViolation } from '../../bot/identity/graph/policy-violation.js'
import { createServer } from '../../bot/server.js'
import { type Bot, createBot } from '../../bot/teams/sdk/adapter.js'
import type { Services } from '../../bot/teams/services.js'
import { serverDeps } from './server-deps.js'

export type Host = { readonly address: string; readonly close: () => Promise<void> }

/** Listens on a free port of this machine only; a test that fails before it closes does not keep Jest waiting. */
export async function listen(listener: RequestListener): Promise<Host> {
  const server = createHttpServer(listener)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  server.unref()
  return { address: `http://127.0.0.1:${portOf(server)}`, close: () => stop(server) }
}

export function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address.port
}

const stop = (server: Server): Promise<void> =>
  new Promise(done => {
    server.close(() => done())
    server.closeAllConnections()
  })

export type BotHost = Host & {
  /** Everything logged so far, as one text. */
  readonly log: () => string
  readonly send: Bot['send']
  readonly post: (activity: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>
}

export type HostOptions = {
  readonly problems?: readonly string[]
  readonly chat?: string
  /** Folder with the built page; there is none unless a test makes it. */
  readonly tab?: string
  readonly pane?: string
  readonly officeJs?: string
  readonly whoAsks?: WhoAsks
  /** Hides messages in channels. */
  readonly mark?: MarkViolation
}

/** The whole service on a free port, with the real bot endpoint; its log is kept instead of printed. */
export async function hostBot(services: Services, options: HostOptions = {}): Promise<BotHost> {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: line => void lines.push(line) })
  const bot = createBot(services, undefined, log, {}, options.mark)
  const whoAsks = options.whoAsks ?? (() => services.principalOf(''))
  const tab = options.tab ?? join(tmpdir(), 'ki-kompass-no-such-page')
  const deps = await serverDeps(
    { services, log, whoAsks, endpoint: bot.endpoint, ...(options.problems && { problems: options.problems }) },
    { tab, pane: { folder: options.pane ?? tab, officeJs: options.officeJs }, chat: options.chat },
  )
  const host = await listen(createServer({ ...deps, issuer: { address: 'https://kompass.musterstadt.example' } }))
  return {
    ...host,
    send: bot.send,
    log: () => lines.join(''),
    post: (activity, headers = {}) =>
      fetch(`${host.address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      }),
  }
}
