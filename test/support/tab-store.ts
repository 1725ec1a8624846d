import type { Learner, Proof, Store } from '../../bot/storage/store.js'
import type { QuestionState } from '../../policies/training/schedule.js'

/** What the tab's pages need of the storage, in memory: one person may do as they like, and tests look and reach in. */
export type TabStore = {
  readonly store: Pick<Store, 'learning' | 'proofs' | 'reminders' | 'conversations'>
  readonly prove: (person: string, subject: string, day: string) => Promise<unknown>
  readonly due: (question: string, rules: string) => void
  readonly forget: () => void
  /** Whether the bot knows a chat with the person. */
  chat: boolean
}

export function createTabStore(): TabStore {
  let learner: Learner | undefined
  const states = new Map<string, QuestionState>()
  const proofs: Proof[] = []
  const reminders = new Map<string, number>()
  const none = async (): Promise<never> => {
    throw new Error('not part of the tab')
  }
  const made: TabStore = {
    chat: true,
    prove: (person, subject, day) =>
      made.store.proofs.add({ id: subject, person, name: undefined, subject, version: 1, day, provider: undefined }),
    due: (question, rules) => {
      states.set(question, {
        question,
        due: '2026-11-20',
        stability: 3,
        difficulty: 5,
        phase: 'review',
        step: 0,
        lastReview: '2026-11-10',
        rules,
      })
    },
    forget: () => {
      learner = undefined
      states.clear()
      proofs.length = 0
      reminders.clear()
      made.chat = true
    },
    store: {
      learning: {
        learner: async () => learner,
        saveLearner: async (_, next) => {
          learner = next
        },
        states: async () => [...states.values()],
        review: async (_, before, after) => {
          if (states.get(after.question) !== before) return 'outdated'
          states.set(after.question, after)
          return 'stored'
        },
        erase: async () => {
          const rows = states.size
          states.clear()
          learner = undefined
          return rows
        },
        eraseInactive: none,
      },
      proofs: {
        of: async person => proofs.filter(proof => proof.person === person),
        add: async proof => {
          proofs.push(proof)
          return 'added'
        },
        all: async () => proofs,
        holders: none,
        erasePerson: none,
        eraseOlder: none,
        noteRetrieval: none,
        retrievals: async () => [],
        eraseRetrievals: none,
      },
      reminders: {
        of: async person => {
          const hour = reminders.get(person)
          return hour === undefined ? undefined : { person, hour, lastSent: undefined }
        },
        set: async (person, hour) => void reminders.set(person, hour),
        off: async person => (reminders.delete(person) ? 1 : 0),
        all: none,
        claim: none,
      },
      conversations: {
        save: none,
        of: async () => (made.chat ? { reference: 'chat', seen: '2026-11-20' } : undefined),
        erase: none,
        eraseOlder: none,
      },
    },
  }
  return made
}
