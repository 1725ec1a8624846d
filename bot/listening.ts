import type { Server } from 'node:http'
import type { Config } from './config.js'

/** Listens where the settings say, or tells in German why that is not possible. */
export async function listen(
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

/** Ends when the last request under way has been answered. */
export function close(server: Server): Promise<void> {
  return new Promise(done => {
    server.close(() => done())
    server.closeIdleConnections()
  })
}
