import { expect, test } from '@jest/globals'
import { createFlow } from '../../../addin/sign-in/flow.js'
import type { Fetch } from '../../../addin/sign-in/tokens.js'
import type { Provider } from '../../../addin/sign-in/why.js'

const PROVIDER: Provider = {
  kind: 'oidc',
  municipality: 'a',
  name: 'A',
  clientId: 'kompass',
  scope: 'kompass',
  authorizationEndpoint: 'https://login.example/auth',
  tokenEndpoint: 'https://login.example/token',
}
const ATTEMPT = { state: 'S', nonce: 'N', verifier: 'V' }
const NOW = 1_000_000

/** A provider that gives the answers in turn, and what it was asked with. */
function provider(...answers: readonly (object | undefined)[]) {
  const asked: string[] = []
  const left = [...answers]
  const fetch: Fetch = async (_, { body } = {}) => {
    const given = new URLSearchParams(String(body))
    asked.push(given.get('refresh_token') ?? given.get('code') ?? '')
    const answer = left.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(answer), { status: 'error' in answer ? 400 : 200 })
  }
  return { asked, flow: createFlow(PROVIDER, 'https://kompass.example/anmeldung/', { fetch, now: () => NOW }) }
}
const given = (token: string, refresh?: string) => ({
  access_token: token,
  token_type: 'bearer',
  expires_in: 60,
  refresh_token: refresh,
})

test('from a code to a token, and on with what the provider gives for that, the newest each time', async () => {
  const { flow, asked } = provider(given('a', 'R1'), given('b', 'R2'), undefined, given('c'))
  expect(await flow.finish(ATTEMPT, { kind: 'code', state: 'S', code: 'C' })).toEqual({
    kind: 'in',
    token: 'a',
    ends: NOW + 60_000,
    who: undefined,
  })
  expect(await flow.renew()).toMatchObject({ token: 'b' })
  // Without a line it is kept for the next time.
  expect(await flow.renew()).toMatchObject({ why: { kind: 'offline' } })
  expect(await flow.renew()).toMatchObject({ token: 'c' })
  expect(asked).toEqual(['C', 'R1', 'R2', 'R2'])
})

test('what the provider has taken back is not tried again', async () => {
  const { flow, asked } = provider(given('a', 'R1'), { error: 'invalid_grant' })
  await flow.finish(ATTEMPT, { kind: 'code', state: 'S', code: 'C' })
  expect(await flow.renew()).toMatchObject({ why: { kind: 'expired' } })
  expect(await flow.renew()).toMatchObject({ why: { kind: 'expired' } })
  expect(asked).toEqual(['C', 'R1'])
})

test('the answer to another attempt is not exchanged, nor an error', async () => {
  const { flow, asked } = provider()
  expect(await flow.finish(ATTEMPT, { kind: 'code', state: 'T', code: 'C' })).toMatchObject({
    why: { kind: 'strange' },
  })
  expect(await flow.finish(ATTEMPT, { kind: 'error', state: 'S', code: 'access_denied' })).toMatchObject({
    why: { kind: 'cancelled' },
  })
  expect(await flow.renew()).toMatchObject({ why: { kind: 'first' } })
  expect(asked).toEqual([])
})
