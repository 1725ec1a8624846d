import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import express from 'express'
import { STYLE } from '../../../bot/pages/page.js'
import { verifyRoutes } from '../../../bot/pages/verify-page.js'
import type { Certificate } from '../../../bot/proof/certificate.js'
import { signCredential } from '../../../bot/proof/credential.js'
import type { IssuerKey } from '../../../bot/proof/issuer-key.js'
import { certificate, ISSUER, issuerKey } from '../../support/certificates.js'
import { type Listening, listenAlone } from '../../support/listen.js'

let now = new Date('2026-11-23T09:00:00Z')
let key: IssuerKey
let host: Listening
beforeAll(async () => {
  key = await issuerKey()
  host = await listenAlone(express().use(verifyRoutes({ keys: key.verify, issuer: ISSUER, now: () => now })))
})
afterAll(() => host.close())

const token = (changes: Partial<Certificate> = {}, by = key) =>
  signCredential(certificate(changes), ISSUER, by, new Date('2026-11-23T09:00:00Z'))
const post = async (body: BodyInit) => {
  const response = await fetch(`${host.address}/nachweis`, { method: 'POST', body })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const form = (fields: Readonly<Record<string, string | Blob>>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const headingOf = (html: string): string | undefined => /<h1>(.*?)<\/h1>/.exec(html)?.[1]
const get = (path: string) => fetch(`${host.address}${path}`)

describe('the form', () => {
  test('needs neither login nor script, and says that nothing is kept', async () => {
    const response = await get('/nachweis')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(html).toContain('Gespeichert oder protokolliert wird nichts')
    expect(html).toContain('mit einem Editor')
  })

  test('fits the content security policy of our pages: one known style, no script, nothing from elsewhere', async () => {
    const pages = [
      await (await get('/nachweis')).text(),
      (await post(form({ nachweis: await token() }))).text,
      (await post(form({ nachweis: 'x' }))).text,
    ]
    for (const html of pages) {
      expect(html.match(/<style>([\s\S]*?)<\/style>/g)).toEqual([`<style>${STYLE}</style>`])
      expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|src=|https?:\/\//i)
    }
  })
})

describe('a result', () => {
  test('of a valid credential says what, for whom, by whom, since when and until when', async () => {
    const { status, text, headers } = await post(form({ nachweis: await token() }))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headingOf(text)).toBe('Gültig')
    for (const said of [
      'Nachweis: <strong>KI-Pass</strong>',
      'Ausgestellt für: <strong>Jörg Müßig-Übermaß</strong>',
      'Ausgestellt von: <strong>Neustadt</strong>',
      'Ausgestellt am: <strong>23.11.2026</strong>',
      'Gültig bis: <strong>22.11.2027</strong>',
      '<li>Was KI kann und was nicht (Fassung 2, 20.11.2026)</li>',
      'Gespeichert oder protokolliert wird nichts',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('Beispielkommune')
  })

  test('shows names as text, whatever they hold', async () => {
    const holder = { id: 'x', name: '<img src=x onerror=alert(1)>' }
    const { text } = await post(form({ nachweis: await token({ holder }) }))
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).not.toContain('<img')
  })

  test('of an example says so', async () => {
    const municipality = { id: 'm', name: 'Musterstadt', example: true }
    const { text } = await post(form({ nachweis: await token({ municipality }) }))
    expect(text).toContain('<strong>Beispielkommune:</strong>')
  })

  test('without a name says so', async () => {
    const { text } = await post(form({ nachweis: await token({ holder: { id: 'k-1', name: undefined } }) }))
    expect(text).toContain('Ausgestellt für: <strong>ohne Namen</strong>')
  })

  test.each([
    { why: 'over', at: '2027-11-23T09:00:00Z', heading: 'Abgelaufen' },
    { why: 'still to come', at: '2026-11-22T09:00:00Z', heading: 'Noch nicht gültig' },
  ])('$heading when its time is $why', async ({ at, heading }) => {
    const before = now
    now = new Date(at)
    const { text } = await post(form({ nachweis: await token() }))
    now = before
    expect(headingOf(text)).toBe(heading)
    expect(text).toContain('Jörg Müßig-Übermaß')
  })

  test.each([
    { why: 'changed', heading: 'Nicht gültig', text: async () => `${(await token()).slice(0, -6)}AAAAAA` },
    { why: 'of another service', heading: 'Nicht von uns', text: async () => token({}, await issuerKey()) },
    { why: 'no credential', heading: 'Nicht lesbar', text: async () => 'Guten Tag, hier mein Zertifikat' },
    { why: 'much too long for one', heading: 'Nicht lesbar', text: async () => 'A'.repeat(25_000) },
  ])('$heading for a text that is $why, which is not repeated', async ({ heading, text }) => {
    const given = await text()
    const answer = await post(form({ nachweis: given }))
    expect(answer.status).toBe(200)
    expect(headingOf(answer.text)).toBe(heading)
    expect(answer.text).not.toContain(given.slice(0, 12))
    expect(answer.text).not.toContain('Jörg')
  })
})

describe('the public keys', () => {
  test('are a JWKS any program may fetch, without a private part', async () => {
    const response = await get('/nachweis/schluessel.json')
    expect(response.headers.get('content-type')).toMatch(/^application\/jwk-set\+json/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          x: expect.any(String),
          kid: `https://kompass.neustadt.example/nachweis/schluessel/${key.thumbprint}.json`,
          alg: 'EdDSA',
          use: 'sig',
        },
      ],
    })
  })

  test('lie each at the address its credentials name, as Open Badges 3.0 wants', async () => {
    const response = await get(`/nachweis/schluessel/${key.thumbprint}.json`)
    expect(response.headers.get('content-type')).toMatch(/^application\/jwk\+json/)
    expect(await response.json()).toMatchObject({ kty: 'OKP', x: key.verify[0]?.jwk.x })
  })

  test.each(['/nachweis/schluessel/x.json', `/nachweis/schluessel/${'A'.repeat(43)}.json`, '/nachweis/schluessel/'])(
    '%s: there is none',
    async path => {
      expect((await get(path)).status).toBe(404)
    },
  )
})

test('so many checks that a core would be busy wait for the next minute', async () => {
  const busy = await listenAlone(express().use(verifyRoutes({ keys: [], issuer: ISSUER, now: () => now })))
  const status = async (): Promise<number> =>
    (await fetch(`${busy.address}/nachweis`, { method: 'POST', body: new URLSearchParams({ nachweis: 'x' }) })).status
  const before = now
  for (let at = 0; at < 300; at++) await status()
  expect(await status()).toBe(429)
  now = new Date(before.getTime() + 60_000)
  expect(await status()).toBe(200)
  now = before
  await busy.close()
})
