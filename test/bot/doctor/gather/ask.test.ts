import { createServer as createHttps } from 'node:https'
import { createServer as createTcp, type Server } from 'node:net'
import { afterAll, expect, test } from '@jest/globals'
import { askDirectly } from '../../../../bot/doctor/gather/ask.js'
import { askByFetch } from '../../../../bot/doctor/gather/ask-by-fetch.js'
import { listenAlone } from '../../../support/listen.js'
import { type MadeCertificate, makeCertificate } from '../../../support/x509.js'

const closing: (() => void)[] = []
afterAll(() => {
  for (const close of closing) close()
})

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address.port
}

/** A server that speaks https with this certificate. */
async function secured({ cert, key }: MadeCertificate): Promise<string> {
  const server = createHttps({ cert, key }, (_, response) => response.end('{"status":"ok"}'))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  closing.push(() => server.close())
  server.unref()
  return `https://127.0.0.1:${portOf(server)}/healthz`
}

const authority = makeCertificate()
const LAST_YEAR = { from: new Date('2025-01-01'), until: new Date('2025-12-31') }

test.each([
  {
    why: 'an authority nobody knows',
    made: makeCertificate({ by: authority }),
    ca: undefined,
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  },
  { why: 'self-signed', made: makeCertificate(), ca: undefined, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  {
    why: 'expired',
    made: makeCertificate({ by: authority, ...LAST_YEAR }),
    ca: authority.cert,
    code: 'CERT_HAS_EXPIRED',
  },
  {
    why: 'for another name',
    made: makeCertificate({ by: authority, here: false, names: ['anderswo.example'] }),
    ca: authority.cert,
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  },
  {
    why: 'the wrong authority believed',
    made: makeCertificate({ by: authority }),
    ca: makeCertificate().cert,
    code: 'CERT_SIGNATURE_FAILURE',
  },
])('a certificate that does not count: $why', async ({ made, ca, code }) => {
  const url = await secured(made)
  expect(await askDirectly(ca)(url)).toEqual({ kind: 'failed', code })
})

test('a certificate of the own authority counts, and its end is told', async () => {
  const until = new Date('2099-01-01T00:00:00Z')
  const url = await secured(makeCertificate({ by: authority, until }))
  const answer = await askDirectly(authority.cert)(url)
  expect(answer).toMatchObject({ kind: 'answered', status: 200, body: '{"status":"ok"}', certificateUntil: until })
  expect(answer.kind === 'answered' && Math.abs(answer.ahead ?? 99)).toBeLessThan(2)
})

test('redirections are not followed: only addresses of the settings are asked', async () => {
  let elsewhere = 0
  const other = await listenAlone((_, response) => {
    elsewhere += 1
    response.end()
  })
  const { address, close } = await listenAlone((_, response) =>
    response.writeHead(302, { location: other.address }).end(),
  )
  expect(await askDirectly(undefined)(address)).toMatchObject({ kind: 'answered', status: 302 })
  expect(await askByFetch(fetch)(address)).toMatchObject({
    status: 302,
  })
  expect(elsewhere).toBe(0)
  await Promise.all([close(), other.close()])
})

test.each([
  { why: 'nobody there', url: 'http://127.0.0.1:1/', code: 'ECONNREFUSED' },
  { why: 'no such name', url: 'http://kompass.invalid/', code: /^E(?:NOTFOUND|AI_AGAIN)$/ },
])('who cannot be reached: $why', async ({ url, code }) => {
  const answer = await askDirectly(undefined)(url)
  expect(answer).toEqual({ kind: 'failed', code: expect.stringMatching(code) })
})

test('who takes the connection and says nothing', async () => {
  const server = createTcp(socket => closing.push(() => socket.destroy()))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  server.unref()
  const url = `http://127.0.0.1:${portOf(server)}/`
  expect(await askDirectly(undefined)(url)).toEqual({ kind: 'failed', code: 'TIMEOUT' })
})

test.each([
  { why: 'nobody there', url: 'http://127.0.0.1:4/', code: 'ECONNREFUSED' },
  { why: 'no such name', url: 'http://kompass.invalid/', code: /^E(?:NOTFOUND|AI_AGAIN)$/ },
])('the same by fetch: $why', async ({ url, code }) => {
  expect(await askByFetch(fetch)(url)).toEqual({ kind: 'failed', code: expect.stringMatching(code) })
})

test('by fetch: what is sent arrives, and what is said is read', async () => {
  const { address, close } = await listenAlone((request, response) => {
    response.setHeader('date', 'Mon, 23 Nov 2026 09:00:00 GMT')
    request.pipe(response.setHeader('content-type', request.headers.authorization ?? ''))
  })
  const question = { method: 'POST', headers: { authorization: 'text/x' }, body: 'gesendet' } as const
  const answer = await askByFetch(fetch)(address, question)
  expect(answer).toMatchObject({ kind: 'answered', status: 200, body: 'gesendet', type: 'text/x' })
  expect(answer.kind === 'answered' && typeof answer.ahead).toBe('number')
  await close()
})
