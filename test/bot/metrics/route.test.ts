import { createServer, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, test } from '@jest/globals'
import express from 'express'
import { metricsRoute } from '../../../bot/metrics/route.js'

const TOKEN = 'ein langes Geheimnis'
const metrics = {
  contentType: 'text/plain; version=0.0.4; charset=utf-8',
  text: async () => 'kompass_check_held_total 0\n',
}
const outside = Object.values(networkInterfaces())
  .flatMap(addresses => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

let close = (): void => undefined
afterEach(() => close())

/** Asks over a real socket; the service sees where it comes from. */
async function ask(
  host: string,
  headers: Readonly<Record<string, string>>,
  token: string | undefined,
  from: string | undefined = undefined,
) {
  const app = express()
  // Whoever believes the header would be fooled by it.
  app.set('trust proxy', true)
  const server = createServer(app.get('/metrics', metricsRoute({ metrics, token })))
  await new Promise<void>(done => server.listen(0, '::', done))
  close = () => void server.close().closeAllConnections()
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return new Promise<{ status: number; type: string; text: string }>((done, failed) => {
    request(
      { host, port: address.port, path: '/metrics', headers, ...(from === undefined ? {} : { localAddress: from }) },
      response => {
        const parts: string[] = []
        response.setEncoding('utf8').on('data', part => parts.push(String(part)))
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: parts.join(''),
          }),
        )
      },
    )
      .on('error', failed)
      .end()
  })
}

describe('from this machine', () => {
  test.each([
    { why: 'by the old address', host: '127.0.0.1' },
    { why: 'by the new address', host: '::1' },
    { why: 'by another address that is this machine', host: '127.8.9.1' },
  ])('$why: in, without a token', async ({ host }) => {
    expect(await ask(host, {}, undefined)).toEqual({
      status: 200,
      type: metrics.contentType,
      text: 'kompass_check_held_total 0\n',
    })
  })

  test.each([
    { why: 'a proxy passes somebody on', headers: { 'x-forwarded-for': '203.0.113.7' } },
    { why: 'a proxy passes on somebody who claims to be here', headers: { 'x-forwarded-for': '127.0.0.1' } },
    { why: 'a proxy of the newer kind', headers: { forwarded: 'for=203.0.113.7' } },
    { why: 'a proxy that says only its own name', headers: { via: '1.1 proxy' } },
  ])('$why: not without a token', async ({ headers }) => {
    const { status, text } = await ask('127.0.0.1', headers, TOKEN)
    expect(status).toBe(403)
    expect(JSON.parse(text)).toEqual({ problem: expect.stringContaining('KOMPASS_METRICS_TOKEN') })
    expect(text).not.toContain(TOKEN)
    close()
    expect((await ask('127.0.0.1', { ...headers, authorization: `Bearer ${TOKEN}` }, TOKEN)).status).toBe(200)
  })
})

const elsewhere = outside === undefined ? describe.skip : describe
elsewhere('from another address', () => {
  test('counts where somebody comes from, not which address of ours they ask', async () => {
    expect((await ask('127.0.0.1', {}, undefined, outside)).status).toBe(403)
  })

  test.each([
    { why: 'nothing', authorization: undefined, token: TOKEN, status: 403 },
    { why: 'the token', authorization: `Bearer ${TOKEN}`, token: TOKEN, status: 200 },
    { why: 'the scheme in small letters', authorization: `bearer ${TOKEN}`, token: TOKEN, status: 200 },
    { why: 'another token', authorization: 'Bearer x', token: TOKEN, status: 403 },
    { why: 'the beginning of the token', authorization: `Bearer ${TOKEN.slice(0, -1)}`, token: TOKEN, status: 403 },
    { why: 'the token as a password', authorization: `Basic ${TOKEN}`, token: TOKEN, status: 403 },
    { why: 'no token is set', authorization: 'Bearer undefined', token: undefined, status: 403 },
    { why: 'an empty token is none', authorization: 'Bearer ', token: '', status: 403 },
  ])('$why: $status', async ({ authorization, token, status }) => {
    const headers = authorization === undefined ? { 'x-forwarded-for': '127.0.0.1' } : { authorization }
    expect((await ask(outside ?? '', headers, token)).status).toBe(status)
  })
})
