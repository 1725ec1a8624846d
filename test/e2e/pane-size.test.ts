import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { paneFolder } from '../support/pane-server.js'

const folder = join(paneFolder(), 'assets')
const chunks = readdirSync(folder).filter(name => name.endsWith('.js'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length / 1000, 0)

describe('what the pane has to load', () => {
  const first = withImports(entries())
  const begun = withImports([...first, chunk('Pane'), chunk('load')])

  test('the page itself, the desk and the way to Word stay below 200 kB', () => {
    expect(kilobytes(begun)).toBeLessThanOrEqual(200)
  })

  test('before anything is painted, below 150 kB', () => {
    expect(kilobytes(first)).toBeLessThanOrEqual(150)
  })

  test('engine, cards, comparing and the page of the preview come by themselves', () => {
    const apart = ['checker', 'worker', 'render', 'Changes', 'Paper', 'Questions', 'Review', 'BuiltIn', 'assistant']
    expect([...begun].filter(name => apart.some(part => name.startsWith(`${part}-`)))).toEqual([])
    expect(apart.filter(part => chunks.filter(name => name.startsWith(`${part}-`)).length !== 1)).toEqual([])
  })

  test('the page for old Words lies beside it as it was written', () => {
    expect(readFileSync(join(paneFolder(), 'index.html'), 'utf8')).toMatch(/<script[^>]*nomodule[^>]*old-word\.js/)
    expect(readdirSync(paneFolder())).toContain('old-word.js')
  })
})

function chunk(name: string): string {
  const [found, ...others] = chunks.filter(one => one.startsWith(`${name}-`))
  if (found === undefined || others.length > 0) throw new Error(`one chunk ${name}, please`)
  return found
}

function entries(): string[] {
  const page = readFileSync(join(paneFolder(), 'index.html'), 'utf8')
  return [...page.matchAll(/src="\.\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name)
}

/** Scripts with whatever they import before they run. */
function withImports(names: readonly string[]): Set<string> {
  const loaded = new Set<string>()
  const load = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const [, next = ''] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) load(next)
  }
  for (const name of names) load(name)
  return loaded
}
