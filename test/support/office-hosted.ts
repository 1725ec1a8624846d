import type { Browser, Frame, Page } from 'playwright-core'
import type { BodyPiece, Capabilities, WordDocument } from '../../addin/office/document.js'
import type { Content } from '../../addin/office/preview/content.js'
import { parseNotation, printNotation } from './office-notation.js'
import type { Pane } from './office-pane.js'
import { PANE, servePane, type WordWindow } from './office-window.js'
import { type Given, openWord, type Word } from './office-word.js'

type Methods = Omit<WordDocument, 'capabilities' | 'readBody'>

/** A document open in Chromium, with the port called from here. */
export type Hosted = {
  readonly word: Word | undefined
  readonly capabilities: () => Promise<Capabilities>
  readonly call: <Name extends keyof Methods>(
    name: Name,
    ...given: Parameters<Methods[Name]>
  ) => Promise<Awaited<ReturnType<Methods[Name]>>>
  readonly readBody: () => Promise<BodyPiece[]>
  /** In the notation of `office-notation.ts`. */
  readonly text: () => Promise<string>
  readonly selected: () => Promise<string>
}

type WithPane = typeof globalThis & { readonly pane: Pane }

const callsIn = (frame: Frame): Pick<Hosted, 'capabilities' | 'call' | 'readBody'> => ({
  capabilities: () => frame.evaluate(() => (globalThis as WithPane).pane.capabilities()),
  call: <Name extends keyof Methods>(name: Name, ...given: Parameters<Methods[Name]>) =>
    frame.evaluate(([method, values]) => (globalThis as WithPane).pane.call(method, values), [
      name,
      given,
    ] as const) as Promise<Awaited<ReturnType<Methods[Name]>>>,
  readBody: () => frame.evaluate(() => (globalThis as WithPane).pane.readBody()),
})

/** A page without Word, in a window of its own. */
export async function openPreviewPage(browser: Browser, script: string): Promise<Page> {
  const context = await browser.newContext()
  await servePane(context, script, 'refused')
  return context.newPage()
}

/** The document in this page without Word, which is loaded anew. */
export async function hostPreview(page: Page, given: Given): Promise<Hosted> {
  await page.goto(`${PANE}/pane`)
  const { blocks, selected } = parseNotation(given.text)
  const content: Content = {
    blocks,
    headers: given.headers ?? [],
    footers: given.footers ?? [],
    comments: given.comments ?? [],
    properties: Object.entries(given.properties ?? {}).map(([name, value]) => ({ name, value })),
  }
  await page.evaluate(([shown, span, readOnly]) => (globalThis as WithPane).pane.preview(shown, span, readOnly), [
    content,
    selected,
    given.readOnly ?? false,
  ] as const)
  return {
    ...callsIn(page.mainFrame()),
    word: undefined,
    text: async () => printNotation(await page.evaluate(() => (globalThis as WithPane).pane.blocks())),
    selected: () => page.evaluate(() => String(document.getSelection())),
  }
}

export async function hostWord(window: WordWindow, given: Given, set: number): Promise<Hosted> {
  const [first] = await hostPanes(window, given, set, 1)
  if (!first) throw new Error('no pane')
  return first
}

/** Several panes before the same document. */
export async function hostPanes(window: WordWindow, given: Given, set: number, panes: number): Promise<Hosted[]> {
  const word = openWord(given, set)
  const frames = await window.show(word, { panes })
  return Promise.all(
    frames.map(async frame => {
      const where = await frame.evaluate(() => (globalThis as WithPane).pane.start())
      if (where !== 'word') throw new Error(`the pane is in ${where}`)
      return {
        ...callsIn(frame),
        word,
        text: async () => word.text(),
        selected: async () => word.selected(),
      }
    }),
  )
}
