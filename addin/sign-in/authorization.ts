import type { Attempt } from './attempt.js'
import { type Out, out, type Provider } from './why.js'

/** What the provider sent back: a code for the attempt with this state, or why there is none. */
export type Returned = { readonly state: string } & (
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error'; readonly code: string | undefined }
)

/** Longer than any provider's; what is longer comes from somebody else. */
const LONGEST_CODE = 8_000
const ERROR = /^[a-z_]{1,40}$/

/** Where the person signs in: authorization code with PKCE (RFC 6749, RFC 7636), the answer in the address. */
export function authorizationAddress(
  provider: Provider,
  redirect: string,
  { state, nonce, challenge }: Pick<Attempt, 'state' | 'nonce' | 'challenge'>,
): string {
  const address = new URL(provider.authorizationEndpoint)
  const asked = {
    client_id: provider.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirect,
    scope: scopeOf(provider),
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return address.href
}

/** Entra gives a token for renewal only to those who ask for it, and tells who signed in only with `openid`. */
export const scopeOf = (provider: Provider): string =>
  provider.kind === 'entra' ? `${provider.scope} openid offline_access` : provider.scope

/** The answer in an address; undefined if there is none that could be one. */
export function readReturned(query: string): Returned | undefined {
  const given = new URLSearchParams(query)
  const state = given.get('state')
  if (!state) return undefined
  const code = given.get('code')
  if (code && code.length <= LONGEST_CODE) return { kind: 'code', state, code }
  const error = given.get('error')
  return error === null ? undefined : { kind: 'error', state, code: ERROR.test(error) ? error : undefined }
}

/** What the word of a provider means for the person. */
export function whyOf(code: string | undefined): Out {
  switch (code) {
    case 'access_denied':
      return out('cancelled')
    case 'consent_required':
    case 'unauthorized_client':
      return out('consent')
    case 'login_required':
    case 'interaction_required':
    case 'invalid_grant':
      return out('expired')
    default:
      return { kind: 'out', why: { kind: 'refused', code } }
  }
}
