import { createServer } from 'node:net'
import type { PortFacts } from '../facts.js'
import type { Ask } from './ask.js'

type Place = Pick<PortFacts, 'setting' | 'host' | 'port'>

/** Who answers where the service listens; if nobody, whether it could. */
export async function lookAtPort(place: Place, ask: Ask): Promise<PortFacts> {
  const { host, port } = place
  const answer = await ask(`http://${addressable(host)}:${port}/healthz`)
  if (answer.kind === 'answered') return { ...place, state: isOurs(answer.body) ? 'ours' : 'taken' }
  if (answer.code !== 'ECONNREFUSED') return { ...place, state: 'taken' }
  return { ...place, state: await tryListening(host, port) }
}

const isOurs = (body: string): boolean => body.startsWith('{"status":"ok"')

/** What listens everywhere is asked here; IPv6 wants brackets. */
function addressable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/** For a moment only; the service has to wait no longer than that. */
function tryListening(host: string, port: number): Promise<PortFacts['state']> {
  return new Promise(done => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      done(error.code === 'EADDRINUSE' ? 'taken' : { code: error.code ?? 'unbekannt' }),
    )
    server.listen(port, host, () => server.close(() => done('free')))
  })
}
