import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Card } from '../cards/card.js'
import { toActivity } from './outbound.js'
import { connectorOf } from './private-message.js'

/** What came of a message nobody asked for just now. `later`: the chat service is busy; `never`: it will not take it. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly afterMs: number | undefined }
  | { readonly kind: 'never'; readonly reason: 'not-installed' | 'unknown-conversation' }

/** Where a person is reached, as text for the storage: addresses only, the same for every message of a conversation. */
export function referenceOf({ activity }: TurnContext): string {
  const { serviceUrl, channelId, conversation, recipient, from } = activity
  const { id, conversationType, tenantId } = conversation
  const bot = { id: recipient.id }
  const user = { id: from.id }
  return JSON.stringify({ serviceUrl, channelId, conversation: { id, conversationType, tenantId }, bot, user })
}

const Reference = z.looseObject({
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  channelId: z.string(),
})

/** Undefined if the text of the storage is no reference. */
function referenceIn(stored: string): Partial<ConversationReference> | undefined {
  try {
    const read: unknown = JSON.parse(stored)
    return Reference.safeParse(read).success ? (read as Partial<ConversationReference>) : undefined
  } catch {
    return undefined
  }
}

/**
 * Sends a card into a stored conversation. Throws where the service could not be reached: that is tried again.
 * @param signal ends the attempt: nothing leaves any more
 */
export async function sendTo(
  adapter: CloudAdapter,
  appId: string,
  stored: string,
  card: Card,
  signal?: AbortSignal,
): Promise<Sent> {
  const reference = referenceIn(stored)
  if (!reference) return { kind: 'never', reason: 'unknown-conversation' }
  try {
    await adapter.continueConversationAsync(appId, reference, async context => {
      sendOnce(context, signal)
      await context.sendActivity(toActivity({ card }))
    })
    return { kind: 'sent' }
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    return refused
  }
}

/**
 * The SDK would wait out a Retry-After by itself, however long, and send after the outbox has long given up on the attempt.
 * The connection of this turn is made to try once, and not after the signal; the outbox tries again, and knows what it has
 * sent.
 */
function sendOnce(context: TurnContext, signal: AbortSignal | undefined): void {
  const connector: object = connectorOf(context)
  const client: unknown = 'client' in connector ? connector.client : undefined
  if (!hasPipeline(client)) throw new Error('the connection of the SDK has another shape')
  client.pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  client.pipeline.addPolicy({
    name: 'endsWithTheAttempt',
    sendRequest: (request, next) =>
      next(signal === undefined ? request : Object.assign(request, { abortSignal: signal })),
  })
}

type Next = (request: object) => Promise<unknown>
type Policy = { readonly name: string; readonly sendRequest: (request: object, next: Next) => Promise<unknown> }
type Pipelined = {
  readonly pipeline: {
    readonly removePolicy: (which: { name: string }) => unknown
    readonly addPolicy: (policy: Policy) => void
  }
}

/** How @azure/core-client is built inside; its types hide it. */
const hasPipeline = (value: unknown): value is Pipelined =>
  typeof value === 'object' &&
  value !== null &&
  'pipeline' in value &&
  typeof value.pipeline === 'object' &&
  value.pipeline !== null &&
  ['removePolicy', 'addPolicy'].every(name => typeof Reflect.get(Object(value.pipeline), name) === 'function')

const Failure = z.object({ statusCode: z.int(), response: z.unknown().optional() })

/** What the chat service meant by its refusal; undefined if it should simply be tried again. */
function refusalOf(error: unknown): Sent | undefined {
  const failure = Failure.safeParse(error)
  if (!failure.success) return undefined
  switch (failure.data.statusCode) {
    case 429:
      return { kind: 'later', afterMs: retryAfter(failure.data.response) }
    case 403:
      return { kind: 'never', reason: 'not-installed' }
    case 404:
    case 410:
      return { kind: 'never', reason: 'unknown-conversation' }
    default:
      return undefined
  }
}

/** Seconds or a date, as HTTP has it; in milliseconds from now. */
function retryAfter(response: unknown): number | undefined {
  const given = headerOf(response, 'retry-after')
  if (given === undefined) return undefined
  const seconds = Number(given)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const until = Date.parse(given)
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now())
}

function headerOf(response: unknown, name: string): string | undefined {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined
  const { headers } = response
  if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function')
    return undefined
  const value: unknown = headers.get(name)
  return typeof value === 'string' ? value : undefined
}
