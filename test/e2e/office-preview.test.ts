import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { bundlePane } from '../support/office-bundle.js'
import { exchange, passage } from '../support/office-contract/row.js'
import { type Hosted, hostPreview, openPreviewPage } from '../support/office-hosted.js'
import { soon } from '../support/page-waits.js'

jest.setTimeout(60_000)

let browser: Browser
let script: string
beforeAll(async () => {
  script = await bundlePane()
  browser = await openBrowser()
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))
afterAll(() => browser?.close())

async function opened(text: string): Promise<{ readonly hosted: Hosted; readonly page: Page }> {
  const page = await openPreviewPage(browser, script)
  const hosted = await hostPreview(page, { text })
  return { hosted, page }
}

const body = (page: Page) => page.locator('.paper-body')

async function paste(page: Page, formats: Readonly<Record<string, string>>, kind: 'paste' | 'drop' = 'paste') {
  await body(page).evaluate(
    (element, [values, type]) => {
      const data = new DataTransfer()
      for (const [format, value] of Object.entries(values)) data.setData(format, value)
      const options = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        type === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      )
    },
    [formats, kind] as const,
  )
}

describe('a person at the page', () => {
  test('types, makes paragraphs, and the port reads them', async () => {
    const { hosted, page } = await opened('Guten Tag.«»')
    await body(page).focus()
    await page.keyboard.type(' Wir helfen.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Zweitens')
    expect(await hosted.text()).toBe('Guten Tag. Wir helfen.\nZweitens')
    const pieces = await hosted.readBody()
    expect(pieces).toEqual([{ kind: 'read', part: 'body', texts: ['Guten Tag. Wir helfen.', 'Zweitens'] }])
  })

  test('deletes everything and starts anew', async () => {
    const { hosted, page } = await opened('Eins\nZwei«»')
    await body(page).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.keyboard.type('Neu')
    await hosted.call('listDrafts')
    expect(await hosted.text()).toBe('Neu')
  })

  test.each(['paste', 'drop'] as const)('%s brings text only, nothing hidden with it', async kind => {
    const { hosted, page } = await opened('Vorher «»')
    await body(page).focus()
    await paste(page, { 'text/plain': 'sichtbar', 'text/html': '<b>sichtbar</b><p hidden>IBAN</p>' }, kind)
    expect(await hosted.text()).toBe('Vorher sichtbar')
    expect(await body(page).innerHTML()).not.toContain('IBAN')
  })

  test('cannot make bold what no port would keep', async () => {
    const { page } = await opened('«Guten Tag»')
    await body(page).focus()
    await page.keyboard.press('Control+B')
    expect(await body(page).innerHTML()).toBe('<p>Guten Tag</p>')
  })

  test('goes on typing elsewhere while a draft is on its way', async () => {
    const { hosted, page } = await opened('Vorab.\nEins «alt».')
    const read = await hosted.call('readSelection')
    if (read.kind === 'failed') throw new Error(read.failure)
    await page.locator('p').first().click()
    await page.keyboard.press('Home')
    await page.keyboard.type('Ganz ')
    const { place, text } = read.selection
    await hosted.call('apply', { key: 'k1', author: 'model', place, before: text, after: 'neu' }, { tracked: true })
    expect(await hosted.text()).toBe('Ganz Vorab.\nEins {E:k1|[-alt-][+neu+]}.')
  })

  test('types in a draft: it belongs to the draft', async () => {
    const { hosted, page } = await opened('{E:k1|Entwurf« »hier} Ende')
    await body(page).focus()
    await page.keyboard.type(' und ')
    expect(await hosted.call('listDrafts')).toMatchObject({ drafts: [{ text: 'Entwurf und hier' }] })
  })
})

describe('what the page shows', () => {
  test('a draft says that nobody has checked it', async () => {
    const { hosted, page } = await opened('«Alt.»')
    await exchange(hosted, 'Neu.')
    await soon(page.getByRole('group', { name: 'KI-Entwurf – noch nicht geprüft' }))
  })

  test('footnotes are listed below', async () => {
    const { hosted, page } = await opened('{E:k1|Entwurf.}')
    await hosted.call('takeOver', 'k1', { kind: 'footnote', text: 'Mit KI erstellt.' })
    expect(await hosted.text()).toBe('Entwurf.<fn:Mit KI erstellt.>')
    expect(await page.locator('.paper-notes li').allTextContents()).toEqual(['Mit KI erstellt.'])
  })

  test('text of a person or a model never becomes markup', async () => {
    const { hosted, page } = await opened('Vorher«»')
    await hosted.call('insert', passage('<img src=x onerror=alert(1)>'), 'selection', { tracked: true })
    expect(await page.locator('.paper-body img').count()).toBe(0)
    expect(await hosted.text()).toContain('<img src=x onerror=alert(1)>')
  })
})

describe('300 pages', () => {
  const LINES = 6_000
  const text = Array.from({ length: LINES }, (_, at) => `Absatz ${at} ${'mit Text '.repeat(12)}`).join('\n')

  test('are read without holding up the browser for long', async () => {
    const { page } = await opened(text)
    const reading = () =>
      page.evaluate(async () => {
        let [last, longest] = [performance.now(), 0]
        const timer = setInterval(() => {
          longest = Math.max(longest, performance.now() - last)
          last = performance.now()
        }, 1)
        const pieces = await (globalThis as unknown as { pane: { readBody: () => Promise<unknown[]> } }).pane.readBody()
        clearInterval(timer)
        return { longest, read: pieces.length }
      })
    const { longest, read } = [await reading(), await reading(), await reading()].reduce((best, next) =>
      next.longest < best.longest ? next : best,
    )
    expect(read).toBe(30)
    expect(longest).toBeLessThan(50)
  })

  test('take a change in one place quickly', async () => {
    const { hosted, page } = await opened(text.replace('Absatz 3000 mit', '«Absatz 3000 mit»'))
    const start = performance.now()
    await exchange(hosted, 'Absatz 3000 ohne')
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(await page.locator('ins').allTextContents()).toEqual(['ohne'])
  })
})
