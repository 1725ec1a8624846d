import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type Server } from 'node:http'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import type { Config } from './config.js'
import { createRunning, type Running } from './generation/running.js'
import { ACCESS } from './identity/access.js'
import { createDiscovery } from './identity/discovery.js'
import { createDoorkeeper, localDoorkeeper } from './identity/doorkeeper.js'
import { type Entra, entraAt } from './identity/entra.js'
import { createLocalIdentity, type LocalIdentity } from './identity/local.js'
import { createSignInDesk } from './identity/sign-in-answer.js'
import { createSignInCheck, type SignInCheckDeps } from './identity/sign-in-check.js'
import { type Job, startJobs } from './jobs.js'
import { type Kept, openKept } from './kept.js'
import { close, listen } from './listening.js'
import { createMetrics, type Metrics } from './metrics/metrics.js'
import { type OpenMunicipality, openMunicipality } from './municipality/open.js'
import { openPacks } from './municipality/packs.js'
import { createOutbound, type Outbound } from './outside/outbound.js'
import type { LivePack } from './packs/live-pack.js'
import { packageRoot } from './paths.js'
import { createMessagesServer, createServer, type ServerDeps } from './server.js'
import type { Storage } from './storage/open.js'
import type { BotSeams } from './teams/sdk/adapter.js'

export type Service = { readonly address: string; readonly municipality: string; readonly close: () => Promise<void> }
export type ServiceResult =
  | { readonly ok: true; readonly service: Service }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Stand-ins for Microsoft's services. */
export type Seams = { readonly channel?: BotSeams; readonly entra?: Entra }

type Lives = readonly [LivePack, ...LivePack[]]
type Municipalities = readonly [OpenMunicipality, ...OpenMunicipality[]]

/**
 * Puts the adapters together and listens. Everything that can be wrong is said in German, with what to do.
 * @param chat address of the local chat, if there is one
 * @param examples whether an invented municipality may be served: for trying out yes, for real work never
 * @param seams only tests give these: stand-ins for Microsoft's services
 */
export async function startService(
  config: Config,
  chat: string | undefined,
  examples: 'welcome' | 'refused' = 'welcome',
  seams: Seams = {},
): Promise<ServiceResult> {
  const log = pino({ level: config.logLevel })
  const packs = await openPacks(config, examples, log)
  if (!packs.ok) return packs
  const { lives } = packs
  const opening = await openKept(config)
  if (!opening.ok) {
    closeAll(lives)
    return opening
  }
  const { kept } = opening
  const running = createRunning()
  const outbound = createOutbound(config.outbound)
  const { municipalities, deps } = assembled({ config, lives, kept, running, chat, log, seams, outbound })
  const servers = await listenOn(config, deps)
  if (!servers.ok) {
    closeAll(lives)
    await kept.storage.close()
    return servers
  }
  const own = municipalities.map(one => one.start())
  const jobs = startJobs([forgetting(kept.storage, deps.now)], log)
  return {
    ok: true,
    service: {
      address: addressOf(config),
      municipality: lives.map(live => live.pack().manifest.name).join(', '),
      async close() {
        closeAll(lives)
        await close(servers.servers, running.stop)
        await Promise.all([jobs.stop(), ...own.map(one => one.stop())])
        await outbound.close()
        await kept.storage.close()
      },
    },
  }
}

const closeAll = (lives: Lives): void => {
  for (const live of lives) live.close()
}

type Parts = {
  readonly config: Config
  readonly lives: Lives
  readonly kept: Kept
  readonly running: Running
  readonly chat: string | undefined
  readonly log: Logger
  readonly seams: Seams
  readonly outbound: Outbound
}
type Assembled = { readonly municipalities: Municipalities; readonly deps: ServerDeps }

/** Everything made of settings, packs and what is kept; nothing listens or runs yet. */
function assembled({ config, lives, kept, running, chat, log, seams, outbound }: Parts): Assembled {
  const { storage, learningKey, issuerKey } = kept
  const now = (): Date => new Date()
  const address = config.publicUrl ?? addressOf(config)
  const opened: OpenMunicipality[] = []
  const metrics = metricsOf(opened)
  const local = localOf(config, lives)
  const { doorkeeper, signInDesk } = signInOf(config, lives, local, {
    now,
    fetch: outbound.fetch,
    entra: seams.entra ?? entraAt(),
  })
  const { whoAsks } = doorkeeper
  const several = lives.length > 1
  const channel = seams.channel ?? {}
  const shared = {
    storage,
    learningKey,
    issuerKey,
    address,
    several,
    metrics,
    running,
    whoAsks,
    now,
    log,
    outbound,
    channel,
    graph: config.graph,
  }
  const open = (live: LivePack, index: number): OpenMunicipality => {
    const settings = config.municipalities[index]
    if (!settings) throw new Error('a pack without a municipality')
    return openMunicipality({ settings, live, local }, shared)
  }
  const [first, ...others] = lives
  const municipalities: Municipalities = [open(first, 0), ...others.map((live, at) => open(live, at + 1))]
  opened.push(...municipalities)
  const built = join(packageRoot(), 'dist', 'addin')
  return {
    municipalities,
    deps: {
      municipalities,
      doorkeeper,
      signInDesk,
      chat,
      local,
      log,
      tab: join(built, 'tab'),
      pane: { folder: join(built, 'pane'), officeJs: config.officeJs },
      signInFolder: join(built, 'anmeldung'),
      icons: join(packageRoot(), 'manifest', 'icons'),
      issuerKey,
      issuer: { address },
      metrics,
      metricsToken: config.metricsToken,
      isReady: storage.isReady,
      proxies: config.proxies,
      now,
      newId: randomUUID,
    },
  }
}

const metricsOf = (opened: readonly OpenMunicipality[]): Metrics =>
  createMetrics({
    tools: () => opened.flatMap(({ live }) => live.pack().tools.map(({ id }) => id)),
    routes: Object.keys(ACCESS),
    health: () => opened.flatMap(({ generation }) => generation.models.health()),
  })

/** The demo people of the one municipality where nobody proves who they are. */
function localOf({ municipalities: [settings] }: Config, [live]: Lives): LocalIdentity | undefined {
  return settings?.signIn.kind === 'local' ? createLocalIdentity(live.pack().manifest.id) : undefined
}

/** Tokens are checked, and pages told where to get one, for all municipalities alike. */
function signInOf(
  config: Config,
  lives: Lives,
  local: LocalIdentity | undefined,
  { now, fetch, entra }: Pick<SignInCheckDeps, 'now' | 'fetch'> & { readonly entra: Entra },
): Pick<ServerDeps, 'doorkeeper' | 'signInDesk'> {
  const municipalities = lives.flatMap((live, index) => {
    const { id, name } = live.pack().manifest
    const settings = config.municipalities[index]
    return settings ? [{ id, name, signIn: settings.signIn }] : []
  })
  const discover = createDiscovery({ fetch, now })
  return {
    doorkeeper: local
      ? localDoorkeeper(() => local.current().person)
      : createDoorkeeper(createSignInCheck({ municipalities, fetch, now, discover, entra })),
    signInDesk: createSignInDesk(municipalities, discover, entra),
  }
}

type Listening =
  | { readonly ok: true; readonly servers: readonly Server[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/** The service, and if wanted a listener of its own for the chat. */
async function listenOn(config: Config, deps: ServerDeps): Promise<Listening> {
  const server = createHttpServer(createServer(deps))
  const listening = await listen(server, config)
  if (!listening.ok) return listening
  if (config.messagesPort === undefined) return { ok: true, servers: [server] }
  const messages = createHttpServer(createMessagesServer(deps))
  const second = await listen(messages, { host: config.host, port: config.messagesPort })
  if (second.ok) return { ok: true, servers: [server, messages] }
  server.close()
  return second
}

/** Conversation memory goes after its time even where nobody talks any more. */
const forgetting = (storage: Storage, now: () => Date): Job => ({
  name: 'memory',
  everyMs: 10 * 60_000,
  run: async () => ({ forgotten: await storage.forgetExpired(now()) }),
})

const addressOf = ({ host, port }: Config): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
