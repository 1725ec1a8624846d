import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

/** One request to some HTTP server of this process and its answer, byte by byte. */
export type Exchange = {
  /** Where it was listening. */
  readonly port: number | undefined
  /** With what follows the question mark. */
  readonly path: string
  readonly asked: string
  readonly answered: string
}

export type Overheard = { readonly exchanges: () => readonly Exchange[]; readonly end: () => void }

/** Announced by Node for every server of the process before it reads a body: no service can be started past it. */
const BEGUN = 'http.server.request.start'

/** Listens in on every HTTP server of this process: the service, and the models it asks. */
export function overhear(): Overheard {
  const kept: (() => Exchange)[] = []
  const begun = (message: unknown): void => {
    const { request, response } = partsOf(message)
    if (!isHeard(request)) return
    const [asked, answered] = [piecesOf(request), piecesSent(response)]
    const { localPort: port } = request.socket
    kept.push(() => ({ port, path: request.url ?? '', asked: whole(asked), answered: whole(answered) }))
  }
  subscribe(BEGUN, begun)
  if (!channel(BEGUN).hasSubscribers) throw new Error('nobody would be heard')
  return { exchanges: () => kept.map(one => one()), end: () => void unsubscribe(BEGUN, begun) }
}

/** Pages and pictures carry nothing anybody wrote, but they are large. */
const isHeard = ({ method, url = '' }: IncomingMessage): boolean => method !== 'GET' || /^\/(?:api|v1)\b/.test(url)

function partsOf(message: unknown): { readonly request: IncomingMessage; readonly response: ServerResponse } {
  const { request, response } = { request: undefined, response: undefined, ...Object(message) }
  if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse))
    throw new Error(`Node tells something else under ${BEGUN}`)
  return { request, response }
}

/** As they come from the connection, whoever reads them afterwards, and also where nobody does. */
function piecesOf(request: IncomingMessage): Buffer[] {
  const pieces: Buffer[] = []
  request.push = new Proxy(request.push, {
    apply(push, self, given: Parameters<typeof request.push>) {
      keep(pieces, given[0])
      return Reflect.apply(push, self, given)
    },
  })
  return pieces
}

function piecesSent(response: ServerResponse): Buffer[] {
  const pieces: Buffer[] = []
  let ending = false
  response.write = new Proxy(response.write, {
    apply(write, self, given: unknown[]) {
      // The end sends its last piece by writing it.
      if (!ending) keep(pieces, given[0])
      return Reflect.apply(write, self, given)
    },
  })
  response.end = new Proxy(response.end, {
    apply(end, self, given: unknown[]) {
      keep(pieces, given[0])
      ending = true
      return Reflect.apply(end, self, given)
    },
  })
  return pieces
}

function keep(pieces: Buffer[], piece: unknown): void {
  if (typeof piece === 'string') pieces.push(Buffer.from(piece))
  if (piece instanceof Uint8Array || Buffer.isBuffer(piece)) pieces.push(Buffer.from(piece))
}

const whole = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString('utf8')
