import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder'
import type { Message, Outcome } from '../turn.js'

/** Our messages as activities; suggestions become prompts under the newest message. */
function toActivity({ card, suggestions = [] }: Message): Partial<Activity> {
  const activity = MessageFactory.attachment(CardFactory.adaptiveCard(card))
  activity.summary = card.fallbackText
  if (suggestions.length > 0) {
    activity.suggestedActions = { to: [], actions: suggestions.map(value => ({ type: 'imBack', title: value, value })) }
  }
  return activity
}

/** Sends an outcome; an edited message has its first answer replaced instead of a second one added. Returns the id of the answer. */
export async function deliver(
  context: TurnContext,
  { messages, replacement }: Outcome,
  replaces: string | undefined,
): Promise<string | undefined> {
  let answered: string | undefined
  for (const [at, message] of messages.entries()) {
    const activity = toActivity(message)
    if (at === 0 && replaces !== undefined && (await replaced(context, activity, replaces))) answered = replaces
    else answered ??= (await context.sendActivity(activity))?.id
  }
  if (context.activity.type === ActivityTypes.Invoke)
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: invokeResponse(replacement) })
  return answered
}

/** The answer to an edited message may be gone by now; then a new one is sent. */
async function replaced(context: TurnContext, activity: Partial<Activity>, id: string): Promise<boolean> {
  return context.updateActivity({ ...activity, id }).then(
    () => true,
    () => false,
  )
}

function invokeResponse(replacement: Outcome['replacement']) {
  if (replacement === undefined)
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } }
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: replacement } }
}

export const notImplemented = { type: ActivityTypes.InvokeResponse, value: { status: 501 } }
