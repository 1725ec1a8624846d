import { z } from 'zod'
import { codeOf as systemCode } from '../../storage/unavailable.js'
import { type Ask, aheadOf, PATIENCE_MS } from './ask.js'

/** On the way out the service takes, through the proxy of the house; the certificates behind it do not show here. */
export const askByFetch =
  (fetch: typeof globalThis.fetch): Ask =>
  async (url, { method = 'GET', headers = {}, body } = {}) => {
    try {
      const sent = body === undefined ? {} : { body }
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const response = await fetch(url, { method, headers, signal, redirect: 'manual', ...sent })
      const date = response.headers.get('date')
      return {
        kind: 'answered',
        status: response.status,
        body: await response.text(),
        type: response.headers.get('content-type') ?? '',
        ahead: aheadOf(date === null ? {} : { date }, new Date()),
        certificateUntil: undefined,
      }
    } catch (error) {
      return { kind: 'failed', code: codeOf(error) }
    }
  }

/** Fetch wraps what happened into an error without a code. */
const Wrapped = z.object({ name: z.string(), cause: z.unknown() })

function codeOf(error: unknown): string {
  const { name, cause } = Wrapped.safeParse(error).data ?? {}
  if (name === 'TimeoutError') return 'TIMEOUT'
  return systemCode(error) ?? systemCode(cause) ?? 'UNKNOWN'
}
