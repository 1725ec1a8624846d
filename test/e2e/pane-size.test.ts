import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { paneFolder } from '../support/pane-server.js'

/** What the bundler says it made: by source, or by "_" and name for what several share. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
)
const manifest = Manifest.parse(JSON.parse(readFileSync(join(paneFolder(), '.vite', 'manifest.json'), 'utf8')))

/** How much it may be is in .size-limit.mjs. */
describe('what the pane loads, and when', () => {
  const begun = loadedWith('index.html', 'Pane.tsx', '../office/load.ts')

  test.each([
    { why: 'the engine lives in a worker', part: '../check/checker.ts' },
    { why: 'cards are for who asks', part: '../cards/render.ts' },
    { why: 'in Word nobody needs the page to write in', part: 'Paper.tsx' },
    { why: 'only a changed selection is compared', part: 'document/Changes.tsx' },
    { why: 'asking is another page', part: 'Questions.tsx' },
    { why: 'nothing is there to review yet', part: 'review/Review.tsx' },
    { why: 'who drafts with a model needs no building blocks', part: '../tab/write/BuiltIn.tsx' },
  ])('$part comes by itself: $why', ({ part }) => {
    expect(Object.keys(manifest)).toContain(part)
    expect([...begun]).not.toContain(part)
  })

  test('no script that is loaded at once holds the library for cards', () => {
    const holds = (part: string): boolean =>
      readFileSync(join(paneFolder(), manifest[part]?.file ?? ''), 'utf8').includes('AdaptiveCard')
    expect([...begun].filter(holds)).toEqual([])
    expect(holds('../cards/render.ts')).toBe(true)
  })

  test('there is one engine: in the worker, and the page that asks it holds none', () => {
    const assets = readdirSync(join(paneFolder(), 'assets'))
    expect(assets.filter(name => name.startsWith('worker-')).length).toBe(1)
    const checker = readFileSync(join(paneFolder(), manifest['../check/checker.ts']?.file ?? ''), 'utf8')
    expect(checker.length).toBeLessThan(4_000)
  })

  test('the page for old Words lies beside it as it was written', () => {
    expect(readFileSync(join(paneFolder(), 'index.html'), 'utf8')).toMatch(/<script[^>]*nomodule[^>]*old-word\.js/)
    expect(readdirSync(paneFolder())).toContain('old-word.js')
  })
})

/** Parts with whatever they import before they run. */
function loadedWith(...parts: readonly string[]): Set<string> {
  const loaded = new Set<string>()
  const load = (part: string): void => {
    if (loaded.has(part)) return
    loaded.add(part)
    for (const next of manifest[part]?.imports ?? []) load(next)
  }
  for (const part of parts) load(part)
  return loaded
}
