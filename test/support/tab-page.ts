import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { atRest, settled, soon } from './page-waits.js'
import type { TabServer } from './tab-server.js'

const resolve = createRequire(import.meta.url).resolve

export type Tab = {
  readonly page: Page
  /** Addresses asked for since the page was ready. */
  readonly requests: string[]
  /** What the browser complained about: errors of the page, things its policy refused. */
  readonly complaints: string[]
  readonly choose: (answer: string) => Promise<void>
  /** Puts a text on the clipboard and presses Ctrl+V in the field. */
  readonly paste: (text: string, label?: string) => Promise<void>
  readonly see: (text: string | RegExp) => Promise<void>
  readonly reload: () => Promise<void>
  readonly press: (button: string | RegExp) => Promise<void>
  readonly clipboard: () => Promise<string>
  readonly problems: () => Promise<string[]>
}

export type Wishes = BrowserContextOptions & {
  readonly query?: string
  /** The page opened, as it stands behind #; "Text prüfen" if none is named. */
  readonly at?: string
  readonly before?: (page: Page) => Promise<unknown>
}

/** A page of the tab, loaded and ready, with its own window and clipboard. */
export async function openTab(browser: Browser, server: Pick<TabServer, 'address'>, wishes: Wishes = {}): Promise<Tab> {
  const { query = '', at = '/pruefen', before, ...options } = wishes
  const context = await browser.newContext({
    locale: 'de-DE',
    // Colours are judged when they have settled.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await before?.(page)
  await atRest(page, () => page.goto(`${server.address}${query}#${at}`))
  const requests: string[] = []
  context.on('request', request => requests.push(request.url()))
  return {
    page,
    requests,
    complaints,
    choose: answer => page.getByRole('radio', { name: new RegExp(`^${answer}`) }).check(),
    paste: async (text, label = 'Ihr Text') => {
      await page.evaluate(words => navigator.clipboard.writeText(words), text)
      await page.getByRole('textbox', { name: label }).click()
      await page.keyboard.press('Control+V')
    },
    see: text => soon(page.getByText(text).filter({ visible: true }).first(), { timeout: 8_000 }),
    reload: () => atRest(page, () => page.reload()),
    press: async name => {
      const button = page.getByRole('button', { name })
      await soon(button)
      await button.click()
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    problems: () => problemsOf(page),
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe-core cannot judge by itself and somebody has looked at. Everything else it is unsure of counts as a problem.
 * - Behind an open dialog text is dimmed and out of reach on purpose; without the dialog the same page is judged in full. That
 *   it is out of reach for the keyboard, too, is tried in tab-data.test.ts: axe-core sees only what could have the focus.
 */
const isLookedAt = ({ id, behindDialog }: { id: string; behindDialog: boolean }): boolean =>
  (id === 'color-contrast' || id === 'aria-hidden-focus') && behindDialog

type Part = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly target: string[]; readonly failureSummary?: string }[]
}

/** What axe-core finds wrong by WCAG 2.2 A and AA, what it cannot judge and nobody has looked at, and what is too wide. */
export async function problemsOf(page: Page): Promise<string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(await readFile(resolve('axe-core/axe.min.js'), 'utf8'))
  const { found, wide } = await page.evaluate(async rules => {
    const axe = (window as unknown as { axe: { run: (c: object, o: object) => Promise<Record<string, Part[]>> } }).axe
    // Fluent's focus helpers are hidden and get no focus of their own.
    const { violations = [], incomplete = [] } = await axe.run(
      { exclude: [['[data-tabster-dummy]']] },
      { runOnly: rules },
    )
    return {
      found: [
        ...violations.map(part => ({ ...part, sure: true })),
        ...incomplete.map(part => ({ ...part, sure: false })),
      ].flatMap(({ id, sure, nodes }) =>
        nodes.map(({ html, target, failureSummary = '' }) => ({
          id,
          sure,
          html,
          failureSummary,
          behindDialog:
            document.querySelector('[role=dialog]') !== null &&
            !document.querySelector(target[0] ?? '')?.closest('[role=dialog]'),
        })),
      ),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }
  }, RULES)
  const open = found.filter(part => part.sure || !isLookedAt(part))
  return [
    ...open.map(
      ({ id, sure, html, failureSummary }) =>
        `${id}${sure ? '' : ' (unsure)'}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
    ),
    ...(wide > 0 ? [`${wide} px too wide`] : []),
  ]
}
