import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { FromWorker, ToWorker } from '../../addin/check/messages.js'
import { openBrowser } from '../support/browser.js'
import { readCorpus } from '../support/corpus.js'
import { musterstadt } from '../support/musterstadt.js'
import { serveTab, tabFolder } from '../support/tab-server.js'
import { type Bench, median, percentile } from './measure.js'

const LENGTH = 10_000
const WINDOWS = 60
const ROUNDS = 5

/** How long somebody waits on the page "Text prüfen": a text goes to the built worker, the findings come back. */
export const protectBrowserBench: Bench = {
  name: 'protect-browser',
  async run() {
    const pack = await musterstadt()
    const server = await serveTab(pack)
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(server.address, { waitUntil: 'networkidle' })
      const { ready, times: all } = await measure(page, pack.protect.lists, windows())
      const times = all.map(median)
      return [
        { name: 'worker ready, first time', value: ready, unit: 'ms' },
        { name: '10,000 characters, there and back, p50', value: median(times), unit: 'ms' },
        { name: '10,000 characters, there and back, p95', value: percentile(times, 0.95), unit: 'ms', most: 8 },
      ]
    } finally {
      await browser.close()
      await server.close()
    }
  },
}

/** Everyday letters and notes of an office, one after the other, cut into what people paste. */
function windows(): string[] {
  const text = readCorpus('test/protect/corpus')
    .map(one => one.text)
    .join('\n\n')
  const endless = text.repeat(Math.ceil((WINDOWS * 4_321 + LENGTH) / text.length))
  return Array.from({ length: WINDOWS }, (_, at) => endless.slice(at * 4_321, at * 4_321 + LENGTH))
}

/** One round to warm up; then every text several times, so that the middle is not what else the machine was doing. */
function measure(page: Page, lists: Readonly<Record<string, string>>, texts: readonly string[]) {
  const name = readdirSync(join(tabFolder(), 'assets')).find(file => file.startsWith('worker-'))
  return page.evaluate(
    async ([file, lists, texts, rounds]) => {
      const worker = new Worker(`assets/${file}`, { type: 'module' })
      const send = (message: ToWorker): void => worker.postMessage(message)
      let job = 0
      const check = (text: string): Promise<number> =>
        new Promise((done, failed) => {
          const start = performance.now()
          const mine = ++job
          worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
            if (data.job !== mine || data.type === 'progress') return
            if (data.type === 'result') done(performance.now() - start)
            else failed(new Error('the check failed'))
          }
          worker.onerror = () => failed(new Error('no worker'))
          send({ type: 'check', job: mine, text })
        })
      send({ type: 'lists', lists })
      const ready = await check('Guten Tag')
      for (const text of texts) await check(text)
      const times: number[][] = []
      for (const text of texts) {
        const own: number[] = []
        for (let round = 0; round < rounds; round++) own.push(await check(text))
        times.push(own)
      }
      return { ready, times }
    },
    [name, lists, texts, ROUNDS] as const,
  )
}
