import { z } from 'zod'
import type { Attempt } from './attempt.js'
import { scopeOf, whyOf } from './authorization.js'
import { claimsIn } from './claims.js'
import { type Out, out, type Provider } from './why.js'

/** What a provider answers (RFC 6749 § 5.1, OpenID Connect Core § 3.1.3.3). */
const Tokens = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
})
const Refused = z.object({ error: z.string().max(100) })
/** Of the identity only what tells our attempt, and one person, from another. */
const Identity = z.object({ nonce: z.string().optional(), sub: z.string() })

export type Given = {
  readonly kind: 'given'
  readonly token: string
  /** Seconds. */
  readonly lives: number | undefined
  /** For renewal; undefined: there is none, the person is asked again. */
  readonly refresh: string | undefined
  readonly who: string | undefined
}
export type Fetch = typeof globalThis.fetch

/** A provider that does not answer within this time does not answer. */
const PATIENCE = 20_000

/** The token for a code. The nonce is compared where the provider tells an identity; it came from there directly, over TLS. */
export async function exchangeCode(
  provider: Provider,
  redirect: string,
  attempt: Pick<Attempt, 'verifier' | 'nonce'>,
  code: string,
  fetch: Fetch,
): Promise<Given | Out> {
  const answer = await post(provider, fetch, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    code_verifier: attempt.verifier,
  })
  // A code that is not taken has been used, or is not ours; nothing has run out.
  if (answer.kind === 'out') return answer.why.kind === 'expired' ? out('strange') : answer
  const identity = identityIn(answer.idToken)
  const asked = scopeOf(provider).split(' ').includes('openid')
  if (asked && identity?.nonce !== attempt.nonce) return out('strange')
  return { ...answer.given, who: identity?.sub }
}

/** A new token for the one kept for that. Providers give a new one for the next time, too, and take the old one back. */
export async function renewToken(provider: Provider, refresh: string, fetch: Fetch): Promise<Given | Out> {
  const answer = await post(provider, fetch, {
    grant_type: 'refresh_token',
    refresh_token: refresh,
    scope: scopeOf(provider),
  })
  if (answer.kind === 'out') return answer
  return { ...answer.given, refresh: answer.given.refresh ?? refresh, who: identityIn(answer.idToken)?.sub }
}

type Answer = { readonly kind: 'answer'; readonly given: Given; readonly idToken: string | undefined } | Out

async function post(provider: Provider, fetch: Fetch, asked: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    const response = await fetch(provider.tokenEndpoint, {
      method: 'POST',
      body: new URLSearchParams({ client_id: provider.clientId, ...asked }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    })
    const body: unknown = await response.json().catch(() => undefined)
    return response.ok ? readTokens(body) : whyOf(Refused.safeParse(body).data?.error)
  } catch {
    return out('offline')
  }
}

function readTokens(body: unknown): Answer {
  const read = Tokens.safeParse(body)
  if (!read.success) return out('strange')
  const { access_token: token, expires_in: lives, refresh_token: refresh, id_token: idToken } = read.data
  return { kind: 'answer', given: { kind: 'given', token, lives, refresh, who: undefined }, idToken }
}

const identityIn = (token: string | undefined) => Identity.safeParse(claimsIn(token)).data
