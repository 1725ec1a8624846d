import type { JWTHeaderParameters, JWTPayload } from 'jose'
import { z } from 'zod'
import { entraPersonId } from './entra.js'
import type { EntraSignIn, OidcSignIn } from './municipality-settings.js'

/** Why a token lets nobody in. For tests and counters; whoever sent it is told nothing of it. */
export type Refusal =
  | 'too-long'
  | 'unreadable'
  | 'unknown-issuer'
  | 'unknown-audience'
  | 'ambiguous'
  | 'not-an-access-token'
  | 'algorithm'
  | 'signature'
  | 'unknown-key'
  | 'expired'
  | 'not-yet'
  | 'tenant'
  | 'scope'
  | 'client'
  | 'app-only'
  | 'nobody'
  | 'invalid'

export type Judged =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'refused'; readonly reason: Refusal }

const refused = (reason: Refusal): Judged => ({ kind: 'refused', reason })

const EntraToken = z.looseObject({ tid: z.guid(), oid: z.guid() })

/** Whether a verified token of Entra stands for a person of this tenant who lets the page ask us. */
export function judgeEntra(payload: JWTPayload, { tenant, scope }: EntraSignIn): Judged {
  const { scp, idtyp } = payload
  if (idtyp === 'app') return refused('app-only')
  if (typeof scp !== 'string') return refused(isIdToken(payload) ? 'not-an-access-token' : 'scope')
  if (!scp.split(' ').includes(scope)) return refused('scope')
  const token = EntraToken.safeParse(payload)
  if (!token.success) return refused(typeof payload.tid === 'string' ? 'nobody' : 'tenant')
  return token.data.tid.toLowerCase() === tenant
    ? { kind: 'person', id: entraPersonId(token.data.oid) }
    : refused('tenant')
}

/** Subjects are at most 255 characters long (OpenID Connect Core, section 2). */
const OidcToken = z.looseObject({ sub: z.string().min(1).max(255) })

/** Whether a verified token of another provider stands for a person, and was given to our page. */
export function judgeOidc(payload: JWTPayload, { clientId, audience, scope }: OidcSignIn): Judged {
  if (isIdToken(payload)) return refused('not-an-access-token')
  if (audience === clientId && !showsAccess(payload)) return refused('not-an-access-token')
  const token = OidcToken.safeParse(payload)
  if (!token.success) return refused('nobody')
  if (isMachine(payload)) return refused('app-only')
  if (clientsIn(payload).some(client => client !== clientId)) return refused('client')
  const given = scopesIn(payload)
  if (ownScopes(scope).some(own => !given.includes(own))) return refused('scope')
  return { kind: 'person', id: `oidc:${token.data.sub}` }
}

/** RFC 9068 calls access tokens `at+jwt`; most providers say JWT or nothing. Logout tokens and others carry their own name. */
const TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt'])

export const mayBeAccessToken = ({ typ }: JWTHeaderParameters): boolean =>
  typ === undefined || TYPES.has(typ.toLowerCase())

/**
 * What only ID tokens carry. Keycloak says so in `typ` (and old versions put a nonce into access tokens too), others leave
 * hashes of what came with it.
 */
function isIdToken({ typ, nonce, at_hash, c_hash, s_hash, events }: JWTPayload): boolean {
  if (typ !== undefined && typ !== 'Bearer') return true
  if ([at_hash, c_hash, s_hash, events].some(claim => claim !== undefined)) return true
  return nonce !== undefined && typ === undefined
}

/**
 * Where page and service go by one name, the audience no longer tells both kinds apart, and an ID token need not carry any of
 * the above (oidc-provider's do not). Then an access token must show what it opens.
 */
const showsAccess = ({ typ, scope, scp }: JWTPayload): boolean =>
  typ === 'Bearer' || scope !== undefined || scp !== undefined

/** A token a program got for itself: its subject is the client (RFC 9068), or an account Keycloak keeps for it. */
function isMachine(payload: JWTPayload): boolean {
  const { sub, preferred_username: account } = payload
  return (
    clientsIn(payload).includes(String(sub)) ||
    String(account).startsWith('service-account-') ||
    payload.idtyp === 'app'
  )
}

/** Who got the token: `client_id` (RFC 9068), `azp` (Keycloak), `appid` (AD FS). */
const clientsIn = ({ client_id, azp, appid }: JWTPayload): string[] =>
  [client_id, azp, appid].filter(client => typeof client === 'string')

/** A text with blanks (RFC 9068), at AD FS also `scp`. */
const scopesIn = ({ scope, scp }: JWTPayload): string[] =>
  [scope, scp].flat().flatMap(text => (typeof text === 'string' ? text.split(' ') : []))

/** What a provider does not repeat in its tokens, although it was asked for. */
const OF_EVERYBODY = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access', 'roles', 'groups'])

const ownScopes = (scope: string): string[] => scope.split(' ').filter(word => word !== '' && !OF_EVERYBODY.has(word))
