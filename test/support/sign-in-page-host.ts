import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { SignInAnswer } from '../../policies/sign-in-contract.js'
import { openBrowser } from './browser.js'
import { CLIENT, type OpenIdProvider, openProvider, SCOPE } from './sign-in-page-provider.js'
import { type SignInServer, serveSignIn } from './sign-in-page-server.js'

/** For the tests of one file: pages, a provider and a browser; for each test a window of its own, and all as it was. */
export function hostSignIn() {
  let server: SignInServer
  let provider: OpenIdProvider
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    server = await serveSignIn()
    provider = await openProvider(server.address)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await provider?.close()
  })
  beforeEach(async () => {
    const musterstadt = howAt(provider)
    Object.assign(server, {
      how: (kommune: string | undefined) => (kommune === 'musterstadt' ? musterstadt : undefined),
      takes: async (token: string | undefined) => (token && (await provider.verify(token)) ? 200 : 401),
      elsewhere: [new URL(provider.tokenEndpoint).origin],
      clock: 0,
    })
    Object.assign(provider, { life: 3_600, renewable: true })
    server.api.asked.length = 0
    provider.exchanged.length = 0
    context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce' })
    page = await context.newPage()
    page.setDefaultTimeout(8_000)
    complaints = []
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      // The provider's pages have complaints of their own.
      if (message.type() === 'error' && page.url().startsWith(server.address)) complaints.push(message.text())
    })
  })
  afterEach(() => context?.close())
  return {
    server: () => server,
    provider: () => provider,
    page: () => page,
    complaints: () => complaints,
    open: (path: string) => page.goto(`${server.address}${path}`),
  }
}

export const howAt = ({ authorizationEndpoint, tokenEndpoint }: OpenIdProvider): SignInAnswer => ({
  kind: 'oidc',
  municipality: 'musterstadt',
  name: 'Musterstadt',
  clientId: CLIENT,
  scope: SCOPE,
  authorizationEndpoint,
  tokenEndpoint,
})

/** Everything a page of ours could have left behind in its browser. */
export const keptBy = (page: Page) =>
  page.evaluate(() => ({ ...sessionStorage, ...localStorage, ...(document.cookie ? { cookie: document.cookie } : {}) }))
