import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../bot/storage/store.js'
import { plusDays } from '../../../policies/training/index.js'
import { freshStore } from '../../support/fresh-store.js'
import {
  answered,
  countedWeek,
  type Fill,
  givenUp,
  learned,
  looked,
  NOTHING,
  proved,
  type Retention,
  reached,
  revoked,
  runOut,
  sent,
  spent,
  sweep,
  waits,
} from '../../support/kept-rows.js'
import { programToken } from '../../support/program-token.js'

let store: Store
beforeEach(() => {
  store = freshStore()
})

const run = (when: string, retention: Partial<Retention> = {}) => sweep(store, when, retention)

type Deadline = {
  readonly what: string
  readonly fill: Fill
  readonly key: keyof typeof NOTHING
  readonly since: string
  /** The last day on which it is still there. */
  readonly last: string
  readonly retention?: Partial<Retention>
}

const LEARNERS = { fill: learned, key: 'inactiveLearners', since: '2026-01-15' } as const
const REACHED = { fill: reached, key: 'conversations', since: '2026-01-15' } as const
const PROOFS = { fill: proved, key: 'proofs', since: '2026-01-15' } as const
const LOOKED = { fill: looked, key: 'retrievals', since: '2026-01-15' } as const

/** Of each kind the deadline as it is without a word in the pack, and one that a pack sets. */
const DEADLINES: readonly Deadline[] = [
  { ...LEARNERS, what: 'learning, 18 months', last: '2027-07-15' },
  { ...LEARNERS, what: 'learning, 6 months', last: '2026-07-15', retention: { learning_months: 6 } },
  { ...REACHED, what: 'where somebody is reached, 12 months', last: '2027-01-15' },
  { ...REACHED, what: 'the same, 1 month', last: '2026-02-15', retention: { conversation_months: 1 } },
  { ...PROOFS, what: 'proof, 36 months', last: '2029-01-15' },
  { ...PROOFS, what: 'proof, 60 months', last: '2031-01-15', retention: { proof_months: 60 } },
  { ...LOOKED, what: 'who looked at proofs, 36 months', last: '2029-01-15' },
  { ...LOOKED, what: 'the same, 2 months', last: '2026-03-15', retention: { retrieval_months: 2 } },
  { ...PROOFS, what: 'since a leap day', since: '2028-02-29', last: '2031-02-28' },
  { ...LEARNERS, what: 'until a leap day', since: '2026-08-31', last: '2028-02-29' },
  { ...LEARNERS, what: 'since the end of a short month, and no day longer', since: '2026-02-28', last: '2027-08-28' },
  {
    ...REACHED,
    what: 'since the end of a long month',
    since: '2026-12-31',
    last: '2027-06-30',
    retention: { conversation_months: 6 },
  },
]

describe('kept on its last day, gone the day after, and nothing of a day later with it', () => {
  test.each(DEADLINES)('$what: $since to $last', async ({ fill, key, since, last, retention = {} }) => {
    await fill(store, 'anna', since)
    await fill(store, 'bernd', plusDays(since, 1))
    expect(await run(last, retention)).toEqual(NOTHING)
    expect(await run(plusDays(last, 1), retention)).toEqual({ ...NOTHING, [key]: 1 })
    expect(await run(plusDays(last, 1), retention)).toEqual(NOTHING)
  })

  test.each([
    { why: 'sent, 30 days', fill: sent, retention: {}, last: '2026-02-14' },
    { why: 'given up, 30 days', fill: givenUp, retention: {}, last: '2026-02-14' },
    { why: 'sent, 7 days', fill: sent, retention: { message_days: 7 }, last: '2026-01-22' },
  ])('a message that was $why, to the second; what waits stays', async ({ fill, retention, last }) => {
    await fill(store, 'anna', '2026-01-15')
    await waits(store, 'bernd', '2026-01-15')
    expect(await run(`${last}T08:00:00Z`, retention)).toEqual(NOTHING)
    expect(await run(`${last}T08:00:01Z`, retention)).toEqual({ ...NOTHING, messages: 1 })
    expect(await store.outbox.counts()).toMatchObject({ waiting: 1, all: 1 })
  })

  test.each([
    { why: 'a key revoked, 90 days', fill: revoked, key: 'tokens', last: '2026-04-15' },
    { why: 'a key run out, 90 days', fill: runOut, key: 'tokens', last: '2026-04-15' },
    { why: 'tokens used, 31 days', fill: spent, key: 'budgets', last: '2026-02-15' },
    { why: 'a week counted, 104 weeks', fill: countedWeek, key: 'usageWeeks', last: '2028-01-16' },
  ] as const)('$why', async ({ fill, key, last }) => {
    await fill(store, 'anna', '2026-01-15')
    await fill(store, 'bernd', '2026-01-22')
    expect(await run(last)).toEqual(NOTHING)
    expect(await run(plusDays(last, 1))).toEqual({ ...NOTHING, [key]: 1 })
    expect(await run(plusDays(last, 1))).toEqual(NOTHING)
  })

  test('a key that may be used and a week not yet counted have no deadline', async () => {
    await store.tokens.add(programToken({ since: '2020-01-01' }))
    await store.usage.salt('2020-W01', 's')
    expect(await run('2036-01-15')).toEqual(NOTHING)
    expect(await store.usage.open('2036-W01')).toEqual(['2020-W01'])
  })

  test('the day is the German one: half past midnight there is the evening before by UTC', async () => {
    await proved(store, 'anna', '2026-01-15')
    expect(await run('2029-01-15T22:30:00Z')).toEqual(NOTHING)
    expect(await run('2029-01-15T23:30:00Z')).toEqual({ ...NOTHING, proofs: 1 })
  })
})

test('numbers are of what was deleted: people who learned, rows of all else', async () => {
  for (const person of ['anna', 'bernd']) {
    for (const fill of [learned, answered, reached]) await fill(store, person, '2020-01-15')
    for (const day of ['2020-01-15', '2020-01-16'])
      for (const fill of [proved, looked, sent]) await fill(store, person, day)
  }
  const all = { ...NOTHING, inactiveLearners: 2, conversations: 2, proofs: 4, retrievals: 4, messages: 4 }
  expect(await run('2027-01-15')).toEqual(all)
  expect(await run('2027-01-15')).toEqual(NOTHING)
})

test('whoever learned lately keeps old answers, too', async () => {
  await answered(store, 'anna', '2020-01-15')
  await learned(store, 'anna', '2026-12-01')
  expect(await run('2027-01-15')).toEqual(NOTHING)
  expect(await store.learning.states('pseudonym of anna')).toHaveLength(1)
})
