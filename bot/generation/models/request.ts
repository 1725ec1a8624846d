import OpenAI from 'openai'
import type { Endpoint } from '../../../policies/pack/tool-schema.js'
import { addressOf, isLocal } from './address.js'
import { fetchFor } from './fetch.js'
import { type ModelCall, ModelFailure } from './model.js'

type Question = Pick<ModelCall, 'endpoint' | 'body'>

/** The key to use, undefined for a model on this machine that needs none. Throws `ModelFailure('no-key')`. */
export function keyFor({ endpoint }: Question, key: string | undefined): string | undefined {
  // Keys come from files, often with a line break at the end; a header with one inside would be refused, loudly.
  const trimmed = key?.trim() ?? ''
  if (/^[\x21-\x7e]{1,4096}$/.test(trimmed)) return trimmed
  if (trimmed === '' && isLocal(endpoint)) return undefined
  throw new ModelFailure('no-key')
}

/**
 * Asks a model and returns its event stream, whose reading is up to the caller: the client's own reader prints what it
 * cannot parse, keeps it without limit and ends silently on an abort.
 */
export async function request(
  { endpoint, body }: Question,
  key: string | undefined,
  signal: AbortSignal,
  now: () => Date,
  fetch: Fetch = globalThis.fetch,
): Promise<Response> {
  const client = clientFor(endpoint, key, now, fetch)
  const asked = {
    ...limited(body, endpoint),
    model: endpoint.model,
    stream: true,
    stream_options: { include_usage: true },
  }
  return client
    .post('/chat/completions', { body: asked, stream: true, signal, headers: { accept: 'text/event-stream' } })
    .asResponse()
}

type Fetch = typeof globalThis.fetch
type Known = {
  readonly key: string | undefined
  readonly now: () => Date
  readonly fetch: Fetch
  readonly client: OpenAI
}

/** Making a client takes a part of the time somebody waits for a first word, so it is kept as long as its endpoint. */
const clients = new WeakMap<Endpoint, Known>()

function clientFor(endpoint: Endpoint, key: string | undefined, now: () => Date, fetch: Fetch): OpenAI {
  const known = clients.get(endpoint)
  if (known && known.key === key && known.now === now && known.fetch === fetch) return known.client
  const { base, query } = addressOf(endpoint)
  const client = new OpenAI({
    baseURL: base,
    defaultQuery: query,
    // The client wants one even where none is sent.
    apiKey: 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    defaultHeaders: credentials(endpoint.api, key),
    maxRetries: 0,
    logLevel: 'off',
    fetch: fetchFor(now, fetch),
  })
  clients.set(endpoint, { key, now, fetch, client })
  return client
}

const credentials = (api: 'openai' | 'azure', key: string | undefined): Record<string, string | null> => {
  if (key === undefined) return { authorization: null }
  return api === 'azure' ? { authorization: null, 'api-key': key } : { authorization: `Bearer ${key}` }
}

/** No answer is longer than the pack allows. Azure's newer models know only the second name, local ones only the first. */
function limited(body: Question['body'], { api, answer_tokens }: Question['endpoint']): Record<string, unknown> {
  const names = ['max_tokens', 'max_completion_tokens'].filter(name => typeof body[name] === 'number')
  const given = names.length > 0 ? names : [api === 'azure' ? 'max_completion_tokens' : 'max_tokens']
  const limits = given.map(name => [name, Math.min(Number(body[name] ?? answer_tokens), answer_tokens)] as const)
  return { ...body, ...Object.fromEntries(limits) }
}
