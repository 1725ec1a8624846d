import { rootCertificates } from 'node:tls'
import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as fetchVia } from 'undici'
import { isLoopback } from './loopback.js'

/** What stands between this machine and everything else. */
export type Between = {
  /** Address of the proxy, with name and password where it wants them: `http://kompass:geheim@proxy.rathaus.example:3128`. */
  readonly proxy: string | undefined
  /** Hosts reached without it, with everything below them, separated by commas; `*`: all. Ranges of addresses are not understood. */
  readonly noProxy: string | undefined
  /**
   * Certificates (PEM, one or several) believed beside those Node brings along. What `NODE_EXTRA_CA_CERTS` names counts
   * without this, and on Node 20 no longer beside it (tried): then it has to stand here, too.
   */
  readonly ca: string | undefined
}

export type Outbound = {
  /** Like the global one, but on the way that was set. Takes neither a `Request` nor `FormData`: those belong to the global one. */
  readonly fetch: typeof globalThis.fetch
  /** The same way for undici's `request`, which costs half as much. */
  readonly dispatcher: Dispatcher
  /** Ends connections kept for the next request. */
  readonly close: () => Promise<void>
}

/**
 * The one way out of this machine; whoever asks somebody else is handed it. Nothing global changes, and the environment is
 * not looked at. This machine itself is always reached directly: a proxy would have its own.
 */
export function createOutbound(between: Between): Outbound {
  const { proxy, ca } = between
  const direct = new Agent(tlsOf(ca))
  const usual = proxy === undefined ? direct : throughProxy(proxy, between)
  const isHere = loopbackOrigins()
  const dispatcher = usual.compose(dispatch => (options, handler) => {
    const here = options.origin !== undefined && isHere(String(options.origin))
    return here ? direct.dispatch(options, handler) : dispatch(options, handler)
  })
  return {
    fetch: proxy === undefined && ca === undefined ? globalThis.fetch : fetchOver(dispatcher),
    dispatcher,
    close: async () => {
      await Promise.all([...new Set<Dispatcher>([direct, usual])].map(one => one.close()))
    },
  }
}

/** Most requests go where the one before went. */
function loopbackOrigins(): (origin: string) => boolean {
  let last = { origin: '', isHere: false }
  return origin => {
    if (origin !== last.origin) last = { origin, isHere: isLoopback(new URL(origin).hostname) }
    return last.isHere
  }
}

const fetchOver =
  (dispatcher: Dispatcher): typeof globalThis.fetch =>
  async (input, { body = null, headers, ...init } = {}) => {
    if (typeof input !== 'string' && !(input instanceof URL)) throw new TypeError('expected an address')
    if (body instanceof FormData) throw new TypeError('expected no form')
    return fetchVia(input, { ...init, headers: [...new Headers(headers)], body, dispatcher })
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
