import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Response } from 'express'

/** Server-sent events on a response. Headers go out with the first one, so that until then a status can still be said. */
export type Events = {
  /** Resolves once the reader has room for more; at once if it has gone. */
  readonly send: (data: string) => Promise<void>
  readonly end: () => void
}

/** Nothing between service and reader may keep the pieces back or change them. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const

export function openEvents(response: Response): Events {
  return {
    async send(data) {
      if (response.destroyed || response.writableEnded) return
      if (!response.headersSent) {
        response.status(200).set(HEADERS)
        together(response.socket)
      }
      if (!response.write(`data: ${data}\n\n`)) await room(response)
    },
    end: () => void response.end(),
  }
}

/**
 * What comes in the same moment (headers, beginning, first words) leaves together. The connection is held back, not the
 * response: on Node 24 an answer that ends while its response is corked loses its last words.
 */
function together(connection: Socket | null): void {
  connection?.cork()
  setImmediate(() => connection?.uncork())
}

async function room(response: Response): Promise<void> {
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
    .catch(() => undefined)
    .finally(() => waiting.abort())
}

/** Ends with the reader: whoever closes the page ends the call to the model. */
export function endsWith(response: Response): AbortSignal {
  const ending = new AbortController()
  response.once('close', () => ending.abort())
  return ending.signal
}
