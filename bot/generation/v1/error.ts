import type { Response } from 'express'
import type { Alternative, Refusal } from '../../../policies/tools/permit.js'
import type { KindCount } from '../guard-contract.js'

/** An answer that is none, in OpenAI's shape. `message` is German and made to be shown; nothing of a request is repeated. */
export type V1Error = {
  readonly status: number
  readonly message: string
  /** Path of the field that does not fit, such as `messages[0].name`. */
  readonly param: string | null
  readonly code: string | null
  /** Seconds after which another try is worthwhile. */
  readonly retryAfter: number | undefined
  readonly blocked: Blocked | undefined
}

/** What was recognised, by kind and number, and the lawful way on; never a value. */
type Blocked = {
  readonly reason: Refusal
  readonly rule: string
  readonly kinds: readonly KindCount[]
  readonly alternative: Alternative | undefined
}

export const v1Error = (
  status: number,
  message: string,
  { param = null, code = null, retryAfter, blocked }: Partial<Omit<V1Error, 'status' | 'message'>> = {},
): V1Error => ({ status, message, param, code, retryAfter, blocked })

/** The body of an error, also sent inside a stream that breaks. */
export const bodyOf = ({ status, message, param, code, blocked }: V1Error) => ({
  error: { message, type: typeOf(status), param, code, ...(blocked && { kompass: blocked }) },
})

function typeOf(status: number): string {
  if (status === 429) return 'rate_limit_error'
  return status < 500 ? 'invalid_request_error' : 'server_error'
}

export function refuse(response: Response, error: V1Error): void {
  if (response.headersSent || response.destroyed) return
  if (error.retryAfter !== undefined) response.set('retry-after', String(Math.max(1, Math.ceil(error.retryAfter))))
  response.status(error.status).set('cache-control', 'no-store').json(bodyOf(error))
}
