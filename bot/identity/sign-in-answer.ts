import type { SignInAnswer } from '../../policies/sign-in-contract.js'
import type { Discover } from './discovery.js'
import { type Entra, entraAt, fullScope } from './entra.js'
import type { EntraSignIn, OidcSignIn, SignIn } from './municipality-settings.js'

export type Offering = { readonly id: string; readonly name: string; readonly signIn: SignIn }

/** What a page knows of where it belongs: the tenant Teams names, or the id of a municipality. */
export type Asked = { readonly tenant?: string | undefined; readonly kommune?: string | undefined }

/** Which municipality a page belongs to: the one it names, the one of its tenant, or the only one. Undefined: it must be named. */
export function municipalityFor(municipalities: readonly Offering[], { tenant, kommune }: Asked): Offering | undefined {
  const named = municipalities.filter(({ id }) => kommune === undefined || id === kommune)
  const ofTenant = named.filter(({ signIn }) => signIn.kind === 'entra' && signIn.tenant === tenant?.toLowerCase())
  const ofNoTenant = named.filter(({ signIn }) => tenant === undefined || signIn.kind !== 'entra')
  const [only, ...more] = ofTenant.length > 0 ? ofTenant : ofNoTenant
  return more.length === 0 ? only : undefined
}

/** Where people sign in, as the provider says. */
type Endpoints = { readonly authorizationEndpoint: string; readonly tokenEndpoint: string }

/** How the page of a municipality gets a token from its provider. */
function signInAnswer(
  { id, name }: Pick<Offering, 'id' | 'name'>,
  signIn: EntraSignIn | OidcSignIn,
  { authorizationEndpoint, tokenEndpoint }: Endpoints,
): SignInAnswer {
  const { clientId } = signIn
  const same = { municipality: id, name, clientId, authorizationEndpoint, tokenEndpoint }
  return signIn.kind === 'oidc'
    ? { kind: 'oidc', ...same, scope: signIn.scope }
    : { kind: 'entra', ...same, tenant: signIn.tenant, scope: fullScope(signIn) }
}

/** `unknown`: the page must name its municipality; `unavailable`: the provider does not say where people sign in, in German. */
type SignInAnswered =
  | { readonly kind: 'answer'; readonly answer: SignInAnswer }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable'; readonly problem: string }

export type SignInDesk = (asked: Asked) => Promise<SignInAnswered>

/** Answers GET /api/sign-in; a provider of OpenID Connect is asked for its addresses, those of Entra are known. */
export function createSignInDesk(
  municipalities: readonly Offering[],
  discover: Discover,
  entra: Entra = entraAt(),
): SignInDesk {
  return async asked => {
    const found = municipalityFor(municipalities, asked)
    if (!found) return { kind: 'unknown' }
    const { signIn } = found
    if (signIn.kind === 'local') return { kind: 'answer', answer: { kind: 'local' } }
    if (signIn.kind === 'entra')
      return { kind: 'answer', answer: signInAnswer(found, signIn, entra.endpointsOf(signIn.tenant)) }
    const discovered = await discover(signIn.issuer)
    if (discovered.kind === 'unavailable') return discovered
    return { kind: 'answer', answer: signInAnswer(found, signIn, discovered.provider) }
  }
}
