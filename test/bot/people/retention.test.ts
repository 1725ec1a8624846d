import { beforeEach, describe, expect, test } from '@jest/globals'
import { applyRetention } from '../../../bot/people/retention.js'
import { freshStore } from '../../support/fresh-store.js'
import { musterstadt } from '../../support/musterstadt.js'

const PACK = await musterstadt()

let store: ReturnType<typeof freshStore>
beforeEach(() => {
  store = freshStore()
})

const run = (day: string) =>
  applyRetention({
    store,
    pseudonymOf: person => `pseudonym of ${person}`,
    pack: () => PACK,
    now: () => new Date(`${day}T03:00:00Z`),
  })

const proof = (person: string, day: string) => ({
  id: `${person}-${day}`,
  person,
  name: undefined,
  subject: 'g1',
  version: 1,
  day,
  provider: undefined,
})
const NOTHING = { inactiveLearners: 0, departed: 0, conversations: 0, proofs: 0, retrievals: 0, messages: 0 }

describe('what has been kept long enough goes, and nothing a day earlier', () => {
  test.each([
    {
      what: 'learning state, 18 months',
      fill: () => store.learning.saveLearner('p', { lessons: {}, pausedUntil: undefined, lastActive: '2026-01-15' }),
      kept: '2027-07-15',
      gone: '2027-07-16',
      key: 'inactiveLearners',
    },
    {
      what: 'where a person is reached, 12 months',
      fill: () => store.conversations.save('a', '{}', '2026-01-15'),
      kept: '2027-01-15',
      gone: '2027-01-16',
      key: 'conversations',
    },
    {
      what: 'proof, 36 months',
      fill: () => store.proofs.add(proof('a', '2026-01-15')),
      kept: '2029-01-15',
      gone: '2029-01-16',
      key: 'proofs',
    },
    {
      what: 'who looked at the list, 36 months',
      fill: () => store.proofs.noteRetrieval({ id: 'r', by: 'team', what: 'proofs.csv', day: '2026-01-15' }),
      kept: '2029-01-15',
      gone: '2029-01-16',
      key: 'retrievals',
    },
  ])('$what', async ({ fill, kept, gone, key }) => {
    await fill()
    expect(await run(kept)).toEqual(NOTHING)
    expect(await run(gone)).toEqual({ ...NOTHING, [key]: 1 })
    expect(await run(gone)).toEqual(NOTHING)
  })
})

describe('people who left', () => {
  test('everything about them goes thirty days later, and nothing about others', async () => {
    for (const person of ['anna', 'bernd']) {
      const active = { lessons: {}, pausedUntil: undefined, lastActive: '2026-11-20' }
      await store.learning.saveLearner(`pseudonym of ${person}`, active)
      await store.proofs.add(proof(person, '2026-11-20'))
      await store.conversations.save(person, '{}', '2026-11-20')
      await store.reminders.set(person, 9)
      await store.outbox.put({ key: person, person, kind: 'reminder', content: '{}' }, new Date('2026-11-20'))
    }
    await store.departures.note('anna', '2026-11-21')
    expect(await run('2026-12-21')).toEqual(NOTHING)
    expect(await run('2026-12-22')).toMatchObject({ departed: 1 })
    const left = async (person: string) => [
      await store.learning.learner(`pseudonym of ${person}`),
      (await store.proofs.of(person)).length,
      await store.conversations.of(person),
      await store.reminders.of(person),
      (await store.outbox.ofPerson(person)).length,
    ]
    expect(await left('anna')).toEqual([undefined, 0, undefined, undefined, 0])
    expect((await left('bernd')).every(Boolean)).toBe(true)
    expect(await run('2026-12-22')).toEqual(NOTHING)
  })
})
