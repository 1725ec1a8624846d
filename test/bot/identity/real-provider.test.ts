import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createDiscovery } from '../../../bot/identity/discovery.js'
import { createSignInDesk } from '../../../bot/identity/sign-in-answer.js'
import { createSignInCheck, type SignInCheck } from '../../../bot/identity/sign-in-check.js'
import {
  AUDIENCE,
  type LocalProvider,
  localProvider,
  OTHER_CLIENT,
  PAGE_CLIENT,
  SCOPE,
} from '../../support/sign-in-provider.js'
import { oidcSignIn } from '../../support/sign-in-tokens.js'

let provider: LocalProvider
let check: SignInCheck
const now = (): Date => new Date()

const municipality = (issuer: string) => ({
  id: 'neustadt',
  name: 'Neustadt',
  signIn: oidcSignIn(issuer, { clientId: PAGE_CLIENT, audience: AUDIENCE, scope: SCOPE }),
})

beforeAll(async () => {
  provider = await localProvider()
  check = createSignInCheck({ municipalities: [municipality(provider.address)], fetch, now })
})
afterAll(() => provider.close())

describe('a real provider of OpenID Connect (oidc-provider), by authorization code and PKCE', () => {
  test.each([
    { why: 'somebody without a role', login: 'ayla', roles: ['beschaeftigt'] },
    { why: 'somebody of the KI-Team', login: 'miriam', roles: ['beschaeftigt', 'ki-team'] },
  ])('lets in $why', async ({ login, roles }) => {
    const { accessToken } = await provider.signIn(login)
    expect(await check(accessToken)).toEqual({
      kind: 'person',
      person: { kind: 'person', id: `oidc:${login}`, municipality: 'neustadt', roles, name: `Frau ${login}` },
    })
  })

  test.each([
    {
      why: 'the ID token of the same sign-in',
      token: async () => (await provider.signIn('ayla')).idToken,
      reason: 'unknown-audience',
    },
    {
      why: 'a token another client got for us',
      token: async () => (await provider.signIn('ayla', { client: OTHER_CLIENT })).accessToken,
      reason: 'client',
    },
    {
      why: 'a token without our scope',
      token: async () => (await provider.signIn('ayla', { scope: 'openid profile' })).accessToken,
      reason: 'scope',
    },
    { why: 'a token a program got for itself', token: () => provider.forProgram(), reason: 'app-only' },
  ])('refuses $why', async ({ token, reason }) => {
    expect(await check(await token())).toEqual({ kind: 'refused', reason })
  })

  test('refuses its ID token where a house uses one name for client and audience', async () => {
    const careless = oidcSignIn(provider.address, { clientId: PAGE_CLIENT, audience: PAGE_CLIENT })
    const own = createSignInCheck({ municipalities: [{ id: 'x', signIn: careless }], fetch, now })
    expect(await own((await provider.signIn('ayla')).idToken)).toEqual({
      kind: 'refused',
      reason: 'not-an-access-token',
    })
  })

  test('refuses a token of another provider that calls itself the same', async () => {
    const other = await localProvider()
    const { accessToken } = await other.signIn('ayla')
    expect(await check(accessToken)).toEqual({ kind: 'refused', reason: 'unknown-issuer' })
    await other.close()
  })

  test('says where its page signs in', async () => {
    const desk = createSignInDesk([municipality(provider.address)], createDiscovery({ fetch, now }))
    expect(await desk({})).toMatchObject({
      answer: {
        authorizationEndpoint: `${provider.address}/auth`,
        tokenEndpoint: `${provider.address}/token`,
        scope: SCOPE,
      },
    })
  })
})
