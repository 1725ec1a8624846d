import { pino } from 'pino'
import type { BotRegistration } from '../../bot/identity/municipality-settings.js'
import { createServer } from '../../bot/server.js'
import { type Bot, type BotSeams, createBot } from '../../bot/teams/sdk/adapter.js'
import type { Services } from '../../bot/teams/services.js'
import { type Listening, listenAlone } from './listen.js'
import { municipalityOf, serverDeps } from './server-deps.js'

export type RegisteredHost = Listening & {
  /** Everything logged so far, as one text. */
  readonly log: () => string
  /** One for each registration. */
  readonly bots: readonly Bot[]
  /** POST /api/messages. */
  readonly post: (activity: unknown, authorization?: string) => Promise<Response>
}

type Registered = { readonly services: Services; readonly registration: BotRegistration }

/** The whole service with one registered bot for each municipality; at least one. */
export async function hostRegistered(all: readonly Registered[], seams: BotSeams): Promise<RegisteredHost> {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: line => void lines.push(line) })
  const bots = all.map(({ services, registration }) => createBot(services, registration, log, seams))
  const given = all.map(({ services, registration }, index) => ({
    services,
    registration,
    log,
    whoAsks: async () => undefined,
    endpoint: bots[index]?.endpoint ?? (async () => undefined),
  }))
  const [first, ...others] = given
  if (!first) throw new Error('no bot')
  const deps = await serverDeps(first, {
    tab: '/nowhere',
    pane: { folder: '/nowhere', officeJs: undefined },
    chat: undefined,
  })
  const more = await Promise.all(others.map(async one => (await municipalityOf(one)).municipality))
  const host = await listenAlone(createServer({ ...deps, municipalities: [...deps.municipalities, ...more] }))
  return {
    ...host,
    log: () => lines.join(''),
    bots,
    post: (activity, authorization) =>
      fetch(`${host.address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify(activity),
      }),
  }
}

type Activity = Readonly<Record<string, unknown>>

/** What Teams adds for a registered bot: to whom it goes, and from which tenant. */
export const viaTeams = (activity: Activity, { appId, tenant }: BotRegistration, change: Activity = {}): Activity => ({
  ...activity,
  recipient: { id: `28:${appId}`, name: 'KI-Kompass' },
  conversation: { id: 'conversation-1', conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
  ...change,
})
