import { z } from 'zod'
import { isSafeAddress } from './safe-address.js'

const Address = z.string().refine(isSafeAddress)
const Metadata = z.object({
  issuer: z.string(),
  jwks_uri: Address,
  authorization_endpoint: Address,
  token_endpoint: Address,
})

/** What an OpenID Connect provider says of itself. */
type Provider = {
  readonly keys: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
}

/** `problem`: German, for whoever wants to sign in. */
type Discovered =
  | { readonly kind: 'found'; readonly provider: Provider }
  | { readonly kind: 'unavailable'; readonly problem: string }

export type Discover = (issuer: string) => Promise<Discovered>

export const UNREACHABLE =
  'Die Anmeldung ist gerade nicht erreichbar. Bitte versuchen Sie es in ein paar Minuten noch einmal. Hilft das nicht, sagen Sie bitte Ihrer IT Bescheid.'
const NOT_ITSELF =
  'Die Anmeldung ist noch nicht fertig eingerichtet. Bitte sagen Sie Ihrer IT Bescheid: KOMPASS_ISSUER muss genau so geschrieben sein, wie die Anmeldung sich selbst nennt („issuer“), und ihre Adressen beginnen mit https.'

const FRESH_MS = 60 * 60_000
/** A provider that is away is not asked again by every request. */
const REST_MS = 5000
const TIMEOUT_MS = 5000

type Known = { readonly at: number; readonly result: Discovered }

/** Asks a provider for its metadata, once an hour; one that is away for a while keeps what it said before. */
export function createDiscovery({
  fetch,
  now,
}: {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => Date
}): Discover {
  const known = new Map<string, Known>()
  const asking = new Map<string, Promise<Discovered>>()
  const refresh = async (issuer: string): Promise<Discovered> => {
    const asked = await ask(issuer, fetch)
    const before = known.get(issuer)?.result
    const result = asked.kind === 'unavailable' && before?.kind === 'found' ? before : asked
    const at = now().getTime() - (asked.kind === 'found' ? 0 : FRESH_MS - REST_MS)
    known.set(issuer, { at, result })
    return result
  }
  return issuer => {
    const before = known.get(issuer)
    if (before && now().getTime() < before.at + FRESH_MS) return Promise.resolve(before.result)
    const pending = asking.get(issuer) ?? refresh(issuer).finally(() => asking.delete(issuer))
    asking.set(issuer, pending)
    return pending
  }
}

async function ask(issuer: string, fetch: typeof globalThis.fetch): Promise<Discovered> {
  const answer = await jsonAt(`${withoutSlash(issuer)}/.well-known/openid-configuration`, fetch)
  if (answer === undefined) return { kind: 'unavailable', problem: UNREACHABLE }
  const metadata = Metadata.safeParse(answer.json)
  if (!metadata.success || metadata.data.issuer !== issuer) return { kind: 'unavailable', problem: NOT_ITSELF }
  const { jwks_uri: keys, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = metadata.data
  return { kind: 'found', provider: { keys, authorizationEndpoint, tokenEndpoint } }
}

/** Nothing leads elsewhere: a provider that redirects would let somebody else speak for it. */
async function jsonAt(
  address: string,
  fetch: typeof globalThis.fetch,
): Promise<{ readonly json: unknown } | undefined> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    return response.ok ? { json: await response.json() } : undefined
  } catch {
    return undefined
  }
}

const withoutSlash = (issuer: string): string => (issuer.endsWith('/') ? issuer.slice(0, -1) : issuer)
