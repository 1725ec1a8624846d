import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect } from 'node:net'
import { portOf } from './bot-host.js'
import type { Certified } from './proxy-certificates.js'

/** A proxy as a house has one: the only way out, and it alone knows where the names are. */
export type HouseProxy = {
  readonly address: string
  /** Every connection asked for, `host:port`; for plain http, which is not passed on here, the address. */
  readonly passed: () => readonly string[]
  /** The credentials of the last request, as sent. */
  readonly authorization: () => string | undefined
  readonly clear: () => void
  readonly close: () => Promise<void>
}

/** @param places port on this machine by host name; other hosts are refused */
export async function proxyTo(places: Readonly<Record<string, number>>): Promise<HouseProxy> {
  let passed: string[] = []
  let authorization: string | undefined
  const server = createServer(({ url = '' }, response) => {
    passed.push(url)
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    const { url = '' } = request
    passed.push(url)
    authorization = request.headers['proxy-authorization']
    const port = places[url.split(':')[0] ?? '']
    if (port === undefined) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    for (const [one, other] of [
      [target, socket],
      [socket, target],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  server.unref()
  return {
    address: `http://127.0.0.1:${portOf(server)}`,
    passed: () => passed,
    authorization: () => authorization,
    clear: () => {
      passed = []
    },
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export type SecureHost = { readonly port: number; readonly close: () => Promise<void> }

/** Speaks https only, with this certificate. */
export async function secureHost(
  { certificate, privateKey }: Certified,
  listener: RequestListener,
): Promise<SecureHost> {
  const server = createSecureServer({ cert: certificate, key: privateKey }, listener)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  server.unref()
  return {
    port: portOf(server),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
