import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createDiscovery } from '../../../bot/identity/discovery.js'
import { createSignInDesk, municipalityFor } from '../../../bot/identity/sign-in-answer.js'
import { SignInAnswer } from '../../../policies/sign-in-contract.js'
import {
  APP_A,
  APP_B,
  entraSignIn,
  type KeyServer,
  keyServer,
  oidcSignIn,
  TENANT_A,
  TENANT_B,
} from '../../support/sign-in-tokens.js'

let server: KeyServer
beforeAll(async () => {
  server = await keyServer([])
})
afterAll(() => server.close())

const A = { id: 'a-stadt', name: 'A-Stadt', signIn: entraSignIn(TENANT_A, APP_A) }
const B = { id: 'b-dorf', name: 'B-Dorf', signIn: entraSignIn(TENANT_B, APP_B) }
const A2 = { id: 'a-kreis', name: 'A-Kreis', signIn: entraSignIn(TENANT_A, APP_B) }
const C = { id: 'c-kreis', name: 'C-Kreis', signIn: oidcSignIn('https://anmeldung.c.example') }
const LOCAL = { id: 'musterstadt', name: 'Musterstadt', signIn: { kind: 'local' as const } }

describe('which municipality a page belongs to', () => {
  test.each([
    { why: 'the only one', all: [A], asked: {}, found: 'a-stadt' },
    { why: 'the one it names', all: [A, B, C], asked: { kommune: 'c-kreis' }, found: 'c-kreis' },
    { why: 'the one of its tenant', all: [A, B, C], asked: { tenant: TENANT_B }, found: 'b-dorf' },
    { why: 'a tenant in capitals', all: [A, B], asked: { tenant: TENANT_B.toUpperCase() }, found: 'b-dorf' },
    { why: 'two in one tenant: it must say which', all: [A, A2], asked: { tenant: TENANT_A }, found: undefined },
    {
      why: 'two in one tenant, named',
      all: [A, A2],
      asked: { tenant: TENANT_A, kommune: 'a-kreis' },
      found: 'a-kreis',
    },
    { why: 'several, and the page knows nothing', all: [A, B], asked: {}, found: undefined },
    { why: 'a municipality that is not here', all: [A], asked: { kommune: 'z-stadt' }, found: undefined },
    { why: 'a tenant that is not here', all: [A], asked: { tenant: TENANT_B }, found: undefined },
    {
      why: 'a municipality named from another tenant',
      all: [A, B],
      asked: { kommune: 'a-stadt', tenant: TENANT_B },
      found: undefined,
    },
    { why: 'in Teams, signing in elsewhere', all: [A, C], asked: { tenant: TENANT_B }, found: 'c-kreis' },
    { why: 'a demonstration inside any Teams', all: [LOCAL], asked: { tenant: TENANT_B }, found: 'musterstadt' },
  ])('$why', ({ all, asked, found }) => {
    expect(municipalityFor(all, asked)?.id).toBe(found)
  })
})

describe('how its page signs in', () => {
  const desk = (all: readonly (typeof A | typeof C | typeof LOCAL)[]) =>
    createSignInDesk(all, createDiscovery({ fetch, now: () => new Date() }))

  test.each([
    { why: 'a demonstration: not at all', all: [LOCAL], answer: { kind: 'local' } },
    {
      why: 'with Microsoft, whose addresses are known',
      all: [A],
      answer: {
        kind: 'entra',
        municipality: 'a-stadt',
        name: 'A-Stadt',
        tenant: TENANT_A,
        clientId: APP_A,
        scope: `api://${APP_A}/access_as_user`,
        authorizationEndpoint: `https://login.microsoftonline.com/${TENANT_A}/oauth2/v2.0/authorize`,
        tokenEndpoint: `https://login.microsoftonline.com/${TENANT_A}/oauth2/v2.0/token`,
      },
    },
    {
      why: 'with Microsoft, under the address Teams wants',
      all: [{ ...A, signIn: { ...A.signIn, audiences: [APP_A, `api://kompass.a.example/${APP_A}`] } }],
      answer: { scope: `api://kompass.a.example/${APP_A}/access_as_user` },
    },
  ])('$why', async ({ all, answer }) => {
    const answered = await desk(all)({})
    expect(answered).toMatchObject({ kind: 'answer', answer })
    if (answered.kind === 'answer') expect(SignInAnswer.parse(answered.answer)).toEqual(answered.answer)
  })

  test('with another provider, which says where', async () => {
    const own = { ...C, signIn: oidcSignIn(server.address, { scope: 'openid ki-kompass' }) }
    const answered = await desk([own])({})
    expect(answered).toEqual({
      kind: 'answer',
      answer: {
        kind: 'oidc',
        municipality: 'c-kreis',
        name: 'C-Kreis',
        clientId: 'ki-kompass-seite',
        scope: 'openid ki-kompass',
        authorizationEndpoint: `${server.address}/auth`,
        tokenEndpoint: `${server.address}/token`,
      },
    })
    if (answered.kind === 'answer') expect(SignInAnswer.parse(answered.answer)).toEqual(answered.answer)
  })

  test('with another provider that is away', async () => {
    const away = { ...C, signIn: oidcSignIn('http://127.0.0.1:9') }
    expect(await desk([away])({})).toMatchObject({ kind: 'unavailable', problem: expect.stringContaining('Bitte') })
  })

  test('nowhere, where nobody knows which municipality', async () => {
    expect(await desk([A, C])({})).toEqual({ kind: 'unknown' })
  })
})
