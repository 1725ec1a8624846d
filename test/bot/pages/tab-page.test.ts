import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { servicesFor } from '../../support/scenes.js'
import { smallPack } from '../../support/small-pack.js'

let folder: string
let host: BotHost

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-tab-'))
  const tab = join(folder, 'tab')
  await mkdir(join(tab, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'nothing for the web')
  await writeFile(join(tab, 'index.html'), '<!doctype html><title>Text prüfen</title>')
  await writeFile(join(tab, '.hidden'), 'hidden')
  await writeFile(join(tab, 'assets', 'page-a1b2c3.js'), 'export {}')
  host = await hostBot(servicesFor(smallPack()), { tab })
})
afterAll(async () => {
  await host.close()
  await rm(folder, { recursive: true })
})

const get = (path: string) => fetch(`${host.address}${path}`, { redirect: 'manual' })

/** As it stands: fetch would tidy the path up. */
const raw = (path: string): Promise<number> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(host.address)
    request({ hostname, port, path }, response => {
      response.resume()
      done(response.statusCode ?? 0)
    })
      .on('error', failed)
      .end()
  })

describe('the built page', () => {
  test.each([
    {
      why: 'is asked for anew each time, so that a change is seen',
      path: '/tab/',
      type: /^text\/html/,
      kept: 'no-cache',
    },
    { why: 'whatever Teams adds', path: '/tab/?theme=dark', type: /^text\/html/, kept: 'no-cache' },
    { why: 'by name', path: '/tab/index.html', type: /^text\/html/, kept: 'no-cache' },
    {
      why: 'its parts never change',
      path: '/tab/assets/page-a1b2c3.js',
      type: /javascript/,
      kept: 'public, max-age=31536000, immutable',
    },
  ])('$why: $path', async ({ path, type, kept }) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(type)
    expect(response.headers.get('cache-control')).toBe(kept)
  })

  test('loads and talks to nobody else, and only Teams may frame it', async () => {
    const { headers } = await get('/tab/')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com",
    )
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('without the slash leads there, or its parts would not be found', async () => {
    const response = await get('/tab')
    expect(response.status).toBe(301)
    expect(new URL(response.headers.get('location') ?? '', `${host.address}/tab`).pathname).toBe('/tab/')
  })

  test.each([
    '/tab/../secret.txt',
    '/tab/%2e%2e/secret.txt',
    '/tab/..%2fsecret.txt',
    '/tab/assets/..%5c..%5csecret.txt',
    '/tab/.hidden',
    '/tab/gibt-es-nicht.js',
    '/tab/assets/',
    '/tab/%00',
    '/tab/%E0%A4%A',
  ])('%s is no page', async path => {
    expect([400, 403, 404]).toContain(await raw(path))
  })
})

test('a page that was not built says so in German, and what to do', async () => {
  const other = await hostBot(servicesFor(smallPack()))
  const response = await fetch(`${other.address}/tab/`)
  const text = await response.text()
  const part = await fetch(`${other.address}/tab/assets/x.js`)
  await other.close()
  expect(response.status).toBe(503)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(text).toContain('<html lang="de">')
  expect(text).toContain('noch nicht fertig eingerichtet')
  expect(part.status).toBe(404)
})

test('the start page leads there', async () => {
  const text = await (await get('/')).text()
  expect(text).toContain('<a class="chat" href="tab/#/pruefen">Text prüfen</a>')
})
