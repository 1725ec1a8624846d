import { rootCertificates } from 'node:tls'
import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as fetchVia } from 'undici'
import { isLoopback } from './loopback.js'

/** What stands between this machine and everything else. */
export type Between = {
  /** Address of the proxy, with name and password where it wants them: `http://kompass:geheim@proxy.rathaus.example:3128`. */
  readonly proxy: string | undefined
  /** Hosts reached without it, with everything below them, separated by commas; `*`: all. Ranges of addresses are not understood. */
  readonly noProxy: string | undefined
  /** Certificates (PEM, one or several) believed beside those Node brings along. */
  readonly ca: string | undefined
}

export type Outbound = {
  /** Like the global one, but on the way that was set. Takes neither a `Request` nor `FormData`: those belong to the global one. */
  readonly fetch: typeof globalThis.fetch
  /** Ends connections kept for the next request. */
  readonly close: () => Promise<void>
}

/**
 * The one way out of this machine; whoever asks somebody else is handed its `fetch`. Nothing global changes, and the
 * environment is not looked at. This machine itself is always reached directly: a proxy would have its own.
 */
export function createOutbound(between: Between): Outbound {
  const { proxy, ca } = between
  if (proxy === undefined && ca === undefined) return { fetch: globalThis.fetch, close: async () => undefined }
  const direct = new Agent(tlsOf(ca))
  const usual = proxy === undefined ? direct : throughProxy(proxy, between)
  return {
    fetch: async (input, { body = null, headers, ...init } = {}) => {
      if (typeof input !== 'string' && !(input instanceof URL)) throw new TypeError('expected an address')
      if (body instanceof FormData) throw new TypeError('expected no form')
      const dispatcher = isLoopback(new URL(input).hostname) ? direct : usual
      return fetchVia(input, { ...init, headers: [...new Headers(headers)], body, dispatcher })
    },
    close: async () => {
      await Promise.all([...new Set<Dispatcher>([direct, usual])].map(one => one.close()))
    },
  }
}

function throughProxy(proxy: string, { noProxy = '', ca }: Between): Dispatcher {
  const { connect } = tlsOf(ca)
  return new EnvHttpProxyAgent({
    httpProxy: proxy,
    httpsProxy: proxy,
    noProxy,
    connect,
    requestTls: connect,
    proxyTls: connect,
  })
}

/** Naming certificates replaces those Node brings along, so they are named, too. */
const tlsOf = (ca: string | undefined) => ({ connect: ca === undefined ? {} : { ca: [...rootCertificates, ca] } })
