import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { packageRoot } from '../../bot/paths.js'
import { openBrowser } from '../support/browser.js'
import { listFiles } from '../support/protect-lists.js'
import { type Figure, median, percentile } from './measure.js'

/** The engine as a page loads it: one file, everything it needs in it. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: packageRoot(),
    build: {
      write: false,
      lib: { entry: join(packageRoot(), 'dist/policies/protect/index.js'), formats: ['iife'], name: 'protect' },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('vite made no bundle')
  return chunk.code
}

type Protect = typeof import('../../policies/protect/index.js')

/** What a page has to load, and how fast the check is there. */
export async function bundleFigures(windows: readonly string[]): Promise<Figure[]> {
  const code = await bundle()
  const lists = [...listFiles()]
  const size = (text: string): number => gzipSync(text, { level: 9 }).length / 1000
  const listSize = size(lists.map(([name, text]) => `${name}\n${text}`).join('\n'))
  return [
    { name: 'engine code, gzip', value: size(code), unit: 'kB' },
    { name: 'lists, gzip', value: listSize, unit: 'kB' },
    { name: 'code and lists, gzip', value: size(code) + listSize, unit: 'kB', most: 400 },
    ...(await chromiumFigures(code, lists, windows)),
  ]
}

async function chromiumFigures(code: string, lists: [string, string][], windows: readonly string[]): Promise<Figure[]> {
  const browser = await openBrowser().catch(() => undefined)
  if (!browser) return [{ name: 'Chromium: none to be found', value: Number.NaN, unit: '' }]
  try {
    const page = await browser.newPage()
    await page.evaluate(`${code};globalThis.protect = protect`)
    const { ready, times } = await page.evaluate(
      ([files, texts]) => {
        const { readLists, createEngine } = (globalThis as unknown as { protect: Protect }).protect
        const start = performance.now()
        const engine = createEngine(readLists(new Map(files)))
        const ready = performance.now() - start
        for (const text of texts) engine.scan(text)
        const once = (text: string): number => {
          const before = performance.now()
          engine.scan(text)
          return performance.now() - before
        }
        return { ready, times: texts.map(once) }
      },
      [lists, [...windows]] as const,
    )
    return [
      { name: 'Chromium: engine ready, first time', value: ready, unit: 'ms' },
      { name: 'Chromium: 10,000 characters, p50', value: median(times), unit: 'ms' },
      { name: 'Chromium: 10,000 characters, p95', value: percentile(times, 0.95), unit: 'ms', most: 8 },
    ]
  } finally {
    await browser.close()
  }
}
