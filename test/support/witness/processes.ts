import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../../../bot/config.js'
import { packageRoot } from '../../../bot/paths.js'
import { exchangesOf, overhear, type Piece } from './exchange.js'
import { textsOf } from './heard.js'
import type { Written } from './output.js'
import { leftBy, shownBy } from './service.js'
import { verdictOn } from './verdict.js'

/** For services in processes of their own, one or several on one storage. */
export type ProcessWitness = {
  /** For Node, before the script; the service is run from source. */
  readonly nodeOptions: readonly string[]
  /** What a process needs in its environment; each its own. */
  readonly environment: () => Readonly<Record<string, string>>
  /** From its start on, with both outputs as pipes. */
  readonly watch: (child: ChildProcess) => void
  /** Where a service still runs: what it shows only then. */
  readonly visit: (address: string) => Promise<void>
  /**
   * When all have ended, however.
   * @throws where something was found, as `startWitnessed` does
   */
  readonly look: () => Promise<void>
}

const SUPPORT = join(packageRoot(), 'test/support')

export async function witnessProcesses(storage: Pick<Config, 'data' | 'databaseUrl'>): Promise<ProcessWitness> {
  const folder = await mkdtemp(join(tmpdir(), 'kompass-witness-'))
  const here: Piece[] = []
  const written: Written[] = []
  const turnAway = overhear(piece => void here.push(piece))
  let processes = 0
  return {
    nodeOptions: ['typescript.mjs', 'witness/child.ts'].flatMap(file => ['--import', join(SUPPORT, file)]),
    environment: () => ({ KOMPASS_LOG_LEVEL: 'debug', TEST_WITNESS_FILE: join(folder, String(processes++)) }),
    watch(child) {
      for (const place of ['stdout', 'stderr'] as const)
        child[place]?.on('data', (text: Buffer) => written.push({ place, text }))
    },
    async visit(address) {
      written.push(...(await shownBy({ address }, storage)))
    },
    async look() {
      turnAway()
      const told = exchangesOf(await heardIn(folder))
      await rm(folder, { recursive: true, force: true })
      if (told.length === 0) throw new Error('no process told what it heard')
      const texts = [...textsOf(told, () => true), ...textsOf(exchangesOf(here), () => false)]
      const { left, unused } = await leftBy(storage)
      await verdictOn(texts, [...written, ...left], unused)
    },
  }
}

const Line = z.strictObject({
  exchange: z.int(),
  port: z.int().optional(),
  path: z.string(),
  side: z.enum(['token', 'asked', 'answered']),
  bytes: z.base64(),
})

/** Each process counts its own exchanges. */
async function heardIn(folder: string): Promise<Piece[]> {
  const files = await readdir(folder)
  const all = await Promise.all(
    files.map(async (file, at) => {
      const lines = (await readFile(join(folder, file), 'utf8')).split('\n').filter(line => line !== '')
      return lines.map(line => {
        const { exchange, port, bytes, ...piece } = Line.parse(JSON.parse(line))
        return { ...piece, port, exchange: exchange * files.length + at, bytes: Buffer.from(bytes, 'base64') }
      })
    }),
  )
  return all.flat()
}
