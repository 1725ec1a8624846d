import { describe, expect, test } from '@jest/globals'
import type { Answer, PackFacts } from '../../../../bot/doctor/facts.js'
import { lookAtBotSecrets, lookAtModels, lookAtPublic, lookAtSignIns } from '../../../../bot/doctor/gather/addresses.js'
import type { Ask, Question } from '../../../../bot/doctor/gather/ask.js'
import type { MunicipalitySettings } from '../../../../bot/identity/municipality-settings.js'
import { NEUSTADT } from '../../../support/healthy-installation.js'
import { municipalPack } from '../../../support/small-pack.js'

const ANSWER: Answer = { kind: 'failed', code: 'X' }

/** What would be asked of whom. */
async function asked(look: (ask: Ask) => Promise<unknown>): Promise<(Question & { url: string })[]> {
  const questions: (Question & { url: string })[] = []
  await look(async (url, question = {}) => {
    questions.push({ url, ...question })
    return ANSWER
  })
  return questions
}

const TENANT = '22222222-3333-4444-5555-666666666666'
const oidc = (issuer: string): MunicipalitySettings => {
  const { signIn } = NEUSTADT
  if (signIn.kind === 'local') throw new Error('no claims')
  const { claims } = signIn
  return {
    pack: 'p',
    bot: undefined,
    models: NEUSTADT.models,
    signIn: { kind: 'oidc', issuer, clientId: 'c', audience: 'a', scope: 's', claims },
  }
}
const WELL_KNOWN = '.well-known/openid-configuration'

test.each([
  {
    why: 'a demonstration asks nobody',
    settings: { ...NEUSTADT, signIn: { kind: 'local' as const }, bot: undefined },
    urls: [],
  },
  {
    why: 'Entra and the bot',
    settings: NEUSTADT,
    urls: [
      `https://login.microsoftonline.com/${TENANT}/v2.0/${WELL_KNOWN}`,
      'https://login.botframework.com/v1/.well-known/openidconfiguration',
    ],
  },
  {
    why: 'a provider',
    settings: oidc('https://a.example/realms/x'),
    urls: [`https://a.example/realms/x/${WELL_KNOWN}`],
  },
  {
    why: 'one that ends with a slash',
    settings: oidc('https://a.example/'),
    urls: [`https://a.example/${WELL_KNOWN}`],
  },
] as const)('sign-in: $why', async ({ settings, urls }) => {
  expect((await asked(ask => lookAtSignIns([settings], ask))).map(({ url }) => url)).toEqual(urls)
})

test('a secret goes to Entra alone, in a body; a certificate nowhere', async () => {
  const bot = NEUSTADT.bot && { ...NEUSTADT.bot, credential: { kind: 'secret', secret: 'g&heim' } as const }
  const [question, ...others] = await asked(ask => lookAtBotSecrets([{ ...NEUSTADT, bot }, NEUSTADT], ask))
  expect(others).toEqual([])
  expect(question?.url).toBe(`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`)
  expect(new URLSearchParams(question?.body).get('client_secret')).toBe('g&heim')
})

describe('models', () => {
  const pack = municipalPack()
  const [tool] = pack.tools
  if (!tool) throw new Error('no tool')
  const served = (id: string, url: string, api: 'openai' | 'azure' = 'openai') => ({
    ...tool,
    id,
    endpoint: { url, model: 'm', at_once: 1, daily_tokens: 1, answer_tokens: 16, api },
  })
  const packOf = (...tools: readonly (typeof tool)[]): PackFacts => ({
    name: 'p',
    problems: [],
    pack: { ...pack, tools: [...tools] },
  })
  const withModels = (keys: Readonly<Record<string, string>>, urls: Readonly<Record<string, string>> = {}) => ({
    ...NEUSTADT,
    models: { keys: new Map(Object.entries(keys)), urls: new Map(Object.entries(urls)) },
  })

  test('those we have a key for, each with its own', async () => {
    const municipality = withModels({ A: 'key-a', 'B-': 'x', C: 'key-c' }, { C: 'https://anders.example/v1' })
    const here = 'https://ki.example/v1/'
    const facts = packOf(served('a', here), served('b', here), served('c', here), served('a', here, 'azure'))
    expect(await asked(ask => lookAtModels([municipality], [facts], ask))).toEqual([
      { url: 'https://ki.example/v1/models', headers: { authorization: 'Bearer key-a' } },
      { url: 'https://anders.example/v1/models', headers: { authorization: 'Bearer key-c' } },
    ])
  })

  test('of several municipalities: nobody is asked with the key of another', async () => {
    const all = [withModels({ A: 'key-1' }), withModels({}), withModels({ A: 'key-3' })]
    const packs = [1, 2, 3].map(count => packOf(served('a', `https://ki-${count}.example/v1`)))
    expect(await asked(ask => lookAtModels(all, packs, ask))).toEqual([
      { url: 'https://ki-1.example/v1/models', headers: { authorization: 'Bearer key-1' } },
      { url: 'https://ki-3.example/v1/models', headers: { authorization: 'Bearer key-3' } },
    ])
  })

  test('a pack that cannot be used names none, and shifts none', async () => {
    const broken: PackFacts = { name: 'q', problems: [], pack: undefined }
    const packs = [broken, packOf(served('a', 'https://ki-2.example/v1'))]
    const all = [withModels({ A: 'key-1' }), withModels({ A: 'key-2' })]
    expect(await asked(ask => lookAtModels(all, packs, ask))).toEqual([
      { url: 'https://ki-2.example/v1/models', headers: { authorization: 'Bearer key-2' } },
    ])
  })
})

test('the public address is asked as a stranger would', async () => {
  expect(await asked(ask => lookAtPublic('https://k.example', ask))).toEqual([
    { url: 'https://k.example/healthz' },
    { url: 'https://k.example/tab/' },
    { url: 'https://k.example/api/messages', method: 'POST' },
  ])
})
