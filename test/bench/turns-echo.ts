// turns-echo METADATA us|sdk: a bot of botbuilder alone, in a process of its own, that says what it was told. The token is
// checked by our check, which believes it for a minute, or by the SDK, which verifies it each time. Its own token for
// answers is made up, so that it need not sign in.
import { createServer } from 'node:http'
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { ClaimsIdentity, type ServiceClientCredentialsFactory } from 'botframework-connector'
import express, { type RequestHandler } from 'express'
import { createChannelKeys } from '../../bot/identity/channel-keys.js'
import { createTokenCheck } from '../../bot/identity/channel-token.js'
import { BOT_A } from '../support/openid.js'

export type EchoReport =
  | { readonly kind: 'listening'; readonly address: string }
  | { readonly kind: 'state'; readonly cpu: number }

const [metadata = '', checkedBy = ''] = process.argv.slice(2)
const ISSUER = 'https://api.botframework.com'
const credentials: ServiceClientCredentialsFactory = {
  isValidAppId: async id => id === BOT_A.appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    async signRequest(request) {
      request.headers.set('authorization', 'Bearer made-up')
      return request
    },
  }),
}
/** Once one address is given, the SDK wants all of them. */
const settings = {
  MicrosoftAppId: BOT_A.appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: BOT_A.tenant,
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  ToBotFromChannelTokenIssuer: ISSUER,
  ToChannelFromBotLoginUrl: `https://login.invalid/${BOT_A.tenant}`,
  ToChannelFromBotOAuthScope: ISSUER,
  OAuthUrl: 'https://login.invalid',
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: 'false',
}
const authentication = new ConfigurationBotFrameworkAuthentication(settings, credentials)
const check = createTokenCheck(
  createChannelKeys({ metadata, issuer: ISSUER }, fetch),
  { issuer: ISSUER, audience: BOT_A.appId },
  () => new Date(),
)
const identity = new ClaimsIdentity([{ type: 'aud', value: BOT_A.appId }], true)

async function echo(context: TurnContext): Promise<void> {
  await context.sendActivity(`Sie sagten: ${context.activity.text}`)
}

class OpenAdapter extends CloudAdapter {
  echo(activity: Activity) {
    const connectorFactory = authentication.createConnectorFactory(identity)
    const who = { audience: ISSUER, claimsIdentity: identity, connectorFactory }
    return this.processActivity(who, activity, echo)
  }
}
const adapter = new OpenAdapter(authentication)
const byUs: RequestHandler = async (request, response) => {
  const proof = await check(request.headers.authorization)
  if (proof.kind !== 'proven' || proof.serviceUrl !== request.body.serviceUrl) return void response.status(401).end()
  await adapter.echo(request.body)
  response.end()
}
const bySdk: RequestHandler = (request, response) => adapter.process(request, response, echo)
const app = express().post('/api/messages', express.json(), checkedBy === 'us' ? byUs : bySdk)
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) report({ kind: 'listening', address: `http://127.0.0.1:${address.port}` })
})

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  report({ kind: 'state', cpu: (user + system) / 1000 })
})
process.once('disconnect', () => process.exit())

function report(message: EchoReport): void {
  process.send?.(message)
}
