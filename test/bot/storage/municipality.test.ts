import { describe, expect, test } from '@jest/globals'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import { boundTo, type OwnDatabase } from '../../../bot/storage/municipality.js'

const db: OwnDatabase = new Kysely({
  dialect: {
    createDriver: () => new DummyDriver(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: one => new SqliteIntrospector(one),
  },
  plugins: [boundTo('neustadt')],
})

describe('is added to every query', () => {
  test.each([
    {
      why: 'what is read',
      query: db.selectFrom('counter').select('count'),
      sql: 'select "count" from "counter" where "municipality" = ?',
      parameters: ['neustadt'],
    },
    {
      why: 'around an "or", which could otherwise lead past it',
      query: db
        .selectFrom('counter')
        .select('count')
        .where(({ or, eb }) => or([eb('name', '=', 'a'), eb('name', '=', 'b')])),
      sql: 'select "count" from "counter" where "municipality" = ? and (("name" = ? or "name" = ?))',
      parameters: ['neustadt', 'a', 'b'],
    },
    {
      why: 'what is changed',
      query: db.updateTable('counter').set({ count: 1 }).where('name', '=', 'a'),
      sql: 'update "counter" set "count" = ? where "municipality" = ? and ("name" = ?)',
      parameters: [1, 'neustadt', 'a'],
    },
    {
      why: 'what is deleted, all of it as well',
      query: db.deleteFrom('counter'),
      sql: 'delete from "counter" where "municipality" = ?',
      parameters: ['neustadt'],
    },
    {
      why: 'each row put in, and the key it may meet',
      query: db
        .insertInto('counter')
        .values([
          { name: 'a', count: 1 },
          { name: 'b', count: 2 },
        ])
        .onConflict(known => known.column('name').doNothing()),
      sql: 'insert into "counter" ("municipality", "name", "count") values (?, ?, ?), (?, ?, ?) on conflict ("municipality", "name") do nothing',
      parameters: ['neustadt', 'a', 1, 'neustadt', 'b', 2],
    },
    {
      why: 'a row with something computed',
      query: db.insertInto('counter').values({ name: sql<string>`lower('A')`, count: 1 }),
      sql: `insert into "counter" ("municipality", "name", "count") values (?, lower('A'), ?)`,
      parameters: ['neustadt', 1],
    },
    {
      why: 'a query within a query, even twice: when it is built and with the one around it',
      query: db
        .deleteFrom('question_state')
        .where('pseudonym', 'in', db.selectFrom('learner').select('pseudonym').where('last_active', '<', '2026-01-01')),
      sql: 'delete from "question_state" where "municipality" = ? and ("pseudonym" in (select "pseudonym" from "learner" where "municipality" = ? and ("municipality" = ? and ("last_active" < ?))))',
      parameters: ['neustadt', 'neustadt', 'neustadt', '2026-01-01'],
    },
  ])('$why', ({ query, sql: expected, parameters }) => {
    const compiled = query.compile()
    expect(compiled.sql).toBe(expected)
    expect(compiled.parameters).toEqual(parameters)
  })
})

describe('a query it has no answer for is refused', () => {
  test.each([
    { why: 'words of SQL', run: () => sql`delete from counter`.compile(db) },
    { why: 'two tables', run: () => db.selectFrom(['counter', 'proof']).selectAll().compile() },
    {
      why: 'a join',
      run: () => db.selectFrom('proof').innerJoin('reminder', 'reminder.person', 'proof.person').selectAll().compile(),
    },
    {
      why: 'a union',
      run: () => db.selectFrom('proof').select('id').union(db.selectFrom('retrieval').select('id')).compile(),
    },
    {
      why: 'a table made for the query',
      run: () =>
        db
          .with('some', own => own.selectFrom('proof').selectAll())
          .selectFrom('some')
          .selectAll()
          .compile(),
    },
    {
      why: 'a change from another table',
      run: () => db.updateTable('counter').from('proof').set({ count: 1 }).compile(),
    },
    { why: 'a deletion by another table', run: () => db.deleteFrom('counter').using('proof').compile() },
    {
      why: 'an insert from a query',
      run: () =>
        db
          .insertInto('counter')
          .columns(['name', 'count'])
          .expression(db.selectFrom('counter').select(['name', 'count']))
          .compile(),
    },
    { why: 'replacing', run: () => db.replaceInto('counter').values({ name: 'a', count: 1 }).compile() },
    {
      why: 'a conflict with any key',
      run: () =>
        db
          .insertInto('counter')
          .values({ name: 'a', count: 1 })
          .onConflict(any => any.doNothing())
          .compile(),
    },
    { why: 'a change of tables', run: () => db.schema.dropTable('counter').compile() },
  ])('$why', ({ run }) => {
    expect(run).toThrow(/bound/)
  })
})

test('to leave it out, a repository would have to name it: the types know no such column', () => {
  // @ts-expect-error the column is not for repositories
  expect(() => db.selectFrom('counter').select('municipality').compile()).not.toThrow()
})
