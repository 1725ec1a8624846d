import { message, pressed } from './activities.js'
import { BOT_A } from './openid.js'
import { viaTeams } from './openid-bot.js'

type Activity = Readonly<Record<string, unknown>>

/** Somebody who writes to the bot in a chat of their own, by number. */
export type Writer = {
  /** As the directory names them. */
  readonly objectId: string
  readonly conversation: string
  readonly says: (text: string, id: string) => Activity
  readonly presses: (verb: string, data: unknown, id: string) => Activity
}

/** @param serviceUrl where answers go */
export function writer(number: number, serviceUrl: string): Writer {
  const objectId = `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
  const conversation = `chat-${number}`
  const change = (id: string): Activity => ({
    id,
    serviceUrl,
    from: { id: `29:person-${number}`, name: `Person ${number}`, aadObjectId: objectId },
    conversation: { id: conversation, conversationType: 'personal', tenantId: BOT_A.tenant },
  })
  return {
    objectId,
    conversation,
    says: (text, id) => viaTeams(message(text), BOT_A, change(id)),
    presses: (verb, data, id) => viaTeams(pressed(verb, data), BOT_A, change(id)),
  }
}
