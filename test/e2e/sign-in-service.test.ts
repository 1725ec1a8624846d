import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import type { Service } from '../../bot/wiring.js'
import { openBrowser } from '../support/browser.js'
import { freePort } from '../support/free-port.js'
import {
  CLIENT,
  type OpenIdProvider,
  openProvider,
  RESOURCE,
  SCOPE,
  signInAs,
} from '../support/sign-in-page-provider.js'
import { openTab, type Tab } from '../support/tab-page.js'
import { startWitnessed } from '../support/witness/service.js'

jest.setTimeout(120_000)

// The real service with its pages, and a real provider: what the one gives the other has to take.
describe('a person signs in with the provider of the house', () => {
  let data: string
  let provider: OpenIdProvider
  let service: Service
  let browser: Browser
  let tab: Tab

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'kompass-sign-in-'))
    const port = await freePort()
    // A provider has to know the pages' address before the service starts.
    provider = await openProvider(`http://127.0.0.1:${port}`)
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(port),
      KOMPASS_LOG_LEVEL: 'silent',
      KOMPASS_IDENTITY: 'oidc',
      KOMPASS_ISSUER: provider.issuer,
      KOMPASS_CLIENT_ID: CLIENT,
      KOMPASS_AUDIENCE: RESOURCE,
      KOMPASS_SCOPE: SCOPE,
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startWitnessed(settings.config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    service = started.service
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    await provider?.close()
    if (data) await rm(data, { recursive: true, force: true })
  })
  afterEach(() => tab?.page.context().close())

  test.each([
    { why: 'the tab', mount: 'tab', at: '/heute', see: 'So weit sind Sie' },
    { why: 'the pane beside a page', mount: 'pane', at: '/schreiben', see: 'Neu schreiben' },
  ])('and $why knows them, after a renewal, too', async ({ mount, at, see }) => {
    provider.life = 6
    tab = await openTab(browser, { address: `${service.address}/${mount}/` }, { at })
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
