import { isIPv4 } from 'node:net'
import type { Endpoint } from '../../../policies/pack/tool-schema.js'

/** Where to send a request: base of the path `/chat/completions`, and what stands behind it. */
export type Address = { readonly base: string; readonly query: Readonly<Record<string, string>> }

/**
 * Azure's addresses are given as its portal shows them, with or without path; its older form has the deployment in the
 * path and the version behind it.
 */
export function addressOf({ url, api, model, api_version }: Endpoint): Address {
  const base = withoutSlash(url)
  if (api === 'openai') return { base, query: {} }
  const resource = withoutEnd(withoutEnd(base, '/v1'), '/openai')
  if (api_version === undefined) return { base: `${resource}/openai/v1`, query: {} }
  return {
    base: `${resource}/openai/deployments/${encodeURIComponent(model)}`,
    query: { 'api-version': api_version },
  }
}

const withoutEnd = (text: string, end: string): string => (text.endsWith(end) ? text.slice(0, -end.length) : text)

function withoutSlash(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end--
  return url.slice(0, end)
}

/** Whether a model runs on this machine. Only such a one works without a key. */
export function isLocal({ url }: Endpoint): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
}
