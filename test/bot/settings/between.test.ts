import { describe, expect, test } from '@jest/globals'
import type { MunicipalitySettings } from '../../../bot/identity/municipality-settings.js'
import { problemsBetween } from '../../../bot/settings/between.js'
import { GOOD_SECRET } from '../../support/sign-in-settings.js'
import { APP_A, APP_B, entraSignIn, oidcSignIn, TENANT_A, TENANT_B } from '../../support/sign-in-tokens.js'

const bot = (appId: string): MunicipalitySettings['bot'] => ({
  appId,
  tenant: TENANT_A,
  credential: { kind: 'secret', secret: 'x' },
})
const NO_MODELS = { keys: new Map<string, string>(), urls: new Map<string, string>() }
const A: MunicipalitySettings = {
  pack: 'a',
  signIn: entraSignIn(TENANT_A, APP_A),
  bot: bot('bot-a'),
  models: NO_MODELS,
}
const B: MunicipalitySettings = {
  pack: 'b',
  signIn: entraSignIn(TENANT_B, APP_B),
  bot: bot('bot-b'),
  models: NO_MODELS,
}
const LOCAL: MunicipalitySettings = {
  pack: 'musterstadt',
  signIn: { kind: 'local' },
  bot: undefined,
  models: NO_MODELS,
}
/** With a key for a tool, and an address if one is set. */
const withModel = (
  one: MunicipalitySettings,
  tool: string,
  key: string,
  ...urls: readonly string[]
): MunicipalitySettings => ({
  ...one,
  models: { keys: new Map([[tool, key]]), urls: new Map(urls.map(url => [tool, url])) },
})
const URL = 'https://ki.rechenzentrum.example/v1'
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
    {
      why: 'each a key of its own for the same tool, to the addresses in their packs',
      all: [withModel(A, 'MUCGPT', GOOD_SECRET), withModel(B, 'MUCGPT', `${GOOD_SECRET}b`)],
      says: [],
    },
    {
      why: 'one key on purpose, to an address of the service',
      all: [withModel(A, 'MUCGPT', GOOD_SECRET, URL), withModel(B, 'MUCGPT', GOOD_SECRET, URL)],
      says: [],
    },
    {
      why: 'one key for both, and one pack decides where it goes',
      all: [withModel(A, 'MUCGPT', GOOD_SECRET, URL), withModel(B, 'LLM_RATHAUS', GOOD_SECRET)],
      says: [
        /^b teilt den Schlüssel model_key_llm_rathaus_… mit a: Bitte im Eintrag b auch model_url_llm_rathaus angeben/,
      ],
    },
    {
      why: 'any word, for models that need no key',
      all: [withModel(A, 'MUCGPT', 'test'), withModel(B, 'MUCGPT', 'test')],
      says: [],
    },
  ])('$why', ({ all, says }) => {
    const problems = problemsBetween(all)
    expect(problems).toEqual(says.map(line => expect.stringMatching(line)))
    expect(problems.join()).not.toContain(GOOD_SECRET)
  })
})
