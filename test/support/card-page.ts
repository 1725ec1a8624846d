import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { htmlOf } from '../../addin/cards/markdown.js'
import type { Card } from '../../bot/teams/cards/card.js'
import { elementsOf } from './card-text.js'
import { groundOf, hostConfig, type Theme } from './card-themes.js'

type Executed = { readonly verb: string; readonly data: Readonly<Record<string, string>> }
type ShownCard = {
  hostConfig: unknown
  onExecuteAction: (action: Executed) => void
  parse: (card: unknown) => void
  render: () => HTMLElement
}

declare global {
  interface Window {
    AdaptiveCards: {
      AdaptiveCard: (new () => ShownCard) & {
        onProcessMarkdown: (text: string, result: { outputHtml?: string; didProcess: boolean }) => void
      }
      HostConfig: new (config: unknown) => unknown
    }
    axe: {
      run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
    executed: Executed[]
  }
}

const STYLES = `
  body { margin: 0 }
  ul { margin: 0; padding-left: 20px; box-sizing: border-box }
  p { margin: 0 }
  div:has(> button) { flex-wrap: wrap !important; row-gap: 8px }
  button { white-space: normal !important; max-width: 100%; background: #fff; color: #242424; border: 1px solid #616161;
    border-radius: 4px; padding: 8px 12px; margin: 0 8px 8px 0 }
  input[type=radio], input[type=checkbox] { width: 24px; height: 24px; flex: none }
  select { max-width: 100%; min-height: 32px }`

const resolve = createRequire(import.meta.url).resolve

/** A page that shows cards with Microsoft's library in one of the looks of Teams. */
export async function openCardPage(browser: Browser, theme: Theme, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 400 } })
  await page.setContent(
    `<!doctype html><html lang="de"><title>Karte</title><style>${STYLES} body { background: ${groundOf(theme)} }</style><main></main></html>`,
  )
  for (const library of ['adaptivecards/dist/adaptivecards.min.js', 'axe-core/axe.min.js'])
    await page.addScriptTag({ content: await readFile(resolve(library), 'utf8') })
  return page
}

/** Shows a card with its Markdown; what is pressed on it is kept in `window.executed`. */
export async function showCard(page: Page, card: Card, theme: Theme): Promise<void> {
  const texts = elementsOf(card).flatMap(element => (element.type === 'TextBlock' ? element.text : []))
  const html = Object.fromEntries(texts.map(text => [text, htmlOf(text)]))
  await page.evaluate(
    given => {
      window.executed = []
      window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        const made = given.html[text]
        result.didProcess = made !== undefined
        if (made !== undefined) result.outputHtml = made
      }
      const shown = new window.AdaptiveCards.AdaptiveCard()
      shown.hostConfig = new window.AdaptiveCards.HostConfig(given.config)
      shown.onExecuteAction = ({ verb, data }) => void window.executed.push({ verb, data })
      shown.parse(given.card)
      document.querySelector('main')?.replaceChildren(shown.render())
    },
    { card, html, config: hostConfig(theme) },
  )
}
