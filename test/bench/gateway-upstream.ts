// A model for the bench, in a process of its own: it streams pieces that carry the moment they were sent.
import { createServer } from 'node:http'

export type UpstreamReport =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'open'; readonly connections: number }

/** Milliseconds between pieces from now on, or how many connections are open. */
type UpstreamOrder = number | 'open'

const PIECES = 60
/** Milliseconds between two pieces; a message changes it. Some models on a shared machine say 30 pieces a second. */
let every = 5
/** Some 33 characters, with a placeholder now and then, so that something is there to restore. */
const FILLER = ' Sehr geehrte Damen und Herren;'

const now = (): number => performance.timeOrigin + performance.now()
const event = (content: string, finish: string | null): string =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    let sent = 0
    const timer = setInterval(() => {
      sent++
      const name = sent % 10 === 0 ? ' [PERSON 1]' : ''
      response.write(event(`${now().toFixed(3)}|${FILLER}${name}.`, null))
      if (sent < PIECES) return
      clearInterval(timer)
      response.end(`${event('', 'stop')}data: [DONE]\n\n`)
    }, every)
    response.once('close', () => clearInterval(timer))
  })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) report({ kind: 'listening', port: address.port })
})
process.on('message', (asked: UpstreamOrder) => {
  if (typeof asked === 'number') every = asked
  else server.getConnections((_, connections) => report({ kind: 'open', connections }))
})

function report(message: UpstreamReport): void {
  process.send?.(message)
}
