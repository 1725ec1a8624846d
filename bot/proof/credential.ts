import { compactVerify, decodeProtectedHeader, importJWK, SignJWT } from 'jose'
import { z } from 'zod'
import type { Day } from '../../policies/pack/terms.js'
import { dayOf } from '../clock.js'
import type { Certificate } from './certificate.js'
import type { IssuerKey, VerificationKey } from './issuer-key.js'
import { secondsOf } from './moment.js'
import { type Issuer, OpenBadge, openBadge, verifyPage } from './open-badge.js'
import { EXAMPLE_MARK } from './words.js'

/** Longer texts are refused unread; a credential of forty modules has about half of it. */
export const LARGEST_CREDENTIAL = 20_000

/** Open Badges 3.0 § 8.2: these three and nothing more; `kid` leads to the public key, `typ` is "JWT" if present. */
const Header = z.strictObject({ alg: z.literal('EdDSA'), kid: z.string(), typ: z.literal('JWT') })

/** The credential itself is the payload; the registered claims repeat what it says. */
const Payload = OpenBadge.extend({
  iss: z.string(),
  jti: z.string(),
  sub: z.string(),
  nbf: z.int(),
  exp: z.int(),
  iat: z.int(),
}).refine(
  ({ iss, jti, sub, nbf, exp, issuer, id, credentialSubject, validFrom, validUntil }) =>
    iss === issuer.id &&
    jti === id &&
    sub === credentialSubject.id &&
    nbf === secondsOf(validFrom) &&
    exp === secondsOf(validUntil),
)

/** What a genuine credential says. */
export type CredentialContent = {
  readonly id: string
  readonly title: string
  readonly name: string | undefined
  readonly issuer: string
  readonly example: boolean
  readonly from: Day
  readonly until: Day
  readonly modules: readonly { readonly title: string; readonly basis: string }[]
}

/**
 * `wrong-signature`: names our key, but was changed or signed by somebody else. `not-ours`: a token of another kind.
 * `unreadable`: no token at all.
 */
export type Verified =
  | { readonly kind: 'valid' | 'expired' | 'not-yet'; readonly content: CredentialContent }
  | { readonly kind: 'wrong-signature' | 'unknown-key' | 'not-ours' | 'unreadable' }

/** Address of a public key; a bare JWK lies there. */
export const keyAddress = (issuer: Issuer, thumbprint: string): string =>
  `${verifyPage(issuer)}/schluessel/${thumbprint}.json`

/** The address may have moved since; what names the key is its thumbprint. */
const thumbprintOf = (kid: string): string | undefined => /\/schluessel\/([\w-]{43})\.json$/.exec(kid)?.[1]

export async function signCredential(
  certificate: Certificate,
  issuer: Issuer,
  key: IssuerKey,
  now: Date,
): Promise<string> {
  const badge = openBadge(certificate, issuer)
  const claims = {
    iss: badge.issuer.id,
    jti: badge.id,
    sub: badge.credentialSubject.id,
    nbf: secondsOf(badge.validFrom),
    exp: secondsOf(badge.validUntil),
    iat: secondsOf(now),
  }
  return new SignJWT({ ...badge, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyAddress(issuer, key.thumbprint), typ: 'JWT' })
    .sign(key.sign)
}

/** Whether a text is a credential of ours. It is neither kept nor repeated in any answer. */
export async function verifyCredential(text: string, keys: readonly VerificationKey[], now: Date): Promise<Verified> {
  if (Buffer.byteLength(text) > LARGEST_CREDENTIAL) return { kind: 'unreadable' }
  // Mail programs and editors break long lines.
  const token = text.replaceAll(/\s/g, '')
  const given = headerOf(token)
  if (given === undefined) return { kind: 'unreadable' }
  const header = Header.safeParse(given)
  if (!header.success) return { kind: 'not-ours' }
  const thumbprint = thumbprintOf(header.data.kid)
  const key = keys.find(known => known.thumbprint === thumbprint)
  if (!key) return { kind: 'unknown-key' }
  const signed = await signedBy(key, token)
  if (signed === undefined) return { kind: 'wrong-signature' }
  const payload = Payload.safeParse(jsonOf(signed))
  if (!payload.success) return { kind: 'not-ours' }
  const { nbf, exp } = payload.data
  const second = secondsOf(now)
  return { kind: second < nbf ? 'not-yet' : second >= exp ? 'expired' : 'valid', content: contentOf(payload.data) }
}

function headerOf(token: string): unknown {
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return undefined
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined
  }
}

/** What was signed; undefined if the signature is not this key's. */
async function signedBy({ jwk }: VerificationKey, token: string): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(token, await importJWK(jwk, 'EdDSA'), { algorithms: ['EdDSA'] })).payload
  } catch {
    return undefined
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function contentOf({
  id,
  name,
  issuer,
  validFrom,
  validUntil,
  credentialSubject,
  evidence = [],
}: OpenBadge): CredentialContent {
  return {
    id: id.replace(/^urn:uuid:/, ''),
    title: name,
    name: credentialSubject.identifier?.[0]?.identityHash,
    issuer: issuer.name,
    example: credentialSubject.achievement.tag?.includes(EXAMPLE_MARK) ?? false,
    from: dayOf(new Date(validFrom)),
    until: dayOf(new Date(validUntil)),
    modules: evidence.map(module => ({ title: module.name, basis: module.description })),
  }
}
