/** The token of a header `Authorization: Bearer …`; undefined without one. The word may be written in any case (RFC 9110). */
export function bearerOf(header: string | undefined): string | undefined {
  const [scheme, token, ...more] = (header ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '' || more.length > 0) return undefined
  return token
}
