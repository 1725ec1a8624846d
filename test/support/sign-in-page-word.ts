import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core'
import { OFFICE_JS } from '../../addin/office/load.js'
import { answerOffice, HOST, LIBRARY, PANE } from './office-window.js'
import { openWord } from './office-word.js'
import { passOn } from './pane-word.js'

export type WordForSignIn = {
  readonly context: BrowserContext
  readonly page: Page
  readonly pane: Frame
  readonly complaints: readonly string[]
}

/** What Office gives a pane that asks it for a token; the words are those of its bridge (`BridgeStatusCode` of MSAL). */
export type PlayedBridge = {
  readonly silent: string | { readonly token: string }
  readonly popup: string | { readonly token: string }
  /** Says it is there, and never answers. */
  readonly mute?: boolean
}

/**
 * The built pane inside a window of Word with the real Office.js, and whatever dialogs it opens. Word opens them in windows of the
 * browser itself; the host has no part in it. `bridge` plays the part of Office in nested app authentication, which is not in
 * the Office.js one can have as a package: the library that speaks to it is the real one.
 */
export async function openPaneForSignIn(
  browser: Browser,
  service: string,
  provider: string,
  bridge?: PlayedBridge,
): Promise<WordForSignIn> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 700, height: 900 } })
  await context.route('**/*', async route => {
    const address = new URL(route.request().url())
    if (address.origin === provider) return followed(route)
    if (address.origin === PANE && address.pathname === '/word')
      return route.fulfill({ contentType: 'text/html', body: WORD })
    if (address.origin === PANE) return passOn(route, `${service}${address.pathname}${address.search}`)
    if (address.origin !== new URL(OFFICE_JS).origin) return route.abort()
    const file = join(LIBRARY, address.pathname.replace('/lib/1/hosted/', ''))
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(file) })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  const word = openWord({ text: 'Guten Tag.' }, 1.8)
  await page.exposeFunction('answerOffice', (data: unknown) => withSets(answerOffice(data, word), bridge))
  if (bridge) await page.addInitScript(playBridge, bridge)
  await page.goto(`${PANE}/word?host=Word&panes=1`, { waitUntil: 'load' })
  const pane = page.frames().find(frame => frame !== page.mainFrame())
  if (!pane) throw new Error('no pane')
  return { context, page, pane, complaints }
}

/** A redirect would leave for the network, where nobody of the name our pages have here is; followed by the page, it is met above. */
async function followed(route: Route): Promise<void> {
  const response = await route.fetch({ maxRedirects: 0 })
  const { location } = response.headers()
  if (location === undefined) return route.fulfill({ response })
  const to = JSON.stringify(new URL(location, route.request().url()).href)
  return route.fulfill({ contentType: 'text/html', body: `<script>location.replace(${to})</script>` })
}

/** The frame has the name Word on the web gives it: Office.js reads it before it opens a window. */
const WORD = HOST.replace("'/pane?", "'/pane/?kommune=musterstadt&").replace(
  "document.createElement('iframe')",
  `document.createElement('iframe'); frame.name = '{"hostInfo":"Word$Web$16.01$de-DE$$$$0"}'`,
)

/** What this Office says it can; dialogs every Word on the web can. */
const withSets = (answer: string | undefined, bridge: PlayedBridge | undefined): string | undefined =>
  bridge ? answer?.replace('\\"WordApi\\"', '\\"NestedAppAuth\\":1.1,\\"WordApi\\"') : answer

/** Runs in the page, before anything else. */
function playBridge(bridge: PlayedBridge): void {
  const listeners: ((message: string) => void)[] = []
  const base64 = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll('=', '')
  const account = {
    environment: 'login.microsoftonline.com',
    username: 'erika',
    homeAccountId: 'h',
    localAccountId: 'l',
    tenantId: 't',
  }
  const answerTo = (method: string): object => {
    if (method === 'GetInitContext')
      return { success: true, initContext: { sdkName: 'played', sdkVersion: '1', capabilities: {} } }
    const given = method === 'GetToken' ? bridge.silent : bridge.popup
    if (typeof given === 'string') return { success: false, error: { status: given } }
    const id_token = `${base64({ alg: 'none' })}.${base64({ oid: 'l', tid: 't', sub: 's' })}.`
    return { success: true, token: { access_token: given.token, id_token, expires_in: 3600, scope: 'x' }, account }
  }
  const asked: string[] = []
  Object.assign(window, {
    asked,
    nestedAppAuthBridge: {
      addEventListener: (_: string, heard: (message: string) => void) => listeners.push(heard),
      removeEventListener: () => {},
      postMessage: (text: string) => {
        const { method, requestId } = JSON.parse(text)
        asked.push(method)
        if (bridge.mute) return
        const answer = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answerTo(method) })
        setTimeout(() => {
          for (const heard of listeners) heard(answer)
        }, 10)
      },
    },
  })
}
