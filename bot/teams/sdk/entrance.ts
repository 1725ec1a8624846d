import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import type { Logger } from 'pino'
import { type ChannelService, createChannelKeys, MICROSOFT } from '../../identity/channel-keys.js'
import { createTokenCheck } from '../../identity/channel-token.js'
import type { BotRegistration } from '../../identity/municipality-settings.js'
import { createAppTokens } from '../../outside/app-tokens.js'
import { createOutbound, type Outbound } from '../../outside/outbound.js'
import { type Admit, admitLocal, admitRegistered } from './admission.js'
import { KeptAuthentication } from './kept-connectors.js'
import { createReplies, type SendReply } from './replies.js'
import { clientOver, credentialsOf } from './way-out.js'

export type BotSeams = {
  /** The way out, through proxy and own authority where there are any. */
  readonly outbound?: Pick<Outbound, 'fetch' | 'dispatcher'>
  /** Only tests give these: another chat service and sign-in, and how soon an unknown key is looked for again. */
  readonly channel?: ChannelService
  readonly login?: string
  readonly cooldownMs?: number
}

/** Who is let in, what the SDK needs to answer, and the way of most answers. */
type Entrance = {
  readonly authentication: ConfigurationBotFrameworkAuthentication
  readonly admit: Admit
  readonly reply: SendReply
}

/** Left to itself the SDK would look for this machine behind the proxy that stands in the environment. */
export function localEntrance(): Entrance {
  const authentication = authenticationOf({}, undefined, DIRECT)
  const admit = admitLocal(identity => authentication.createConnectorFactory(identity))
  return { authentication, admit, reply: createReplies(DIRECT.dispatcher, undefined) }
}

/** For Microsoft's chat service and one municipality; its tokens are its own. */
export function registeredEntrance(
  registration: BotRegistration,
  now: () => Date,
  log: Logger,
  seams: BotSeams,
): Entrance {
  const { outbound = DIRECT, channel = MICROSOFT, login, cooldownMs } = seams
  const { fetch } = outbound
  const { appId: audience, tenant } = registration
  const settings = { MicrosoftAppId: audience, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenant }
  const tokens = createAppTokens(registration, fetch, login)
  const credentials = credentialsOf(audience, tokens)
  const authentication = authenticationOf(settings, credentials, outbound)
  const keys = createChannelKeys(channel, fetch, cooldownMs)
  const check = createTokenCheck(keys, { issuer: channel.issuer, audience }, now)
  const connectorsFor: Parameters<typeof admitLocal>[0] = identity => authentication.createConnectorFactory(identity)
  const admit = admitRegistered(registration, check, connectorsFor, log)
  return { authentication, admit, reply: createReplies(outbound.dispatcher, tokens) }
}

const DIRECT = createOutbound({ proxy: undefined, noProxy: undefined, ca: undefined })

const authenticationOf = (
  settings: Readonly<Record<string, string>>,
  credentials: ServiceClientCredentialsFactory | undefined,
  { dispatcher }: Pick<Outbound, 'dispatcher'>,
): ConfigurationBotFrameworkAuthentication => {
  const options = { httpClient: clientOver(dispatcher) }
  return new KeptAuthentication({ ...settings }, credentials, undefined, undefined, options)
}
