import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createOutbound, type Outbound } from '../../../bot/outside/outbound.js'
import { listenAlone } from '../../support/listen.js'
import { type HouseProxy, proxyTo, type SecureHost, secureHost } from '../../support/proxy.js'
import { authority } from '../../support/proxy-certificates.js'

const HOUSE = authority()
const NAMES = ['api.draussen.example', 'intern.rathaus.example', 'localhost']

let server: SecureHost
let proxy: HouseProxy
let opened: Outbound[]

beforeAll(async () => {
  server = await secureHost(HOUSE.certify(...NAMES), (request, response) => response.end(`${request.method} da`))
  proxy = await proxyTo(Object.fromEntries(NAMES.map(name => [name, server.port])))
})
afterAll(async () => {
  await Promise.all(opened.map(one => one.close()))
  await server.close()
  await proxy.close()
})
beforeEach(() => {
  proxy.clear()
})

const way = (changes: Partial<Parameters<typeof createOutbound>[0]> = {}): Outbound => {
  const outbound = createOutbound({ proxy: proxy.address, noProxy: undefined, ca: HOUSE.certificate, ...changes })
  opened.push(outbound)
  return outbound
}
opened = []

/** What became of a request: its answer, or the code of the failure. */
const asked = (outbound: Outbound, address: string): Promise<string> =>
  outbound.fetch(address).then(
    response => response.text(),
    error => String(error.cause?.code ?? error.message),
  )

describe('which way a request goes', () => {
  test.each([
    { why: 'everything through the proxy', address: 'https://api.draussen.example/x', noProxy: undefined, via: true },
    {
      why: 'others than those named',
      address: 'https://api.draussen.example/x',
      noProxy: 'rathaus.example',
      via: true,
    },
    { why: 'this machine never', address: 'https://localhost:PORT/x', noProxy: undefined, via: false },
  ])('$why', async ({ address, noProxy, via }) => {
    const at = address.replace('PORT', String(server.port))
    expect(await asked(way({ noProxy }), at)).toBe('GET da')
    expect(proxy.passed()).toEqual(via ? [`${new URL(address).hostname}:443`] : [])
  })

  test.each([
    { why: 'a host named', noProxy: 'intern.rathaus.example' },
    { why: 'everything below a name', noProxy: 'x.example, rathaus.example' },
    { why: 'a name with a dot in front', noProxy: '.rathaus.example' },
    { why: 'all', noProxy: '*' },
  ])('not through the proxy: $why; so the name is looked up here, where nobody knows it', async ({ noProxy }) => {
    expect(await asked(way({ noProxy }), 'https://intern.rathaus.example/x')).toMatch(/^(?:ENOTFOUND|EAI_AGAIN)$/)
    expect(proxy.passed()).toEqual([])
  })

  test('other addresses of this machine, too', async () => {
    const model = await listenAlone((_, response) => response.end('Modell'))
    const at = model.address.replace('127.0.0.1', '127.0.0.2')
    const answer = await asked(way(), at)
    await model.close()
    // Somebody listens on 127.0.0.1 alone: that nobody answers is the proof of having been there.
    expect(answer).toBe('ECONNREFUSED')
    expect(proxy.passed()).toEqual([])
  })

  test('http goes through the proxy as well', async () => {
    await asked(way(), 'http://api.draussen.example/x')
    expect(proxy.passed()).toEqual([expect.stringContaining('api.draussen.example')])
  })

  test('name and password for the proxy are for nobody else', async () => {
    const { host } = new URL(proxy.address)
    expect(await asked(way({ proxy: `http://kompass:geheim@${host}` }), 'https://api.draussen.example/x')).toBe(
      'GET da',
    )
    expect(proxy.authorization()).toBe(`Basic ${Buffer.from('kompass:geheim').toString('base64')}`)
  })

  test('a proxy that does not let us through is a failure, not a way around it', async () => {
    expect(await asked(way(), 'https://verboten.example/x')).not.toBe('GET da')
    expect(proxy.passed()).toEqual(['verboten.example:443'])
  })
})

describe('who is believed', () => {
  const address = 'https://api.draussen.example/x'

  test.each([
    { why: 'without the house’s own authority', ca: undefined },
    { why: 'with another authority of the same name', ca: authority().certificate },
  ])('nobody $why', async ({ ca }) => {
    expect(await asked(way({ ca }), address)).toMatch(/CERT|SIGNATURE/)
  })

  test('nobody of another name', async () => {
    const other = await secureHost(HOUSE.certify('anders.example'), (_, response) => response.end('da'))
    const through = await proxyTo({ 'api.draussen.example': other.port })
    expect(await asked(way({ proxy: through.address }), address)).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
    await other.close()
    await through.close()
  })

  test('the authority counts without a proxy, too', async () => {
    expect(await asked(way({ proxy: undefined }), `https://localhost:${server.port}/x`)).toBe('GET da')
    expect(
      await asked(way({ proxy: undefined, ca: authority().certificate }), `https://localhost:${server.port}/x`),
    ).toMatch(/CERT|SIGNATURE/)
  })
})

describe('how it is asked', () => {
  test('with method, body and an end', async () => {
    const { fetch } = way()
    const response = await fetch(new URL('https://api.draussen.example/x'), { method: 'PUT', body: 'Text' })
    expect(await response.text()).toBe('PUT da')
    const signal = AbortSignal.abort()
    await expect(fetch('https://api.draussen.example/x', { signal })).rejects.toThrow()
  })

  test('without proxy and authority it is the global fetch, and nothing is kept', async () => {
    const plain = createOutbound({ proxy: undefined, noProxy: undefined, ca: undefined })
    expect(plain.fetch).toBe(globalThis.fetch)
    await plain.close()
  })

  test.each([
    { why: 'a request of its own', ask: ({ fetch }: Outbound) => fetch(new Request('https://api.draussen.example/')) },
    {
      why: 'a form',
      ask: ({ fetch }: Outbound) => fetch('https://api.draussen.example/', { method: 'POST', body: new FormData() }),
    },
  ])('$why is a mistake of ours', async ({ ask }) => {
    await expect(ask(way())).rejects.toThrow(TypeError)
  })
})
