import type { Context, Topic } from '../../policies/answer/index.js'

/** What was talked about lately, so that "Und wenn ich die Namen schwärze?" can be understood. Holds ids, never text. */
export type ConversationMemory = {
  readonly recall: (conversation: string, now: Date) => Promise<Context>
  readonly remember: (conversation: string, topic: Topic, now: Date) => Promise<void>
  /** Ties our answer to the message it answers, so that an edited message gets its answer renewed. */
  readonly tieReply: (conversation: string, message: string, reply: string, now: Date) => Promise<void>
  readonly replyTo: (conversation: string, message: string, now: Date) => Promise<string | undefined>
  /** Everything of a conversation, in a group also what belongs to its members (keys `conversation|member`). */
  readonly forget: (conversation: string) => Promise<void>
}

const KEPT_MINUTES = 30
const KEPT_TURNS = 3
const KEPT_REPLIES = 10
const KEPT_CONVERSATIONS = 5000

type Entry = { readonly topics: Context; readonly replies: ReadonlyMap<string, string>; readonly until: number }

/** Memory of one process: gone with a restart, and each conversation 30 minutes after its last turn. */
export function createMemory(): ConversationMemory {
  const entries = new Map<string, Entry>()
  const fresh = (conversation: string, now: Date): Entry => {
    const entry = entries.get(conversation)
    return entry && entry.until > now.getTime() ? entry : { topics: [], replies: new Map(), until: 0 }
  }
  const keep = (conversation: string, entry: Omit<Entry, 'until'>, now: Date): void => {
    entries.delete(conversation)
    entries.set(conversation, { ...entry, until: now.getTime() + KEPT_MINUTES * 60_000 })
    for (const [oldest, { until }] of entries) {
      if (until > now.getTime() && entries.size <= KEPT_CONVERSATIONS) break
      entries.delete(oldest)
    }
  }
  return {
    recall: async (conversation, now) => fresh(conversation, now).topics,
    async remember(conversation, topic, now) {
      const { topics, replies } = fresh(conversation, now)
      keep(conversation, { topics: [...topics, topic].slice(-KEPT_TURNS), replies }, now)
    },
    async tieReply(conversation, message, reply, now) {
      const { topics, replies } = fresh(conversation, now)
      keep(
        conversation,
        { topics, replies: new Map([...replies, [message, reply] as const].slice(-KEPT_REPLIES)) },
        now,
      )
    },
    replyTo: async (conversation, message, now) => fresh(conversation, now).replies.get(message),
    async forget(conversation) {
      for (const key of entries.keys())
        if (key === conversation || key.startsWith(`${conversation}|`)) entries.delete(key)
    },
  }
}
