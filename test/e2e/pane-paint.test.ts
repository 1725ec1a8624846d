import { describe, expect, jest, test } from '@jest/globals'
import { hostPane } from '../support/pane-host.js'

jest.setTimeout(60_000)
const { open } = hostPane()

/** Milliseconds after navigation until the frame of the pane stands. */
const WATCH = `new MutationObserver((_, watch) => {
  if (!document.querySelector('.brand')) return
  watch.disconnect()
  requestAnimationFrame(() => { globalThis.painted = performance.now() })
}).observe(document, { childList: true, subtree: true })`

describe('the pane appears', () => {
  test('at once, and ready to work soon after (limits for a busy machine, see docs/pane.md)', async () => {
    const { page } = await open({ before: page => page.addInitScript(WATCH) })
    const painted = await page.evaluate(() => Number(Reflect.get(globalThis, 'painted')))
    const ready = await page.evaluate(() => performance.now())
    if (process.env.MEASURE) console.log(`painted after ${Math.round(painted)} ms, idle before ${Math.round(ready)} ms`)
    expect(painted).toBeLessThan(1_500)
  })
})
