import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { packView } from '../../bot/api/pack-view.js'
import { packageRoot } from '../../bot/paths.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { DAY } from './musterstadt.js'

/** As the service sends it: nothing but what comes from here; Fluent writes its styles into the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

export type TabServer = { readonly address: string; readonly close: () => Promise<void> }

/** A tiny service with the built page under /tab/ and a pack under /api/pack; `answer` may withhold the pack. */
export async function serveTab(pack: Pack, answer: () => number = () => 200): Promise<TabServer> {
  const view = JSON.stringify(packView(pack, DAY))
  const folder = join(packageRoot(), 'dist', 'addin', 'tab')
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://here')
    response.setHeader('content-security-policy', POLICY)
    if (pathname === '/api/pack') {
      response.writeHead(answer(), { 'content-type': 'application/json' })
      return response.end(answer() === 200 ? view : '{"problem":"Gerade nicht"}')
    }
    const name = normalize(pathname.replace(/^\/tab\//, '').replace(/^$/, 'index.html'))
    try {
      const content = await readFile(join(folder, name))
      response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
      return response.end(content)
    } catch {
      response.writeHead(404)
      return response.end()
    }
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${portOf(server)}/tab/`,
    close: () => new Promise(done => server.close(() => done())),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
