import { existsSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import { join, resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pino } from 'pino'
import { createTextCheck } from './check/check-text.js'
import { dayOf } from './clock.js'
import type { Config } from './config.js'
import { createLocalIdentity } from './identity/local.js'
import { createMemory } from './memory/conversation-memory.js'
import { createCounters } from './memory/counters.js'
import { openLivePack } from './packs/live-pack.js'
import { packageRoot, packsFolder } from './paths.js'
import { createServer } from './server.js'
import { createBotEndpoint } from './teams/sdk/adapter.js'

export type Service = { readonly address: string; readonly municipality: string; readonly close: () => Promise<void> }
export type ServiceResult =
  | { readonly ok: true; readonly service: Service }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Puts the adapters together and listens. Everything that can be wrong is said in German, with what to do.
 * @param chat address of the local chat, if there is one
 * @param examples whether an invented municipality may be served: for trying out yes, for real work never
 */
export async function startService(
  config: Config,
  chat: string | undefined,
  examples: 'welcome' | 'refused' = 'welcome',
): Promise<ServiceResult> {
  const log = pino({ level: config.logLevel })
  const now = (): Date => new Date()
  const folder = packFolder(config.pack)
  const opened = await openLivePack(
    folder,
    () => dayOf(now()),
    (event, problems) => log.info({ pack: event, problems: problems.length }, 'pack changed'),
  )
  if (!opened.ok)
    return {
      ok: false,
      problems: [`Das Regelpaket ${config.pack} (KOMPASS_PACK) lässt sich nicht verwenden:`, ...opened.problems],
    }
  const { live } = opened
  const municipality = live.pack().manifest
  if (municipality.example && examples === 'refused') {
    live.close()
    return { ok: false, problems: [EXAMPLE_REFUSED] }
  }
  const local = createLocalIdentity(municipality.id)
  const whoAsks = async () => local.current().person
  const checkText = createTextCheck({ pause: () => nextTurn(), now })
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
  const services = {
    pack: live.pack,
    now,
    memory: createMemory(),
    counters: createCounters(),
    principalOf: whoAsks,
    local,
    checkText,
    textPage: `${config.publicUrl ?? address}/tab/`,
  }
  const bot = createBotEndpoint(services, {}, log)
  const tab = join(packageRoot(), 'dist', 'addin', 'tab')
  const server = createHttpServer(createServer({ live, bot, local, chat, log, now, checkText, whoAsks, tab }))
  const listening = await listen(server, config)
  if (!listening.ok) {
    live.close()
    return listening
  }
  return {
    ok: true,
    service: {
      address,
      municipality: municipality.name,
      close: () => close(server, live.close),
    },
  }
}

const EXAMPLE_REFUSED =
  'KOMPASS_PACK ist ein Beispielpaket mit erfundenen Menschen und Freigaben. Legen Sie ein eigenes an (npm run pack -- new <name>) und geben Sie es an, zum Beispiel: KOMPASS_PACK=neustadt npm run serve'

/** A name stands for a folder beside the base pack; everything else is a path. */
function packFolder(pack: string): string {
  const named = join(packsFolder(), pack)
  return /^[a-z0-9-]+$/.test(pack) && existsSync(named) ? named : resolve(pack)
}

async function listen(
  server: Server,
  { host, port }: Config,
): Promise<{ ok: true } | { ok: false; problems: string[] }> {
  return new Promise(done => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      done({ ok: false, problems: [listenProblem(error.code, host, port)] }),
    )
    server.listen(port, host, () => done({ ok: true }))
  })
}

function listenProblem(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} ist schon belegt. Beenden Sie das andere Programm oder wählen Sie einen freien Port, zum Beispiel: KOMPASS_PORT=${port + 1} npm start`
  if (code === 'EACCES') return `Port ${port} darf hier nicht verwendet werden. Bitte KOMPASS_PORT über 1023 wählen.`
  return `Unter ${host}:${port} kann der Dienst nicht lauschen (${code ?? 'unbekannter Grund'}). Bitte KOMPASS_HOST und KOMPASS_PORT prüfen.`
}

function close(server: Server, closePack: () => void): Promise<void> {
  closePack()
  return new Promise(done => {
    server.close(() => done())
    server.closeIdleConnections()
  })
}
