import type { Inbound } from '../../bot/teams/sdk/inbound.js'

/** Ids and names as Teams sends them. */
export const BOT = { id: '28:bot-1', name: 'KI-Kompass' }
export const USER = { id: '29:user-1', name: 'Aylin Demir', aadObjectId: '00000000-0000-0000-0000-000000000001' }

type Change = Readonly<Record<string, unknown>>

/** An activity from Teams in a personal chat; `change` adds to it or replaces. */
export function activity(type: string, change: Change = {}): Inbound & Change {
  return {
    type,
    id: 'message-1',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9',
    conversation: { id: 'conversation-1', conversationType: 'personal' },
    from: USER,
    recipient: BOT,
    ...change,
  }
}

export const message = (text: string, change: Change = {}): Inbound & Change => activity('message', { text, ...change })

export const edited = (text: string, change: Change = {}): Inbound & Change =>
  activity('messageUpdate', { text, channelData: { eventType: 'editMessage' }, ...change })

/** What a client sends when an Action.Execute is pressed. */
export const pressed = (verb: string, data: unknown, change: Change = {}): Inbound & Change =>
  activity('invoke', {
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...change,
  })

/** What Teams sends for message extensions and dialogs. */
export const invoked = (name: string, value: unknown, change: Change = {}): Inbound & Change =>
  activity('invoke', { name, value, ...change })

/** A mention as Teams writes it: the text holds the tag, the entity says who it is. */
export const mention = (account: { id: string; name: string }) => ({
  type: 'mention',
  text: `<at>${account.name}</at>`,
  mentioned: { id: account.id, name: account.name },
})
