import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'

/** The keys of a provider could not be had; nothing is said about the token. */
class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}

export type KeySets = (address: string) => JWTVerifyGetKey

/** A withdrawn key is believed no longer than this. */
const FRESH_MS = 10 * 60_000
/** How soon a key nobody knows makes us look again: a new one comes in at once, made-up ones do not make us ask all the time. */
const COOLDOWN_MS = 10_000

/** The published keys at an address, kept and renewed by jose. */
export function createKeySets(fetch: typeof globalThis.fetch, cooldownDuration = COOLDOWN_MS): KeySets {
  const sets = new Map<string, JWTVerifyGetKey>()
  return address => {
    const known = sets.get(address)
    if (known) return known
    const options = { cacheMaxAge: FRESH_MS, cooldownDuration, [customFetch]: orUnavailable(fetch) }
    const set = createRemoteJWKSet(new URL(address), options)
    sets.set(address, set)
    return set
  }
}

/** jose reports a server that is away like a bad token, and a bad answer without saying whose it was. */
const orUnavailable =
  (fetch: typeof globalThis.fetch) =>
  async (...request: Parameters<typeof globalThis.fetch>): Promise<Response> => {
    const response = await fetch(...request).catch(() => undefined)
    const json = response?.status === 200 ? await response.json().catch(() => undefined) : undefined
    if (json === undefined) throw new KeysUnavailable()
    return Response.json(json)
  }
