import { describe, expect, test } from '@jest/globals'
import { authorizationAddress, type Returned, readReturned, whyOf } from '../../../addin/sign-in/authorization.js'
import type { Provider, Why } from '../../../addin/sign-in/why.js'

const OIDC: Provider = {
  kind: 'oidc',
  municipality: 'a',
  name: 'A',
  clientId: 'kompass',
  scope: 'openid kompass',
  authorizationEndpoint: 'https://login.example/auth?house=a',
  tokenEndpoint: 'https://login.example/token',
}
const ENTRA: Provider = { ...OIDC, kind: 'entra', tenant: 't', scope: 'api://kompass/access_as_user' }
const ATTEMPT = { state: 'S', nonce: 'N', challenge: 'C' }
const PAGE = 'https://kompass.example/anmeldung/'

describe('the address people sign in at', () => {
  test('asks for a code with PKCE, and keeps what the provider’s address says already', () => {
    const { origin, pathname, searchParams } = new URL(authorizationAddress(OIDC, PAGE, ATTEMPT))
    expect(origin + pathname).toBe('https://login.example/auth')
    expect(Object.fromEntries(searchParams)).toEqual({
      house: 'a',
      client_id: 'kompass',
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: PAGE,
      scope: 'openid kompass',
      state: 'S',
      nonce: 'N',
      code_challenge: 'C',
      code_challenge_method: 'S256',
    })
  })
  test('asks Entra for renewal and identity, too', () =>
    expect(new URL(authorizationAddress(ENTRA, PAGE, ATTEMPT)).searchParams.get('scope')).toBe(
      'api://kompass/access_as_user openid offline_access',
    ))
})

describe('what comes back', () => {
  test.each<{ why: string; query: string; is: Returned | undefined }>([
    { why: 'a code', query: '?code=c&state=s', is: { kind: 'code', state: 's', code: 'c' } },
    {
      why: 'a code with more around',
      query: '?session_state=x&code=c&state=s&iss=y',
      is: { kind: 'code', state: 's', code: 'c' },
    },
    {
      why: 'an error',
      query: '?error=access_denied&state=s',
      is: { kind: 'error', state: 's', code: 'access_denied' },
    },
    {
      why: 'an error in words of somebody else',
      query: '?error=%3Cb%3E&state=s',
      is: { kind: 'error', state: 's', code: undefined },
    },
    {
      why: 'an error too long to be one',
      query: `?error=${'e'.repeat(41)}&state=s`,
      is: { kind: 'error', state: 's', code: undefined },
    },
    { why: 'no state', query: '?code=c', is: undefined },
    { why: 'an empty code', query: '?code=&state=s', is: undefined },
    { why: 'a code too long to be one', query: `?code=${'c'.repeat(8_001)}&state=s`, is: undefined },
    { why: 'nothing', query: '', is: undefined },
    { why: 'only a state', query: '?state=s', is: undefined },
  ])('$why', ({ query, is }) => expect(readReturned(query)).toEqual(is))
})

describe('an error means', () => {
  test.each<{ code: string | undefined; is: Why }>([
    { code: 'access_denied', is: { kind: 'cancelled' } },
    { code: 'consent_required', is: { kind: 'consent' } },
    { code: 'login_required', is: { kind: 'expired' } },
    { code: 'invalid_grant', is: { kind: 'expired' } },
    { code: 'server_error', is: { kind: 'refused', code: 'server_error' } },
    { code: undefined, is: { kind: 'refused', code: undefined } },
  ])('$code: $is.kind', ({ code, is }) => expect(whyOf(code).why).toEqual(is))
})
