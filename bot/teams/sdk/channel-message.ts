import type { ChannelMessage } from '../../identity/graph/policy-violation.js'
import type { Inbound } from './inbound.js'

/**
 * How Graph names a message somebody wrote in a channel; undefined elsewhere, and where Teams does not say which group is
 * behind the team. Below a conversation stands `;messageid=` with the message that opened the thread.
 */
export function channelMessageOf({ id, type, conversation, channelData }: Inbound): ChannelMessage | undefined {
  const team = channelData?.team?.aadGroupId
  const channel = channelData?.channel?.id
  const written = type === 'message' || type === 'messageUpdate'
  if (!written || conversation.conversationType !== 'channel' || !id || !team || !channel) return undefined
  const root = conversation.id.split(';messageid=')[1]
  return { team, channel, message: id, root: root === id ? undefined : root }
}
