import { type Activity, DeliveryModes, TurnContext } from 'botbuilder'
import { type Dispatcher, request } from 'undici'
import { z } from 'zod'
import type { AppTokens } from '../../outside/app-tokens.js'
import { CHAT_SERVICE_SCOPE, isTooSlow, PATIENCE } from './way-out.js'

/** Answers the activity of a turn; the id of what was sent, if the chat service gave it one. Throws if it could not be sent. */
export type SendReply = (context: TurnContext, activity: Partial<Activity>) => Promise<string | undefined>

type Posted = { readonly kind: 'sent'; readonly id: string | undefined } | { readonly kind: 'not-taken' }

const Resource = z.object({ id: z.string() })
const NOT_TAKEN: Posted = { kind: 'not-taken' }

/**
 * The SDK holds every field of an answer against its model before it is sent, which takes longer than finding the answer.
 * So the first attempt is our own; whatever is not taken at once goes the way of the SDK, which waits and tries again.
 * @param tokens undefined: the chat on this machine asks for none
 */
export function createReplies(dispatcher: Dispatcher, tokens: AppTokens | undefined): SendReply {
  return async (context, activity) => {
    const posted = await post(addressed(context, activity), dispatcher, tokens)
    if (posted.kind === 'sent') return posted.id
    return (await context.sendActivity(activity))?.id
  }
}

/** Undefined where the answer must be handed back with the response, or where there is nothing to answer to. */
function addressed({ activity: asked }: TurnContext, activity: Partial<Activity>): Partial<Activity> | undefined {
  if (asked.deliveryMode === DeliveryModes.ExpectReplies) return undefined
  const reply = TurnContext.applyConversationReference({ ...activity }, TurnContext.getConversationReference(asked))
  return reply.replyToId ? reply : undefined
}

async function post(
  reply: Partial<Activity> | undefined,
  dispatcher: Dispatcher,
  tokens: AppTokens | undefined,
): Promise<Posted> {
  const url = reply && urlOf(reply)
  if (!url) return NOT_TAKEN
  const authorization = tokens && { authorization: `Bearer ${await tokens(CHAT_SERVICE_SCOPE)}` }
  const headers = { 'content-type': 'application/json; charset=utf-8', accept: 'application/json', ...authorization }
  const sent = { dispatcher, method: 'POST', headers, body: JSON.stringify(reply), ...PATIENCE } as const
  try {
    const { statusCode, body } = await request(url, sent)
    const said = await body.text()
    return statusCode >= 200 && statusCode < 300 ? { kind: 'sent', id: idIn(said) } : NOT_TAKEN
  } catch (error) {
    // It may have arrived, so a second attempt could say everything twice.
    if (isTooSlow(error)) throw error
    return NOT_TAKEN
  }
}

function urlOf({ serviceUrl, conversation, replyToId }: Partial<Activity>): string | undefined {
  if (serviceUrl === undefined || conversation === undefined || replyToId === undefined) return undefined
  const [chat, message] = [conversation.id, replyToId].map(encodeURIComponent)
  return `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${chat}/activities/${message}`
}

function idIn(said: string): string | undefined {
  try {
    return Resource.safeParse(JSON.parse(said)).data?.id
  } catch {
    return undefined
  }
}
