import type { IncomingHttpHeaders } from 'node:http'

/** Longer is no token of anybody's, and not worth looking at. */
const LONGEST = 16_384

/** The token of a request; undefined without one. */
export function bearerOf({ authorization = '' }: Pick<IncomingHttpHeaders, 'authorization'>): string | undefined {
  if (authorization.length > LONGEST) return undefined
  return /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1]
}
