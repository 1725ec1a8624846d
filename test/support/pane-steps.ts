import type { Locator } from 'playwright-core'
import { soon } from './page-waits.js'
import type { Tab } from './tab-page.js'

/** The page to write in that stands for Word. */
export const paper = ({ page }: Pick<Tab, 'page'>): Locator =>
  page.getByRole('textbox', { name: /^(Dokument|Document)$/ })

/** Opens a task from the list, as a person does. */
export async function openTask({ page }: Tab, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await soon(page.getByRole('heading', { level: 1, name }))
}

/** Puts the cursor in the document and types. */
export async function typeInto(pane: Tab, text: string, where: 'start' | 'end' = 'end'): Promise<void> {
  await paper(pane).click()
  await pane.page.keyboard.press(where === 'start' ? 'Control+Home' : 'Control+End')
  await pane.page.keyboard.type(text)
}

/** Selects one paragraph of the document with mouse and keyboard, by what it begins with. */
export async function selectParagraph(pane: Tab, begins: string): Promise<void> {
  await paper(pane).locator('p', { hasText: begins }).click({ clickCount: 3 })
}

export async function tickAll({ page }: Tab): Promise<void> {
  for (const box of await page.locator('.points input').all()) await box.check()
}
