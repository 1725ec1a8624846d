import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { entraAt } from '../../../bot/identity/entra.js'
import { createSignInCheck, type SignInCheck } from '../../../bot/identity/sign-in-check.js'
import {
  APP_A,
  APP_B,
  entraClaims,
  entraSignIn,
  type Key,
  type KeyServer,
  keyServer,
  newKey,
  PERSON,
  secondsOf,
  signed,
  signedWithPublicKey,
  TENANT_A,
  TENANT_B,
  unsigned,
} from '../../support/sign-in-tokens.js'

const NOW = new Date('2026-11-25T12:00:00Z')
const at = secondsOf(NOW)

let key: Key
let foreign: Key
let server: KeyServer
let check: SignInCheck

beforeAll(async () => {
  key = await newKey('key-1')
  foreign = await newKey('key-1')
  server = await keyServer([key])
  check = checkOf(server)
})
afterAll(() => server.close())

const municipalities = [
  { id: 'a-stadt', signIn: entraSignIn(TENANT_A, APP_A) },
  { id: 'b-dorf', signIn: entraSignIn(TENANT_B, APP_B) },
]
const checkOf = ({ address }: KeyServer, cooldownMs = 0): SignInCheck =>
  createSignInCheck({ municipalities, fetch, now: () => NOW, entra: entraAt(address), cooldownMs })

describe('a token of Entra lets in the person it was given to', () => {
  test.each([
    {
      why: 'as Entra gives it (version 2)',
      claims: {},
      leads: { id: `entra:${PERSON}`, municipality: 'a-stadt', roles: ['beschaeftigt'], name: 'Ayla Demir' },
    },
    {
      why: 'version 1, for the address of the application',
      claims: { iss: `https://sts.windows.net/${TENANT_A}/`, aud: `api://${APP_A}`, ver: '1.0' },
      leads: { id: `entra:${PERSON}`, municipality: 'a-stadt' },
    },
    {
      why: 'of municipality B, for B',
      claims: { iss: `https://login.microsoftonline.com/${TENANT_B}/v2.0`, tid: TENANT_B, aud: APP_B },
      leads: { municipality: 'b-dorf' },
    },
    { why: 'expired within the tolerance of 60 seconds', claims: { exp: at - 50 }, leads: { municipality: 'a-stadt' } },
    { why: 'begins within the tolerance', claims: { nbf: at + 50 }, leads: { municipality: 'a-stadt' } },
    { why: 'one scope of several', claims: { scp: 'profile access_as_user' }, leads: { municipality: 'a-stadt' } },
    {
      why: 'an object id in capitals is the same person',
      claims: { oid: PERSON.toUpperCase() },
      leads: { id: `entra:${PERSON}` },
    },
    {
      why: 'with roles, groups and department',
      claims: { roles: ['ki-team', 'erfunden'], groups: ['g-1', 'g-2'], department: 'soziales' },
      leads: { roles: ['beschaeftigt', 'ki-team'], groups: ['g-1', 'g-2'], department: 'soziales' },
    },
  ])('$why', async ({ claims, leads }) => {
    const checked = await check(await signed(entraClaims(NOW, claims), key))
    expect(checked).toEqual({ kind: 'person', person: expect.objectContaining({ kind: 'person', ...leads }) })
  })

  test.each(['PS256', 'ES256'])('signed with %s', async alg => {
    const other = await newKey('key-2', alg)
    const own = await keyServer([key, other])
    expect(await checkOf(own)(await signed(entraClaims(NOW), other))).toMatchObject({ kind: 'person' })
    await own.close()
  })
})

/** The same token with a role more, under the old signature. */
function changed(token: string): string {
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify(entraClaims(NOW, { roles: ['ki-team'] }))).toString('base64url')
  return [header, payload, signature].join('.')
}

function nested(): string {
  const payload = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`
  return ['{"alg":"RS256"}', payload, 'x'].map(part => Buffer.from(part).toString('base64url')).join('.')
}

describe('every other token is refused', () => {
  const b = { iss: `https://login.microsoftonline.com/${TENANT_B}/v2.0` }
  test.each([
    {
      why: 'a foreign tenant',
      claims: {
        iss: 'https://login.microsoftonline.com/eeeeeeee-0000-4000-8000-0000000000ee/v2.0',
        tid: 'eeeeeeee-0000-4000-8000-0000000000ee',
      },
      reason: 'unknown-issuer',
    },
    { why: 'our issuer, but the tenant inside is another', claims: { tid: TENANT_B }, reason: 'tenant' },
    { why: 'no tenant inside', claims: { tid: undefined }, reason: 'tenant' },
    {
      why: 'the right tenant, another application',
      claims: { aud: 'ffffffff-0000-4000-8000-0000000000ff' },
      reason: 'unknown-audience',
    },
    { why: 'the tenant of A, the application of B', claims: { aud: APP_B }, reason: 'unknown-audience' },
    { why: 'the tenant of B, the application of A', claims: { ...b, tid: TENANT_B }, reason: 'unknown-audience' },
    { why: 'for nobody', claims: { aud: undefined }, reason: 'unknown-audience' },
    { why: 'by nobody', claims: { iss: undefined }, reason: 'unknown-issuer' },
    {
      why: 'another issuer that begins like ours',
      claims: { iss: `https://login.microsoftonline.com/${TENANT_A}/v2.0/boese` },
      reason: 'unknown-issuer',
    },
    { why: 'expired', claims: { exp: at - 61 }, reason: 'expired' },
    { why: 'without an end', claims: { exp: undefined }, reason: 'invalid' },
    { why: 'an end that is no number', claims: { exp: '4102444800' }, reason: 'invalid' },
    { why: 'valid only later', claims: { nbf: at + 120 }, reason: 'not-yet' },
    { why: 'no scope', claims: { scp: undefined }, reason: 'scope' },
    { why: 'another scope', claims: { scp: 'User.Read' }, reason: 'scope' },
    { why: 'a scope that begins like ours', claims: { scp: 'access_as_user_2' }, reason: 'scope' },
    {
      why: 'a program of its own, with a role',
      claims: { scp: undefined, idtyp: 'app', roles: ['ki-team'] },
      reason: 'app-only',
    },
    { why: 'a program that has a scope all the same', claims: { idtyp: 'app' }, reason: 'app-only' },
    { why: 'an ID token', claims: { scp: undefined, nonce: 'n-1' }, reason: 'not-an-access-token' },
    { why: 'nobody inside', claims: { oid: undefined }, reason: 'nobody' },
    { why: 'a person who is no id', claims: { oid: 'ayla' }, reason: 'nobody' },
  ])('$why', async ({ claims, reason }) => {
    expect(await check(await signed(entraClaims(NOW, claims), key))).toEqual({ kind: 'refused', reason })
  })

  test.each([
    {
      why: 'signed with another key of the same name',
      token: () => signed(entraClaims(NOW), foreign),
      reason: 'signature',
    },
    {
      why: 'signed with a key nobody published',
      token: () => signed(entraClaims(NOW), { ...foreign, kid: 'key-9' }),
      reason: 'unknown-key',
    },
    { why: 'not signed (alg none)', token: async () => unsigned(entraClaims(NOW), 'key-1'), reason: 'algorithm' },
    {
      why: 'signed with the public key as a shared secret',
      token: () => signedWithPublicKey(entraClaims(NOW), key),
      reason: 'algorithm',
    },
    {
      why: 'says PS256 where the key is for RS256',
      token: async () => signed(entraClaims(NOW), { ...(await newKey('key-1', 'PS256')) }),
      reason: 'unknown-key',
    },
    {
      why: 'an algorithm nobody agreed on',
      token: async () => signed(entraClaims(NOW), await newKey('key-1', 'RS384')),
      reason: 'algorithm',
    },
    {
      why: 'brings its own key along',
      token: async () => signed(entraClaims(NOW), foreign, { jwk: { kty: 'RSA' }, jku: 'https://boese.example/keys' }),
      reason: 'signature',
    },
    {
      why: 'demands what we do not know (crit)',
      token: () => signed(entraClaims(NOW), key, { crit: ['boese'], boese: 1 }),
      reason: 'invalid',
    },
    {
      why: 'a logout token',
      token: () => signed(entraClaims(NOW), key, { typ: 'logout+jwt' }),
      reason: 'not-an-access-token',
    },
    { why: 'changed on the way', token: async () => changed(await signed(entraClaims(NOW), key)), reason: 'signature' },
    { why: 'cut off', token: async () => (await signed(entraClaims(NOW), key)).slice(0, -10), reason: 'signature' },
    {
      why: 'longer than any header',
      token: async () =>
        signed(entraClaims(NOW, { groups: Array.from({ length: 900 }, (_, index) => `gruppe-${index}`) }), key),
      reason: 'too-long',
    },
    { why: 'nested as deep as fits', token: async () => nested(), reason: 'unknown-issuer' },
    { why: 'nothing', token: async () => '', reason: 'unreadable' },
    { why: 'garbage', token: async () => 'garbage', reason: 'unreadable' },
    { why: 'three parts of garbage', token: async () => 'a.b.c', reason: 'unreadable' },
    {
      why: 'a head that is no object',
      token: async () => `${Buffer.from('"x"').toString('base64url')}.e30.x`,
      reason: 'unreadable',
    },
    {
      why: 'encrypted',
      token: async () => `${Buffer.from('{"alg":"RSA-OAEP","enc":"A256GCM"}').toString('base64url')}.a.b.c.d`,
      reason: 'algorithm',
    },
  ])('$why', async ({ token, reason }) => {
    expect(await check(await token())).toEqual({ kind: 'refused', reason })
  })
})
