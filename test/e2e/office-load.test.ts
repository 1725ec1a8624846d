import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Frame } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { bundlePane } from '../support/office-bundle.js'
import type { Pane } from '../support/office-pane.js'
import { type Network, openWordWindow, PANE, servePane } from '../support/office-window.js'
import { openWord } from '../support/office-word.js'

jest.setTimeout(60_000)

let browser: Browser
let script: string
beforeAll(async () => {
  script = await bundlePane()
  browser = await openBrowser()
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))
afterAll(() => browser?.close())

type WithPane = typeof globalThis & { readonly pane: Pane }
type Options = Parameters<Pane['start']>[0]

/** Where the pane finds itself, and how long it took to know. */
async function startIn(frame: Frame | undefined, options: Options = {}) {
  if (!frame) throw new Error('no pane')
  return frame.evaluate(async wishes => {
    const start = performance.now()
    const where = await (globalThis as WithPane).pane.start(wishes)
    return { where, time: performance.now() - start, history: typeof history.pushState + typeof history.replaceState }
  }, options)
}

const FUNCTIONS = 'functionfunction'
const CDN = 'https://appsforoffice.microsoft.com'

async function inWord(set: number, network: Network = 'open', options: Options = {}, host = 'Word') {
  const { show, asked } = await openWordWindow(browser, script, network)
  const [pane] = await show(openWord({ text: 'Text' }, set), { host })
  return { ...(await startIn(pane, options)), asked }
}

describe('in Word', () => {
  test('Office.js comes from Microsoft’s address, and the history works afterwards', async () => {
    const { where, history, asked } = await inWord(1.8)
    expect(where).toBe('word')
    expect(history).toBe(FUNCTIONS)
    expect(asked[0]).toBe(`${CDN}/lib/1/hosted/office.js`)
  })

  test('or from the address a house has named', async () => {
    const own = 'https://office.musterstadt.example/office.js'
    const { where, asked } = await inWord(1.8, 'open', { officeJs: own })
    expect(where).toBe('cdn-blocked')
    expect(asked).toEqual([own])
  })

  // Office.js for Word on the web takes 1.3 for granted, whatever the host says: an old Word is played by a script of a line.
  test.each([
    ['1.2', 'too-old'],
    ['1.3', 'word'],
  ])('WordApi %s: %s', async (set, expected) => {
    const context = await browser.newContext()
    await servePane(context, script, 'refused')
    await context.route(`${CDN}/**`, route =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `Office = { onReady: async () => ({ host: 'Word' }), DocumentMode: {}, context: { document: {},
          requirements: { isSetSupported: (name, version) => version <= '${set}' } } }`,
      }),
    )
    const page = await context.newPage()
    await page.goto(`${PANE}/pane?_host_Info=Word$Win32$16.01$de-DE`)
    expect((await startIn(page.mainFrame())).where).toBe(expected)
  })

  test('another program of Office is no Word', async () => {
    expect((await inWord(1.8, 'open', {}, 'Excel')).where).toBe('no-word')
  })
})

describe('when the address of Office.js is blocked', () => {
  test('a network that says no is believed at once', async () => {
    const { where, time, history } = await inWord(1.8, 'refused')
    expect(where).toBe('cdn-blocked')
    expect(time).toBeLessThan(2_000)
    expect(history).toBe(FUNCTIONS)
  })

  test('a network that says nothing is waited for three and a half seconds, no longer', async () => {
    const { where, time } = await inWord(1.8, 'silent')
    expect(where).toBe('cdn-blocked')
    expect(time).toBeGreaterThan(3_000)
    expect(time).toBeLessThan(5_000)
  })

  test('so is one that lets only the first script through', async () => {
    const { where, history } = await inWord(1.8, 'first only', { patience: 800 })
    expect(where).toBe('cdn-blocked')
    expect(history).toBe(FUNCTIONS)
  })

  test('a script that comes after all does not spoil the history', async () => {
    const { show } = await openWordWindow(browser, script, 'slow')
    const [pane] = await show(openWord({ text: 'Text' }, 1.8))
    expect((await startIn(pane, { patience: 100 })).where).toBe('cdn-blocked')
    await pane?.waitForFunction(() => 'Office' in globalThis)
    expect(await pane?.evaluate(() => typeof history.pushState)).toBe('function')
  })
})

describe('without Word around', () => {
  test('nobody is asked for anything, and nobody waits', async () => {
    const context = await browser.newContext()
    const asked = await servePane(context, script, 'open')
    const page = await context.newPage()
    await page.goto(`${PANE}/pane?from=mail#/aufgabe`)
    const { where, time } = await startIn(page.mainFrame())
    expect(where).toBe('no-word')
    expect(time).toBeLessThan(100)
    expect(asked).toEqual([])
  })

  test.each([
    ['the address', '?_host_Info=Word$Web$16.01$de-DE', ''],
    ['the name of the window', '', "window.name = JSON.stringify({ hostInfo: 'Word$Web$16.01$de-DE' })"],
    ['what Office.js has stored for the window', '', "sessionStorage.setItem('hostInfoValue', 'Word$Web$16.01$de-DE')"],
  ])('a host that tells itself by %s is looked for', async (_, query, before) => {
    const context = await browser.newContext()
    const asked = await servePane(context, script, 'refused')
    const page = await context.newPage()
    await page.addInitScript(before)
    await page.goto(`${PANE}/pane${query}`)
    expect((await startIn(page.mainFrame())).where).toBe('cdn-blocked')
    expect(asked.length).toBe(1)
  })
})
