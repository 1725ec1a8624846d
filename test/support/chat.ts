import type { Page } from 'playwright-core'
import { soon } from './page-waits.js'

/** The chat of the Agents Playground as a person uses it. */
export type Chat = {
  readonly say: (text: string) => Promise<void>
  /** Waits until a text stands in the newest answers. */
  readonly see: (text: string | RegExp) => Promise<void>
  readonly press: (button: string) => Promise<void>
}

const PATIENCE_MS = 20_000

/** Opens the playground at `address` and waits until it has reached the bot. */
export async function openChat(page: Page, address: string): Promise<Chat> {
  await page.goto(address)
  await page.getByText('Connected.').first().waitFor({ timeout: PATIENCE_MS })
  return {
    async say(text) {
      const box = page.locator('[data-lexical-editor=true]').last()
      await box.click()
      await box.pressSequentially(text)
      await page.keyboard.press('Enter')
    },
    see: text => soon(page.locator('.ac-adaptiveCard').getByText(text).last(), { timeout: PATIENCE_MS }),
    press: button => page.getByRole('button', { name: button, exact: true }).last().click(),
  }
}
