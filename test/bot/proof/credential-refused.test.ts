import { createHmac, createPrivateKey, sign as signBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { LARGEST_CREDENTIAL, signCredential, verifyCredential } from '../../../bot/proof/credential.js'
import type { IssuerKey } from '../../../bot/proof/issuer-key.js'
import { certificate, ISSUER, issuerKey, newJwk } from '../../support/certificates.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const own = newJwk()
const foreign = newJwk()
let key: IssuerKey
let token: string
beforeAll(async () => {
  key = await issuerKey(own)
  token = await signCredential(certificate(), ISSUER, key, NOW)
})

const verify = (text: string, now = NOW, keys = key.verify) => verifyCredential(text, keys, now)
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const part = (text: string, at: 0 | 1): Record<string, unknown> =>
  JSON.parse(Buffer.from(text.split('.')[at] ?? '', 'base64url').toString('utf8'))
/** A token with any header and payload, signed with a private key. */
const forged = (header: unknown, payload: unknown, jwk = own): string => {
  const signed = `${base64(header)}.${base64(payload)}`
  const signature = signBytes(null, Buffer.from(signed), createPrivateKey({ key: jwk, format: 'jwk' }))
  return `${signed}.${signature.toString('base64url')}`
}
const header = () => part(token, 0)
const payload = () => part(token, 1)

describe('refused', () => {
  const named = () => ({ ...payload(), name: 'Professur' })
  const hs256 = (secret: string): string => {
    const signed = `${base64({ ...header(), alg: 'HS256' })}.${base64(payload())}`
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  }
  test.each([
    {
      why: 'no signature: alg none',
      text: () => `${base64({ ...header(), alg: 'none' })}.${base64(payload())}.`,
      kind: 'not-ours',
    },
    {
      why: 'alg none in capitals',
      text: () => `${base64({ ...header(), alg: 'NONE' })}.${base64(payload())}.`,
      kind: 'not-ours',
    },
    {
      why: 'no signature under EdDSA',
      text: () => `${token.split('.').slice(0, 2).join('.')}.`,
      kind: 'wrong-signature',
    },
    { why: 'the public key used as a shared secret', text: () => hs256(String(own.x)), kind: 'not-ours' },
    {
      why: 'the whole public key used as a shared secret',
      text: () => hs256(JSON.stringify(key.verify[0]?.jwk)),
      kind: 'not-ours',
    },
    { why: 'another key under our kid', text: () => forged(header(), payload(), foreign), kind: 'wrong-signature' },
    {
      why: 'another key that brings itself along',
      text: () => forged({ ...header(), jwk: { kty: 'OKP', crv: 'Ed25519', x: foreign.x } }, payload(), foreign),
      kind: 'not-ours',
    },
    {
      why: 'another key under its own kid',
      text: () =>
        forged(
          { ...header(), kid: `https://kompass.neustadt.example/nachweis/schluessel/${'A'.repeat(43)}.json` },
          payload(),
          foreign,
        ),
      kind: 'unknown-key',
    },
    {
      why: 'a kid that is no address',
      text: () => forged({ ...header(), kid: 'key-1' }, payload()),
      kind: 'unknown-key',
    },
    { why: 'no kid', text: () => forged({ alg: 'EdDSA', typ: 'JWT' }, payload()), kind: 'not-ours' },
    {
      why: 'a critical header',
      text: () => forged({ ...header(), crit: ['b64'], b64: false }, payload()),
      kind: 'not-ours',
    },
    { why: 'another type of token', text: () => forged({ ...header(), typ: 'at+jwt' }, payload()), kind: 'not-ours' },
    {
      why: 'a token of ours that is no credential',
      text: () => forged(header(), { iss: 'x', sub: 'joerg', exp: 4_000_000_000 }),
      kind: 'not-ours',
    },
    {
      why: 'another kind of credential',
      text: () => forged(header(), { ...payload(), type: ['VerifiableCredential'] }),
      kind: 'not-ours',
    },
    { why: 'a signed text that is no JSON', text: () => forged(header(), 'x').replace(/^/, ''), kind: 'not-ours' },
    {
      why: 'claims that say something else than the credential',
      text: () => forged(header(), { ...payload(), exp: 4_000_000_000 }),
      kind: 'not-ours',
    },
    {
      why: 'an issuer that is not the one of the claims',
      text: () => forged(header(), { ...payload(), iss: 'https://anderswo.example' }),
      kind: 'not-ours',
    },
    {
      why: 'a changed title',
      text: () => [token.split('.')[0], base64(named()), token.split('.')[2]].join('.'),
      kind: 'wrong-signature',
    },
    { why: 'a cut end', text: () => token.slice(0, -4), kind: 'wrong-signature' },
    { why: 'a cut start', text: () => token.slice(3), kind: 'unreadable' },
    { why: 'five parts', text: () => `${token}.a.b`, kind: 'unreadable' },
    { why: 'a header that is a list', text: () => `${base64([])}.${base64(payload())}.AA`, kind: 'unreadable' },
    { why: 'plain text', text: () => 'Sehr geehrte Damen und Herren', kind: 'unreadable' },
    { why: 'nothing', text: () => '', kind: 'unreadable' },
    {
      why: 'an Open Badge of the old kind',
      text: () => '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}',
      kind: 'unreadable',
    },
  ])('$why: $kind', async ({ text, kind }) => {
    expect(await verify(text())).toEqual({ kind })
  })

  test('more than 20 kB, unread: even a genuine one with blanks around it', async () => {
    expect(await verify(token.padEnd(LARGEST_CREDENTIAL))).toMatchObject({ kind: 'valid' })
    expect(await verify(token.padEnd(LARGEST_CREDENTIAL + 1))).toEqual({ kind: 'unreadable' })
  })

  test('everything, where no key is known', async () => {
    expect(await verify(token, NOW, [])).toEqual({ kind: 'unknown-key' })
  })
})
