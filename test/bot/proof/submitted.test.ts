import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import express from 'express'
import { verifyRoutes } from '../../../bot/pages/verify-page.js'
import type { Certificate } from '../../../bot/proof/certificate.js'
import { signCredential } from '../../../bot/proof/credential.js'
import type { IssuerKey } from '../../../bot/proof/issuer-key.js'
import { renderPdf } from '../../../bot/proof/pdf.js'
import { certificate, ISSUER, issuerKey, manyModules } from '../../support/certificates.js'
import { type Listening, listenAlone } from '../../support/listen.js'

const now = new Date('2026-11-23T09:00:00Z')
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

describe('what can be handed in', () => {
  const pdf = async (changes: Partial<Certificate> = {}) =>
    new Uint8Array(await renderPdf(certificate(changes), await token(changes), `${ISSUER.address}/nachweis`))
  test.each<{ why: string; body: () => Promise<BodyInit>; status?: number; heading: string }>([
    {
      why: 'the file of the credential',
      heading: 'Gültig',
      body: async () => form({ datei: new Blob([await token()]) }),
    },
    { why: 'the PDF itself', heading: 'Gültig', body: async () => form({ datei: new Blob([await pdf()]) }) },
    {
      why: 'a PDF of forty modules',
      heading: 'Gültig',
      body: async () => form({ datei: new Blob([await pdf({ modules: manyModules(40) })]) }),
    },
    {
      why: 'a file rather than a text',
      heading: 'Gültig',
      body: async () => form({ datei: new Blob([await token()]), nachweis: 'x' }),
    },
    {
      why: 'a text where no file was chosen',
      heading: 'Gültig',
      body: async () => form({ datei: new Blob([]), nachweis: await token() }),
    },
    { why: 'a plain form', heading: 'Gültig', body: async () => new URLSearchParams({ nachweis: await token() }) },
    {
      why: 'a PDF without attachment',
      heading: 'Nicht lesbar',
      body: async () => form({ datei: new Blob(['%PDF-1.7\n%%EOF']) }),
    },
    {
      why: 'a PDF whose attachment is broken',
      heading: 'Nicht lesbar',
      body: async () => form({ datei: new Blob(['%PDF-1.7 /EmbeddedFile\n stream\nxxxx\nendstream']) }),
    },
    { why: 'nothing', status: 400, heading: 'Nachweis prüfen', body: async () => form({ nachweis: ' \n ' }) },
    {
      why: 'no form at all',
      status: 400,
      heading: 'Nachweis prüfen',
      body: async () => JSON.stringify({ nachweis: 'x' }),
    },
    {
      why: 'another field',
      status: 400,
      heading: 'Nachweis prüfen',
      body: async () => new URLSearchParams({ text: 'x' }),
    },
    {
      why: 'the field twice',
      status: 400,
      heading: 'Nachweis prüfen',
      body: async () =>
        new URLSearchParams([
          ['nachweis', 'x'],
          ['nachweis', 'y'],
        ]),
    },
    {
      why: 'a form of more than 32 kB',
      status: 413,
      heading: 'Nachweis prüfen',
      body: async () => new URLSearchParams({ nachweis: 'A'.repeat(33_000) }),
    },
    {
      why: 'a file of more than 64 kB',
      status: 413,
      heading: 'Nachweis prüfen',
      body: async () => form({ datei: new Blob(['A'.repeat(66_000)]) }),
    },
  ])('$why: $heading', async ({ body, status = 200, heading }) => {
    const answer = await post(await body())
    expect(answer.status).toBe(status)
    expect(headingOf(answer.text)).toBe(heading)
  })

  test('a multipart form that ends in the middle is not lesbar, not an error', async () => {
    const response = await fetch(`${host.address}/nachweis`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="nachweis"\r\n\r\nabc',
    })
    expect(response.status).toBe(400)
  })

  test('an attachment that unpacks to more than a credential is not unpacked', async () => {
    const bomb = await renderPdf(certificate(), 'A'.repeat(1_000_000), 'https://x.example/nachweis')
    expect(headingOf((await post(form({ datei: new Blob([new Uint8Array(bomb)]) }))).text)).toBe('Nicht lesbar')
  })
})
