import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { WhoAsks } from '../api/person-route.js'
import { createTextCheck } from '../check/check-text.js'
import type { Config } from '../config.js'
import { type Generation, openGeneration } from '../generation/open.js'
import type { Running } from '../generation/running.js'
import { type ChatRoles, chatPrincipal, STAFF_ONLY } from '../identity/chat-principal.js'
import { rolesFromGraph } from '../identity/graph/chat-roles.js'
import { createGraph, type Graph } from '../identity/graph/graph.js'
import { createMarkViolation } from '../identity/graph/policy-violation.js'
import type { LocalIdentity } from '../identity/local.js'
import type { BotRegistration, MunicipalitySettings } from '../identity/municipality-settings.js'
import { type Job, startJobs } from '../jobs.js'
import { createLearning } from '../learning/learning.js'
import type { LearningKey } from '../learning/pseudonym.js'
import type { Metrics } from '../metrics/metrics.js'
import { createAppTokens } from '../outside/app-tokens.js'
import type { Outbound } from '../outside/outbound.js'
import type { LivePack } from '../packs/live-pack.js'
import { dailyAndHourly } from '../people/jobs.js'
import { startOutbox } from '../people/outgoing.js'
import type { IssuerKey } from '../proof/issuer-key.js'
import type { Storage } from '../storage/open.js'
import { type Bot, type BotEndpoint, type BotSeams, createBot } from '../teams/sdk/adapter.js'
import type { Services } from '../teams/services.js'
import type { Municipality } from './municipality.js'
import { municipalityRoutes } from './routes.js'

/** What all municipalities of a service have in common. */
export type Shared = {
  readonly storage: Storage
  readonly learningKey: LearningKey
  readonly issuerKey: IssuerKey
  /** Where people reach the service, without a slash at the end. */
  readonly address: string
  /** Links name the municipality where there are several. */
  readonly several: boolean
  readonly metrics: Metrics
  readonly running: Running
  readonly whoAsks: WhoAsks
  readonly now: () => Date
  readonly log: Logger
  /** The way out of this machine, through a proxy where there is one. */
  readonly outbound: Outbound
  /** Only tests give these: another chat service and sign-in than Microsoft's. */
  readonly channel: BotSeams
  readonly graph: Config['graph']
}

/** What is one municipality's own. */
export type Own = {
  readonly settings: MunicipalitySettings
  readonly live: LivePack
  /** Only where nobody proves who they are. */
  readonly local: LocalIdentity | undefined
}

export type OpenMunicipality = Municipality & {
  readonly generation: Generation
  /** What it does of its own accord; to be started once the service listens. */
  readonly start: () => { readonly stop: () => Promise<void> }
}

/** Puts one municipality together: its services, its bot, its routes. Opens nothing and starts nothing. */
export function openMunicipality(own: Own, shared: Shared): OpenMunicipality {
  const { settings, live } = own
  const { issuerKey, whoAsks, log } = shared
  const { services, generation } = servicesOf(own, shared)
  const bot = botOf(settings, services, shared)
  const { desk } = generation
  const issuer = { address: shared.address }
  return {
    id: live.pack().manifest.id,
    live,
    services,
    generation,
    desk,
    bot: { endpoint: endpointOf(settings, bot), registration: settings.bot },
    routes: municipalityRoutes({ services, whoAsks, issuerKey, issuer, principalOf: desk.principalOf, log }),
    start: () => startOwn(services, generation, bot, log),
  }
}

/** The bot of this municipality; Graph is asked only where that was set up. */
function botOf(
  { bot: registration }: MunicipalitySettings,
  services: Services,
  { outbound, channel, graph, log }: Shared,
): Bot {
  const hides = registration !== undefined && graph.hideMessages
  const mark = hides ? createMarkViolation(graphOf(registration, outbound), services.textPage, log) : undefined
  return createBot(services, registration, log, { outbound, ...channel }, mark)
}

/** Roles of people in chat: from Graph if that was set up, and if the bot is at home where people sign in. */
function chatRolesOf(
  { bot, signIn }: MunicipalitySettings,
  { outbound, graph, now, log }: Pick<Shared, 'outbound' | 'graph' | 'now' | 'log'>,
): ChatRoles {
  if (!graph.chatRoles || bot === undefined || signIn.kind !== 'entra' || bot.tenant !== signIn.tenant)
    return STAFF_ONLY
  const { clientId: appId, claims } = signIn
  return rolesFromGraph({ graph: graphOf(bot, outbound), appId, names: claims.names, now, log })
}

const graphOf = (registration: BotRegistration, { fetch }: Outbound): Graph =>
  createGraph(createAppTokens(registration, fetch), fetch)

/** Without a registration nobody can tell who writes: that is for one machine only. */
const endpointOf = ({ bot: registration, signIn }: MunicipalitySettings, { endpoint }: Bot): BotEndpoint =>
  registration === undefined && signIn.kind !== 'local'
    ? async (_, response) => void response.status(401).end()
    : endpoint

function startOwn(services: Services, generation: Generation, bot: Bot, log: Logger): { stop: () => Promise<void> } {
  const outbox = startOutbox(services, bot, log)
  const jobs = startJobs([...dailyAndHourly(services), counting(generation)], log)
  return {
    async stop() {
      await Promise.all([jobs.stop(), outbox.stop()])
    },
  }
}

/** Counts of a week are released when it is over, and who stood behind them is forgotten. */
const counting = ({ usage }: Generation): Job => ({
  name: 'usage',
  everyMs: 60 * 60_000,
  run: async () => ({ released: await usage.release() }),
})

function servicesOf(
  { settings: own, live, local }: Own,
  { storage, learningKey, address, several, metrics, running, now, log, outbound, graph }: Shared,
): { readonly services: Services; readonly generation: Generation } {
  const { pack } = live
  const { id } = pack().manifest
  const store = storage.forMunicipality(id)
  const checkText = createTextCheck({ pause: () => nextTurn(), now })
  const generation = openGeneration({
    settings: own.models,
    pack,
    store,
    now,
    checkText,
    log,
    metrics,
    running,
    fetch: outbound.fetch,
  })
  const tab = `${address}/tab/${several ? `?kommune=${encodeURIComponent(id)}` : ''}`
  const services = {
    pack,
    now,
    memory: store.memory,
    counters: store.counters,
    store,
    learning: createLearning({ store, pack, now, key: learningKey }),
    principalOf: local
      ? async () => local.current().person
      : chatPrincipal(id, chatRolesOf(own, { outbound, graph, now, log })),
    local,
    checkText,
    tab,
    textPage: `${tab}#/pruefen`,
    house: generation.house,
    guard: generation.guard,
  }
  return { services, generation }
}
