import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { bearerOf } from '../http/bearer.js'
import { type ChannelKeys, ChannelKeysUnavailable } from './channel-keys.js'

/**
 * What a token of the chat service proves: where answers go, and for which channels it may speak (none named: all).
 * `unavailable`: the keys could not be had.
 */
type Proof =
  | { readonly kind: 'proven'; readonly serviceUrl: string; readonly channels: readonly string[] }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' }

export type TokenCheck = (header: string | undefined) => Promise<Proof>

/** Seconds by which clocks may differ; Microsoft asks for five minutes. */
const TOLERANCE = 5 * 60

const Claims = z.object({ serviceurl: z.string().min(1), exp: z.number() })

/**
 * Checks the token of a request as Microsoft asks for it (Bot Connector authentication, "connector to bot"). The SDK does
 * so, too, but it knows neither proxy nor new keys, prints what it refuses, and also takes tokens Entra gave any program
 * for this bot, as the emulator has them: for those the address of an answer is unproven.
 */
export function createTokenCheck(
  { key, channelsOf }: ChannelKeys,
  expected: { readonly issuer: string; readonly audience: string },
  now: () => Date,
): TokenCheck {
  const kept = createKept(now)
  const verified = async (bearer: string): Promise<Verified> => {
    const { payload, protectedHeader } = await jwtVerify(bearer, key, {
      ...expected,
      algorithms: ['RS256', 'RS384', 'RS512'],
      clockTolerance: TOLERANCE,
      requiredClaims: ['exp', 'serviceurl'],
      currentDate: now(),
    })
    const claims = Claims.safeParse(payload)
    if (!claims.success) throw new errors.JWTInvalid()
    return { serviceUrl: claims.data.serviceurl, exp: claims.data.exp, kid: protectedHeader.kid }
  }
  return async header => {
    const bearer = bearerOf({ authorization: header })
    if (bearer === undefined) return { kind: 'refused' }
    try {
      const { serviceUrl, kid } = kept.find(bearer) ?? kept.keep(bearer, await verified(bearer))
      const channels = channelsOf(kid)
      return channels === undefined ? { kind: 'refused' } : { kind: 'proven', serviceUrl, channels }
    } catch (error) {
      return { kind: isAway(error) ? 'unavailable' : 'refused' }
    }
  }
}

/** What a token says whose signature is right; `exp` in seconds since 1970. */
type Verified = { readonly serviceUrl: string; readonly exp: number; readonly kid: string | undefined }

/** Far shorter than withdrawn keys are believed (channel-keys.ts). */
const KEPT_MS = 60_000
const MOST_KEPT = 100

/**
 * The chat service sends one token with many activities, and checking a signature takes a good part of an answer: once a
 * minute is enough. Only what proved right is kept, so nobody can fill it with rubbish. Whether a token has ended, and
 * whether its key is still published, is looked at every time.
 */
function createKept(now: () => Date) {
  const kept = new Map<string, Verified & { readonly until: number }>()
  return {
    find(bearer: string): Verified | undefined {
      const known = kept.get(bearer)
      if (known && performance.now() < known.until && now().getTime() / 1000 < known.exp + TOLERANCE) return known
      kept.delete(bearer)
      return undefined
    },
    keep(bearer: string, verified: Verified): Verified {
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
      kept.set(bearer, { ...verified, until: performance.now() + KEPT_MS })
      return verified
    },
  }
}

/** jose tells by its own errors what is wrong with a token; everything else is about getting the keys. */
const isAway = (error: unknown): boolean =>
  error instanceof ChannelKeysUnavailable || error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)
