import { type Database, openDatabase } from './database.js'
import { forgetExpired } from './expiry.js'
import { createBudgetStore } from './repositories/budgets.js'
import { createConversationStore } from './repositories/conversations.js'
import { createCounters } from './repositories/counters.js'
import { createDepartureStore } from './repositories/departures.js'
import { createLearningStore } from './repositories/learning.js'
import { createMemory } from './repositories/memory.js'
import { createOutboxStore } from './repositories/outbox.js'
import { createPaceStore } from './repositories/pace.js'
import { createProofStore } from './repositories/proofs.js'
import { createReminderStore } from './repositories/reminders.js'
import { createTokenStore } from './repositories/tokens.js'
import { createUsageStore } from './repositories/usage.js'
import type { Store } from './store.js'
import type { StorageTarget } from './target.js'

export type Storage = {
  readonly kind: StorageTarget['kind']
  /** All there is of one municipality. */
  readonly forMunicipality: (id: string) => Store
  /** Deletes what conversation memory has run out, of all municipalities, also where nobody talks any more; number of rows. */
  readonly forgetExpired: (now: Date) => Promise<number>
  /** Whether it answers at all. */
  readonly isReady: () => Promise<boolean>
  readonly close: () => Promise<void>
}
export type StorageResult =
  | { readonly ok: true; readonly storage: Storage }
  | { readonly ok: false; readonly problem: string }

/** Opens the storage and brings its schema up to date. What is wrong is said in German, and nothing is overwritten. */
export async function openStorage(target: StorageTarget): Promise<StorageResult> {
  const opened = await openDatabase(target, 'migrate', new Date())
  return opened.ok ? { ok: true, storage: storageOn(opened.database) } : opened
}

/** The storage on an open database; only tests open the two apart. */
export const storageOn = (database: Database): Storage => ({
  kind: database.kind,
  forMunicipality: id => storeOf(database, id),
  forgetExpired: now => forgetExpired(database.all, now),
  isReady: () => answers(database),
  close: () => database.close(),
})

/** Reads the smallest thing there is. */
async function answers({ all }: Database): Promise<boolean> {
  try {
    await all.selectFrom('counter').select('name').limit(1).execute()
    return true
  } catch {
    return false
  }
}

function storeOf(database: Database, municipality: string): Store {
  const db = database.of(municipality)
  return {
    counters: createCounters(db),
    memory: createMemory(db, database.kind),
    learning: createLearningStore(db),
    proofs: createProofStore(db),
    conversations: createConversationStore(db),
    reminders: createReminderStore(db),
    departures: createDepartureStore(db),
    outbox: createOutboxStore(db, database.kind),
    tokens: createTokenStore(db),
    pace: createPaceStore(db),
    budgets: createBudgetStore(db),
    usage: createUsageStore(db, database.kind),
  }
}
