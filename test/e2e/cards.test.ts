import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import type { CardExample } from '../support/card-example.js'
import { cardExamples } from '../support/card-examples.js'
import { groundOf, hostConfig, type Theme } from '../support/card-themes.js'

jest.setTimeout(180_000)

const PICTURES = process.env.SCREENSHOTS ?? join(tmpdir(), 'ki-kompass-pictures')
const PICTURED = [
  'answer verboten de',
  'answer erlaubt de',
  'answer auflagen de',
  'breach personal de',
  'check slip de',
  'check secret de',
  'check typed behind prüfe de',
  'learn due',
  'learn retrain',
  'lesson 0',
  'question order again',
  'question find',
  'question prompt',
  'feedback match wrong',
  'round passed with KI-Pass',
  'progress passed',
  'own data',
]
const resolve = createRequire(import.meta.url).resolve

declare global {
  interface Window {
    AdaptiveCards: {
      AdaptiveCard: new () => { hostConfig: unknown; parse: (card: unknown) => void; render: () => HTMLElement }
      HostConfig: new (config: unknown) => unknown
    }
    axe: {
      run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
  }
}

// The playground knows one look only; here every card is rendered by Microsoft's library in the three looks of Teams.
describe.each<{ theme: Theme; width: number }>([
  { theme: 'default', width: 480 },
  { theme: 'dark', width: 480 },
  { theme: 'contrast', width: 320 },
])('every card, $theme, $width px wide', ({ theme, width }) => {
  let browser: Browser
  let page: Page
  let examples: readonly CardExample[]

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    examples = await cardExamples()
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.setContent(
      `<!doctype html><html lang="de"><title>Karte</title><style>div:has(>button){flex-wrap:wrap!important;row-gap:8px} body{margin:0;background:${groundOf(theme)}} button{white-space:normal!important;max-width:100%;background:#fff;color:#242424;border:1px solid #616161;border-radius:4px;padding:8px 12px;margin:0 8px 8px 0} input[type=radio],input[type=checkbox]{width:24px;height:24px;flex:none} select{max-width:100%;min-height:32px}</style><main></main></html>`,
    )
    for (const library of ['adaptivecards/dist/adaptivecards.min.js', 'axe-core/axe.min.js'])
      await page.addScriptTag({ content: await readFile(resolve(library), 'utf8') })
  })
  afterAll(async () => browser?.close())

  const show = (example: CardExample): Promise<{ overflow: number; problems: string[] }> =>
    page.evaluate(
      async ({ card, config }) => {
        const rendered = new window.AdaptiveCards.AdaptiveCard()
        rendered.hostConfig = new window.AdaptiveCards.HostConfig(config)
        rendered.parse(card)
        document.querySelector('main')?.replaceChildren(rendered.render())
        const { violations } = await window.axe.run(document, {
          runOnly: [
            'color-contrast',
            'image-alt',
            'button-name',
            'target-size',
            'heading-order',
            'label',
            'select-name',
          ],
        })
        return {
          // Buttons are clipped by their row, so the page alone does not tell.
          overflow: Math.max(
            document.documentElement.scrollWidth - document.documentElement.clientWidth,
            ...[...document.querySelectorAll('button, p, li')].map(
              part => part.getBoundingClientRect().right - document.documentElement.clientWidth,
            ),
          ),
          problems: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)),
        }
      },
      { card: example.card, config: hostConfig(theme) },
    )

  test('is readable, has names for everything, and does not run out of its frame', async () => {
    const found: string[] = []
    for (const example of examples) {
      const { overflow, problems } = await show(example)
      if (overflow > 0) found.push(`${example.name}: ${overflow} px too wide`)
      found.push(...problems.map(problem => `${example.name}: ${problem}`))
      if (PICTURED.includes(example.name))
        await page.screenshot({
          path: join(PICTURES, `card-${example.name.replaceAll(/\W+/g, '-')}-${theme}.png`),
          fullPage: true,
        })
    }
    expect(found).toEqual([])
  })
})
