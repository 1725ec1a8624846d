import { jest, test } from '@jest/globals'
import { hostPane } from '../support/pane-host.js'
jest.setTimeout(60_000)
const { open, shot } = hostPane()
test('look', async () => {
  const pane = await open()
  await pane.page.waitForTimeout(1500)
  await shot('start')
  await pane.page.evaluate(() => { location.hash = '/schreiben/freundlicher' })
  await pane.page.waitForTimeout(800)
  await shot('task')
  console.log(pane.complaints)
})
