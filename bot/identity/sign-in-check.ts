import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Person } from '../../policies/tools/principal.js'
import { createDiscovery, type Discover, UNREACHABLE } from './discovery.js'
import { type Entra, entraAt } from './entra.js'
import { type Judged, judgeEntra, judgeOidc, mayBeAccessToken, type Refusal } from './judge.js'
import { createKeySets, type KeySets } from './key-sets.js'
import type { EntraSignIn, OidcSignIn, SignIn } from './municipality-settings.js'
import { personFrom } from './person-claims.js'

type SigningIn = { readonly id: string; readonly signIn: SignIn }

/** `unavailable`: nothing can be said for the moment, for want of the provider; `problem` is German, for whoever asks. */
type Checked =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'unavailable'; readonly problem: string }

export type SignInCheck = (bearer: string) => Promise<Checked>

export type SignInCheckDeps = {
  readonly municipalities: readonly SigningIn[]
  readonly fetch: typeof globalThis.fetch
  readonly now: () => Date
  /** Shared with whoever else asks providers; otherwise one of its own. */
  readonly discover?: Discover
  /** Only tests give these. */
  readonly entra?: Entra
  readonly cooldownMs?: number
}

/** Only signatures with a key pair: what a public key could be misused for as a secret is left out. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256']
/** Seconds by which clocks may differ. */
const TOLERANCE = 60
/** Two hundred groups make about 11 kB; Node refuses headers above 16. */
const LONGEST = 16_384

type Remote = { readonly id: string; readonly signIn: EntraSignIn | OidcSignIn }
type Tools = {
  readonly remote: readonly Remote[]
  readonly keySets: KeySets
  readonly discover: Discover
  readonly entra: Entra
  readonly now: () => Date
}

/** Says who sent a token, for which of the municipalities. Nothing of the token is kept or logged. */
export function createSignInCheck(deps: SignInCheckDeps): SignInCheck {
  const { municipalities, fetch, now, entra = entraAt(), discover = createDiscovery({ fetch, now }) } = deps
  const remote = municipalities.flatMap(({ id, signIn }) => (signIn.kind === 'local' ? [] : [{ id, signIn }]))
  const tools = { remote, keySets: createKeySets(fetch, deps.cooldownMs), discover, entra, now }
  return bearer => check(bearer, tools)
}

async function check(bearer: string, tools: Tools): Promise<Checked> {
  const claimed = read(bearer)
  if (claimed.kind === 'refused') return claimed
  const owner = ownerOf(claimed.payload, tools)
  if (owner.kind === 'refused') return owner
  const { municipality, issuer } = owner
  const keys = await keysOf(municipality.signIn, issuer, tools)
  if (keys.kind === 'unavailable') return keys
  const verified = await verify(bearer, keys.keys, municipality.signIn, issuer, tools.now())
  if (verified.kind !== 'verified') return verified
  const judged = judge(verified.payload, municipality.signIn)
  if (judged.kind === 'refused') return judged
  return {
    kind: 'person',
    person: personFrom(verified.payload, judged.id, municipality.id, municipality.signIn.claims),
  }
}

type Refused = { readonly kind: 'refused'; readonly reason: Refusal }
const refused = (reason: Refusal): Refused => ({ kind: 'refused', reason })

/** What a token claims, before anything of it is believed. */
function read(bearer: string): { readonly kind: 'read'; readonly payload: JWTPayload } | Refused {
  if (bearer.length > LONGEST) return refused('too-long')
  try {
    const header = decodeProtectedHeader(bearer)
    if (!ALGORITHMS.includes(String(header.alg))) return refused('algorithm')
    return mayBeAccessToken({ ...header, alg: String(header.alg) })
      ? { kind: 'read', payload: decodeJwt(bearer) }
      : refused('not-an-access-token')
  } catch {
    return refused('unreadable')
  }
}

type Owner = { readonly kind: 'owner'; readonly municipality: Remote; readonly issuer: string }

/** Whose token it claims to be. A token meant for two municipalities is nobody's. */
function ownerOf({ iss, aud }: JWTPayload, { remote, entra }: Tools): Owner | Refused {
  if (typeof iss !== 'string') return refused('unknown-issuer')
  const meant: readonly unknown[] = [aud].flat()
  const ofIssuer = remote.filter(({ signIn }) => issuersOf(signIn, entra).includes(iss))
  if (ofIssuer.length === 0) return refused('unknown-issuer')
  const [municipality, ...more] = ofIssuer.filter(({ signIn }) =>
    audiencesOf(signIn).some(audience => meant.includes(audience)),
  )
  if (!municipality) return refused('unknown-audience')
  return more.length > 0 ? refused('ambiguous') : { kind: 'owner', municipality, issuer: iss }
}

const issuersOf = (signIn: Remote['signIn'], entra: Entra): readonly string[] =>
  signIn.kind === 'entra' ? entra.issuersOf(signIn.tenant) : [signIn.issuer]

const audiencesOf = (signIn: Remote['signIn']): readonly string[] =>
  signIn.kind === 'entra' ? signIn.audiences : [signIn.audience]

type Keys = { readonly kind: 'keys'; readonly keys: JWTVerifyGetKey } | Extract<Checked, { kind: 'unavailable' }>

async function keysOf(signIn: Remote['signIn'], issuer: string, { keySets, discover, entra }: Tools): Promise<Keys> {
  if (signIn.kind === 'entra') return { kind: 'keys', keys: keySets(entra.keysOf(signIn.tenant, issuer)) }
  const discovered = await discover(signIn.issuer)
  return discovered.kind === 'found' ? { kind: 'keys', keys: keySets(discovered.provider.keys) } : discovered
}

type Verified = { readonly kind: 'verified'; readonly payload: JWTPayload } | Exclude<Checked, { kind: 'person' }>

async function verify(
  bearer: string,
  keys: JWTVerifyGetKey,
  signIn: Remote['signIn'],
  issuer: string,
  now: Date,
): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(bearer, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience: [...audiencesOf(signIn)],
      requiredClaims: ['exp'],
      clockTolerance: TOLERANCE,
      currentDate: now,
    })
    return { kind: 'verified', payload }
  } catch (error) {
    // What jose throws holds the token; only its kind goes on.
    if (error instanceof errors.JOSEError && !isOfKeys(error)) return refused(reasonOf(error))
    return { kind: 'unavailable', problem: UNREACHABLE }
  }
}

/** Published keys that are none; jose throws other errors for those too weak to be used. */
const isOfKeys = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSInvalid || error instanceof errors.JWKInvalid

function reasonOf(error: errors.JOSEError): Refusal {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'nbf' ? 'not-yet' : 'invalid'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key'
  return error instanceof errors.JOSEAlgNotAllowed ? 'algorithm' : 'invalid'
}

const judge = (payload: JWTPayload, signIn: Remote['signIn']): Judged =>
  signIn.kind === 'entra' ? judgeEntra(payload, signIn) : judgeOidc(payload, signIn)
