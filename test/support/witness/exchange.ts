import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

/** A few bytes of a request, or of its answer. */
export type Piece = {
  /** The same for all pieces of a request and its answer. */
  readonly exchange: number
  /** Where the server was listening. */
  readonly port: number | undefined
  /** With what follows the question mark. */
  readonly path: string
  readonly side: 'token' | 'asked' | 'answered'
  readonly bytes: Buffer
}

/** One request to an HTTP server and its answer. `token`: what it was let in with. */
export type Exchange = Pick<Piece, 'port' | 'path'> & { readonly [Side in Piece['side']]: string }

/** Announced by Node for every server of the process before it reads a body: no service can be started past it. */
const BEGUN = 'http.server.request.start'

/**
 * Listens in on every HTTP server of this process: the service, and the models it asks where they are here as well.
 * @returns ends it
 */
export function overhear(note: (piece: Piece) => void): () => void {
  let exchanges = 0
  const begun = (message: unknown): void => {
    const { request, response } = partsOf(message)
    if (!isHeard(request)) return
    const { url: path = '', socket, headers } = request
    const common = { exchange: exchanges++, port: socket.localPort, path }
    const take =
      (side: Piece['side']) =>
      (bytes: Buffer): void =>
        note({ ...common, side, bytes })
    if (headers.authorization) take('token')(Buffer.from(headers.authorization.replace(/^Bearer /i, '')))
    hearRequest(request, take('asked'))
    hearAnswer(response, take('answered'))
  }
  subscribe(BEGUN, begun)
  if (!channel(BEGUN).hasSubscribers) throw new Error('nobody would be heard')
  return () => void unsubscribe(BEGUN, begun)
}

export function exchangesOf(pieces: readonly Piece[]): Exchange[] {
  const ids = [...new Set(pieces.map(({ exchange }) => exchange))]
  return ids.map(id => {
    const own = pieces.filter(({ exchange }) => exchange === id)
    const whole = (side: Piece['side']): string =>
      Buffer.concat(own.flatMap(piece => (piece.side === side ? [piece.bytes] : []))).toString('utf8')
    const [first] = own
    return {
      port: first?.port,
      path: first?.path ?? '',
      token: whole('token'),
      asked: whole('asked'),
      answered: whole('answered'),
    }
  })
}

/** Pages and pictures carry nothing anybody wrote, but they are large. */
const isHeard = ({ method, url = '' }: IncomingMessage): boolean => method !== 'GET' || /^\/(?:api|v1)\b/.test(url)

function partsOf(message: unknown): { readonly request: IncomingMessage; readonly response: ServerResponse } {
  const { request, response } = { request: undefined, response: undefined, ...Object(message) }
  if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse))
    throw new Error(`Node tells something else under ${BEGUN}`)
  return { request, response }
}

type Take = (bytes: Buffer) => void

/** As it comes from the connection, whoever reads it afterwards, and also where nobody does. */
function hearRequest(request: IncomingMessage, take: Take): void {
  request.push = new Proxy(request.push, {
    apply(push, self, given: Parameters<typeof request.push>) {
      keep(given[0], take)
      return Reflect.apply(push, self, given)
    },
  })
}

function hearAnswer(response: ServerResponse, take: Take): void {
  let ending = false
  response.write = new Proxy(response.write, {
    apply(write, self, given: unknown[]) {
      // The end sends its last piece by writing it.
      if (!ending) keep(given[0], take)
      return Reflect.apply(write, self, given)
    },
  })
  response.end = new Proxy(response.end, {
    apply(end, self, given: unknown[]) {
      keep(given[0], take)
      ending = true
      return Reflect.apply(end, self, given)
    },
  })
}

function keep(piece: unknown, take: Take): void {
  if (typeof piece === 'string') take(Buffer.from(piece))
  if (piece instanceof Uint8Array || Buffer.isBuffer(piece)) take(Buffer.from(piece))
}
