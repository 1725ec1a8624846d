import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { isSafeAddress } from './safe-address.js'

/** Whose tokens are believed, and where that is written. */
export type ChannelService = { readonly metadata: string; readonly issuer: string }

/** Microsoft's chat service (Bot Framework, public cloud). */
export const MICROSOFT: ChannelService = {
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
}

export type ChannelKeys = {
  readonly key: JWTVerifyGetKey
  /** The channels a key just used may speak for; none: all of them, as the SDK has it. Undefined: there is no such key. */
  readonly channelsOf: (kid: string | undefined) => readonly string[] | undefined
}

/** The keys could not be had; nothing is said about the token. */
export class ChannelKeysUnavailable extends Error {
  override name = 'ChannelKeysUnavailable'
}

/**
 * The SDK keeps keys for a day and looks for an unknown one once an hour. Here a withdrawn key is believed for ten minutes
 * at most, and a new one comes in at once, but made-up ones do not make us ask all the time.
 */
const FRESH_MS = 10 * 60_000
const COOLDOWN_MS = 10_000
const TIMEOUT_MS = 5_000

const Metadata = z.object({ jwks_uri: z.string().refine(isSafeAddress) })
const Published = z.looseObject({ kid: z.string().optional(), endorsements: z.array(z.string()).nullish() })
type Published = z.infer<typeof Published>
const Keys = z.object({ keys: z.array(Published) })

/** Published keys, found through the metadata each time they are renewed: both may move. */
export function createChannelKeys(
  { metadata }: ChannelService,
  fetch: typeof globalThis.fetch,
  cooldownDuration = COOLDOWN_MS,
): ChannelKeys {
  let published: readonly Published[] = []
  const set = createRemoteJWKSet(new URL(metadata), {
    cacheMaxAge: FRESH_MS,
    cooldownDuration,
    timeoutDuration: 2 * TIMEOUT_MS,
    [customFetch]: async address => {
      const { jwks_uri } = Metadata.parse(await jsonAt(address, fetch))
      const found = Keys.parse(await jsonAt(jwks_uri, fetch))
      published = found.keys
      return Response.json(found)
    },
  })
  return {
    key: set,
    channelsOf: kid => {
      const key = kid === undefined ? undefined : published.find(one => one.kid === kid)
      return key && (key.endorsements ?? [])
    },
  }
}

/** Nothing leads elsewhere: whoever redirects us would speak for Microsoft. */
async function jsonAt(address: string, fetch: typeof globalThis.fetch): Promise<unknown> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.ok) return await response.json()
  } catch {}
  throw new ChannelKeysUnavailable()
}
