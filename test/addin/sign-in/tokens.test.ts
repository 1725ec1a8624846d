import { describe, expect, test } from '@jest/globals'
import { exchangeCode, type Fetch, renewToken } from '../../../addin/sign-in/tokens.js'
import type { Provider, Why } from '../../../addin/sign-in/why.js'

const PROVIDER: Provider = {
  kind: 'oidc',
  municipality: 'a',
  name: 'A',
  clientId: 'kompass',
  scope: 'openid kompass',
  authorizationEndpoint: 'https://login.example/auth',
  tokenEndpoint: 'https://login.example/token',
}
const WITHOUT_IDENTITY: Provider = { ...PROVIDER, scope: 'kompass' }
const PAGE = 'https://kompass.example/anmeldung/'
const ATTEMPT = { verifier: 'V', nonce: 'N' }

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const identity = (claims: object): string => `${part({ alg: 'RS256' })}.${part(claims)}.x`
const GIVEN = { access_token: 'T', token_type: 'Bearer', expires_in: 300, refresh_token: 'R' }
const ERIKA = identity({ sub: 'erika', nonce: 'N', name: 'Ährenfeld ✓' })

const answers =
  (body: unknown, status = 200): Fetch =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

test('a code is exchanged with its verifier, without cookies, in the body', async () => {
  const asked: { address: string; body: string; credentials: string | undefined }[] = []
  const fetch: Fetch = async (address, { body, credentials } = {}) => {
    asked.push({ address: String(address), body: String(body), credentials })
    return new Response(JSON.stringify({ ...GIVEN, id_token: ERIKA }))
  }
  expect(await exchangeCode(PROVIDER, PAGE, ATTEMPT, 'C', fetch)).toEqual({
    kind: 'given',
    token: 'T',
    lives: 300,
    refresh: 'R',
    who: 'erika',
  })
  expect(asked).toEqual([
    {
      address: 'https://login.example/token',
      body: `client_id=kompass&grant_type=authorization_code&code=C&redirect_uri=${encodeURIComponent(PAGE)}&code_verifier=V`,
      credentials: 'omit',
    },
  ])
})

describe('signs in nobody', () => {
  test.each<{ why: string; answer: Fetch; is: Why }>([
    { why: 'the code was used before', answer: answers({ error: 'invalid_grant' }, 400), is: { kind: 'strange' } },
    {
      why: 'the application is unknown',
      answer: answers({ error: 'invalid_client' }, 401),
      is: { kind: 'refused', code: 'invalid_client' },
    },
    { why: 'an error without a word', answer: answers('<html>', 502), is: { kind: 'refused', code: undefined } },
    {
      why: 'no line, or no permission for this page',
      answer: () => Promise.reject(new TypeError('Failed to fetch')),
      is: { kind: 'offline' },
    },
    { why: 'no JSON', answer: answers('<html>'), is: { kind: 'strange' } },
    { why: 'no token', answer: answers({ ...GIVEN, access_token: '' }), is: { kind: 'strange' } },
    {
      why: 'a token of another kind',
      answer: answers({ ...GIVEN, token_type: 'DPoP', id_token: ERIKA }),
      is: { kind: 'strange' },
    },
    {
      why: 'the identity of another attempt',
      answer: answers({ ...GIVEN, id_token: identity({ sub: 'e', nonce: 'M' }) }),
      is: { kind: 'strange' },
    },
    { why: 'no nonce in it', answer: answers({ ...GIVEN, id_token: identity({ sub: 'e' }) }), is: { kind: 'strange' } },
    { why: 'no identity, though asked for', answer: answers(GIVEN), is: { kind: 'strange' } },
    { why: 'an identity nobody can read', answer: answers({ ...GIVEN, id_token: '%%%' }), is: { kind: 'strange' } },
  ])('$why', async ({ answer, is }) =>
    expect(await exchangeCode(PROVIDER, PAGE, ATTEMPT, 'C', answer)).toEqual({ kind: 'out', why: is }),
  )
})

test('where no identity is asked for none is missed', async () =>
  expect(await exchangeCode(WITHOUT_IDENTITY, PAGE, ATTEMPT, 'C', answers(GIVEN))).toMatchObject({
    token: 'T',
    who: undefined,
  }))

describe('renewal', () => {
  test.each<{ why: string; answer: Fetch; is: object }>([
    {
      why: 'gives the next one, too',
      answer: answers({ ...GIVEN, refresh_token: 'R2' }),
      is: { token: 'T', refresh: 'R2' },
    },
    {
      why: 'may leave the old one',
      answer: answers({ ...GIVEN, refresh_token: undefined }),
      is: { token: 'T', refresh: 'R1' },
    },
    { why: 'ends', answer: answers({ error: 'invalid_grant' }, 400), is: { kind: 'out', why: { kind: 'expired' } } },
    {
      why: 'waits for a line',
      answer: () => Promise.reject(new TypeError('x')),
      is: { kind: 'out', why: { kind: 'offline' } },
    },
  ])('$why', async ({ answer, is }) => expect(await renewToken(PROVIDER, 'R1', answer)).toMatchObject(is))
})
