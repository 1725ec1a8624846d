import { afterAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../../bot/storage/database.js'
import { type Storage, storageOn } from '../../../bot/storage/open.js'
import type { ProgramToken, Proof, Store } from '../../../bot/storage/store.js'
import { TABLES } from '../../../bot/storage/tables.js'
import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { QuestionState } from '../../../policies/training/schedule.js'
import { onBothEngines } from '../../support/storage.js'

const NOON = new Date('2026-11-23T12:00:00Z')
const NEVER = '9999-12-31'
const LATE = new Date(`${NEVER}T00:00:00Z`)
const PROOF: Proof = { id: 'i', person: 'p', name: 'N', subject: 's', version: 1, day: '2026-01-01', provider: 'a' }
const RETRIEVAL = { id: 'i', by: 'p', what: 'alle', day: '2026-01-01' }
const STATE: QuestionState = {
  question: 'q',
  due: '2026-01-02',
  stability: 1.5,
  difficulty: 5,
  phase: 'learning',
  step: 0,
  lastReview: '2026-01-01',
  rules: 'r@1',
}
const LEARNER = { lessons: { g1: 1 }, pausedUntil: undefined, lastActive: '2026-01-01' }
const TOKEN: ProgramToken = {
  name: 'n',
  digest: 'd',
  tools: ['t'],
  purposes: ['entwerfen'],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Amt 11',
  onFound: 'block',
  perMinute: 60,
  since: '2026-01-01',
  until: '2026-01-02',
  revoked: undefined,
}
const CELL = { tool: 't', purpose: 'p', outcome: 'used' }
const MESSAGE = { key: 'k', person: 'p', kind: 'reminder', content: '{}' }

/** Every method there is (the type sees to it), with the same keys, and what it says where nothing is stored. */
type Call<Repository> = readonly [(own: Repository, taken: string) => Promise<unknown>, nothing: unknown]
const CALLS: { [Name in keyof Store]: { [Method in keyof Store[Name]]: Call<Store[Name]> } } = {
  counters: {
    increment: [own => own.increment('a'), undefined],
    read: [own => own.read(), new Map()],
  },
  memory: {
    recall: [own => own.recall('c', NOON), []],
    keep: [own => own.keep('c', { topic: { ...NO_TOPIC, rules: ['x'] }, replies: [['m', 'other']] }, LATE), undefined],
    replyTo: [own => own.replyTo('c', 'm', NOON), undefined],
    forget: [own => own.forget('c'), undefined],
  },
  learning: {
    learner: [own => own.learner('y'), undefined],
    saveLearner: [own => own.saveLearner('y', { ...LEARNER, lastActive: '2026-02-02' }), undefined],
    states: [own => own.states('y'), []],
    review: [own => own.review('y', STATE, { ...STATE, step: 1 }), 'outdated'],
    erase: [own => own.erase('y'), 0],
    eraseInactive: [own => own.eraseInactive(NEVER), 0],
  },
  proofs: {
    of: [own => own.of('p'), []],
    add: [own => own.add({ ...PROOF, name: 'M' }), 'added'],
    all: [own => own.all(), []],
    holders: [own => own.holders('2000-01-01'), new Map()],
    erasePerson: [own => own.erasePerson('p'), 0],
    eraseOlder: [own => own.eraseOlder(NEVER), 0],
    noteRetrieval: [own => own.noteRetrieval(RETRIEVAL), undefined],
    retrievals: [own => own.retrievals(), []],
    eraseRetrievals: [own => own.eraseRetrievals(NEVER), 0],
  },
  conversations: {
    save: [own => own.save('p', 'other', '2026-02-02'), undefined],
    of: [own => own.of('p'), undefined],
    erase: [own => own.erase('p'), 0],
    eraseOlder: [own => own.eraseOlder(NEVER), 0],
  },
  reminders: {
    of: [own => own.of('p'), undefined],
    set: [own => own.set('p', 17), undefined],
    off: [own => own.off('p'), 0],
    all: [own => own.all(), []],
    claim: [own => own.claim('p', NEVER), false],
  },
  departures: {
    note: [own => own.note('p', '2026-02-02'), undefined],
    before: [own => own.before(NEVER), []],
    erase: [own => own.erase('p'), 0],
  },
  outbox: {
    put: [own => own.put(MESSAGE, NOON), 'put'],
    take: [own => own.take('w', 9, 1000, LATE), []],
    sent: [(own, taken) => own.sent('w', taken, NOON), false],
    retry: [(own, taken) => own.retry('w', taken, 'r', NOON), false],
    failed: [(own, taken) => own.failed('w', taken, 'r', NOON), false],
    counts: [own => own.counts(), { waiting: 0, inFlight: 0, sent: 0, failed: 0, all: 0 }],
    ofPerson: [own => own.ofPerson('p'), []],
    erasePerson: [own => own.erasePerson('p'), 0],
    eraseDone: [own => own.eraseDone(LATE), 0],
  },
  tokens: {
    add: [own => own.add({ ...TOKEN, answersFor: 'Amt 12' }), 'added'],
    all: [own => own.all(), []],
    withDigest: [own => own.withDigest('d'), undefined],
    revoke: [own => own.revoke('n', '2026-02-02'), 'unknown'],
    enter: [own => own.enter('n', 1, NOON), 'in'],
    eraseEnded: [own => own.eraseEnded(NEVER), 0],
  },
  pace: {
    enter: [own => own.enter('p', 1, NOON), 'in'],
    eraseOlder: [own => own.eraseOlder(new Date('9999-01-01')), 0],
  },
  budgets: {
    spent: [own => own.spent('t', '2026-01-01'), 0],
    spend: [own => own.spend('t', '2026-01-01', 5), undefined],
    eraseOlder: [own => own.eraseOlder(NEVER), 0],
  },
  usage: {
    salt: [own => own.salt('2026-W01', 'own'), 'own'],
    note: [own => own.note('2026-W01', CELL, 'h'), 'closed'],
    open: [own => own.open('9999-W01'), []],
    close: [own => own.close('2026-W01', count => count), false],
    closed: [own => own.closed('0000-W01'), []],
    eraseOlder: [own => own.eraseOlder('9999-W01'), 0],
  },
}

/** Puts something under every key; the id of a message that is on its way. */
async function fill(own: Store): Promise<string> {
  await own.counters.increment('a')
  await own.memory.keep('c', { topic: NO_TOPIC, replies: [] }, NOON)
  await own.memory.keep('c', { topic: undefined, replies: [['m', 'reply']] }, NOON)
  await own.learning.saveLearner('y', LEARNER)
  await own.learning.review('y', undefined, STATE)
  await own.proofs.add(PROOF)
  await own.proofs.noteRetrieval(RETRIEVAL)
  await own.conversations.save('p', '{}', '2026-01-01')
  await own.reminders.set('p', 8)
  await own.departures.note('p', '2026-01-01')
  for (const key of ['k', 'done']) await own.outbox.put({ ...MESSAGE, key }, NOON)
  await own.tokens.add(TOKEN)
  await own.tokens.enter('n', 1, NOON)
  await own.budgets.spend('t', '2026-01-01', 3)
  for (const week of ['2026-W00', '2026-W01']) {
    await own.usage.salt(week, 's')
    await own.usage.note(week, CELL, 'h')
  }
  await own.usage.close('2026-W00', () => ({ people: 5, uses: 5 }))
  const [first, second] = await own.outbox.take('w', 2, 1000, NOON)
  await own.outbox.sent('w', second?.id ?? '', NOON)
  return first?.id ?? ''
}

const everything = async ({ all }: Database, municipality: string): Promise<readonly (readonly object[])[]> =>
  Promise.all(
    Object.entries(TABLES).map(async ([table, { key }]) => {
      const keys = sql.join(key.map(name => sql.ref(name)))
      return (
        await sql<object>`select * from ${sql.table(table)} where municipality = ${municipality} order by ${keys}`.execute(
          all,
        )
      ).rows
    }),
  )

onBothEngines(({ fresh }) => {
  let opened: Promise<Database> | undefined
  afterAll(async () => (await opened)?.close())
  const database = (): Promise<Database> => {
    opened ??= fresh().then(async target => {
      const result = await openDatabase(target, 'migrate', NOON)
      if (!result.ok) throw new Error(result.problem)
      return result.database
    })
    return opened
  }
  const storage = async (): Promise<Storage> => storageOn(await database())

  test('every table is filled, so that the tests below have something to miss', async () => {
    await fill((await storage()).forMunicipality('full'))
    expect((await everything(await database(), 'full')).map(rows => rows.length)).not.toContain(0)
  })

  describe.each(Object.keys(CALLS))('%s', name => {
    if (!isRepository(name)) throw new Error(name)
    test.each(Object.entries<Call<never>>(CALLS[name]))(
      '%s neither sees nor changes the rows of another',
      async (method, [, nothing]) => {
        const [other, own] = [`other.${name}.${method}`, `own.${name}.${method}`]
        const one = await storage()
        const taken = await fill(one.forMunicipality(other))
        const before = await everything(await database(), other)
        expect(await called(one.forMunicipality(own), name, method, taken)).toEqual(nothing)
        expect(await everything(await database(), other)).toEqual(before)
      },
    )
  })
})

function isRepository(name: string): name is keyof Store {
  return Object.hasOwn(CALLS, name)
}

function called<Name extends keyof Store>(store: Store, name: Name, method: string, taken: string): Promise<unknown> {
  const calls: Readonly<Record<string, Call<Store[Name]>>> = CALLS[name]
  const call = calls[method]
  if (!call) throw new Error(`${name}.${method}`)
  return call[0](store[name], taken)
}
