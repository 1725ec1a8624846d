import { describe, expect, test } from '@jest/globals'
import type { MunicipalitySettings } from '../../../bot/identity/municipality-settings.js'
import { problemsBetween } from '../../../bot/settings/between.js'
import { APP_A, APP_B, entraSignIn, oidcSignIn, TENANT_A, TENANT_B } from '../../support/sign-in-tokens.js'

const bot = (appId: string): MunicipalitySettings['bot'] => ({
  appId,
  tenant: TENANT_A,
  credential: { kind: 'secret', secret: 'x' },
})
const A: MunicipalitySettings = { pack: 'a', signIn: entraSignIn(TENANT_A, APP_A), bot: bot('bot-a') }
const B: MunicipalitySettings = { pack: 'b', signIn: entraSignIn(TENANT_B, APP_B), bot: bot('bot-b') }
const LOCAL: MunicipalitySettings = { pack: 'musterstadt', signIn: { kind: 'local' }, bot: undefined }
const issuer = 'https://anmeldung.rechenzentrum.example'

describe('municipalities of one service', () => {
  test.each([
    { why: 'one alone', all: [LOCAL], says: [] },
    { why: 'two of their own', all: [A, B], says: [] },
    { why: 'two applications in one tenant', all: [A, { ...B, signIn: entraSignIn(TENANT_A, APP_B) }], says: [] },
    {
      why: 'two at one provider, each with its own audience',
      all: [
        { ...A, signIn: oidcSignIn(issuer, { audience: 'a' }) },
        { ...B, signIn: oidcSignIn(issuer, { audience: 'b' }) },
      ],
      says: [],
    },
    {
      why: 'one without sign-in beside others',
      all: [A, LOCAL],
      says: [/^Ohne Anmeldung .* nicht musterstadt neben anderen/],
    },
    { why: 'one pack twice', all: [A, { ...B, pack: 'a' }], says: [/^Das Regelpaket a steht zweimal/] },
    {
      why: 'one application for both: said once',
      all: [A, { ...B, signIn: A.signIn }],
      says: [/^a und b haben dieselbe Anmeldung .*eigene Anwendung/],
    },
    {
      why: 'one audience at one provider',
      all: [
        { ...A, signIn: oidcSignIn(issuer) },
        { ...B, signIn: oidcSignIn(issuer, { clientId: 'andere' }) },
      ],
      says: [/^a und b haben dieselbe Anmeldung/],
    },
    {
      why: 'one bot for both',
      all: [A, { ...B, bot: A.bot }],
      says: [/^a und b haben denselben Bot \(bot_app_id bot-a\)/],
    },
  ])('$why', ({ all, says }) => {
    expect(problemsBetween(all)).toEqual(says.map(line => expect.stringMatching(line)))
  })
})
