import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ChannelService } from '../../bot/identity/channel-keys.js'
import type { BotRegistration } from '../../bot/identity/municipality-settings.js'
import { type Listening, listenAlone } from './listen.js'
import { NOW } from './musterstadt.js'

type Claims = Readonly<Record<string, unknown>>
type Sign = (input: string) => string
type Signing = { readonly alg: string; readonly kid: string | undefined; readonly sign: Sign }

/** Microsoft's side of the chat: OpenID metadata and keys on this machine, and tokens signed with them. */
export type OpenId = Listening & {
  /** Makes a bot believe this service and no other. */
  readonly channel: ChannelService
  /** A header for `BOT_A`, valid at `NOW`; `claims` changes single ones, `signing` how it is signed. */
  readonly token: (claims?: Claims, signing?: Partial<Signing>) => string
  /** A key that is not published, under the name of the one that is. */
  readonly foreignKey: Sign
  /** The published key misused as a shared secret. */
  readonly publicKeyAsSecret: Sign
  /** Withdraws every key and publishes a new one; tells how to sign with it. */
  readonly rotate: () => Signing
  /** How to sign with what was published when it opened. */
  readonly first: Signing
  /** What published keys may speak for from now on; undefined: the keys do not say. */
  readonly endorse: (channels: readonly string[] | undefined) => void
  /** Answers with this status from now on; undefined: works again. */
  readonly fail: (status: number | undefined) => void
  /** How often keys were asked for. */
  readonly asked: () => number
}

const ISSUER = 'https://api.botframework.com'
const TENANT_A = 'aaaaaaaa-0000-4000-8000-000000000001'
const TENANT_B = 'bbbbbbbb-0000-4000-8000-000000000002'

/** The bots of two municipalities. */
export const BOT_A: BotRegistration = {
  appId: 'aaaaaaaa-0000-4000-8000-0000000000b0',
  tenant: TENANT_A,
  credential: { kind: 'secret', secret: 'geheim-a' },
}
export const BOT_B: BotRegistration = {
  appId: 'bbbbbbbb-0000-4000-8000-0000000000b0',
  tenant: TENANT_B,
  credential: { kind: 'secret', secret: 'geheim-b' },
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const signedWith =
  (key: KeyObject): Sign =>
  input =>
    createSign('RSA-SHA256').update(input).sign(key, 'base64url')
/** Made once: it takes a while. */
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEYS = { own: newKey(), next: newKey(), foreign: newKey() }

/** Seconds since 1970, as tokens count, some minutes from `NOW`. */
export const minutes = (count: number): number => Math.floor(NOW.getTime() / 1000) + count * 60

export async function openId(): Promise<OpenId> {
  const { own, next, foreign } = KEYS
  const first: Signing = { alg: 'RS256', kid: 'key-1', sign: signedWith(own.privateKey) }
  let published = { kid: 'key-1', publicKey: own.publicKey }
  let endorsements: readonly string[] | undefined = ['msteams']
  let failing: number | undefined
  let asked = 0
  const host = await listenAlone((request, response) => {
    const forKeys = request.url === '/keys'
    if (forKeys) asked++
    const { kid, publicKey } = published
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...(endorsements && { endorsements }) }]
    const metadata = {
      issuer: ISSUER,
      jwks_uri: `http://${request.headers.host}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
    response.writeHead(failing ?? 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(forKeys ? { keys } : metadata))
  })
  return {
    ...host,
    channel: { metadata: `${host.address}/openid`, issuer: ISSUER },
    token: (claims = {}, signing = {}) => {
      const { alg, kid, sign } = { ...first, ...signing }
      const all = { iss: ISSUER, aud: BOT_A.appId, nbf: minutes(-60), exp: minutes(10), ...claims }
      const input = `${base64({ alg, typ: 'JWT', kid })}.${base64(all)}`
      return `Bearer ${input}.${sign(input)}`
    },
    foreignKey: signedWith(foreign.privateKey),
    publicKeyAsSecret: input =>
      createHmac('sha256', own.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(input)
        .digest('base64url'),
    rotate: () => {
      published = { kid: 'key-2', publicKey: next.publicKey }
      return { alg: 'RS256', kid: 'key-2', sign: signedWith(next.privateKey) }
    },
    first,
    endorse: channels => {
      endorsements = channels
    },
    fail: status => {
      failing = status
    },
    asked: () => asked,
  }
}
