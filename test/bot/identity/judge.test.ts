import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createSignInCheck, type SignInCheck } from '../../../bot/identity/sign-in-check.js'
import {
  type Key,
  type KeyServer,
  keyServer,
  newKey,
  oidcClaims,
  oidcSignIn,
  signed,
} from '../../support/sign-in-tokens.js'

const NOW = new Date('2026-11-25T12:00:00Z')

let key: Key
let server: KeyServer

beforeAll(async () => {
  key = await newKey('key-1')
  server = await keyServer([key])
})
afterAll(() => server.close())

const checkFor = (scope: string): SignInCheck => {
  const signIn = oidcSignIn(server.address, { scope })
  return createSignInCheck({ municipalities: [{ id: 'c-kreis', signIn }], fetch, now: () => NOW })
}
const checked = async (claims: object, { scope = 'openid profile', header = {} } = {}) =>
  checkFor(scope)(await signed(oidcClaims(NOW, server.address, { ...claims }), key, header))

describe('an access token of any other provider lets in', () => {
  test.each([
    { why: 'as Keycloak gives it', claims: {} },
    { why: 'as Keycloak gave it once, with the nonce of the sign-in', claims: { nonce: 'n-1' } },
    {
      why: 'as RFC 9068 has it',
      claims: { typ: undefined, azp: undefined, client_id: 'ki-kompass-seite' },
      options: { header: { typ: 'at+jwt' } },
    },
    {
      why: 'as AD FS gives it: scope and client by other names',
      claims: { typ: undefined, azp: undefined, scope: undefined, appid: 'ki-kompass-seite', scp: 'openid ki-kompass' },
      options: { scope: 'openid ki-kompass' },
    },
    { why: 'the audience alone, as text', claims: { aud: 'ki-kompass' } },
    {
      why: 'with the scope of our own that was asked for',
      claims: { scope: 'openid ki-kompass' },
      options: { scope: 'openid profile ki-kompass' },
    },
    { why: 'scopes as a list', claims: { scope: ['openid', 'ki-kompass'] }, options: { scope: 'openid ki-kompass' } },
    { why: 'without saying which client it was given to', claims: { azp: undefined } },
  ])('$why', async ({ claims, options }) => {
    expect(await checked(claims, options)).toEqual({
      kind: 'person',
      person: {
        kind: 'person',
        id: 'oidc:f:staff:ayla',
        municipality: 'c-kreis',
        roles: ['beschaeftigt'],
        name: 'Ayla Demir',
      },
    })
  })
})

describe('every other token is refused', () => {
  test.each([
    { why: 'for somebody else', claims: { aud: 'account' }, reason: 'unknown-audience' },
    { why: 'by somebody else', claims: { iss: 'https://anmeldung.boese.example' }, reason: 'unknown-issuer' },
    { why: 'another address of this machine', claims: { iss: 'http://127.0.0.1/' }, reason: 'unknown-issuer' },
    { why: 'given to another program of the house', claims: { azp: 'vorgangsbearbeitung' }, reason: 'client' },
    {
      why: 'given to another program, said the other way',
      claims: { client_id: 'vorgangsbearbeitung' },
      reason: 'client',
    },
    { why: 'without the scope of our own', claims: {}, scope: 'openid ki-kompass', reason: 'scope' },
    {
      why: 'a program of its own (RFC 9068)',
      claims: { sub: 'ki-kompass-seite', azp: undefined, client_id: 'ki-kompass-seite' },
      reason: 'app-only',
    },
    {
      why: 'a service account of Keycloak',
      claims: { preferred_username: 'service-account-ki-kompass-seite' },
      reason: 'app-only',
    },
    { why: 'nobody inside', claims: { sub: undefined }, reason: 'nobody' },
    { why: 'an empty subject', claims: { sub: '' }, reason: 'nobody' },
    { why: 'an ID token of Keycloak', claims: { typ: 'ID' }, reason: 'not-an-access-token' },
    { why: 'a refresh token of Keycloak', claims: { typ: 'Refresh' }, reason: 'not-an-access-token' },
    {
      why: 'an ID token with the hash of what came with it',
      claims: { typ: undefined, at_hash: 'x' },
      reason: 'not-an-access-token',
    },
    { why: 'an ID token with a nonce', claims: { typ: undefined, nonce: 'n-1' }, reason: 'not-an-access-token' },
    { why: 'a logout token', claims: { events: {} }, reason: 'not-an-access-token' },
  ])('$why', async ({ claims, reason, scope = 'openid profile' }) => {
    expect(await checked(claims, { scope })).toEqual({ kind: 'refused', reason })
  })

  test('a token meant for two municipalities at once is nobody’s', async () => {
    const municipalities = ['a', 'b'].map(id => ({ id, signIn: oidcSignIn(server.address, { audience: id }) }))
    const check = createSignInCheck({ municipalities, fetch, now: () => NOW })
    const both = await signed(oidcClaims(NOW, server.address, { aud: ['a', 'b'] }), key)
    expect(await check(both)).toEqual({ kind: 'refused', reason: 'ambiguous' })
    const one = await signed(oidcClaims(NOW, server.address, { aud: ['a', 'account'] }), key)
    expect(await check(one)).toMatchObject({ person: { municipality: 'a' } })
  })
})
