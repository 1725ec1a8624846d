// turns-echo METADATA: a bot of botbuilder alone, in a process of its own: checks the token as the SDK does, and says what
// it was told. Its own token for answers is made up, so that it need not sign in.
import { createServer } from 'node:http'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import express from 'express'
import { BOT_A } from '../support/openid.js'

export type EchoReport =
  | { readonly kind: 'listening'; readonly address: string }
  | { readonly kind: 'state'; readonly cpu: number }

const [metadata = ''] = process.argv.slice(2)
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
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: `https://login.invalid/${BOT_A.tenant}`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://login.invalid',
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: 'false',
}
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials))
const app = express().post('/api/messages', express.json(), (request, response) =>
  adapter.process(request, response, async context => {
    await context.sendActivity(`Sie sagten: ${context.activity.text}`)
  }),
)
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
