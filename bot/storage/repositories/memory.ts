import type { QueryResult } from 'kysely'
import { z } from 'zod'
import { Context } from '../../../policies/answer/types.js'
import type { OwnDatabase } from '../municipality.js'
import { prepared } from '../prepared.js'
import type { ConversationMemory, KeptTurn } from '../store.js'
import type { StorageTarget } from '../target.js'
import { skipLocked } from './skip-locked.js'

const KEPT_MINUTES = 30
const KEPT_TURNS = 3
const KEPT_REPLIES = 10

const Replies = z.array(z.tuple([z.string(), z.string()]))
type Kept = { readonly topics: Context; readonly replies: ReadonlyMap<string, string> }
type Row = { readonly topics: string; readonly replies: string; readonly until: string }

/** A row as it was found, and what it says. */
type Found = { readonly row: Row | undefined; readonly kept: Kept }

const NOTHING: Kept = { topics: [], replies: new Map() }

/** What a turn recalled is what it changes at its end, without reading again; if another was faster, that shows. */
const MOST_RECALLED = 200

/** How often what has run out is looked for, at most. */
const SWEEP_MS = 60_000

/**
 * Each conversation is forgotten 30 minutes after its last turn; what has run out is deleted with the next turn of anybody,
 * once a minute.
 */
export function createMemory(db: OwnDatabase, engine: StorageTarget['kind']): ConversationMemory {
  const { rowOf, begin, go } = prepareMemory(db)
  const recalled = new Map<string, Found>()
  let swept = Number.NEGATIVE_INFINITY
  const find = async (conversation: string, now: Date): Promise<Found> => {
    const row = await rowOf(conversation)
    return { row, kept: keptIn(row, now) }
  }
  const sweep = async (now: Date): Promise<void> => {
    if (Math.abs(now.getTime() - swept) < SWEEP_MS) return
    swept = now.getTime()
    recalled.clear()
    const expired = db.selectFrom('memory').select('conversation').where('until', '<=', now.toISOString())
    await db.deleteFrom('memory').where('conversation', 'in', skipLocked(expired, engine)).execute()
  }
  return {
    async recall(conversation, now) {
      const found = await find(conversation, now)
      if (recalled.size >= MOST_RECALLED) recalled.clear()
      recalled.set(conversation, found)
      return found.kept.topics
    },
    /** A second turn at the same time finds the row changed, and does it again on top: neither is lost. */
    async keep(conversation, turn, now) {
      const until = new Date(now.getTime() + KEPT_MINUTES * 60_000).toISOString()
      const known = recalled.get(conversation)
      recalled.delete(conversation)
      let before = known && !isOver(known.row, now) ? known : await find(conversation, now)
      for (;;) {
        const after = { ...columnsOf(withTurn(before.kept, turn)), until }
        if (before.row ? await go(conversation, before.row, after) : await begin(conversation, after)) break
        before = await find(conversation, now)
      }
      await sweep(now)
    },
    replyTo: async (conversation, message, now) => (await find(conversation, now)).kept.replies.get(message),
    async forget(conversation) {
      recalled.clear()
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

/** Examples for `prepared`; what comes after in one comes before in the other. */
const OF = { conversation: 'c' }
const OF_OTHER = { conversation: 'd' }
const BEFORE: Row = { topics: 'b0', replies: 'b1', until: 'b2' }
const AFTER: Row = { topics: 'a0', replies: 'a1', until: 'a2' }

/** The statements of every turn: each alone, so that no lock is held in between. A change tells whether it was one. */
function prepareMemory(db: OwnDatabase) {
  const read = prepared(db, [{ of: OF }, { of: OF_OTHER }], ({ of }) =>
    db.selectFrom('memory').select(['topics', 'replies', 'until']).where('conversation', '=', of.conversation),
  )
  const begun = [
    { of: OF, after: AFTER },
    { of: OF_OTHER, after: BEFORE },
  ] as const
  const begin = prepared(db, begun, ({ of, after }) =>
    db
      .insertInto('memory')
      .values({ ...of, ...after })
      .onConflict(known => known.column('conversation').doNothing()),
  )
  const gone = [
    { of: OF, after: AFTER, before: BEFORE },
    { of: OF_OTHER, after: BEFORE, before: AFTER },
  ] as const
  const go = prepared(db, gone, ({ of, after, before }) =>
    db
      .updateTable('memory')
      .set(after)
      .where(({ and }) => and({ ...of, ...before })),
  )
  return {
    rowOf: async (conversation: string): Promise<Row | undefined> => (await read({ of: { conversation } })).rows[0],
    begin: async (conversation: string, after: Row) => isOne(await begin({ of: { conversation }, after })),
    go: async (conversation: string, before: Row, after: Row) =>
      isOne(await go({ of: { conversation }, after, before })),
  }
}

const isOne = ({ numAffectedRows }: QueryResult<unknown>): boolean => numAffectedRows === 1n

const isOver = (row: Row | undefined, now: Date): boolean => row !== undefined && row.until <= now.toISOString()

const columnsOf = ({ topics, replies }: Kept) => ({
  topics: JSON.stringify(topics),
  replies: JSON.stringify([...replies]),
})

const withTurn = ({ topics, replies }: Kept, turn: KeptTurn): Kept => ({
  topics: turn.topic === undefined ? topics : [...topics, turn.topic].slice(-KEPT_TURNS),
  replies: new Map([...replies, ...turn.replies].slice(-KEPT_REPLIES)),
})

/** What an earlier version of the program remembered in another form counts as forgotten. */
function keptIn(row: Row | undefined, now: Date): Kept {
  if (!row || isOver(row, now)) return NOTHING
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
