import { type AuthenticateRequestResult, ClaimsIdentity, type ConnectorFactory } from 'botframework-connector'
import type { Logger } from 'pino'
import type { TokenCheck } from '../../identity/channel-token.js'
import type { BotRegistration } from '../../identity/municipality-settings.js'
import { isLoopback } from '../../outside/loopback.js'
import { Inbound } from './inbound.js'
import { KeptConnectors } from './kept-connectors.js'

/** Refusals carry no word: whoever may not come in learns nothing of why. */
type Admission =
  | { readonly kind: 'admitted'; readonly activity: Inbound; readonly as: AuthenticateRequestResult }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403 }

/** Who may hand an activity to the bot. */
export type Admit = (authorization: string | undefined, body: unknown) => Promise<Admission>

const refused = (status: 400 | 401 | 403): Admission => ({ kind: 'refused', status })

/** Microsoft's chat service, for this bot, from its own tenant. */
export function admitRegistered(
  registration: BotRegistration,
  check: TokenCheck,
  connectorsFor: (identity: ClaimsIdentity) => ConnectorFactory,
  log: Logger,
): Admit {
  const as = asBot(registration.appId, connectorsFor)
  return async (authorization, body) => {
    const proof = await check(authorization)
    if (proof.kind === 'unavailable') log.warn('the keys of the chat service are out of reach: nobody can be let in')
    if (proof.kind !== 'proven') return refused(401)
    const parsed = Inbound.safeParse(body)
    if (!parsed.success) return refused(400)
    const activity = parsed.data
    const { channelId = '', serviceUrl } = activity
    const speaksForIt = proof.channels.length === 0 || proof.channels.includes(channelId)
    if (channelId === '' || !speaksForIt || proof.serviceUrl !== serviceUrl) return refused(401)
    return isFor(registration, activity) ? { kind: 'admitted', activity, as } : refused(403)
  }
}

/** Anybody on this machine; elsewhere anyone could name an address to answer to. */
export function admitLocal(connectorsFor: (identity: ClaimsIdentity) => ConnectorFactory): Admit {
  const as = asBot(undefined, connectorsFor)
  return async (_, body) => {
    const parsed = Inbound.safeParse(body)
    if (!parsed.success || !isLoopback(new URL(parsed.data.serviceUrl).hostname)) return refused(400)
    return { kind: 'admitted', activity: parsed.data, as }
  }
}

/** The same for every activity, so it is made once. */
function asBot(
  appId: string | undefined,
  connectorsFor: (identity: ClaimsIdentity) => ConnectorFactory,
): AuthenticateRequestResult {
  const claimsIdentity =
    appId === undefined
      ? new ClaimsIdentity([], 'anonymous')
      : new ClaimsIdentity([{ type: 'aud', value: appId }], true)
  const connectorFactory = new KeptConnectors(connectorsFor(claimsIdentity))
  return { audience: AUDIENCE, claimsIdentity, connectorFactory }
}

/** For whom tokens on the way out are meant. */
const AUDIENCE = 'https://api.botframework.com'

/** A token of the chat service names the bot, but not whose activity it is: that stands in the activity alone. */
function isFor({ appId, tenant }: BotRegistration, { conversation, channelData, recipient }: Inbound): boolean {
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter(id => id !== undefined && id !== null)
  return (
    tenants.length > 0 &&
    tenants.every(id => isSame(id, tenant)) &&
    isSame(recipient.id.slice(recipient.id.indexOf(':') + 1), appId)
  )
}

/** Ids of Entra are written in small and capital letters. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
