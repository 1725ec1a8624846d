const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

/** This machine by name or address, as settings and addresses write it. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK.has(host)

/** https everywhere, http on this machine alone: whoever can change an answer on the way could hand out keys. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
}
