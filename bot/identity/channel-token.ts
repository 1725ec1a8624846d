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

const Claims = z.object({ serviceurl: z.string().min(1) })

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
  return async header => {
    const bearer = bearerOf({ authorization: header })
    if (bearer === undefined) return { kind: 'refused' }
    try {
      const { payload, protectedHeader } = await jwtVerify(bearer, key, {
        ...expected,
        algorithms: ['RS256', 'RS384', 'RS512'],
        clockTolerance: TOLERANCE,
        requiredClaims: ['exp', 'serviceurl'],
        currentDate: now(),
      })
      const claims = Claims.safeParse(payload)
      const channels = channelsOf(protectedHeader.kid)
      if (!claims.success || channels === undefined) return { kind: 'refused' }
      return { kind: 'proven', serviceUrl: claims.data.serviceurl, channels }
    } catch (error) {
      return { kind: isAway(error) ? 'unavailable' : 'refused' }
    }
  }
}

/** jose tells by its own errors what is wrong with a token; everything else is about getting the keys. */
const isAway = (error: unknown): boolean =>
  error instanceof ChannelKeysUnavailable || error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)
