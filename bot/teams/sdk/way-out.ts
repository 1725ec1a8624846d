import type { ConnectorClientOptions, ServiceClientCredentialsFactory } from 'botframework-connector'
import { type Dispatcher, request } from 'undici'
import type { AppTokens } from '../../outside/app-tokens.js'

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>
type WebRequest = Parameters<HttpClient['sendRequest']>[0]
type WebResponse = Awaited<ReturnType<HttpClient['sendRequest']>>

export const CHAT_SERVICE_SCOPE = 'https://api.botframework.com/.default'
const TIMEOUT_MS = 30_000

/** How long the chat service is waited for. */
export const PATIENCE = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS } as const

/** Answers carry a token of this bot and of no other; the SDK's own credentials know no proxy and keep tokens globally. */
export function credentialsOf(ownId: string, tokens: AppTokens): ServiceClientCredentialsFactory {
  const credentials = {
    async signRequest(request: WebRequest): Promise<WebRequest> {
      request.headers.set('authorization', `Bearer ${await tokens(CHAT_SERVICE_SCOPE)}`)
      return request
    },
  }
  return {
    isValidAppId: async appId => appId === ownId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  }
}

/** What the SDK sends leaves on our own way out; it follows no redirect. */
export const clientOver = (dispatcher: Dispatcher): HttpClient => ({
  async sendRequest(sent) {
    try {
      return await exchanged(sent, dispatcher)
    } catch (error) {
      throw asRestError(error)
    }
  },
})

async function exchanged(sent: WebRequest, dispatcher: Dispatcher): Promise<WebResponse> {
  const { url, method, body, abortSignal } = sent
  const response = await request(url, {
    dispatcher,
    method,
    headers: sent.headers.toJson(),
    body: typeof body === 'string' ? body : null,
    ...PATIENCE,
    ...(abortSignal instanceof AbortSignal ? { signal: abortSignal } : {}),
  })
  const headers = sent.headers.clone()
  for (const name of headers.headerNames()) headers.remove(name)
  for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value))
  return { request: sent, status: response.statusCode, headers, bodyAsText: await response.body.text() }
}

/** By name and code the SDK sees what is worth another try: a connection refused or closed, not one that took too long. */
function asRestError(error: unknown): Error {
  const name = partOf(error, 'name') === 'AbortError' ? 'AbortError' : 'RestError'
  const code = partOf(error, 'code')
  const failure = new Error('the chat service could not be reached')
  return Object.assign(failure, { name, code: code === 'UND_ERR_SOCKET' ? 'ECONNRESET' : code })
}

/** It was sent, but nothing came back in time. */
export const isTooSlow = (error: unknown): boolean => /_(?:HEADERS|BODY)_TIMEOUT$/.test(String(partOf(error, 'code')))

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
