import type { Page } from 'playwright-core'

export const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
export const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '')

/** Tabs until the element that has the focus says this. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.textContent).then(text => matches(text, name))) return
  }
  throw new Error(`nothing to tab to: ${name}`)
}

const matches = (text: string | null | undefined, name: string | RegExp): boolean =>
  typeof name === 'string' ? text?.trim() === name : name.test(text ?? '')

/** Answers whatever is asked, with the keyboard alone; what is right does not matter here. */
export async function answerByKeyboard(page: Page): Promise<void> {
  const form = page.locator('form.sheet')
  const fields = form.locator('input, select')
  const kind = await fields.first().evaluate(field => (field instanceof HTMLInputElement ? field.type : 'select'))
  const count = await fields.count()
  await form.locator('h2').focus()
  if (kind === 'select') {
    for (let at = 0; at < count; at++) {
      await page.keyboard.press('Tab')
      for (let step = 0; step <= at % (await optionsOf(page)); step++) await page.keyboard.press('ArrowDown')
    }
  } else {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'Antwort prüfen')
  await page.keyboard.press('Enter')
}

const optionsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.length - 1 : 1))
