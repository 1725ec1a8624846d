import type { Page } from 'playwright-core'
import type { FromWorker, ToWorker } from '../../addin/check/messages.js'

/** Set before the page runs: marks when the frame of the pane stands, and measures every check from asking to answer. */
export function watchPage(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.brand')) return
    watch.disconnect()
    requestAnimationFrame(() => performance.mark('framed'))
  })
  watch.observe(document, { childList: true, subtree: true })
  const Plain = globalThis.Worker
  globalThis.Worker = class extends Plain {
    readonly #asked = new Map<number, number>()
    constructor(script: string | URL, options?: WorkerOptions) {
      super(script, options)
      this.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        const start = this.#asked.get(data.job)
        if (data.type === 'result' && start !== undefined) performance.measure('check', { start })
      })
    }
    override postMessage(message: ToWorker): void {
      if (message.type === 'check') this.#asked.set(message.job, performance.now())
      super.postMessage(message)
    }
  }
}

/** Milliseconds of everything measured under a name since the last time. */
export const taken = (page: Page, name: string): Promise<number[]> =>
  page.evaluate(name => {
    const times = performance.getEntriesByName(name).map(({ duration, startTime, entryType }) => {
      return entryType === 'measure' ? duration : startTime
    })
    performance.clearMeasures(name)
    return times
  }, name)

/** Measures from each paste to what the check says about it under "shown". */
export const watchPastes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let pasted: number | undefined
    const said = (): boolean =>
      [...document.querySelectorAll('.checked [role=status]')].some(one =>
        /^(?:Erkannt|Nichts erkannt)/.test(one.textContent ?? ''),
      )
    addEventListener('paste', () => {
      pasted = performance.now()
    })
    new MutationObserver(() => {
      if (pasted === undefined || !said()) return
      performance.measure('shown', { start: pasted })
      pasted = undefined
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })

/** Milliseconds between the two frames that lay furthest apart while something was done. */
export async function longestFrame(page: Page, work: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    let [before, longest, on] = [performance.now(), 0, true]
    const frame = (): void => {
      const now = performance.now()
      longest = Math.max(longest, now - before)
      before = now
      if (on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const end = (): number => {
      on = false
      return longest
    }
    return { end }
  })
  await work()
  return watch.evaluate(({ end }) => end())
}

/** Milliseconds of the tasks since the page was opened that kept it from answering (above 50 ms). */
export const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>(done => {
        const tasks: number[] = []
        new PerformanceObserver(list => {
          for (const { duration } of list.getEntries()) tasks.push(duration)
        }).observe({ type: 'longtask', buffered: true })
        setTimeout(() => done(tasks), 100)
      }),
  )
