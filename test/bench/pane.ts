import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { type PaneServer, servePane } from '../support/pane-server.js'
import { openTask } from '../support/pane-steps.js'
import { openTab, type Tab } from '../support/tab-page.js'
import { type Bench, type Figure, median, percentile } from './measure.js'
import { officeText } from './pane-texts.js'
import { longestFrame, longTasks, taken, watchPage, watchPastes } from './pane-watch.js'

const OPENINGS = 9
const TEXTS = 30
const ROUNDS = 5
const LENGTH = 10_000
/** A megabyte; the check takes no more than a million characters. */
const LONG = 990_000
/** Between two frames: above this people feel it. */
const FRAME = 50

/** How soon the built pane is there in Chromium, and how long somebody waits who pastes and types. */
export const paneBench: Bench = {
  name: 'pane',
  async run() {
    const server = await servePane()
    const browser = await openBrowser()
    try {
      return [
        ...(await openings(browser, server)),
        ...(await pastes(browser, server)),
        ...(await longTexts(browser, server)),
        ...(await questions(browser, server)),
      ]
    } finally {
      await browser.close()
      await server.close()
    }
  },
}

const open = (browser: Browser, server: PaneServer): Promise<Tab> =>
  openTab(browser, server, { at: '/schreiben', before: page => page.addInitScript(watchPage) })

async function openings(browser: Browser, server: PaneServer): Promise<Figure[]> {
  const framed: number[] = []
  const ready: number[] = []
  const longest: number[] = []
  for (let round = 0; round < OPENINGS; round++) {
    const { page } = await open(browser, server)
    await page.getByText('Text kürzen').first().waitFor()
    ready.push(await page.evaluate(() => performance.getEntriesByName('check').at(-1)?.startTime ?? Number.NaN))
    framed.push(...(await taken(page, 'framed')))
    longest.push(Math.max(0, ...(await longTasks(page))))
    await page.context().close()
  }
  return [
    { name: 'frame of the pane painted, p50', value: median(framed), unit: 'ms', most: 400 },
    { name: 'markings of the document looked for, p50', value: median(ready), unit: 'ms' },
    { name: 'longest task while opening (engine, lists), p50', value: median(longest), unit: 'ms', most: FRAME },
  ]
}

async function pastes(browser: Browser, server: PaneServer): Promise<Figure[]> {
  const pane = await begun(browser, server)
  const texts = Array.from({ length: TEXTS }, (_, seed) => officeText(seed + 1, LENGTH))
  for (const text of texts.slice(0, 10)) await pasted(pane, text)
  const checks: number[] = []
  const shown: number[] = []
  for (const text of texts) {
    const rounds: Times[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await pasted(pane, text))
    checks.push(median(rounds.map(one => one.check)))
    shown.push(median(rounds.map(one => one.shown)))
  }
  await pane.page.context().close()
  return [
    { name: 'check of 10,000 pasted characters, p50', value: median(checks), unit: 'ms' },
    { name: 'check of 10,000 pasted characters, p95', value: percentile(checks, 0.95), unit: 'ms', most: 8 },
    { name: 'from the paste to the finding on the page, p50', value: median(shown), unit: 'ms' },
  ]
}

async function longTexts(browser: Browser, server: PaneServer): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const length of [100_000, 200_000, LONG]) {
    const name = `${length.toLocaleString('en')} characters`
    const pane = await begun(browser, server)
    const { page } = pane
    const pasting: number[] = []
    const typing: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      pasting.push((await pasted(pane, officeText(round, length))).frame)
      // A longer text is shown by its beginning and not typed into.
      if (length < LONG) typing.push(await longestFrame(page, () => typed(page)))
    }
    await page.context().close()
    figures.push({ name: `${name} pasted and checked, longest frame`, value: median(pasting), unit: 'ms', most: FRAME })
    if (typing.length > 0)
      figures.push({ name: `${name}, typing on, longest frame`, value: median(typing), unit: 'ms', most: FRAME })
  }
  return [...figures, await alone(browser)]
}

/** What the browser itself takes to put as much into an empty page. */
async function alone(browser: Browser): Promise<Figure> {
  const page = await browser.newPage()
  await page.setContent('<textarea></textarea>')
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.locator('textarea').fill('')
    await page.locator('textarea').focus()
    times.push(
      await longestFrame(page, async () => {
        await page.keyboard.press('Control+V')
        await page.waitForTimeout(1_000)
      }),
    )
  }
  await page.close()
  return { name: 'the last one pasted into a bare <textarea>, longest frame', value: median(times), unit: 'ms' }
}

async function questions(browser: Browser, server: PaneServer): Promise<Figure[]> {
  const pane = await open(browser, server)
  const { page } = pane
  const longest = await longestFrame(page, async () => {
    await page.getByRole('link', { name: 'Fragen', exact: true }).click()
    await page
      .getByRole('button', { name: /Lebenslauf|darf/i })
      .first()
      .click()
    await page.locator('.ac-adaptiveCard').first().waitFor()
  })
  await page.context().close()
  return [{ name: 'renderer loaded and first card drawn, longest frame', value: longest, unit: 'ms' }]
}

async function begun(browser: Browser, server: PaneServer): Promise<Tab> {
  const pane = await open(browser, server)
  await openTask(pane, 'Text kürzen')
  await watchPastes(pane.page)
  return pane
}

type Times = { readonly check: number; readonly shown: number; readonly frame: number }

/** Empties the field, pastes with the keyboard, and waits for what the check says. */
async function pasted({ page, press }: Tab, text: string): Promise<Times> {
  await press('Alles löschen')
  await page.evaluate(words => navigator.clipboard.writeText(words), text)
  await page.getByRole('textbox', { name: 'Ihr Text' }).focus()
  await taken(page, 'check')
  const frame = await longestFrame(page, async () => {
    await page.keyboard.press('Control+V')
    await page.waitForFunction(() => performance.getEntriesByName('shown').length > 0, undefined, { timeout: 60_000 })
  })
  const [shown = Number.NaN] = await taken(page, 'shown')
  const [check = Number.NaN] = await taken(page, 'check')
  return { check, shown, frame }
}

async function typed(page: Page): Promise<void> {
  await page.keyboard.type('Sätze', { delay: 250 })
  await page.waitForTimeout(1_500)
}
