import { describe, expect, test } from '@jest/globals'
import { prepared } from '../../../bot/storage/prepared.js'
import { opening } from '../../support/opening.js'
import { recordedDatabase } from '../../support/recorded-database.js'
import { temporaryFolder } from '../../support/storage.js'

describe('a value finds its place', () => {
  test('where it is given, as often as it stands there; what always stands there stays', async () => {
    const { db, sent } = recordedDatabase('a')
    // The municipality is called like an example: it must not be taken for one.
    const run = prepared(db, [{ of: { name: 'a' } }, { of: { name: 'b' } }], ({ of }) =>
      db
        .insertInto('counter')
        .values({ name: of.name, count: 1 })
        .onConflict(known => known.column('name').doUpdateSet({ name: of.name })),
    )
    await run({ of: { name: 'answer.rule' } })
    expect(sent()).toEqual([expect.arrayContaining(['answer.rule', 1, 'a'])])
    expect(sent()[0]?.filter(value => value === 'answer.rule')).toHaveLength(2)
  })

  const folder = temporaryFolder()
  test.each(['a', 'b', 'c', 'd', 'p', 'a0'])('a municipality called %s keeps to itself', async id => {
    const storage = await opening({ kind: 'sqlite', file: `${folder()}/${id}/kompass.db` })
    const [own, other] = [storage.forMunicipality(id), storage.forMunicipality('neustadt')]
    await own.counters.increment('n')
    await own.conversations.save('q', '{}', '2026-01-01')
    await own.budgets.spend('t', '2026-01-01', 5)
    expect(await own.pace.enter('w', 1, new Date(0))).toBe('in')
    expect([await own.conversations.of('q'), await own.budgets.spent('t', '2026-01-01')]).toMatchObject([{}, 5])
    expect([...(await own.counters.read())]).toEqual([['n', 1]])
    expect(await other.pace.enter('w', 1, new Date(0))).toBe('in')
    expect([await other.conversations.of('q'), await other.budgets.spent('t', '2026-01-01')]).toEqual([undefined, 0])
    await storage.close()
  })
})

describe('refused when it is built', () => {
  const { db } = recordedDatabase('neustadt')
  const minute = (at: number) => db.selectFrom('pace').selectAll().where('minute', '=', at)

  test.each([
    {
      why: 'a number that Kysely writes into the statement',
      build: () =>
        prepared(db, [{ at: { minute: 11 } }, { at: { minute: 21 } }], ({ at }) =>
          db
            .selectFrom('pace')
            .select(({ eb }) => eb.case().when('minute', '=', 0).then(1).else(at.minute).end().as('found')),
        ),
    },
    {
      why: 'two values of an example that cannot be told apart',
      build: () => prepared(db, [{ at: { minute: 1, also: 1 } }, { at: { minute: 2, also: 3 } }], () => minute(1)),
    },
    {
      why: 'a value that is made from the one given',
      build: () => prepared(db, [{ at: { minute: 1 } }, { at: { minute: 2 } }], ({ at }) => minute(at.minute + 5)),
    },
  ])('$why', ({ build }) => {
    expect(build).toThrow()
  })
})
