import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { cardExamples } from '../support/card-examples.js'
import { openCardPage, showCard } from '../support/card-page.js'
import type { Theme } from '../support/card-themes.js'
import { keepPicture } from '../support/pictures.js'

jest.setTimeout(180_000)

const PICTURED = new Set([
  'answer verboten de',
  'answer erlaubt de',
  'answer auflagen de',
  'breach personal de',
  'check slip de',
  'check secret de',
  'check typed behind prüfe de',
  'learn due',
  'learn newcomer',
  'learn resting',
  'learn retrain',
  'modules',
  'lesson 0',
  'question single',
  'question multiple',
  'question match',
  'question order again',
  'question find',
  'question scenario',
  'question prompt',
  'feedback multiple wrong',
  'feedback match wrong',
  'feedback order wrong',
  'feedback scenario right',
  'round passed with KI-Pass, more open',
  'round failed',
  'progress newcomer',
  'progress passed',
  'proof newcomer',
  'proof everything',
  'pause running',
  'remind at night',
  'own data',
  'tools of a newcomer',
  'which tool, learned',
  'register plain',
  'draft learned',
  'drafted blocks 1',
])

let examples: Awaited<ReturnType<typeof cardExamples>>
beforeAll(async () => {
  examples = await cardExamples()
})

// The playground knows one look only; here every card is rendered by Microsoft's library in the three looks of Teams.
describe.each<{ theme: Theme; width: number }>([
  { theme: 'default', width: 480 },
  { theme: 'dark', width: 480 },
  { theme: 'contrast', width: 320 },
])('every card, $theme, $width px wide', ({ theme, width }) => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    page = await openCardPage(browser, theme, width)
  })
  afterAll(async () => browser?.close())

  const lookAt = (): Promise<{ overflow: number; problems: string[] }> =>
    page.evaluate(async () => {
      const { violations } = await window.axe.run(document, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        rules: { 'heading-order': { enabled: true }, 'empty-heading': { enabled: true } },
      })
      return {
        // Buttons are clipped by their row, so the page alone does not tell.
        overflow: Math.max(
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ...[...document.querySelectorAll('button, p, li, select, label')].map(
            part => part.getBoundingClientRect().right - document.documentElement.clientWidth,
          ),
        ),
        problems: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)),
      }
    })

  test('is readable, has names for everything, and does not run out of its frame', async () => {
    const found: string[] = []
    for (const { name, card } of examples) {
      await showCard(page, card, theme)
      const { overflow, problems } = await lookAt()
      if (overflow > 0) found.push(`${name}: ${overflow} px too wide`)
      found.push(...problems.map(problem => `${name}: ${problem}`))
      if (PICTURED.has(name)) await keepPicture(page, `card-${name}-${theme}`)
    }
    expect(found).toEqual([])
  })
})
