import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.js'
import { musterstadt } from './musterstadt.js'
import { openTab, type Tab, type Wishes } from './tab-page.js'
import { serveTab, type TabServer } from './tab-server.js'

const PICTURES = process.env.SCREENSHOTS ?? join(tmpdir(), 'ki-kompass-pictures')

/** For the tests of one file: server and browser, and for each test a page of its own. */
export function hostTab(answer: () => number = () => 200) {
  let server: TabServer
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
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
    shot: (name: string, fullPage = true) =>
      tab.page.screenshot({ path: join(PICTURES, `tab-${name.replaceAll(' ', '-')}.png`), fullPage }),
    address: () => server.address,
    api: () => server.api,
  }
}
