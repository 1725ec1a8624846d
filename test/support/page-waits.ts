import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page, Request } from 'playwright-core'

/** Milliseconds. A page that has asked for nothing and drawn nothing for this long is at rest. */
const REST = 60
/** Most of what is waited for comes within two seconds; in between, milliseconds. */
const LOOKS = 50
const BETWEEN = 40

/**
 * Goes to one of our pages and waits until it is at rest: it stands there whole, nothing it asked for is on its way, and all
 * that came is drawn. Playwright's "networkidle" knows only of the requests, and waits half a second to be sure of them.
 */
export async function atRest(page: Page, go: () => Promise<unknown>): Promise<void> {
  const underway = new Set<Request>()
  let moves = 0
  const begins = (request: Request): void => {
    underway.add(request)
    moves++
  }
  const ends = (request: Request): void => {
    underway.delete(request)
    moves++
  }
  page.on('request', begins).on('requestfinished', ends).on('requestfailed', ends)
  try {
    await go()
    for (let before = -1; underway.size > 0 || before !== moves; ) {
      await page.waitForFunction(isShown)
      before = moves
      // Where the page sends people on meanwhile, this goes on in the next one.
      await page.waitForFunction(isDrawn)
      await pause(REST)
    }
  } finally {
    page.off('request', begins).off('requestfinished', ends).off('requestfailed', ends)
  }
}

/**
 * Something stands on the page, and no part of it is still being loaded. A page of somebody else, to whom people are sent to
 * sign in, is there when it is there. Runs in the page.
 */
const isShown = (): boolean =>
  (document.querySelector('main')?.textContent.trim() ?? (document.getElementById('page') ? '' : 'theirs')) !== '' &&
  Array.from(document.querySelectorAll('.fui-Spinner')).every(spinner => !spinner.checkVisibility())

/** Whoever draws has nothing to do. Runs in the page. */
const isDrawn = (): Promise<boolean> => new Promise(drawn => requestIdleCallback(() => drawn(true)))

/** Milliseconds nothing changes on a page that has settled, and how long that is waited for at most. */
const STILL = { for: 100, most: 2_000 }

/** Waits until nothing on the page changes any more, be it a word or a look. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    still =>
      new Promise<void>(done => {
        let timer = setTimeout(done, still.for)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, still.for)
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        setTimeout(done, still.most)
      }),
    STILL,
  )

/**
 * Waits until it is visible, as `waitFor` does, which after a few looks takes only two in a second.
 * @throws what Playwright throws, after its time
 */
export async function soon(wanted: Locator, options: { readonly timeout?: number } = {}): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    if (await wanted.isVisible()) return
    await pause(BETWEEN)
  }
  await wanted.waitFor(options)
}
