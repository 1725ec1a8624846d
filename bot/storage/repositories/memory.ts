import { z } from 'zod'
import { Context } from '../../../policies/answer/types.js'
import type { OwnDatabase } from '../municipality.js'
import type { ConversationMemory } from '../store.js'
import type { StorageTarget } from '../target.js'
import { skipLocked } from './skip-locked.js'

const KEPT_MINUTES = 30
const KEPT_TURNS = 3
const KEPT_REPLIES = 10

const Replies = z.array(z.tuple([z.string(), z.string()]))
type Kept = { readonly topics: Context; readonly replies: ReadonlyMap<string, string> }
type Row = { readonly topics: string; readonly replies: string; readonly until: string }

const NOTHING: Kept = { topics: [], replies: new Map() }

/** Each conversation is forgotten 30 minutes after its last turn; what has run out is deleted with the next turn of anybody. */
export function createMemory(db: OwnDatabase, engine: StorageTarget['kind']): ConversationMemory {
  const kept = async (conversation: string, now: Date): Promise<Kept> => {
    const row = await db.selectFrom('memory').selectAll().where('conversation', '=', conversation).executeTakeFirst()
    return keptIn(row, now)
  }
  const change = async (conversation: string, now: Date, next: (kept: Kept) => Kept): Promise<void> =>
    db.transaction().execute(async own => {
      const before = keptIn(await lockedRow(own, conversation, now), now)
      const until = new Date(now.getTime() + KEPT_MINUTES * 60_000).toISOString()
      await own
        .updateTable('memory')
        .set({ ...columnsOf(next(before)), until })
        .where('conversation', '=', conversation)
        .execute()
      const expired = own.selectFrom('memory').select('conversation').where('until', '<=', now.toISOString())
      await own.deleteFrom('memory').where('conversation', 'in', skipLocked(expired, engine)).execute()
    })
  return {
    recall: async (conversation, now) => (await kept(conversation, now)).topics,
    remember: (conversation, topic, now) =>
      change(conversation, now, ({ topics, replies }) => ({ topics: [...topics, topic].slice(-KEPT_TURNS), replies })),
    tieReply: (conversation, message, reply, now) =>
      change(conversation, now, ({ topics, replies }) => ({
        topics,
        replies: new Map([...replies, [message, reply] as const].slice(-KEPT_REPLIES)),
      })),
    replyTo: async (conversation, message, now) => (await kept(conversation, now)).replies.get(message),
    async forget(conversation) {
      await db
        .deleteFrom('memory')
        .where(({ or, and, eb }) =>
          or([
            eb('conversation', '=', conversation),
            and(beginsWith(`${conversation}|`).map(([op, end]) => eb('conversation', op, end))),
          ]),
        )
        .execute()
    },
  }
}

/** The row of a conversation, made if missing; a second turn at the same time waits here, so that neither is lost. */
async function lockedRow(own: OwnDatabase, conversation: string, now: Date): Promise<Row> {
  return own
    .insertInto('memory')
    .values({ conversation, ...columnsOf(NOTHING), until: now.toISOString() })
    .onConflict(known => known.column('conversation').doUpdateSet(({ ref }) => ({ until: ref('memory.until') })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

const columnsOf = ({ topics, replies }: Kept) => ({
  topics: JSON.stringify(topics),
  replies: JSON.stringify([...replies]),
})

/** What an earlier version of the program remembered in another form counts as forgotten. */
function keptIn(row: Row | undefined, now: Date): Kept {
  if (!row || row.until <= now.toISOString()) return NOTHING
  const topics = Context.safeParse(JSON.parse(row.topics))
  const replies = Replies.safeParse(JSON.parse(row.replies))
  return { topics: topics.data ?? [], replies: new Map(replies.data) }
}

/** Text that begins so, by bytes: everything from the beginning up to the beginning with its last character one higher. */
const beginsWith = (start: string) =>
  [
    ['>=', start],
    ['<', `${start.slice(0, -1)}${String.fromCharCode(start.charCodeAt(start.length - 1) + 1)}`],
  ] as const
