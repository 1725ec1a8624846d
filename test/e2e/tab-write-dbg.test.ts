import { expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'
import { LETTER } from '../support/tab-texts.js'
jest.setTimeout(60_000)
const { open, shot, api } = hostTab()
test('dbg', async () => {
  const { page, paste, choose, press, complaints } = await open({ at: '/schreiben/kuerzen' })
  page.on('response', async r => { if (r.url().includes('generate')) console.log(r.status(), await r.text().catch(e => String(e))) })
  page.on('request', r => { if (r.url().includes('generate')) console.log(r.postData()) })
  await page.waitForTimeout(1500); await shot('dbg0'); console.log(complaints, await page.locator('main').textContent())
  await paste(LETTER)
  await choose('Betrifft Menschen')
  await press('Platzhalter einsetzen')
  await press('An MUCGPT senden')
  await page.waitForTimeout(2000)
  await shot('dbg')
  console.log(complaints, await page.locator('.draft').textContent())
  expect(api()).toBeDefined()
})
