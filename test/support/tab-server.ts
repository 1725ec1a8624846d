import type { Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { packView } from '../../bot/api/pack-view.js'
import { tabPage } from '../../bot/pages/tab-page.js'
import { packageRoot } from '../../bot/paths.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { DAY } from './musterstadt.js'
import { type TabApi, tabApi } from './tab-api.js'

export type TabServer = { readonly address: string; readonly api: TabApi; readonly close: () => Promise<void> }

/** Where the build puts the page. */
export const tabFolder = (): string => join(packageRoot(), 'dist', 'addin', 'tab')

/** The built page under /tab/, sent as the service sends it, with what it talks to (tab-api.ts); `answer` may withhold the pack. */
export async function serveTab(pack: Pack, answer: () => number = () => 200): Promise<TabServer> {
  const view = packView(pack, DAY)
  const app = express()
  const api = tabApi(pack)
  app.use(api.routes)
  app.get('/api/pack', (_, response) => {
    const status = answer()
    response.status(status).json(status === 200 ? view : { problem: 'Gerade nicht' })
  })
  app.get(
    '/tab{/*file}',
    tabPage(tabFolder(), async () => []),
  )
  const server = await new Promise<Server>((listening, failed) => {
    const started = app.listen(0, '127.0.0.1', error => (error ? failed(error) : listening(started)))
  })
  return {
    api,
    address: `http://127.0.0.1:${portOf(server)}/tab/`,
    close: () => new Promise(done => server.close(() => done())),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
