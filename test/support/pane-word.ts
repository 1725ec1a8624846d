import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Frame, Page, Route } from 'playwright-core'
import { OFFICE_JS } from '../../addin/office/load.js'
import { answerOffice, HOST, LIBRARY, type Network, PANE } from './office-window.js'
import type { Word } from './office-word.js'

/** Answers with what the service has at this address. What is built never changes, so it is asked for once. */
export async function passOn(route: Route, address: string): Promise<void> {
  if (!new URL(address).pathname.includes('/assets/'))
    return route.fulfill({ response: await route.fetch({ url: address }) })
  const known = built.get(address) ?? readBuilt(address)
  built.set(address, known)
  return route.fulfill(await known)
}

type Built = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }
const built = new Map<string, Promise<Built>>()

async function readBuilt(address: string): Promise<Built> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  }
}

export type PaneInWord = { readonly page: Page; readonly frame: Frame; readonly complaints: readonly string[] }

/**
 * The built pane, as the service at this address sends it, inside a window of Word with the real Office.js. Seen from the
 * browser it is under https: Office.js asks Microsoft about windows it does not trust.
 */
export async function openPaneInWord(
  browser: Browser,
  address: string,
  word: Word,
  network: Network = 'open',
): Promise<PaneInWord> {
  const service = new URL(address).origin
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 700, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.route('**/*', async route => {
    const { origin, pathname, search } = new URL(route.request().url())
    if (origin === PANE && pathname === '/word')
      return route.fulfill({ contentType: 'text/html', body: HOST.replace("'/pane?", "'/pane/?") })
    if (origin === PANE) return passOn(route, `${service}${pathname}${search}`)
    if (origin !== new URL(OFFICE_JS).origin || network !== 'open') return route.abort()
    const file = join(LIBRARY, pathname.replace('/lib/1/hosted/', ''))
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(file) })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await page.exposeFunction('answerOffice', (data: unknown) => answerOffice(data, word))
  await page.goto(`${PANE}/word?host=Word&panes=1`, { waitUntil: 'load' })
  const frame = page.frames().find(one => one !== page.mainFrame())
  if (!frame) throw new Error('no pane')
  return { page, frame, complaints }
}
