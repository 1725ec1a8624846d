import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'

const TIMEOUT_MS = 10_000

/** The sign-in library asks Microsoft over our own way out; it knows no proxy and no certificates itself. */
export function msalNetwork(fetch: typeof globalThis.fetch): INetworkModule {
  return {
    sendGetRequestAsync: (url, options, timeout) => send(fetch, 'GET', url, options, timeout),
    sendPostRequestAsync: (url, options) => send(fetch, 'POST', url, options),
  }
}

/** Nothing leads elsewhere: the proof of who we are would go along. */
async function send<T>(
  fetch: typeof globalThis.fetch,
  method: 'GET' | 'POST',
  url: string,
  { headers = {}, body }: NetworkRequestOptions = {},
  timeoutMs = TIMEOUT_MS,
): Promise<NetworkResponse<T>> {
  const signal = AbortSignal.timeout(timeoutMs)
  const sent = method === 'POST' && body !== undefined ? { body } : {}
  const response = await fetch(url, { method, headers, ...sent, redirect: 'error', signal })
  // The library itself looks at what it gets; a page of a proxy instead of JSON is a failure here and now.
  return {
    headers: Object.fromEntries(response.headers),
    body: JSON.parse(await response.text()),
    status: response.status,
  }
}
