import { afterAll, afterEach, beforeAll } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.js'
import { type PaneServer, servePane } from './pane-server.js'
import { keepPicture } from './pictures.js'
import { openTab, type Tab, type Wishes } from './tab-page.js'

/** For the tests of one file: server and browser, and for each test a pane of its own. */
export function hostPane() {
  let server: PaneServer
  let browser: Browser
  let pane: Tab
  beforeAll(async () => {
    server = await servePane()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  afterEach(async () => pane?.page.context().close())
  return {
    open: async (wishes: Wishes = {}): Promise<Tab> => {
      pane = await openTab(browser, server, { at: '/schreiben', ...wishes })
      return pane
    },
    shot: (name: string, fullPage = true) => keepPicture(pane.page, `pane-${name}`, fullPage),
    address: () => server.address,
    api: () => server.api,
  }
}
