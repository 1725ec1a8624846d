import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type Host, listen } from './bot-host.js'

type Claims = Readonly<Record<string, unknown>>
type Signing = { readonly alg: string; readonly kid?: string; readonly sign: (input: string) => string }

/** A sign-in service as Microsoft runs it for bots: OpenID metadata and keys on this machine, and tokens signed with them. */
export type OpenId = Host & {
  /** The settings that make a bot believe this service and no other. */
  readonly settings: Readonly<Record<string, string>>
  /** A token for `APP`, valid now; `claims` changes single ones, `signing` how it is signed. */
  readonly token: (claims?: Claims, signing?: Partial<Signing>) => string
  /** A key that is not published, under the name of the one that is. */
  readonly foreignKey: Signing['sign']
  /** The published key misused as a shared secret. */
  readonly publicKeyAsSecret: Signing['sign']
}

export const APP = 'app-1'
const ISSUER = 'https://api.botframework.com'
const TENANT = '00000000-0000-0000-0000-00000000000a'
const KID = 'key-1'

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const signedWith =
  (key: KeyObject): Signing['sign'] =>
  input =>
    createSign('RSA-SHA256').update(input).sign(key, 'base64url')

export async function openId(): Promise<OpenId> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keys = [{ ...own.publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: ['msteams'] }]
  const host = await listen((request, response) => {
    const metadata = {
      issuer: ISSUER,
      jwks_uri: `http://${request.headers.host}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : metadata))
  })
  return {
    ...host,
    settings: settingsFor(host.address),
    token: (claims = {}, { alg = 'RS256', kid = KID, sign = signedWith(own.privateKey) } = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const all = { iss: ISSUER, aud: APP, nbf: now - 3600, exp: now + 600, ...claims }
      const input = `${base64({ alg, typ: 'JWT', kid })}.${base64(all)}`
      return `Bearer ${input}.${sign(input)}`
    },
    foreignKey: signedWith(foreign.privateKey),
    publicKeyAsSecret: input =>
      createHmac('sha256', own.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(input)
        .digest('base64url'),
  }
}

/** Once one address is set, the SDK wants all of them. */
const settingsFor = (address: string): Readonly<Record<string, string>> => ({
  MicrosoftAppId: APP,
  MicrosoftAppPassword: 'not used offline',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  ToBotFromChannelOpenIdMetadataUrl: `${address}/openid`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${address}/openid`,
  ToBotFromChannelTokenIssuer: ISSUER,
  ToChannelFromBotLoginUrl: `https://localhost:7443/${TENANT}`,
  ToChannelFromBotOAuthScope: ISSUER,
  OAuthUrl: address,
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: 'false',
})
