import { afterAll } from '@jest/globals'
import type { Config } from '../../../bot/config.js'
import { storageTarget } from '../../../bot/storage/target.js'
import { type Service, type ServiceResult, startService } from '../../../bot/wiring.js'
import { exchangesOf, overhear, type Piece } from './exchange.js'
import { textsOf } from './heard.js'
import { overhearOutput, type Written } from './output.js'
import { filesIn, postgresFiles, tablesOf } from './stored.js'
import { verdictOn } from './verdict.js'

type Given = Parameters<typeof startService>
type Others = Given extends [unknown, ...infer Others] ? Others : never

/**
 * `startService` under a witness: it hears every text that goes in and every answer of a model, lets the service log all it
 * can, and when the service is closed looks for those texts, and the values in them, in everything the service wrote.
 * @throws when it is closed and something was found: with kinds of places and numbers, never with a text
 */
export const startWitnessed = (config: Config, ...others: Others): Promise<ServiceResult> =>
  underWitness({ ...config, logLevel: 'debug' }, talkative => startService(talkative, ...others))

let running: Service | undefined

// A service nobody closes would never be looked at. Where a test closes it later than this, it has already been closed.
afterAll(() => running?.close())

/** The same for whatever is started with these settings in this process. */
export async function underWitness(
  config: Config,
  start: (config: Config) => Promise<ServiceResult>,
): Promise<ServiceResult> {
  if (running) throw new Error('one witnessed service at a time: they all write to the same output')
  const heard: Piece[] = []
  const output = overhearOutput()
  const end = overhear(piece => void heard.push(piece))
  const turnAway = (): void => {
    output.end()
    end()
    running = undefined
  }
  const started = await start(config)
  if (!started.ok) {
    turnAway()
    return started
  }
  const { service } = started
  const ports = [Number(new URL(service.address).port), config.messagesPort]
  async function look(): Promise<void> {
    const before = await shownBy(service, config)
    await service.close().finally(turnAway)
    const { left, unused } = await leftBy(config)
    const texts = textsOf(exchangesOf(heard), ({ port }) => ports.includes(port))
    await verdictOn(texts, [...before, ...output.written(), ...left], unused)
  }
  let looked: Promise<void> | undefined
  running = {
    ...service,
    close() {
      looked ??= look()
      return looked
    },
  }
  return { ok: true, service: running }
}

/** While it runs: its figures, and files that are gone when it has ended. */
export async function shownBy({ address }: Pick<Service, 'address'>, { data }: Pick<Config, 'data'>) {
  const response = await fetch(`${address}/metrics`)
  if (!response.ok) throw new Error(`no metrics: ${response.status}`)
  const metrics: Written = { place: 'metrics', text: await response.text() }
  return [metrics, ...(await filesIn(data, 'while it ran'))]
}

/** When it has ended: all that is left, and files with words that are the database's own. Bytes first: opening changes them. */
export async function leftBy({ data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>) {
  const target = storageTarget({ DATABASE_URL: databaseUrl, KOMPASS_DATA: data })
  const files = await filesIn(data, 'afterwards')
  const { used, unused } = await postgresFiles(target)
  return { left: [...files, ...used, ...(await tablesOf(target))], unused }
}
