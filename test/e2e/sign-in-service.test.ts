import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import express, { type Express } from 'express'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import { type Service, startService } from '../../bot/wiring.js'
import { type Host, listen } from '../support/bot-host.js'
import { openBrowser } from '../support/browser.js'
import {
  CLIENT,
  type OpenIdProvider,
  openProvider,
  RESOURCE,
  SCOPE,
  signInAs,
} from '../support/sign-in-page-provider.js'
import { servePages } from '../support/sign-in-page-server.js'
import { openTab, type Tab } from '../support/tab-page.js'

jest.setTimeout(120_000)

// The built pages, the real service and a real provider: what the one gives the other has to take. A small server in front gives
// the pages and passes on the rest, because a provider has to know their address before the service starts.
describe('a person signs in with the provider of the house', () => {
  let data: string
  let front: Host
  let provider: OpenIdProvider
  let service: Service
  let browser: Browser
  let tab: Tab

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'kompass-sign-in-'))
    const app = express()
    servePages(app, () => [new URL(provider.tokenEndpoint).origin])
    passOn(app, () => service.address)
    front = await listen(app)
    provider = await openProvider(front.address)
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(await freePort()),
      KOMPASS_LOG_LEVEL: 'silent',
      KOMPASS_IDENTITY: 'oidc',
      KOMPASS_ISSUER: provider.issuer,
      KOMPASS_CLIENT_ID: CLIENT,
      KOMPASS_AUDIENCE: RESOURCE,
      KOMPASS_SCOPE: SCOPE,
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startService(settings.config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    service = started.service
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    await provider?.close()
    await front?.close()
    if (data) await rm(data, { recursive: true, force: true })
  })
  afterEach(() => tab?.page.context().close())

  test.each([
    { why: 'the tab', mount: 'tab', at: '/heute', see: 'So weit sind Sie' },
    { why: 'the pane beside a page', mount: 'pane', at: '/schreiben', see: 'Neu schreiben' },
  ])('and $why knows them, after a renewal, too', async ({ mount, at, see }) => {
    provider.life = 6
    tab = await openTab(browser, { address: `${front.address}/${mount}/` }, { at })
    await signInAs(tab.page, 'erika')
    await tab.see(see)
    await tab.page.waitForTimeout(4_000)
    await tab.page.getByRole('link', { name: 'Fragen', exact: true }).click()
    await tab.page.getByRole('textbox', { name: /^Ihre Frage/ }).fill('Darf ich einen Lebenslauf in ChatGPT hochladen?')
    await tab.page.getByRole('button', { name: 'Fragen' }).filter({ visible: true }).click()
    await tab.see('Nicht erlaubt')
    expect(provider.exchanged.map(({ grant }) => grant)).toEqual(
      expect.arrayContaining(['authorization_code', 'refresh_token']),
    )
    expect(await tab.page.getByRole('button', { name: 'Neu anmelden' }).count()).toBe(0)
  })

  test('nobody else gets anything', async () => {
    const answers = await Promise.all(
      ['/api/pack', '/api/learning', '/api/tools', '/api/me'].map(path => fetch(`${service.address}${path}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
  })
})

function passOn(app: Express, service: () => string): void {
  app.use('/api', express.raw({ type: () => true }), async (request, response) => {
    const { method, originalUrl, headers } = request
    const sent = ['authorization', 'content-type'].flatMap(name => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value] as const] : []
    })
    const body = Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {}
    const answer = await fetch(service() + originalUrl, { method, headers: Object.fromEntries(sent), ...body })
    response.status(answer.status).type(answer.headers.get('content-type') ?? 'text')
    response.send(Buffer.from(await answer.arrayBuffer()))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise(done => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}
