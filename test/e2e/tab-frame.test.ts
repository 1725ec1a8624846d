import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import { PUBLIC } from '../support/tab-texts.js'
import { passOn, SERVICE } from '../support/teams-window.js'

jest.setTimeout(120_000)

const { address, shot, open } = hostTab()

/** A page of another host with the tab in a frame, as Teams has it. What the service says about frames is passed on. */
async function framedBy(host: string, query: string): Promise<Page> {
  const { page } = await open()
  await passOn(page, new URL(address()).origin)
  await page.route(`${host}/**`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Teams</title><iframe title="Tab" src="${SERVICE}/tab/${query}#/pruefen" style="width:1000px;height:1200px"></iframe>`,
    }),
  )
  await page.goto(`${host}/v2/`)
  return page
}

test.each([
  ['default', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(41, 41, 41)'],
  ['contrast', 'rgb(0, 0, 0)'],
])('works in a frame of Teams, in its look %s', async (theme, ground) => {
  const page = await framedBy('https://teams.microsoft.com', `?theme=${theme}`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('radio', { name: /^Öffentlich/ }).check()
  await frame.getByRole('radio', { name: /^MUCGPT/ }).check()
  await frame.getByRole('textbox', { name: 'Ihr Text' }).fill(PUBLIC)
  await soon(frame.getByText('Nichts erkannt').first())
  expect(await frame.locator('.page').evaluate(element => getComputedStyle(element).backgroundColor)).toBe(ground)
  await shot(`teams ${theme}`)
})

test('shows itself in no frame of anybody else', async () => {
  const page = await framedBy('https://teams.example', '')
  await page.waitForTimeout(1_000)
  expect(await page.frameLocator('iframe').locator('h1').count()).toBe(0)
})
