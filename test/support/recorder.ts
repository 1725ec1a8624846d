import { request as forward, type RequestListener } from 'node:http'
import { type Listening, listenAlone } from './listen.js'

/** Stands before another service and keeps every byte that is sent to it: request lines, headers and bodies. */
export type Recorder = Listening & { readonly bytes: () => string; readonly requests: () => number }

export async function recordBefore(address: string): Promise<Recorder> {
  const kept: Buffer[] = []
  let count = 0
  const listener: RequestListener = (request, response) => {
    count++
    kept.push(Buffer.from([request.method, request.url, ...request.rawHeaders].join('\n')))
    const target = new URL(request.url ?? '/', address)
    const onward = forward(target, { method: request.method ?? 'GET', headers: request.headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.on('data', (piece: Buffer) => kept.push(piece))
    request.pipe(onward)
  }
  const listening = await listenAlone(listener)
  return { ...listening, requests: () => count, bytes: () => Buffer.concat(kept).toString('utf8') }
}
