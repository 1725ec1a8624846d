import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { bundlePane } from '../support/office-bundle.js'
import { CONTRACT } from '../support/office-contract/index.js'
import { expected, tidied } from '../support/office-contract/row.js'
import { type Hosted, hostPreview, hostWord, openPreviewPage } from '../support/office-hosted.js'
import { openWordWindow, type WordWindow } from '../support/office-window.js'
import type { Given } from '../support/office-word.js'

jest.setTimeout(60_000)

let browser: Browser
let window: WordWindow
let preview: Page
beforeAll(async () => {
  const script = await bundlePane()
  browser = await openBrowser()
  window = await openWordWindow(browser, script)
  preview = await openPreviewPage(browser, script)
})
afterAll(() => browser?.close())

const HOSTS: readonly { readonly name: string; readonly open: (given: Given) => Promise<Hosted> }[] = [
  { name: 'the page without Word', open: given => hostPreview(preview, given) },
  ...[1.3, 1.4, 1.6, 1.8].map(set => ({
    name: `Word with WordApi ${set}`,
    open: (given: Given) => hostWord(window, given, set),
  })),
]

describe.each(HOSTS)('$name', ({ open }) => {
  describe.each(Object.entries(CONTRACT))('%s', (_, rows) => {
    test.each(rows.map(row => [row.why, row] as const))('%s', async (_, { given, act, gives, text }) => {
      const hosted = await open(given)
      const { tracked } = await hosted.capabilities()
      const outcome = await act(hosted)
      if (gives !== undefined) expect({ outcome }).toMatchObject({ outcome: expected(gives, tracked) as object })
      if (text !== undefined) expect(tidied(await hosted.text())).toBe(tidied(String(expected(text, tracked))))
    })
  })
})
