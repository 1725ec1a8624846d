import type { ConversationParameters, TurnContext } from 'botbuilder'
import type { ConnectorClient } from 'botframework-connector'
import type { Card } from '../cards/card.js'
import { toActivity } from './outbound.js'

/**
 * Sends a card to the person who wrote, in their own chat with the bot. Teams refuses where they have not added it; then
 * nothing is said anywhere. Goes through the connection of this turn, so it is authenticated like every answer.
 */
export async function sendPrivately(context: TurnContext, card: Card): Promise<boolean> {
  const { from, recipient: bot, conversation, channelId } = context.activity
  const { conversations } = connectorOf(context)
  const tenantId = conversation.tenantId
  const parameters: ConversationParameters = {
    isGroup: false,
    bot,
    members: [from],
    ...(tenantId === undefined ? {} : { tenantId }),
    channelData: tenantId === undefined ? {} : { tenant: { id: tenantId } },
  }
  const { id } = await conversations.createConversation(parameters)
  await conversations.sendToConversation(id, {
    ...toActivity({ card }),
    channelId,
    from: bot,
    recipient: from,
    conversation: { id, isGroup: false, conversationType: 'personal', name: '' },
  })
  return true
}

/** botbuilder keeps the connection of a turn under a symbol of its adapter and types it as anything. */
export function connectorOf({ adapter, turnState }: TurnContext): ConnectorClient {
  if (!('ConnectorClientKey' in adapter)) throw new Error('the adapter has no connector')
  const client: ConnectorClient | undefined = turnState.get(adapter.ConnectorClientKey)
  if (!client) throw new Error('the turn has no connector')
  return client
}
