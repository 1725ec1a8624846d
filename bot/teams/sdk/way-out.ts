import type { ConnectorClientOptions, ServiceClientCredentialsFactory } from 'botframework-connector'
import type { AppTokens } from '../../outside/app-tokens.js'

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>
type WebRequest = Parameters<HttpClient['sendRequest']>[0]
type WebResponse = Awaited<ReturnType<HttpClient['sendRequest']>>

const SCOPE = 'https://api.botframework.com/.default'
const TIMEOUT_MS = 30_000

/** Answers carry a token of this bot and of no other; the SDK's own credentials know no proxy and keep tokens globally. */
export function credentialsOf(ownId: string, tokens: AppTokens): ServiceClientCredentialsFactory {
  const credentials = {
    async signRequest(request: WebRequest): Promise<WebRequest> {
      request.headers.set('authorization', `Bearer ${await tokens(SCOPE)}`)
      return request
    },
  }
  return {
    isValidAppId: async appId => appId === ownId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  }
}

/** What the SDK sends leaves on our own way out. */
export const clientOver = (fetch: typeof globalThis.fetch): HttpClient => ({
  async sendRequest(request) {
    try {
      return await exchanged(request, fetch)
    } catch (error) {
      throw asRestError(error)
    }
  },
})

async function exchanged(request: WebRequest, fetch: typeof globalThis.fetch): Promise<WebResponse> {
  const { url, method, body, abortSignal } = request
  const response = await fetch(url, {
    method,
    headers: request.headers.toJson(),
    ...(typeof body === 'string' ? { body } : {}),
    redirect: 'error',
    signal: AbortSignal.any([
      AbortSignal.timeout(TIMEOUT_MS),
      ...(abortSignal instanceof AbortSignal ? [abortSignal] : []),
    ]),
  })
  const headers = request.headers.clone()
  for (const name of headers.headerNames()) headers.remove(name)
  for (const [name, value] of response.headers) headers.set(name, value)
  return { request, status: response.status, headers, bodyAsText: await response.text() }
}

/** By name and code the SDK sees what is worth another try: a connection refused or closed, not one that took too long. */
function asRestError(error: unknown): Error {
  const name = partOf(error, 'name') === 'AbortError' ? 'AbortError' : 'RestError'
  const code = partOf(partOf(error, 'cause'), 'code')
  const failure = new Error('the chat service could not be reached')
  return Object.assign(failure, { name, code: code })
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
