import { type IncomingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { rootCertificates, TLSSocket } from 'node:tls'
import type { Answer } from '../facts.js'

export type Question = {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks an address of the settings; never another, so redirections are not followed. */
export type Ask = (url: string, question?: Question) => Promise<Answer>

export const PATIENCE_MS = 5_000
/** Lists of models are long; nothing that counts stands behind this. */
const LONGEST_BODY = 2 ** 20

/**
 * Without a proxy in between.
 * @param ca PEM, believed beside the usual authorities
 */
export const askDirectly =
  (ca: string | undefined): Ask =>
  (url, { method = 'GET', headers = {}, body = '' } = {}) =>
    new Promise(answered => {
      const failed = (error: NodeJS.ErrnoException) => answered({ kind: 'failed', code: error.code ?? 'UNKNOWN' })
      const send = url.startsWith('https:') ? requestHttps : requestHttp
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const authorities = ca === undefined ? {} : { ca: [...rootCertificates, ca] }
      // A connection of its own each time: one kept alive would not show its certificate again.
      const options = { method, headers, agent: false, signal, ...authorities } as const
      const asking = send(url, options, response => {
        const ahead = aheadOf(response.headers, new Date())
        const certificateUntil = certificateOf(response.socket)
        const parts: Buffer[] = []
        let length = 0
        response.on('data', (part: Buffer) => {
          length += part.length
          if (length <= LONGEST_BODY) parts.push(part)
        })
        response.on('error', failed)
        response.on('end', () =>
          answered({
            kind: 'answered',
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
            type: response.headers['content-type'] ?? '',
            ahead,
            certificateUntil,
          }),
        )
      })
      asking.on('error', error => failed(signal.aborted ? Object.assign(new Error(), { code: 'TIMEOUT' }) : error))
      asking.end(body)
    })

/** In seconds. HTTP cuts the fraction of a second off, so half of one is added. */
export function aheadOf({ date }: Pick<IncomingHttpHeaders, 'date'>, now: Date): number | undefined {
  const there = Date.parse(date ?? '')
  return Number.isNaN(there) ? undefined : (there + 500 - now.getTime()) / 1000
}

function certificateOf(socket: unknown): Date | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  const until = new Date(socket.getPeerCertificate().valid_to)
  return Number.isNaN(until.getTime()) ? undefined : until
}
