import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import type { Store } from '../../../bot/storage/store.js'
import { opening } from '../../support/opening.js'
import { type Script, startScript } from '../../support/script.js'
import { seeded } from '../../support/seeded.js'
import { postgresForTests, temporaryFolder } from '../../support/storage.js'

const KILLS = 20
const WRITES = 2_000
/** The process may be far ahead of the lines read from it, so it is given more to write than it can before it is killed. */
const MORE_THAN_IT_CAN = 20 * WRITES
const folder = temporaryFolder()
const Reference = z.strictObject({ at: z.int(), name: z.string(), rest: z.string().length(200) })

/** Row by row what a process was told is stored; half a row would not be read. */
async function stored({ conversations }: Store, name: string, count: number): Promise<number> {
  let found = 0
  for (let at = 0; at < count; at++) {
    const row = await conversations.of(`${name}-${at}`)
    if (!row) break
    expect(Reference.parse(JSON.parse(row.reference))).toMatchObject({ at, name })
    found++
  }
  return found
}

describe('SQLite', () => {
  test(`killed ${KILLS} times at a random point of ${WRITES} writes: nothing acknowledged is lost, nothing is half there`, async () => {
    const file = join(folder(), 'kill', 'kompass.db')
    const random = seeded(11)
    const points: number[] = []
    for (let run = 0; run < KILLS; run++) {
      const script = startScript('write-rows', [file, `run${run}`, `${MORE_THAN_IT_CAN}`])
      const killAfter = Math.floor(random() * WRITES * 0.95)
      const acknowledged = await killedAfter(script, killAfter)
      const storage = await opening({ kind: 'sqlite', file })
      const found = await stored(storage.forMunicipality('neustadt'), `run${run}`, MORE_THAN_IT_CAN)
      await storage.close()
      expect(found).toBeGreaterThanOrEqual(acknowledged)
      // One more may have been stored whose acknowledgement the kill cut off; lines in the pipe were acknowledged.
      expect(found - acknowledged).toBeLessThanOrEqual(1)
      expect(found).toBeLessThan(MORE_THAN_IT_CAN)
      points.push(acknowledged)
    }
    expect(Math.max(...points) - Math.min(...points)).toBeGreaterThan(WRITES / 2)
    const storage = await opening({ kind: 'sqlite', file })
    for (const [run, acknowledged] of points.entries())
      expect(await stored(storage.forMunicipality('neustadt'), `run${run}`, acknowledged)).toBe(acknowledged)
    await storage.close()
  }, 120_000)

  test('two processes on one file: every row of both is there', async () => {
    const file = join(folder(), 'two', 'kompass.db')
    const scripts = ['a', 'b'].map(name => startScript('write-rows', [file, name, '1000']))
    for (const { ended } of scripts) expect((await ended).code).toBe(0)
    const storage = await opening({ kind: 'sqlite', file })
    const rows = await Promise.all(['a', 'b'].map(name => stored(storage.forMunicipality('neustadt'), name, 1000)))
    expect(rows).toEqual([1000, 1000])
    await storage.close()
  }, 60_000)
})

describe('two replicas on PostgreSQL work one outbox', () => {
  const postgres = postgresForTests()
  const MESSAGES = 400
  const setting = async () => {
    const url = await postgres().createDatabase()
    const storage = await opening({ kind: 'postgres', url })
    const { outbox } = storage.forMunicipality('neustadt')
    for (let at = 0; at < MESSAGES; at++)
      await outbox.put({ key: `k${at}`, person: 'p', kind: 'reminder', content: '{}' }, new Date())
    return { url, storage, outbox }
  }
  const lines = (output: string): string[] => output.split('\n').filter(line => line.startsWith('k'))

  test('none is sent by both, all are sent', async () => {
    const { url, storage, outbox } = await setting()
    const replicas = ['one', 'other'].map(worker => startScript('work-outbox', [url, worker]))
    const [one = [], other = []] = await Promise.all(replicas.map(async ({ ended }) => lines((await ended).output)))
    expect(Math.min(one.length, other.length)).toBeGreaterThan(0)
    expect(new Set([...one, ...other]).size).toBe(MESSAGES)
    expect(one.length + other.length).toBe(MESSAGES)
    expect(await outbox.counts()).toMatchObject({ sent: MESSAGES, all: MESSAGES })
    await storage.close()
  }, 60_000)

  test('one is killed: at most what it had in flight is sent again, with the same key, and none is lost', async () => {
    const { url, storage, outbox } = await setting()
    const victim = startScript('work-outbox', [url, 'victim'])
    const other = startScript('work-outbox', [url, 'other'])
    await killedAfter(victim, 30)
    const inFlight = (await outbox.counts()).inFlight
    const [killed, rest] = [lines((await victim.ended).output), lines((await other.ended).output)]
    const twice = rest.filter(key => killed.includes(key))
    expect(new Set([...killed, ...rest]).size).toBe(MESSAGES)
    expect(new Set(rest).size).toBe(rest.length)
    expect(twice.length).toBeLessThanOrEqual(Math.min(5, inFlight))
    expect(await outbox.counts()).toMatchObject({ sent: MESSAGES, all: MESSAGES })
    await storage.close()
  }, 60_000)
})

/** Kills as soon as so many lines have come after the first, and tells how many came in the end. */
async function killedAfter(script: Script, most: number): Promise<number> {
  let said = 0
  const enough = new Promise<void>(done => {
    script.lines.on('line', () => {
      said++
      if (said === most + 1) done()
    })
  })
  await Promise.race([enough, script.ended])
  script.kill()
  const closed = once(script.lines, 'close')
  await script.ended
  await closed.catch(() => undefined)
  return said - 1
}
