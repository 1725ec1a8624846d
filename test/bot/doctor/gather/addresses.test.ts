import { expect, test } from '@jest/globals'
import type { Answer } from '../../../../bot/doctor/facts.js'
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
    signIn: { kind: 'oidc', issuer, clientId: 'c', audience: 'a', scope: 's', claims },
  }
}
const WELL_KNOWN = '.well-known/openid-configuration'

test.each([
  { why: 'a demonstration asks nobody', settings: { pack: 'p', signIn: { kind: 'local' }, bot: undefined }, urls: [] },
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

test('models: those we have a key for, each with its own', async () => {
  const { tools } = municipalPack()
  const [first] = tools
  if (!first) throw new Error('no tool')
  const endpoint = {
    url: 'https://ki.example/v1/',
    model: 'm',
    at_once: 1,
    daily_tokens: 1,
    answer_tokens: 16,
  } as const
  const one = (id: string, api: 'openai' | 'azure') => ({ ...first, id, endpoint: { ...endpoint, api } })
  const keys = new Map([
    ['A', 'key-a'],
    ['B-', 'x'],
    ['C', 'key-c'],
  ])
  const urls = new Map([['C', 'https://anders.example/v1']])
  const questions = await asked(ask =>
    lookAtModels(
      [one('a', 'openai'), one('b', 'openai'), one('c', 'openai'), { ...one('a', 'azure') }],
      { keys, urls },
      ask,
    ),
  )
  expect(questions).toEqual([
    { url: 'https://ki.example/v1/models', headers: { authorization: 'Bearer key-a' } },
    { url: 'https://anders.example/v1/models', headers: { authorization: 'Bearer key-c' } },
  ])
})

test('the public address is asked as a stranger would', async () => {
  expect(await asked(ask => lookAtPublic('https://k.example', ask))).toEqual([
    { url: 'https://k.example/healthz' },
    { url: 'https://k.example/tab/' },
    { url: 'https://k.example/api/messages', method: 'POST' },
  ])
})
