import type { Context, Topic } from '../../policies/answer/index.js'
import type { Day } from '../../policies/pack/terms.js'
import type { QuestionState } from '../../policies/training/schedule.js'
import type { BudgetStore, PaceStore, TokenStore, UsageStore } from './generation-store.js'

export type {
  BudgetStore,
  Pace,
  PaceStore,
  ProgramToken,
  TokenStore,
  UsageCell,
  UsageCount,
  UsageStore,
} from './generation-store.js'

/**
 * Everything kept for one municipality. It is made by `Storage.forMunicipality`, and no method takes a municipality, so a
 * query across municipalities cannot be written by accident.
 */
export type Store = {
  readonly counters: Counters
  readonly memory: ConversationMemory
  readonly learning: LearningStore
  readonly proofs: ProofStore
  readonly conversations: ConversationStore
  readonly reminders: ReminderStore
  readonly departures: DepartureStore
  readonly outbox: OutboxStore
  readonly tokens: TokenStore
  readonly pace: PaceStore
  readonly budgets: BudgetStore
  readonly usage: UsageStore
}

/** Counts of things that happened, without who or what was said. */
export type Counters = {
  readonly increment: (name: string) => Promise<void>
  readonly read: () => Promise<ReadonlyMap<string, number>>
}

/** What stays of a turn: what it was about, and which of our answers belongs to which message, so that it can be renewed. */
export type KeptTurn = {
  readonly topic: Topic | undefined
  readonly replies: readonly (readonly [message: string, reply: string])[]
}

/** What was talked about lately, so that "Und wenn ich die Namen schwärze?" can be understood. Holds ids, never text. */
export type ConversationMemory = {
  readonly recall: (conversation: string, now: Date) => Promise<Context>
  readonly keep: (conversation: string, turn: KeptTurn, now: Date) => Promise<void>
  readonly replyTo: (conversation: string, message: string, now: Date) => Promise<string | undefined>
  /** Everything of a conversation, in a group also what belongs to its members (keys `conversation|member`). */
  readonly forget: (conversation: string) => Promise<void>
}

/** A learner's settings and lessons read; `lessons` holds the version of each module whose lesson was read. */
export type Learner = {
  readonly lessons: Readonly<Record<string, number>>
  /** No repetition before this day: a pause for leave or "not today". */
  readonly pausedUntil: Day | undefined
  readonly lastActive: Day
}

/** Learning state, kept under a pseudonym (`bot/learning/pseudonym.ts`), never under a person's id; days only. */
export type LearningStore = {
  readonly learner: (pseudonym: string) => Promise<Learner | undefined>
  readonly saveLearner: (pseudonym: string, learner: Learner) => Promise<void>
  readonly states: (pseudonym: string) => Promise<readonly QuestionState[]>
  /**
   * Stores the state after a review if the one before is still that of `before` (undefined: none yet); otherwise another
   * device or a second click was faster and nothing changes.
   */
  readonly review: (
    pseudonym: string,
    before: QuestionState | undefined,
    after: QuestionState,
  ) => Promise<'stored' | 'outdated'>
  /** Number of rows deleted. */
  readonly erase: (pseudonym: string) => Promise<number>
  /** Deletes everything of learners last active before a day; number of learners. */
  readonly eraseInactive: (before: Day) => Promise<number>
}

/** That somebody passed something on a day. `subject`: a module id, `ki-pass` or `lotsen`; `provider`: trained elsewhere. */
export type Proof = {
  readonly id: string
  readonly person: string
  readonly name: string | undefined
  readonly subject: string
  readonly version: number
  readonly day: Day
  readonly provider: string | undefined
}

/** Who looked at the list of proofs, when. */
type Retrieval = { readonly id: string; readonly by: string; readonly what: string; readonly day: Day }

/** Proof of training: person, module, version, date. Apart from learning state. */
export type ProofStore = {
  readonly of: (person: string) => Promise<readonly Proof[]>
  /** Once for person, subject and day; ordered lists come by day, then subject. */
  readonly add: (proof: Proof) => Promise<'added' | 'known'>
  readonly all: () => Promise<readonly Proof[]>
  /** How many people hold at least one proof of each subject since a day. */
  readonly holders: (since: Day) => Promise<ReadonlyMap<string, number>>
  readonly erasePerson: (person: string) => Promise<number>
  readonly eraseOlder: (before: Day) => Promise<number>
  readonly noteRetrieval: (retrieval: Retrieval) => Promise<void>
  readonly retrievals: () => Promise<readonly Retrieval[]>
  readonly eraseRetrievals: (before: Day) => Promise<number>
}

/** Where a person can be reached in chat: an opaque reference of the chat service. */
export type ConversationStore = {
  readonly save: (person: string, reference: string, seen: Day) => Promise<void>
  readonly of: (person: string) => Promise<{ readonly reference: string; readonly seen: Day } | undefined>
  readonly erase: (person: string) => Promise<number>
  readonly eraseOlder: (before: Day) => Promise<number>
}

/** Somebody who asked to be reminded. `hour` is German time; `lastSent` holds it to one a day. */
export type Reminder = { readonly person: string; readonly hour: number; readonly lastSent: Day | undefined }
export type ReminderStore = {
  readonly of: (person: string) => Promise<Reminder | undefined>
  readonly set: (person: string, hour: number) => Promise<void>
  readonly off: (person: string) => Promise<number>
  readonly all: () => Promise<readonly Reminder[]>
  /** True for exactly one caller a day, however many replicas ask. */
  readonly claim: (person: string, day: Day) => Promise<boolean>
}

/** People who left; what is kept of them ends some time after. */
export type DepartureStore = {
  readonly note: (person: string, day: Day) => Promise<void>
  readonly before: (day: Day) => Promise<readonly string[]>
  readonly erase: (person: string) => Promise<number>
}

/** A message to a person. `key` makes it unique: put twice, it is sent once. `content` is JSON without any text of people. */
type OutboxMessage = {
  readonly key: string
  readonly person: string
  readonly kind: string
  readonly content: string
}
export type Taken = OutboxMessage & { readonly id: string; readonly attempts: number }
type OutboxCounts = {
  readonly waiting: number
  readonly inFlight: number
  readonly sent: number
  readonly failed: number
  readonly all: number
}

/**
 * Messages waiting to be sent. A worker takes some for a while (`lease`); what it does not report in that time is taken
 * again, with the same key. waiting + in flight + sent + failed = all.
 */
export type OutboxStore = {
  readonly put: (message: OutboxMessage, notBefore: Date) => Promise<'put' | 'known'>
  readonly take: (worker: string, most: number, leaseMs: number, now: Date) => Promise<readonly Taken[]>
  readonly sent: (worker: string, id: string, now: Date) => Promise<boolean>
  readonly retry: (worker: string, id: string, reason: string, notBefore: Date) => Promise<boolean>
  readonly failed: (worker: string, id: string, reason: string, now: Date) => Promise<boolean>
  readonly counts: () => Promise<OutboxCounts>
  readonly ofPerson: (
    person: string,
  ) => Promise<readonly { readonly key: string; readonly kind: string; readonly state: string }[]>
  readonly erasePerson: (person: string) => Promise<number>
  readonly eraseDone: (before: Date) => Promise<number>
}
