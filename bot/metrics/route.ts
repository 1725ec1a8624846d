import { createHash, timingSafeEqual } from 'node:crypto'
import { isIPv4 } from 'node:net'
import type { Request, RequestHandler } from 'express'
import { refuse } from '../api/problem.js'
import type { Metrics } from './metrics.js'

export type MetricsRouteDeps = {
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
  /** Undefined: only from the machine itself. */
  readonly token: string | undefined
}

const REFUSED =
  'Diese Zahlen gibt es auf dem Server selbst, von anderswo mit dem Schlüssel aus KOMPASS_METRICS_TOKEN (Authorization: Bearer …).'

/** GET /metrics, for whoever is on this machine or has the token. */
export function metricsRoute({ metrics, token }: MetricsRouteDeps): RequestHandler {
  return async (request, response) => {
    if (!isHere(request) && !hasToken(request, token)) {
      refuse(response, 403, REFUSED)
      return
    }
    const text = await metrics.text()
    response.set({ 'cache-control': 'no-store', 'content-type': metrics.contentType }).send(text)
  }
}

/** Headers a proxy adds: behind one on this machine everybody seems to be here. They only ever take away. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

const isHere = ({ socket, headers }: Request): boolean =>
  isLoopback(socket.remoteAddress ?? '') && FORWARDED.every(name => headers[name] === undefined)

/** A socket for both versions writes an address of the old one as `::ffff:127.0.0.1`. */
function isLoopback(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}

function hasToken({ headers }: Request, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  return token !== undefined && token !== '' && given !== undefined && isSame(given, token)
}

/** Digests have one length, so that the time of comparing tells neither where nor how far the two agree. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digestOf(one), digestOf(other))
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
