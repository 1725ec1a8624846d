import type { Request } from 'express'
import type { Program } from '../../../policies/tools/principal.js'
import { bearerOf } from '../../http/bearer.js'
import { type V1Error, v1Error } from './error.js'

/** Whose token it is; `retryAfter` in seconds. */
export type Bearer =
  | { readonly kind: 'program'; readonly program: Program; readonly onFound: 'block' | 'replace' }
  | { readonly kind: 'unknown' | 'expired' | 'revoked' }
  | { readonly kind: 'limited'; readonly retryAfter: number }

export type PrincipalOf = (bearer: string) => Promise<Bearer>

export type Caller = Extract<Bearer, { kind: 'program' }> | { readonly kind: 'nobody'; readonly error: V1Error }

/** The program that calls. Its token is never repeated, whatever is wrong with it. */
export async function callerOf(request: Request, principalOf: PrincipalOf): Promise<Caller> {
  const token = bearerOf(request.headers)
  if (token === undefined) return nobody(WORDS.missing)
  const bearer = await principalOf(token)
  switch (bearer.kind) {
    case 'program':
      return bearer
    case 'limited':
      return {
        kind: 'nobody',
        error: v1Error(429, LIMITED, { code: 'rate_limit_exceeded', retryAfter: bearer.retryAfter }),
      }
    default:
      return nobody(WORDS[bearer.kind])
  }
}

const WORDS = {
  missing: 'Bitte senden Sie Ihr Token mit: „Authorization: Bearer …“. Ein Token gibt, wer diesen Dienst betreibt.',
  unknown: 'Dieses Token gilt hier nicht. Ein neues gibt, wer diesen Dienst betreibt.',
  expired: 'Dieses Token ist abgelaufen. Ein neues gibt, wer diesen Dienst betreibt.',
  revoked: 'Dieses Token wurde zurückgezogen. Ein neues gibt, wer diesen Dienst betreibt.',
}

const LIMITED =
  'Gleich geht es weiter: Dieses Token hat in dieser Minute schon so viele Anfragen gestellt, wie es darf.'

const nobody = (message: string): Caller => ({
  kind: 'nobody',
  error: v1Error(401, message, { code: 'invalid_api_key' }),
})
