import type { Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { packView } from '../../bot/api/pack-view.js'
import { panePage } from '../../bot/pages/pane-page.js'
import { tabPage } from '../../bot/pages/tab-page.js'
import { packageRoot } from '../../bot/paths.js'
import { DAY, musterstadt } from './musterstadt.js'
import { type TabApi, tabApi } from './tab-api.js'
import { tabFolder } from './tab-server.js'

/** Where the build puts the pane. */
export const paneFolder = (): string => join(packageRoot(), 'dist', 'addin', 'pane')

export type PaneServer = { readonly address: string; readonly api: TabApi; readonly close: () => Promise<void> }

/** The built pane under /pane/ and the tab beside it, sent as the service sends them, with what they talk to. */
export async function servePane(): Promise<PaneServer> {
  const pack = await musterstadt()
  const view = packView(pack, DAY)
  const app = express()
  const api = tabApi(pack)
  app.use(api.routes)
  app.get('/api/pack', (_, response) => void response.json(view))
  app.get('/tab{/*file}', tabPage(tabFolder()))
  app.get('/pane{/*file}', panePage({ folder: paneFolder(), officeJs: undefined }))
  const server = await new Promise<Server>((listening, failed) => {
    const started = app.listen(0, '127.0.0.1', error => (error ? failed(error) : listening(started)))
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    api,
    address: `http://127.0.0.1:${address.port}/pane/`,
    close: () => new Promise(done => server.close(() => done())),
  }
}
