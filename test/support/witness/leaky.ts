import { join } from 'node:path'
import express from 'express'
import { sql } from 'kysely'
import { type Logger, pino } from 'pino'
import type { Config } from '../../../bot/config.js'
import { createMetrics, type Metrics } from '../../../bot/metrics/metrics.js'
import { type Database, openDatabase } from '../../../bot/storage/database.js'
import { storageTarget } from '../../../bot/storage/target.js'
import type { ServiceResult } from '../../../bot/wiring.js'
import { listenAlone } from '../listen.js'

/** Where a service could leave what it was told. */
export type Places = {
  readonly log: Logger
  /** Counts a call of a tool of this name, whatever it is. */
  readonly count: (tool: string) => void
  readonly database: Database['all']
  readonly folder: string
}

/** What becomes of the body of a request. */
export type Leak = (text: string, places: Places) => unknown

/** A service as it must not be: with the real log, figures and storage, and a leak. */
export async function startLeaky(config: Config, leak: Leak): Promise<ServiceResult> {
  const target = storageTarget({ DATABASE_URL: config.databaseUrl, KOMPASS_DATA: config.data })
  const opened = await openDatabase(target, 'migrate', new Date())
  if (!opened.ok) return { ok: false, problems: [opened.problem] }
  const { database } = opened
  const { metrics, count } = countingAnything()
  const places: Places = {
    log: pino({ level: config.logLevel }),
    count,
    database: database.all,
    folder: config.data,
  }
  const app = express()
  app.get('/metrics', async (_, response) => void response.type('text').send(await metrics.text()))
  app.use(express.text({ type: () => true }), async (request, response) => {
    await leak(String(request.body), places)
    response.json({})
  })
  const { address, close } = await listenAlone(app)
  return {
    ok: true,
    service: {
      address,
      municipality: 'Musterstadt',
      async close() {
        await close()
        await database.close()
      },
    },
  }
}

function countingAnything(): { readonly metrics: Metrics; readonly count: Places['count'] } {
  const names: string[] = []
  const metrics = createMetrics({ tools: () => names, routes: [], health: () => [] })
  return {
    metrics,
    count(tool) {
      names.push(tool)
      metrics.call(tool, 'answered')
    },
  }
}

/** A conversation that remembers a text, which it never should. */
export const remember = (text: string, { database }: Places): Promise<unknown> =>
  database
    .insertInto('memory')
    .values({ municipality: 'musterstadt', conversation: 'a', topics: text, replies: '[]', until: '2027-01-01' })
    .execute()

export const forgetAll = ({ database }: Places): Promise<unknown> => database.deleteFrom('memory').execute()

/** A table nobody has told the backup, or the retention, of. */
export const inOwnTable = async (text: string, { database }: Places): Promise<void> => {
  await sql`create table notes (note text)`.execute(database)
  await sql`insert into notes values (${text})`.execute(database)
}

/** Where a trace would be written by whoever looks for a mistake. */
export const traceFile = ({ folder }: Places): string => join(folder, 'trace.txt')
