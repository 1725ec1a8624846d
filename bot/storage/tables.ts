/**
 * What a column holds: `text`, `integer` (bigint in the database, up to 2^53) or `real` (double precision); `text?` may be
 * null. Times are ISO-8601 in UTC, days `YYYY-MM-DD`, compound values JSON. Nothing else, so that both databases agree.
 */
type Column = 'text' | 'text?' | 'integer' | 'real'
type Table = { readonly key: readonly string[]; readonly columns: Readonly<Record<string, Column>> }

/** The tables as they are after the last migration; a test compares them with the database. */
export const TABLES = {
  counter: { key: ['municipality', 'name'], columns: { municipality: 'text', name: 'text', count: 'integer' } },
  memory: {
    key: ['municipality', 'conversation'],
    columns: { municipality: 'text', conversation: 'text', topics: 'text', replies: 'text', until: 'text' },
  },
  learner: {
    key: ['municipality', 'pseudonym'],
    columns: { municipality: 'text', pseudonym: 'text', lessons: 'text', paused_until: 'text?', last_active: 'text' },
  },
  question_state: {
    key: ['municipality', 'pseudonym', 'question'],
    columns: {
      municipality: 'text',
      pseudonym: 'text',
      question: 'text',
      due: 'text',
      stability: 'real',
      difficulty: 'real',
      phase: 'text',
      step: 'integer',
      last_review: 'text',
      rules: 'text',
    },
  },
  proof: {
    key: ['municipality', 'id'],
    columns: {
      municipality: 'text',
      id: 'text',
      person: 'text',
      name: 'text?',
      subject: 'text',
      version: 'integer',
      day: 'text',
      provider: 'text?',
    },
  },
  retrieval: {
    key: ['municipality', 'id'],
    columns: { municipality: 'text', id: 'text', by_person: 'text', what: 'text', day: 'text' },
  },
  conversation: {
    key: ['municipality', 'person'],
    columns: { municipality: 'text', person: 'text', reference: 'text', seen: 'text' },
  },
  reminder: {
    key: ['municipality', 'person'],
    columns: { municipality: 'text', person: 'text', hour: 'integer', last_sent: 'text?' },
  },
  departure: { key: ['municipality', 'person'], columns: { municipality: 'text', person: 'text', day: 'text' } },
  outbox: {
    key: ['municipality', 'id'],
    columns: {
      municipality: 'text',
      id: 'text',
      key: 'text',
      person: 'text',
      kind: 'text',
      content: 'text',
      state: 'text',
      attempts: 'integer',
      not_before: 'text',
      worker: 'text?',
      lease_until: 'text?',
      reason: 'text?',
      done_at: 'text?',
    },
  },
  program: {
    key: ['municipality', 'name'],
    columns: {
      municipality: 'text',
      name: 'text',
      digest: 'text',
      tools: 'text',
      purposes: 'text',
      procedure: 'text?',
      declared: 'text',
      answers_for: 'text',
      on_found: 'text',
      per_minute: 'integer',
      since: 'text',
      until: 'text?',
      revoked: 'text?',
    },
  },
  pace: {
    key: ['municipality', 'caller'],
    columns: { municipality: 'text', caller: 'text', minute: 'integer', calls: 'integer', previous: 'integer' },
  },
  budget: {
    key: ['municipality', 'tool', 'day'],
    columns: { municipality: 'text', tool: 'text', day: 'text', tokens: 'integer' },
  },
  usage_week: { key: ['municipality', 'week'], columns: { municipality: 'text', week: 'text', salt: 'text?' } },
  usage_cell: {
    key: ['municipality', 'week', 'tool', 'purpose', 'outcome'],
    columns: {
      municipality: 'text',
      week: 'text',
      tool: 'text',
      purpose: 'text',
      outcome: 'text',
      people: 'integer',
      uses: 'integer',
    },
  },
  usage_person: {
    key: ['municipality', 'week', 'tool', 'purpose', 'outcome', 'hash'],
    columns: {
      municipality: 'text',
      week: 'text',
      tool: 'text',
      purpose: 'text',
      outcome: 'text',
      hash: 'text',
    },
  },
} as const satisfies Readonly<Record<string, Table>>

type ValueOf<Kind extends Column> = Kind extends 'text' ? string : Kind extends 'text?' ? string | null : number
export type TableName = keyof typeof TABLES

/** Every table with its municipality: for migrations, backup and restore alone. */
export type Tables = {
  [Name in TableName]: {
    -readonly [Key in keyof (typeof TABLES)[Name]['columns']]: (typeof TABLES)[Name]['columns'][Key] extends Column
      ? ValueOf<(typeof TABLES)[Name]['columns'][Key]>
      : never
  }
}

/** The tables as repositories see them: the municipality is added to every query, see `municipality.ts`. */
export type OwnTables = { [Name in TableName]: Omit<Tables[Name], 'municipality'> }
