import type { Server } from 'node:http'
import type { Config } from './config.js'

/** Listens where the settings say, or tells in German why that is not possible. */
export async function listen(
  server: Server,
  { host, port }: Pick<Config, 'host' | 'port'>,
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

/** How long answers may come to their end by themselves, and then say that they end here. */
const PATIENCE_MS = 5_000
const LAST_WORDS_MS = 1_000

/**
 * Ends when the last request under way has been answered. Answers that take longer are ended by `hurry`, which lets them
 * say so; whatever is open a second later is cut.
 */
export async function close(servers: readonly Server[], hurry: () => void, patienceMs = PATIENCE_MS): Promise<void> {
  const timers = [
    setTimeout(hurry, patienceMs),
    setTimeout(() => {
      for (const server of servers) server.closeAllConnections()
    }, patienceMs + LAST_WORDS_MS),
  ]
  await Promise.all(servers.map(closed))
  for (const timer of timers) clearTimeout(timer)
}

const closed = (server: Server): Promise<void> =>
  new Promise(done => {
    server.close(() => done())
    server.closeIdleConnections()
  })
