import { createServer as createHttpServer } from 'node:http'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Logger, pino } from 'pino'
import { createTextCheck } from './check/check-text.js'
import { dayOf } from './clock.js'
import type { Config } from './config.js'
import { type Generation, openGeneration } from './generation/open.js'
import { giveModels } from './generation/served.js'
import { ACCESS } from './identity/access.js'
import { createLocalIdentity } from './identity/local.js'
import { type Job, startJobs } from './jobs.js'
import { openKept } from './kept.js'
import { createLearning } from './learning/learning.js'
import { close, listen } from './listening.js'
import { type LivePack, openLivePack } from './packs/live-pack.js'
import { packFolder } from './packs/named-pack.js'
import { packageRoot } from './paths.js'
import { dailyAndHourly } from './people/jobs.js'
import { startOutbox } from './people/outgoing.js'
import { createServer } from './server.js'
import type { Storage } from './storage/open.js'
import { createBot } from './teams/sdk/adapter.js'
import type { Services } from './teams/services.js'

export type Service = { readonly address: string; readonly municipality: string; readonly close: () => Promise<void> }
export type ServiceResult =
  | { readonly ok: true; readonly service: Service }
  | { readonly ok: false; readonly problems: readonly string[] }

type Failed = { readonly ok: false; readonly problems: readonly string[] }

/**
 * Puts the adapters together and listens. Everything that can be wrong is said in German, with what to do.
 * @param chat address of the local chat, if there is one
 * @param examples whether an invented municipality may be served: for trying out yes, for real work never
 */
export async function startService(
  config: Config,
  chat: string | undefined,
  examples: 'welcome' | 'refused' = 'welcome',
): Promise<ServiceResult> {
  const log = pino({ level: config.logLevel })
  const opened = await openPack(config, examples, log)
  if (!opened.ok) return opened
  const { live } = opened
  const opening = await openKept(config)
  if (!opening.ok) {
    live.close()
    return opening
  }
  const { storage, learningKey, issuerKey } = opening.kept
  const address = addressOf(config)
  const issuer = { address: config.publicUrl ?? address }
  const { services, generation } = servicesOf(live, storage, learningKey, issuer.address, config, log)
  const bot = createBot(services, {}, log)
  const whoAsks = async () => services.local?.current().person
  const built = join(packageRoot(), 'dist', 'addin')
  const pages = { tab: join(built, 'tab'), pane: { folder: join(built, 'pane'), officeJs: config.officeJs } }
  const { metrics, desk } = generation
  const outside = { metrics, metricsToken: config.metricsToken, principalOf: desk.principalOf }
  const app = createServer({
    live,
    bot: bot.endpoint,
    services,
    chat,
    log,
    whoAsks,
    ...pages,
    issuerKey,
    issuer,
    ...outside,
  })
  const server = createHttpServer(app)
  const listening = await listen(server, config)
  if (!listening.ok) {
    live.close()
    await storage.close()
    return listening
  }
  const outbox = startOutbox(services, bot, log)
  const jobs = startJobs([...dailyAndHourly(services), forgetting(storage, services), counting(generation)], log)
  return {
    ok: true,
    service: {
      address,
      municipality: live.pack().manifest.name,
      async close() {
        live.close()
        await close(server)
        await Promise.all([jobs.stop(), outbox.stop()])
        await storage.close()
      },
    },
  }
}

/** Conversation memory goes after its time even where nobody talks any more. */
const forgetting = (storage: Storage, { now }: Services): Job => ({
  name: 'memory',
  everyMs: 10 * 60_000,
  run: async () => ({ forgotten: await storage.forgetExpired(now()) }),
})

/** Counts of a week are released when it is over, and who stood behind them is forgotten. */
const counting = ({ usage }: Generation): Job => ({
  name: 'usage',
  everyMs: 60 * 60_000,
  run: async () => ({ released: await usage.release() }),
})

const addressOf = ({ host, port }: Config): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

const EXAMPLE_REFUSED =
  'KOMPASS_PACK ist ein Beispielpaket mit erfundenen Menschen und Freigaben. Legen Sie ein eigenes an (npm run pack -- new <name>) und geben Sie es an, zum Beispiel: KOMPASS_PACK=neustadt npm run serve'

async function openPack(
  config: Config,
  examples: 'welcome' | 'refused',
  log: Logger,
): Promise<{ ok: true; live: LivePack } | Failed> {
  const opened = await openLivePack(
    packFolder(config.pack),
    () => dayOf(new Date()),
    (event, problems) => log.info({ pack: event, problems: problems.length }, 'pack changed'),
    pack => giveModels(pack, config.models),
  )
  if (!opened.ok)
    return {
      ok: false,
      problems: [`Das Regelpaket ${config.pack} (KOMPASS_PACK) lässt sich nicht verwenden:`, ...opened.problems],
    }
  if (opened.live.pack().manifest.example && examples === 'refused') {
    opened.live.close()
    return { ok: false, problems: [EXAMPLE_REFUSED] }
  }
  return opened
}

function servicesOf(
  live: LivePack,
  storage: Storage,
  key: Uint8Array,
  address: string,
  { models: settings }: Config,
  log: Logger,
): { readonly services: Services; readonly generation: Generation } {
  const now = (): Date => new Date()
  const { pack } = live
  const { id } = pack().manifest
  const store = storage.forMunicipality(id)
  const local = createLocalIdentity(id)
  const checkText = createTextCheck({ pause: () => nextTurn(), now })
  const generation = openGeneration({ settings, pack, store, now, checkText, log, routes: Object.keys(ACCESS) })
  const services = {
    pack,
    now,
    memory: store.memory,
    counters: store.counters,
    store,
    learning: createLearning({ store, pack, now, key }),
    principalOf: async () => local.current().person,
    local,
    checkText,
    tab: `${address}/tab/`,
    textPage: `${address}/tab/#/pruefen`,
    house: generation.house,
    guard: generation.guard,
  }
  return { services, generation }
}
