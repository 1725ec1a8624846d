import { describe, expect, test } from '@jest/globals'
import type { Storage } from '../../../bot/storage/open.js'
import type { Proof, Store } from '../../../bot/storage/store.js'
import { onBothEngines } from '../../support/storage.js'

let made = 0
const proof = (own: Partial<Proof> = {}): Proof => ({
  id: `id-${++made}`,
  person: 'p',
  name: 'Erika Beispiel',
  subject: 'g1',
  version: 1,
  day: '2026-11-23',
  provider: undefined,
  ...own,
})

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  const fresh = async (): Promise<Store> => {
    opened ??= open()
    return (await opened).forMunicipality(`m${++municipalities}`)
  }

  describe('proofs', () => {
    test('come back as given, by day, then subject in the order of bytes', async () => {
      const { proofs } = await fresh()
      const given = [
        proof({ subject: 'ä', day: '2026-01-02' }),
        proof({ subject: 'z', day: '2026-01-02', name: undefined, provider: 'Fortbildung Nord' }),
        proof({ subject: 'Z', day: '2026-01-02' }),
        proof({ subject: 'z', day: '2026-01-01', version: 3 }),
        proof({ person: 'q', subject: 'a', day: '2026-01-01' }),
      ]
      for (const one of given) expect(await proofs.add(one)).toBe('added')
      const [umlaut, small, capital, early, other] = given
      expect(await proofs.of('p')).toEqual([early, capital, small, umlaut])
      expect(await proofs.all()).toEqual([other, early, capital, small, umlaut])
    })

    test.each([
      { why: 'the same once more', own: {}, result: 'known' },
      { why: 'under another id and name', own: { id: 'other', name: 'E. B.', version: 2 }, result: 'known' },
      { why: 'another day', own: { id: 'other', day: '2026-11-24' }, result: 'added' },
      { why: 'another subject', own: { id: 'other', subject: 'g2' }, result: 'added' },
      { why: 'another person', own: { id: 'other', person: 'q' }, result: 'added' },
    ])('$why: $result', async ({ own, result }) => {
      const { proofs } = await fresh()
      const first = proof()
      await proofs.add(first)
      expect(await proofs.add({ ...first, ...own })).toBe(result)
      expect(await proofs.all()).toHaveLength(result === 'added' ? 2 : 1)
    })

    test('people are counted once for each subject, from a day on', async () => {
      const { proofs } = await fresh()
      const days = [
        ['p', '2026-01-01'],
        ['p', '2026-01-02'],
        ['q', '2026-01-02'],
        ['r', '2025-12-31'],
      ] as const
      for (const [person, day] of days) await proofs.add(proof({ person, day }))
      await proofs.add(proof({ subject: 'g2' }))
      expect(Object.fromEntries(await proofs.holders('2026-01-01'))).toEqual({ g1: 2, g2: 1 })
      expect((await proofs.holders('2027-01-01')).size).toBe(0)
    })

    test('go by person or by age: the day itself stays', async () => {
      const { proofs } = await fresh()
      for (const day of ['2026-01-01', '2026-01-02', '2026-01-03']) await proofs.add(proof({ day }))
      await proofs.add(proof({ person: 'q' }))
      expect(await proofs.eraseOlder('2026-01-02')).toBe(1)
      expect(await proofs.erasePerson('p')).toBe(2)
      expect((await proofs.all()).map(({ person }) => person)).toEqual(['q'])
    })

    test('who looked is noted and goes by age', async () => {
      const { proofs } = await fresh()
      const given = ['2026-01-02', '2026-01-01'].map((day, at) => ({ id: `r${at}`, by: 'p', what: 'alle', day }))
      for (const one of given) await proofs.noteRetrieval(one)
      expect(await proofs.retrievals()).toEqual(given.toReversed())
      expect(await proofs.eraseRetrievals('2026-01-02')).toBe(1)
      expect(await proofs.retrievals()).toEqual([given[0]])
    })
  })

  test('a conversation: the last reference counts, and it goes by person or by age', async () => {
    const { conversations } = await fresh()
    await conversations.save('p', '{"a":1}', '2026-01-01')
    await conversations.save('p', '{"a":2}', '2026-01-02')
    await conversations.save('q', '{}', '2026-01-01')
    expect(await conversations.of('p')).toEqual({ reference: '{"a":2}', seen: '2026-01-02' })
    expect(await conversations.of('r')).toBeUndefined()
    expect([await conversations.eraseOlder('2026-01-02'), await conversations.of('q')]).toEqual([1, undefined])
    expect([await conversations.erase('p'), await conversations.erase('p')]).toEqual([1, 0])
  })

  describe('reminders', () => {
    test('are set, changed, listed and switched off', async () => {
      const { reminders } = await fresh()
      await reminders.set('q', 9)
      await reminders.set('p', 8)
      expect(await reminders.of('p')).toEqual({ person: 'p', hour: 8, lastSent: undefined })
      await reminders.claim('p', '2026-11-23')
      await reminders.set('p', 10)
      expect(await reminders.all()).toEqual([
        { person: 'p', hour: 10, lastSent: '2026-11-23' },
        { person: 'q', hour: 9, lastSent: undefined },
      ])
      expect([await reminders.off('p'), await reminders.off('p'), await reminders.of('p')]).toEqual([1, 0, undefined])
    })

    test('each day belongs to one of many who ask, and no day comes twice', async () => {
      const { reminders } = await fresh()
      await reminders.set('p', 8)
      for (const day of ['2026-11-23', '2026-11-24']) {
        const claims = await Promise.all(Array.from({ length: 10 }, () => reminders.claim('p', day)))
        expect(claims.filter(Boolean)).toHaveLength(1)
      }
      expect(await reminders.claim('p', '2026-11-23')).toBe(false)
      expect(await reminders.claim('nobody', '2026-11-23')).toBe(false)
    })
  })

  test('a departure: the first note counts, and it ends when erased', async () => {
    const { departures } = await fresh()
    await departures.note('q', '2026-01-02')
    await departures.note('p', '2026-01-01')
    await departures.note('p', '2026-06-01')
    expect(await departures.before('2026-01-03')).toEqual(['p', 'q'])
    expect(await departures.before('2026-01-02')).toEqual(['p'])
    expect([await departures.erase('p'), await departures.before('2026-01-03')]).toEqual([1, ['q']])
  })
})
