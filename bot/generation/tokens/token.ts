import { createHash, timingSafeEqual } from 'node:crypto'

/** Random bytes of a token. */
export const TOKEN_BYTES = 32

const SHAPE = /^kk_[\w-]{43}$/

/** A token as its program sends it: `kk_` and 32 random bytes, so that it is recognised where it should not be. */
export const tokenFrom = (random: Buffer): string => `kk_${random.toString('base64url')}`

export const isTokenShaped = (given: string): boolean => SHAPE.test(given)

/**
 * What is kept of a token: its SHA-256. Salt and slow hashing protect words people choose; 256 random bits nobody finds by
 * trying.
 */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** In a time that does not depend on where the two differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')]
  return a.length === b.length && timingSafeEqual(a, b)
}
