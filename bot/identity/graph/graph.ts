import { z } from 'zod'
import type { AppTokens } from '../../outside/app-tokens.js'

/** What Microsoft Graph would not do; carries its status and nothing of what it said. */
export class GraphRefused extends Error {
  override name = 'GraphRefused'
  readonly status: number

  constructor(status: number) {
    super(`Graph answered with ${status}`)
    this.status = status
  }
}

/** Microsoft Graph, asked by the application in its own name. Every function throws `GraphRefused`, or what fetch throws. */
export type Graph = {
  readonly get: (path: string) => Promise<unknown>
  /** All entries of a list, page by page. */
  readonly list: (path: string) => AsyncGenerator<unknown, void, undefined>
  readonly patch: (path: string, body: object) => Promise<void>
}

const TIMEOUT_MS = 10_000
/** A hundred thousand entries at 999 a page: more is a mistake somewhere. */
const MOST_PAGES = 100

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() })

/**
 * Nothing here is asked on behalf of a person: no feature needs it, so no token of a person ever leaves the service.
 * @param address where Graph is; only tests give another than Microsoft's
 */
export function createGraph(
  tokens: AppTokens,
  fetch: typeof globalThis.fetch,
  address = 'https://graph.microsoft.com',
): Graph {
  const ask = async (url: URL, init: { method: string; body?: string }): Promise<Response> => {
    const authorization = `Bearer ${await tokens(`${address}/.default`)}`
    const headers = { authorization, 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { ...init, headers, redirect: 'error', signal })
    if (response.ok) return response
    await response.body?.cancel()
    throw new GraphRefused(response.status)
  }
  const get = async (url: URL): Promise<unknown> => (await ask(url, { method: 'GET' })).json()
  return {
    get: path => get(under(address, path)),
    async *list(path) {
      let next: URL | undefined = under(address, path)
      for (let pages = 0; next && pages < MOST_PAGES; pages++) {
        const { value, '@odata.nextLink': link } = Page.parse(await get(next))
        yield* value
        next = link === undefined ? undefined : under(address, link)
      }
      if (next) throw new Error('a list of Graph without end')
    },
    async patch(path, body) {
      const response = await ask(under(address, path), { method: 'PATCH', body: JSON.stringify(body) })
      await response.body?.cancel()
    },
  }
}

/** The token goes to Graph and nowhere else, wherever a page says the next one is. */
function under(address: string, path: string): URL {
  const url = new URL(path, address)
  if (url.origin !== new URL(address).origin) throw new Error('a page of Graph somewhere else')
  return url
}
