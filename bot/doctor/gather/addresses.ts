import type { Tool } from '../../../policies/pack/tool-schema.js'
import { settingName } from '../../generation/served.js'
import type { MunicipalitySettings } from '../../identity/municipality-settings.js'
import { withoutSlash } from '../../settings/without-slash.js'
import type { BotSecretFacts, ModelFacts, PackFacts, PublicFacts, SignInFacts } from '../facts.js'
import type { Ask } from './ask.js'

/** The address people use, asked as a browser and as a stranger would. */
export async function lookAtPublic(url: string, ask: Ask): Promise<PublicFacts> {
  const [health, tab, messages] = await Promise.all([
    ask(`${url}/healthz`),
    ask(`${url}/tab/`),
    ask(`${url}/api/messages`, { method: 'POST' }),
  ])
  return { health, tab, messages }
}

/** Where Teams' tokens to a bot are checked; source: platform notes on the Bot Framework. */
const BOT_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration'

/** Each address of sign-in once for a municipality; nothing where there is none. */
export function lookAtSignIns(municipalities: readonly MunicipalitySettings[], ask: Ask): Promise<SignInFacts[]> {
  return Promise.all(
    municipalities.flatMap(({ pack, signIn, bot }) => {
      const people = metadataOf(signIn)
      return [
        ...(people ? [looked({ municipality: pack, purpose: 'people', issuer: people.issuer }, people.url, ask)] : []),
        ...(bot ? [looked({ municipality: pack, purpose: 'bot', issuer: undefined }, BOT_METADATA, ask)] : []),
      ]
    }),
  )
}

const looked = async (about: Omit<SignInFacts, 'answer'>, url: string, ask: Ask): Promise<SignInFacts> => ({
  ...about,
  answer: await ask(url),
})

const WELL_KNOWN = '.well-known/openid-configuration'

function metadataOf(
  signIn: MunicipalitySettings['signIn'],
): { readonly url: string; readonly issuer: string } | undefined {
  switch (signIn.kind) {
    case 'local':
      return undefined
    case 'entra': {
      const issuer = `https://login.microsoftonline.com/${signIn.tenant}/v2.0`
      return { url: `${issuer}/${WELL_KNOWN}`, issuer }
    }
    case 'oidc': {
      const { issuer } = signIn
      return { url: `${issuer}${issuer.endsWith('/') ? '' : '/'}${WELL_KNOWN}`, issuer }
    }
  }
}

/** Asks Entra for a token as the bot does before its first answer: nothing else tells whether a secret still counts. */
export function lookAtBotSecrets(municipalities: readonly MunicipalitySettings[], ask: Ask): Promise<BotSecretFacts[]> {
  return Promise.all(
    municipalities.flatMap(({ pack, bot }) => {
      if (bot === undefined || bot.credential.kind !== 'secret') return []
      const asked = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: bot.appId,
        client_secret: bot.credential.secret,
        scope: 'https://api.botframework.com/.default',
      })
      const question = {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: asked.toString(),
      } as const
      const url = `https://login.microsoftonline.com/${bot.tenant}/oauth2/v2.0/token`
      return [ask(url, question).then(answer => ({ municipality: pack, answer }))]
    }),
  )
}

/**
 * The models a municipality has keys for, asked for their list: each with the key of that municipality, at the address in
 * its own pack or settings. Azure's way of listing differs and is left out.
 * @param packs of the municipalities, in the same order
 */
export async function lookAtModels(
  municipalities: readonly MunicipalitySettings[],
  packs: readonly PackFacts[],
  ask: Ask,
): Promise<ModelFacts[]> {
  const looked = await Promise.all(
    municipalities.map((municipality, index) => lookAtOwnModels(municipality, packs[index]?.pack?.tools ?? [], ask)),
  )
  return looked.flat()
}

function lookAtOwnModels(
  { pack, models: { keys, urls } }: MunicipalitySettings,
  tools: readonly Tool[],
  ask: Ask,
): Promise<ModelFacts[]> {
  return Promise.all(
    tools.flatMap(({ id, endpoint }) => {
      const setting = settingName(id)
      const key = keys.get(setting)
      if (endpoint === undefined || key === undefined || endpoint.api === 'azure') return []
      const base = withoutSlash(urls.get(setting) ?? endpoint.url)
      const facts = { municipality: pack, tool: id, setting, model: endpoint.model, address: base }
      return [
        ask(`${base}/models`, { headers: { authorization: `Bearer ${key}` } }).then(answer => ({ ...facts, answer })),
      ]
    }),
  )
}
