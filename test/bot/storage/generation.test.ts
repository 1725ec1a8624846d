import { describe, expect, test } from '@jest/globals'
import type { Storage } from '../../../bot/storage/open.js'
import type { Store, UsageCount } from '../../../bot/storage/store.js'
import { opening } from '../../support/opening.js'
import { programToken } from '../../support/program-token.js'
import { onBothEngines } from '../../support/storage.js'

const CELL = { tool: 'mucgpt', purpose: 'entwerfen', outcome: 'used' }
const OTHER = { ...CELL, outcome: 'training' }
const WEEK = '2026-W48'
const asItIs = (count: UsageCount): UsageCount => count
const times = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

onBothEngines(({ open, fresh }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  const own = async (): Promise<Store> => {
    opened ??= open()
    return (await opened).forMunicipality(`m${++municipalities}`)
  }
  /** The same database as two replicas see it. */
  const replicas = async (work: (one: Store, other: Store) => Promise<void>): Promise<void> => {
    const target = await fresh()
    const both = [await opening(target), await opening(target)] as const
    try {
      await work(both[0].forMunicipality('m'), both[1].forMunicipality('m'))
    } finally {
      for (const storage of both) await storage.close()
    }
  }

  describe('tokens', () => {
    test('come back as given, by name and by digest', async () => {
      const { tokens } = await own()
      const full = programToken({ name: 'b', digest: 'd1', procedure: 'x', until: '2027-01-01', revoked: '2026-12-01' })
      const bare = programToken({ name: 'a', digest: 'd2', tools: [], purposes: [] })
      for (const token of [full, bare]) expect(await tokens.add(token)).toBe('added')
      expect(await tokens.all()).toEqual([bare, full])
      expect(await tokens.withDigest('d1')).toEqual(full)
      expect(await tokens.withDigest('d3')).toBeUndefined()
    })

    test('a name is taken once, and stays taken when revoked', async () => {
      const { tokens } = await own()
      await tokens.add(programToken())
      await tokens.revoke('open-webui', '2026-11-20')
      expect(await tokens.add(programToken({ digest: 'other' }))).toBe('known')
      expect((await tokens.all()).map(({ digest }) => digest)).toEqual([programToken().digest])
    })

    test('are revoked once, and the first day stays', async () => {
      const { tokens } = await own()
      await tokens.add(programToken())
      expect(await tokens.revoke('open-webui', '2026-11-20')).toBe('revoked')
      expect(await tokens.revoke('open-webui', '2026-11-21')).toBe('known')
      expect(await tokens.revoke('other', '2026-11-21')).toBe('unknown')
      expect((await tokens.all()).map(({ revoked }) => revoked)).toEqual(['2026-11-20'])
    })

    const at = (minute: number, second = 0): Date => new Date((minute * 60 + second) * 1000)
    test.each([
      { why: 'the first call', before: [], now: at(10), result: 'in' },
      { why: 'the last that fits', before: [at(10), at(10), at(10)], now: at(10, 59), result: 'in' },
      { why: 'one too many', before: [at(10), at(10), at(10), at(10)], now: at(10, 59), result: [4, 0] },
      { why: 'just after the full minute', before: times(4).map(() => at(10, 59)), now: at(11, 1), result: [0, 4] },
      { why: 'a quarter of a minute later', before: times(4).map(() => at(10, 59)), now: at(11, 15), result: 'in' },
      { why: 'but one only', before: [...times(4).map(() => at(10, 59)), at(11, 15)], now: at(11, 15), result: [1, 4] },
      { why: 'two minutes later', before: times(4).map(() => at(10)), now: at(12), result: 'in' },
      { why: 'a replica whose clock is behind', before: times(4).map(() => at(10)), now: at(9, 50), result: [4, 0] },
      { why: 'a replica whose clock is days ahead', before: times(4).map(() => at(9999)), now: at(9), result: 'in' },
      { why: 'asked in vain a hundred times', before: times(104).map(() => at(10)), now: at(11, 15), result: 'in' },
    ])('enter: $why', async ({ before, now, result }) => {
      const { tokens } = await own()
      for (const earlier of before) await tokens.enter('p', 4, earlier)
      await tokens.enter('other', 4, at(10))
      const pace = await tokens.enter('p', 4, now)
      expect(pace === 'in' ? pace : [pace.calls, pace.previous]).toEqual(result)
    })

    test('of calls to two replicas at once as many come in as fit', async () => {
      await replicas(async (one, other) => {
        const calls = times(60).map(turn => (turn % 2 ? one : other).tokens.enter('p', 25, at(7)))
        expect((await Promise.all(calls)).filter(result => result === 'in')).toHaveLength(25)
      })
    })

    test('that ended go with their pace after a day, whatever ended them', async () => {
      const { tokens } = await own()
      const ends = { kept: {}, revoked: { revoked: '2026-05-31' }, late: { revoked: '2026-06-01' } }
      for (const [name, end] of Object.entries({
        ...ends,
        over: { until: '2026-05-31' },
        last: { until: '2026-06-01' },
      })) {
        await tokens.add(programToken({ name, digest: name, ...end }))
        await tokens.enter(name, 1, at(1))
      }
      expect(await tokens.eraseEnded('2026-06-01')).toBe(2)
      expect((await tokens.all()).map(({ name }) => name)).toEqual(['kept', 'last', 'late'])
      expect(await tokens.enter('over', 1, at(1))).toBe('in')
      expect(await tokens.enter('kept', 1, at(1))).toEqual({ calls: 1, previous: 0 })
    })
  })

  describe('the pace of people', () => {
    const at = (minute: number): Date => new Date(minute * 60_000)

    test('is one over all replicas', async () => {
      await replicas(async (one, other) => {
        const entered = await Promise.all(times(20).map(turn => (turn % 2 ? one : other).pace.enter('p', 12, at(1))))
        expect(entered.filter(result => result === 'in')).toHaveLength(12)
        expect(await one.pace.enter('q', 12, at(1))).toBe('in')
      })
    })

    test('goes with its hour, and neither takes anything from programs nor goes with them', async () => {
      const { pace, tokens } = await own()
      await tokens.add(programToken({ name: 'p', digest: 'p' }))
      expect(await pace.enter('p', 1, at(1))).toBe('in')
      expect(await tokens.enter('p', 1, at(1))).toBe('in')
      await tokens.eraseEnded('9999-01-01')
      expect(await pace.enter('p', 1, at(1))).toEqual({ calls: 1, previous: 0 })
      expect(await pace.eraseOlder(at(1))).toBe(0)
      expect(await pace.eraseOlder(at(2))).toBe(1)
      expect(await pace.enter('p', 1, at(1))).toBe('in')
      expect(await tokens.enter('p', 1, at(1))).toEqual({ calls: 1, previous: 0 })
    })
  })

  describe('budgets', () => {
    test('are kept by tool and day', async () => {
      const { budgets } = await own()
      expect(await budgets.spent('t', '2026-11-23')).toBe(0)
      for (const tokens of [5, 7]) await budgets.spend('t', '2026-11-23', tokens)
      await budgets.spend('t', '2026-11-24', 1)
      await budgets.spend('other', '2026-11-23', 2)
      expect(await budgets.spent('t', '2026-11-23')).toBe(12)
      expect(await budgets.eraseOlder('2026-11-24')).toBe(2)
      expect(await budgets.spent('t', '2026-11-23')).toBe(0)
      expect(await budgets.spent('t', '2026-11-24')).toBe(1)
    })

    test('lose nothing where two replicas spend at once', async () => {
      await replicas(async (one, other) => {
        await Promise.all(times(60).map(at => (at % 2 ? one : other).budgets.spend('t', '2026-11-23', at)))
        expect(await one.budgets.spent('t', '2026-11-23')).toBe(1_770)
      })
    })
  })

  describe('usage', () => {
    const noted = async ({ usage }: Store, week = WEEK): Promise<void> => {
      await usage.salt(week, 's')
      for (const hash of ['a', 'b', 'a']) expect(await usage.note(week, CELL, hash)).toBe('noted')
      expect(await usage.note(week, OTHER, 'a')).toBe('noted')
    }

    test('the first salt of a week is the salt of all', async () => {
      await replicas(async (one, other) => {
        const salts = await Promise.all(times(20).map(at => (at % 2 ? one : other).usage.salt(WEEK, `s${at}`)))
        expect(new Set(salts).size).toBe(1)
        expect(await one.usage.salt('2026-W49', 'new')).toBe('new')
      })
    })

    test('counts people once and uses each time, by cell, and shows nothing before the week is closed', async () => {
      const store = await own()
      await noted(store)
      expect(await store.usage.closed('0000-W01')).toEqual([])
      const counted: UsageCount[] = []
      const shown = (count: UsageCount): UsageCount => {
        counted.push(count)
        return { people: count.people * 10, uses: count.uses * 10 }
      }
      expect(await store.usage.close(WEEK, shown)).toBe(true)
      expect(counted).toEqual(
        expect.arrayContaining([
          { people: 2, uses: 3 },
          { people: 1, uses: 1 },
        ]),
      )
      expect(await store.usage.closed(WEEK)).toEqual([
        { week: WEEK, ...OTHER, people: 10, uses: 10 },
        { week: WEEK, ...CELL, people: 20, uses: 30 },
      ])
      expect(await store.usage.closed('2026-W49')).toEqual([])
    })

    test('a closed week has no salt, takes nothing more, and is not closed again', async () => {
      const store = await own()
      await noted(store)
      expect(await store.usage.open('2026-W49')).toEqual([WEEK])
      expect(await store.usage.open(WEEK)).toEqual([])
      await store.usage.close(WEEK, asItIs)
      const before = await store.usage.closed(WEEK)
      expect(await store.usage.salt(WEEK, 'again')).toBeUndefined()
      expect(await store.usage.note(WEEK, CELL, 'c')).toBe('closed')
      expect(await store.usage.close(WEEK, () => ({ people: 99, uses: 99 }))).toBe(false)
      expect(await store.usage.closed(WEEK)).toEqual(before)
      expect(await store.usage.open('9999-W01')).toEqual([])
    })

    test('closed by two replicas while others note, every use noted is in the count, and one replica closes', async () => {
      await replicas(async (one, other) => {
        for (const week of times(12).map(turn => `2026-W${turn + 10}`)) {
          await one.usage.salt(week, 's')
          const notes = times(24).map(async turn => {
            const tool = `t${turn % 8}`
            const result = await (turn % 2 ? one : other).usage.note(week, { ...CELL, tool }, `p${turn}`)
            return result === 'noted' ? tool : ''
          })
          const closes = [one, other].map(async ({ usage }) => {
            await Promise.race(notes)
            return usage.close(week, asItIs)
          })
          const taken = (await Promise.all(notes)).filter(Boolean)
          expect((await Promise.all(closes)).sort()).toEqual([false, true])
          const cells = (await one.usage.closed(week)).filter(cell => cell.week === week)
          const counted = new Map(cells.map(({ tool, people, uses }) => [tool, [people, uses]]))
          for (const tool of new Set(taken)) {
            const count = taken.filter(one => one === tool).length
            expect(counted.get(tool)).toEqual([count, count])
          }
          expect(counted.size).toBe(new Set(taken).size)
        }
      })
    })

    test('old weeks go, open ones stay', async () => {
      const store = await own()
      for (const week of ['2024-W01', '2024-W02', '2024-W03']) await noted(store, week)
      for (const week of ['2024-W02', '2024-W03']) await store.usage.close(week, asItIs)
      expect(await store.usage.eraseOlder('2024-W03')).toBe(1)
      expect(new Set((await store.usage.closed('0000-W01')).map(({ week }) => week))).toEqual(new Set(['2024-W03']))
      expect(await store.usage.open('2025-W01')).toEqual(['2024-W01'])
    })
  })
})
