import { join } from 'node:path'
import express, { type Express } from 'express'
import { packView } from '../../bot/api/pack-view.js'
import { securityHeaders } from '../../bot/http/security.js'
import { panePage } from '../../bot/pages/pane-page.js'
import { signInPage } from '../../bot/pages/sign-in-page.js'
import { tabPage } from '../../bot/pages/tab-page.js'
import { packageRoot } from '../../bot/paths.js'
import type { SignInAnswer } from '../../policies/sign-in-contract.js'
import { type Host, listen } from './bot-host.js'
import { DAY, musterstadt } from './musterstadt.js'
import { type TabApi, tabApi } from './tab-api.js'

/** The built pages with a service behind them that lets in whom a provider has signed in. */
export type SignInServer = Host & {
  readonly api: TabApi
  /** How it says people sign in, by `?kommune=`; undefined: it knows no such municipality. */
  how: (kommune: string | undefined) => SignInAnswer | undefined
  /** Whether it takes a token; the status it refuses it with otherwise. */
  takes: (token: string | undefined) => Promise<200 | 401 | 403>
  /** How far its clock is off, in milliseconds. */
  clock: number
  /** Where pages may fetch tokens, and Office.js comes from. */
  elsewhere: readonly string[]
}

export async function serveSignIn(): Promise<SignInServer> {
  const pack = await musterstadt()
  const app = express()
  const api = tabApi(pack)
  const host = await listen(app)
  const server: SignInServer = Object.assign(host, {
    api,
    how: (): SignInAnswer => ({ kind: 'local' }),
    takes: async () => 200 as const,
    clock: 0,
    elsewhere: [],
  })
  app.get('/api/sign-in', (request, response) => {
    const how = server.how(typeof request.query.kommune === 'string' ? request.query.kommune : undefined)
    if (how) response.json(how)
    else response.status(404).json({ problem: 'Diese Kommune gibt es hier nicht.' })
  })
  app.use('/api', async (request, response, next) => {
    response.set('date', new Date(Date.now() + server.clock).toUTCString())
    const status = await server.takes(request.headers.authorization?.replace('Bearer ', ''))
    if (status === 200) next()
    else response.status(status).json({ problem: status === 401 ? 'Bitte melden Sie sich an.' : 'Nicht für Sie.' })
  })
  app.use(api.routes)
  app.get('/api/pane-key', (_, response) => void response.json({ key: PANE_KEY }))
  app.get('/api/pack', (_, response) => void response.json(packView(pack, DAY)))
  servePages(app, () => server.elsewhere)
  return server
}

/** The pages as the service gives them; `elsewhere` is where they may fetch tokens. */
function servePages(app: Express, elsewhere: () => readonly string[]): void {
  const origins = async (): Promise<readonly string[]> => elsewhere()
  const folder = (name: string): string => join(packageRoot(), 'dist', 'addin', name)
  app.use(securityHeaders(false))
  app.get('/tab{/*file}', tabPage(folder('tab'), origins))
  app.get('/pane{/*file}', panePage({ folder: folder('pane'), officeJs: undefined }, origins))
  app.get('/anmeldung{/*file}', signInPage({ folder: folder('anmeldung'), officeJs: undefined }))
}

/** With which the pane seals what it keeps while it is reloaded. */
const PANE_KEY = 'k'.repeat(43)
