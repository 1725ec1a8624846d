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

  test('holds none of the example sentences of the detectors', () => {
    const code = chunks.map(read).join('\n')
    const pieces = DETECTORS.flatMap(({ examples }) => [...examples.found, ...examples.ignored]).flatMap(piecesOf)
    expect(pieces.length).toBeGreaterThan(300)
    expect(pieces.filter(piece => code.includes(piece))).toEqual([])
  })
})

/** Several words without umlauts, which stand in code as they are; long enough to be found nowhere else. */
const piecesOf = (example: string): string[] =>
  (example.match(/[A-Za-z][A-Za-z ]{22,}[A-Za-z]/g) ?? []).filter(piece => piece.split(' ').length > 2)
