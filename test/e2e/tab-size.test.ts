import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { packView } from '../../bot/api/pack-view.js'
import { DETECTORS } from '../../policies/protect/detectors/index.js'
import { DAY, musterstadt } from '../support/musterstadt.js'
import { tabFolder } from '../support/tab-server.js'

const folder = join(tabFolder(), 'assets')
const chunks = readdirSync(folder).filter(name => name.endsWith('.js'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1000

describe('what a page has to load', () => {
  test('engine and lists together stay below 400 kB', async () => {
    const [worker = '', ...others] = chunks.filter(name => name.startsWith('worker-'))
    expect(others).toEqual([])
    const { lists } = packView(await musterstadt(), DAY).protect
    expect(kilobytes(read(worker)) + kilobytes(JSON.stringify(lists))).toBeLessThanOrEqual(400)
  })

  test('"Heute" stays below 200 kB, and brings neither engine nor cards nor the library of Teams', () => {
    const first = loadedFirst()
    expect(
      first.filter(name => /^(CheckPage|Write|BuiltIn|assistant|render|client|worker|Kompass)-/.test(name)),
    ).toEqual([])
    expect(first.reduce((sum, name) => sum + kilobytes(read(name)), 0)).toBeLessThanOrEqual(200)
  })

  test('holds none of the example sentences of the detectors', () => {
    const code = chunks.map(read).join('\n')
    const pieces = DETECTORS.flatMap(({ examples }) => [...examples.found, ...examples.ignored]).flatMap(piecesOf)
    expect(pieces.length).toBeGreaterThan(300)
    expect(pieces.filter(piece => piece !== OF_EVERY_LETTER && code.includes(piece))).toEqual([])
  })
})

/** Letters of building blocks begin so, too. */
const OF_EVERY_LETTER = 'Sehr geehrte Damen und Herren'

/** The scripts of the first page: the one it names, and whatever that imports before anybody goes anywhere. */
function loadedFirst(): string[] {
  const page = readFileSync(join(tabFolder(), 'index.html'), 'utf8')
  const loaded = new Set<string>()
  const load = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const [, next = ''] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) load(next)
  }
  for (const [, name = ''] of page.matchAll(/src="\.\/assets\/([^"]+\.js)"/g)) load(name)
  return [...loaded]
}

/** Several words without umlauts, which stand in code as they are; long enough to be found nowhere else. */
const piecesOf = (example: string): string[] =>
  (example.match(/[A-Za-z][A-Za-z ]{22,}[A-Za-z]/g) ?? []).filter(piece => piece.split(' ').length > 2)
