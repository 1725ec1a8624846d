import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type LivePack, openLivePack } from '../../../bot/packs/live-pack.js'
import { DAY } from '../../support/musterstadt.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'

const manifest = (version: number): string =>
  `id: neustadt\nname: Neustadt\nextends: basis\nexample: true\nversion: ${version}\nstand: 2026-11-23\n`
const BROKEN = 'id: neustadt\nname: Neustadt\nextends: basis\nversion: keine\nstand: morgen\n'

type Heard = readonly [event: 'taken' | 'kept', problems: readonly string[]]

let packs: PacksFolder
let heard: Heard[]
let live: LivePack

beforeEach(async () => {
  packs = await packsFolder('neustadt')
  heard = []
  const opened = await openLivePack(
    packs.path('neustadt'),
    () => DAY,
    (event, problems) => void heard.push([event, problems]),
  )
  if (!opened.ok) throw new Error(opened.problems.join('\n'))
  live = opened.live
})
afterEach(async () => {
  live.close()
  await packs.remove()
})

const version = (): number => live.pack().manifest.version

/** Writes until the watcher has heard of it: it needs a moment before it listens. */
async function writeUntilHeard(name: string, text: string): Promise<void> {
  const before = heard.length
  for (let round = 0; round < 20 && heard.length === before; round++) {
    await packs.write(name, text)
    for (let wait = 0; wait < 10 && heard.length === before; wait++) await new Promise(done => setTimeout(done, 100))
  }
}

describe('a changed pack', () => {
  test('is taken if it is clean', async () => {
    await packs.write('neustadt/pack.yaml', manifest(2))
    expect(version()).toBe(1)
    await live.reload()
    expect(version()).toBe(2)
    expect(heard).toEqual([['taken', []]])
  })

  test('is kept out if it is broken, and all problems are told with file and line', async () => {
    const before = live.pack()
    await packs.write('neustadt/pack.yaml', BROKEN)
    await live.reload()
    expect(live.pack()).toBe(before)
    expect(live.problems()).toEqual([
      expect.stringMatching(/neustadt\/pack\.yaml:4: version: /),
      expect.stringMatching(/neustadt\/pack\.yaml:5: stand: Datum bitte als JJJJ-MM-TT schreiben$/),
    ])
    expect(heard).toEqual([['kept', live.problems()]])
  })

  test('is kept out too if only its meaning is wrong', async () => {
    await packs.write('neustadt/contacts.yaml', 'roles: {}\n')
    await live.reload()
    expect(live.pack().contacts.roles.datenschutz).toBeDefined()
    expect(live.problems().join('\n')).toContain('Ansprechperson für „datenschutz“ fehlt')
  })

  test('is taken once it is mended, and its problems are forgotten', async () => {
    await packs.write('neustadt/pack.yaml', BROKEN)
    await live.reload()
    await packs.write('neustadt/pack.yaml', manifest(3))
    await live.reload()
    expect(version()).toBe(3)
    expect(live.problems()).toEqual([])
    expect(heard.map(([event]) => event)).toEqual(['kept', 'taken'])
  })

  test('that vanished leaves the one in use', async () => {
    await rm(packs.path('neustadt'), { recursive: true })
    await live.reload()
    expect(version()).toBe(1)
    expect(live.problems().join('\n')).toContain('Die Datei pack.yaml fehlt')
  })
})

describe('the watcher', () => {
  test('hears a change of the pack without being asked', async () => {
    await writeUntilHeard('neustadt/pack.yaml', manifest(2))
    expect(heard[0]).toEqual(['taken', []])
    expect(version()).toBe(2)
  })

  test('hears a change of the base pack beside it', async () => {
    await writeUntilHeard('basis/tools.yaml', 'tools: kaputt\n')
    expect(heard[0]?.[0]).toBe('kept')
    expect(live.problems().join('\n')).toContain('basis/tools.yaml:1')
  })

  test('hears nothing any more after it was closed', async () => {
    await writeUntilHeard('neustadt/pack.yaml', manifest(2))
    live.close()
    const before = heard.length
    await packs.write('neustadt/pack.yaml', manifest(3))
    await new Promise(done => setTimeout(done, 1000))
    expect(heard).toHaveLength(before)
    expect(version()).toBe(2)
  })
})

describe('a pack that is broken from the start', () => {
  test.each([
    { why: 'in shape', change: { 'pack.yaml': BROKEN }, says: /pack\.yaml:4: version: / },
    { why: 'in meaning', change: { 'contacts.yaml': 'roles: {}\n' }, says: /Ansprechperson für „ki-team“ fehlt/ },
    { why: 'because it is not there', change: { 'pack.yaml': null }, says: /Die Datei pack\.yaml fehlt/ },
  ])('$why is not opened at all', async ({ change, says }) => {
    const broken = await packsFolder('kaputt', change)
    const opened = await openLivePack(
      broken.path('kaputt'),
      () => DAY,
      () => undefined,
    )
    await broken.remove()
    expect(opened.ok ? '' : opened.problems.join('\n')).toMatch(says)
  })
})
