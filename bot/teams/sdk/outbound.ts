import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder'
import type { Message, Outcome, Reply } from '../turn.js'
import type { SendReply } from './replies.js'

/** Our messages as activities; suggestions become prompts under the newest message. */
export function toActivity({
  card,
  suggestions = [],
  ai,
}: Pick<Message, 'card' | 'suggestions' | 'ai'>): Partial<Activity> {
  const activity = MessageFactory.attachment(CardFactory.adaptiveCard(card))
  activity.summary = card.fallbackText
  if (ai) activity.entities = [AI_LABEL]
  if (suggestions.length > 0) {
    activity.suggestedActions = { to: [], actions: suggestions.map(value => ({ type: 'imBack', title: value, value })) }
  }
  return activity
}

/** What makes Teams write "AI generated" over a message. */
const AI_LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
}

/** Ids of what was sent for a message: the answer, and what the check says. */
export type SentBefore = { readonly answer: string | undefined; readonly check: string | undefined }
export const NOTHING_SENT: SentBefore = { answer: undefined, check: undefined }

/** Sends an outcome; what was sent for an edited message before is replaced instead of a second one added. */
export async function deliver(
  context: TurnContext,
  outcome: Outcome,
  before: SentBefore,
  reply: SendReply,
): Promise<SentBefore> {
  const sent = { ...NOTHING_SENT }
  for (const message of outcome.messages) {
    const slot = message.slot ?? 'answer'
    const replaces = sent[slot] === undefined ? before[slot] : undefined
    const activity = toActivity(message)
    if (replaces !== undefined && (await replaced(context, activity, replaces))) sent[slot] = replaces
    else if (!message.onlyRenews) sent[slot] ??= await reply(context, activity)
  }
  if (context.activity.type === ActivityTypes.Invoke)
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: invokeResponse(outcome) })
  return sent
}

/** The answer to an edited message may be gone by now; then a new one is sent. */
async function replaced(context: TurnContext, activity: Partial<Activity>, id: string): Promise<boolean> {
  return context.updateActivity({ ...activity, id }).then(
    () => true,
    () => false,
  )
}

function invokeResponse({ reply, replacement }: Outcome): { status: number; body?: object } {
  if (reply) return replyResponse(reply)
  if (replacement === undefined)
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } }
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: replacement } }
}

const DIALOG = { title: 'Text prüfen', height: 'large', width: 'large' } as const

function replyResponse(reply: Reply): { status: number; body?: object } {
  switch (reply.kind) {
    case 'done':
      return { status: 200 }
    case 'dialog':
      return continued({ ...DIALOG, card: CardFactory.adaptiveCard(reply.card) })
    case 'dialog-page':
      return continued({ ...DIALOG, title: reply.title, url: reply.url, fallbackUrl: reply.url })
    case 'search': {
      const preview = CardFactory.thumbnailCard(reply.title, reply.text)
      const attachments = [{ ...CardFactory.adaptiveCard(reply.card), preview }]
      return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } }
    }
  }
}

const continued = (value: object) => ({ status: 200, body: { task: { type: 'continue', value } } })

export const notImplemented = { type: ActivityTypes.InvokeResponse, value: { status: 501 } }
