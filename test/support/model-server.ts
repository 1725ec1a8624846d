import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Endpoint } from '../../policies/pack/tool-schema.js'

/** How one request is answered, byte by byte. What it leaves open stays open. */
export type Script = (response: ServerResponse, request: Received) => void | Promise<void>

export type Scripts = readonly [Script, ...Script[]]

type Received = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Resolves when the connection is gone, with the time of `performance.now()`. */
  readonly gone: Promise<number>
}

export type ModelServer = {
  readonly endpoint: Endpoint
  readonly received: readonly Received[]
  /** Connections open now. */
  readonly open: () => Promise<number>
  readonly close: () => Promise<void>
}

/** A model that behaves as badly as told: requests take the scripts in turn, the last one again and again. */
export async function modelServer(...scripts: Scripts): Promise<ModelServer> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const script = scripts[Math.min(received.length, scripts.length - 1)] ?? scripts[0]
    const { socket, url: path = '', headers } = request
    // One more listener for each request of a connection that is used again.
    socket.setMaxListeners(0)
    const gone = new Promise<number>(done => socket.once('close', () => done(performance.now())))
    const order = received.push({ path, headers, body: '', gone }) - 1
    const body = await text(request).catch(() => '')
    const whole = { path, headers, body, gone }
    received[order] = whole
    await script(response, whole)
  })
  // Whoever waits for an answer learns of it by the sockets; a request that was cut is not an error of the test.
  server.on('clientError', (_error, socket) => socket.destroy())
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return {
    endpoint: endpointAt(`http://127.0.0.1:${address.port}/v1`),
    received,
    open: () =>
      new Promise((done, failed) => server.getConnections((error, count) => (error ? failed(error) : done(count)))),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export const endpointAt = (url: string, own: Partial<Endpoint> = {}): Endpoint => ({
  url,
  model: 'kommune-7b',
  api: 'openai',
  at_once: 8,
  daily_tokens: 1_000_000,
  answer_tokens: 500,
  ...own,
})

/** Begins an event stream. */
export function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
}

/** One event as models send it; a string goes out as it is. */
export const event = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

export const delta = (content: string, finish: string | null = null): unknown => ({
  id: 'x',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { content }, finish_reason: finish }],
})

export const counted = (prompt: number, completion: number): unknown => ({
  choices: [],
  usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
})

/** A whole answer of these pieces, with a count. */
export const says =
  (...pieces: readonly string[]): Script =>
  response => {
    stream(response)
    for (const piece of pieces) response.write(event(delta(piece)))
    response.end(event(delta('', 'stop')) + event(counted(7, pieces.length)) + event('[DONE]'))
  }

/** A first piece, "Sehr ", and what comes after it. */
export const begun =
  (after: Script): Script =>
  async (response, request) => {
    stream(response)
    response.write(event(delta('Sehr ')))
    await new Promise(done => setTimeout(done, 20))
    await after(response, request)
  }

/** No event stream but this, with a status. */
export const replies =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Script =>
  response => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }
