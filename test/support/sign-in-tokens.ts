import { createHmac } from 'node:crypto'
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Claims, EntraSignIn, OidcSignIn } from '../../bot/identity/municipality-settings.js'
import { type Listening, listenAlone } from './listen.js'

export const CLAIMS: Claims = {
  roles: 'roles',
  groups: 'groups',
  department: 'department',
  names: { digitallotse: 'digitallotse', 'ki-team': 'ki-team', datenschutz: 'datenschutz' },
}

export const TENANT_A = 'aaaaaaaa-0000-4000-8000-000000000001'
export const TENANT_B = 'bbbbbbbb-0000-4000-8000-000000000002'
export const APP_A = 'aaaaaaaa-0000-4000-8000-00000000000a'
export const APP_B = 'bbbbbbbb-0000-4000-8000-00000000000b'
export const PERSON = 'cccccccc-0000-4000-8000-0000000000cc'

export const entraSignIn = (tenant: string, clientId: string): EntraSignIn => ({
  kind: 'entra',
  tenant,
  clientId,
  audiences: [clientId, `api://${clientId}`],
  scope: 'access_as_user',
  claims: CLAIMS,
})

export const oidcSignIn = (issuer: string, changes: Partial<OidcSignIn> = {}): OidcSignIn => ({
  kind: 'oidc',
  issuer,
  clientId: 'ki-kompass-seite',
  audience: 'ki-kompass',
  scope: 'openid profile',
  claims: CLAIMS,
  ...changes,
})

type Payload = Readonly<Record<string, unknown>>
export type Key = {
  readonly kid: string
  readonly alg: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

export async function newKey(kid: string, alg = 'RS256'): Promise<Key> {
  return { kid, alg, ...(await generateKeyPair(alg, { extractable: true })) }
}

/** A provider on this machine: publishes keys for every address that ends in `keys`, and its metadata. */
export type KeyServer = Listening & {
  /** How often keys were asked for. */
  readonly asked: () => number
  /** What it publishes from now on. */
  readonly publish: (keys: readonly Key[]) => Promise<void>
  /** Answers everything like this from now on, perhaps sending elsewhere; undefined: works again. */
  readonly fail: (status: number | undefined, body?: string, location?: string) => void
  /** What its metadata say from now on, beside the addresses. */
  readonly say: (metadata: Payload) => void
}

export async function keyServer(keys: readonly Key[]): Promise<KeyServer> {
  let published: JWK[] = []
  let asked = 0
  let failing: { status: number; body: string; location: string | undefined } | undefined
  let said: Payload = {}
  const publish = async (next: readonly Key[]): Promise<void> => {
    published = await Promise.all(
      next.map(async ({ publicKey, kid, alg }) => ({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' })),
    )
  }
  await publish(keys)
  const host = await listenAlone((request, response) => {
    const address = `http://${request.headers.host}`
    const metadata = {
      issuer: address,
      jwks_uri: `${address}/keys`,
      authorization_endpoint: `${address}/auth`,
      token_endpoint: `${address}/token`,
      ...said,
    }
    const forKeys = request.url?.endsWith('keys') ?? false
    if (forKeys) asked++
    response.statusCode = failing?.status ?? 200
    response.setHeader('content-type', 'application/json')
    if (failing?.location !== undefined) response.setHeader('location', failing.location)
    response.end(failing?.body ?? JSON.stringify(forKeys ? { keys: published } : metadata))
  })
  return {
    ...host,
    asked: () => asked,
    publish,
    fail: (status, body = '', location) => {
      failing = status === undefined ? undefined : { status, body, location }
    },
    say: metadata => {
      said = metadata
    },
  }
}

export const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000)

/** Signs claims as they are; `undefined` leaves one out. */
export function signed(claims: Payload, { kid, alg, privateKey }: Key, header: Payload = {}): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg, kid, typ: 'JWT', ...header })
    .sign(privateKey, { crit: { boese: true } })
}

/** A token of version 2 for a person of tenant A who uses the page of A. */
export const entraClaims = (now: Date, changes: Payload = {}): Payload => ({
  aud: APP_A,
  iss: `https://login.microsoftonline.com/${TENANT_A}/v2.0`,
  iat: secondsOf(now),
  nbf: secondsOf(now),
  exp: secondsOf(now) + 3600,
  azp: 'dddddddd-0000-4000-8000-0000000000dd',
  name: 'Ayla Demir',
  oid: PERSON,
  tid: TENANT_A,
  scp: 'access_as_user',
  sub: 'pairwise-subject',
  ver: '2.0',
  ...changes,
})

/** An access token of a provider like Keycloak. */
export const oidcClaims = (now: Date, issuer: string, changes: Payload = {}): Payload => ({
  iss: issuer,
  aud: ['ki-kompass', 'account'],
  sub: 'f:staff:ayla',
  typ: 'Bearer',
  azp: 'ki-kompass-seite',
  iat: secondsOf(now),
  exp: secondsOf(now) + 300,
  scope: 'openid profile',
  name: 'Ayla Demir',
  ...changes,
})

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token nobody signed, as `alg: none` would have it. */
export const unsigned = (claims: Payload, kid: string): string =>
  `${base64({ alg: 'none', typ: 'JWT', kid })}.${base64(claims)}.`

/** The published key misused as a shared secret. */
export async function signedWithPublicKey(claims: Payload, { kid, publicKey }: Key): Promise<string> {
  const input = `${base64({ alg: 'HS256', typ: 'JWT', kid })}.${base64(claims)}`
  return `${input}.${createHmac('sha256', await exportSPKI(publicKey))
    .update(input)
    .digest('base64url')}`
}
