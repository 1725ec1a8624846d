import { afterAll, afterEach, beforeAll } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.js'
import { musterstadt } from './musterstadt.js'
import { keepPicture } from './pictures.js'
import { openTab, type Tab, type Wishes } from './tab-page.js'
import { serveTab, type TabServer } from './tab-server.js'

/** For the tests of one file: server and browser, and for each test a page of its own. */
export function hostTab(answer: () => number = () => 200) {
  let server: TabServer
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    server = await serveTab(await musterstadt(), answer)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  afterEach(async () => tab?.page.context().close())
  return {
    open: async (wishes?: Wishes): Promise<Tab> => {
      tab = await openTab(browser, server, wishes)
      return tab
    },
    shot: (name: string, fullPage = true) => keepPicture(tab.page, `tab-${name}`, fullPage),
    address: () => server.address,
    api: () => server.api,
  }
}
