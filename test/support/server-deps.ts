import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { WhoAsks } from '../../bot/api/person-route.js'
import type { Doorkeeper } from '../../bot/identity/doorkeeper.js'
import type { Municipality } from '../../bot/municipality/municipality.js'
import { municipalityRoutes } from '../../bot/municipality/routes.js'
import type { LivePack } from '../../bot/packs/live-pack.js'
import { packageRoot } from '../../bot/paths.js'
import type { ServerDeps } from '../../bot/server.js'
import type { Services } from '../../bot/teams/services.js'
import { ISSUER, issuerKey } from './certificates.js'
import { gatewayFor } from './gateway.js'

type Given = {
  readonly services: Services
  readonly log: Logger
  readonly whoAsks: WhoAsks
  readonly endpoint: Municipality['bot']['endpoint']
  readonly problems?: readonly string[]
  readonly registration?: Municipality['bot']['registration']
}

/** One municipality on these services, with the real routes. */
export async function municipalityOf({ services, log, whoAsks, endpoint, problems = [], registration }: Given) {
  const { metrics, desk } = gatewayFor(services)
  const live: LivePack = {
    pack: services.pack,
    problems: () => problems,
    reload: async () => undefined,
    close: () => undefined,
  }
  const key = await issuerKey()
  const municipality: Municipality = {
    id: services.pack().manifest.id,
    live,
    services,
    bot: { endpoint, registration },
    desk,
    routes: municipalityRoutes({
      services,
      whoAsks,
      issuerKey: key,
      issuer: ISSUER,
      principalOf: desk.principalOf,
      log,
    }),
  }
  return { municipality, metrics, key }
}

/** Whoever asks is let in to the one municipality there is; its routes decide what they may. */
const everybody = (municipality: string, whoAsks: WhoAsks): Doorkeeper => ({
  settle: async request => {
    const who = await whoAsks(request)
    const nobody = { kind: 'person', id: 'nobody', municipality, roles: [] } as const
    return { kind: 'person', person: who?.kind === 'person' ? { ...who, municipality } : nobody }
  },
  whoAsks,
})

/** Everything a server needs, with one municipality and without any sign-in. */
export async function serverDeps(given: Given, pages: Pick<ServerDeps, 'tab' | 'pane' | 'chat'>): Promise<ServerDeps> {
  const { services, log, whoAsks } = given
  const { municipality, metrics, key } = await municipalityOf(given)
  return {
    municipalities: [municipality],
    doorkeeper: everybody(municipality.id, whoAsks),
    signInDesk: async () => ({ kind: 'answer', answer: { kind: 'local' } }),
    local: services.local,
    log,
    ...pages,
    signInFolder: '',
    icons: join(packageRoot(), 'manifest', 'icons'),
    issuerKey: key,
    issuer: ISSUER,
    metrics,
    metricsToken: undefined,
    isReady: async () => true,
    proxies: 0,
    now: services.now,
    newId: randomUUID,
  }
}
