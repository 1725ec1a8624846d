import type { Server } from 'node:http'
import { join } from 'node:path'
import express, { Router } from 'express'
import { falseAlarmRoutes } from '../../bot/api/false-alarm.js'
import { packView } from '../../bot/api/pack-view.js'
import { paneKeyRoutes } from '../../bot/api/pane-key.js'
import { createLocalIdentity } from '../../bot/identity/local.js'
import { panePage } from '../../bot/pages/pane-page.js'
import { tabPage } from '../../bot/pages/tab-page.js'
import { packageRoot } from '../../bot/paths.js'
import type { Manifest, Pack } from '../../policies/pack/pack-schema.js'
import { DAY, musterstadt } from './musterstadt.js'
import { type TabApi, tabApi } from './tab-api.js'
import { tabFolder } from './tab-server.js'

/** Where the build puts the pane. */
export const paneFolder = (): string => join(packageRoot(), 'dist', 'addin', 'pane')

export type PaneServer = {
  readonly address: string
  readonly api: TabApi
  /** False alarms told, as they are counted. */
  readonly alarms: readonly string[]
  /** Whoever sits at the pane from now on. */
  readonly become: (person: string) => void
  readonly close: () => Promise<void>
}

/**
 * The built pane under /pane/ and the tab beside it, sent as the service sends them, with what they talk to.
 * @param house what Musterstadt has settled otherwise
 */
export async function servePane(house: Partial<Manifest> = {}): Promise<PaneServer> {
  const musterstadts = await musterstadt()
  const pack: Pack = { ...musterstadts, manifest: { ...musterstadts.manifest, ...house } }
  const view = packView(pack, DAY)
  const app = express()
  const api = tabApi(pack)
  const own = ownRoutes(pack)
  app.use(api.routes, own.routes)
  app.get('/api/pack', (_, response) => void response.json(view))
  app.get(
    '/tab{/*file}',
    tabPage(tabFolder(), async () => []),
  )
  app.get(
    '/pane{/*file}',
    panePage({ folder: paneFolder(), officeJs: undefined }, async () => []),
  )
  const server = await new Promise<Server>((listening, failed) => {
    const started = app.listen(0, '127.0.0.1', error => (error ? failed(error) : listening(started)))
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    api,
    alarms: own.alarms,
    become: own.become,
    address: `http://127.0.0.1:${address.port}/pane/`,
    close: () => new Promise(done => server.close(() => done())),
  }
}

/** The real routes only the pane asks, over counters and pseudonyms in memory. */
function ownRoutes(pack: Pack): Pick<PaneServer, 'alarms' | 'become'> & { readonly routes: Router } {
  const alarms: string[] = []
  let { person } = createLocalIdentity(pack.manifest.id).current()
  const whoAsks = async () => person
  const counters = { increment: async (name: string) => void alarms.push(name) }
  const learning = { pseudonymOf: (id: string) => `pseudonym of ${id}` }
  const routes = Router()
  routes.use(falseAlarmRoutes({ pack: () => pack, counters, whoAsks }), paneKeyRoutes({ learning, whoAsks }))
  return {
    routes,
    alarms,
    become: id => {
      person = { ...person, id }
    },
  }
}
