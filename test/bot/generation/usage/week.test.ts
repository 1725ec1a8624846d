import { expect, test } from '@jest/globals'
import { daysOf, weekOf, weeksBefore } from '../../../../bot/generation/usage/week.js'
import { plusDays } from '../../../../policies/training/index.js'

test.each([
  { why: 'a Monday', day: '2026-11-23', week: '2026-W48', from: '2026-11-23', until: '2026-11-29' },
  { why: 'its Sunday', day: '2026-11-29', week: '2026-W48', from: '2026-11-23', until: '2026-11-29' },
  {
    why: 'the year has begun, its first week not',
    day: '2027-01-03',
    week: '2026-W53',
    from: '2026-12-28',
    until: '2027-01-03',
  },
  {
    why: 'the first week begins before the year',
    day: '2024-12-30',
    week: '2025-W01',
    from: '2024-12-30',
    until: '2025-01-05',
  },
  {
    why: 'the first of January is a Monday',
    day: '2024-01-01',
    week: '2024-W01',
    from: '2024-01-01',
    until: '2024-01-07',
  },
  {
    why: 'a week with the switch to summer time',
    day: '2026-03-29',
    week: '2026-W13',
    from: '2026-03-23',
    until: '2026-03-29',
  },
])('$why: $week', ({ day, week, from, until }) => {
  expect(weekOf(day)).toBe(week)
  expect(daysOf(week)).toEqual({ from, until })
})

test('for thirty years every week has seven days, and weeks sort as they run', () => {
  const days = Array.from({ length: 7 * 52 * 30 }, (_, at) => plusDays('2015-01-05', at))
  const weeks = days.map(weekOf)
  expect(weeks).toEqual([...weeks].sort())
  for (const [at, week] of weeks.entries()) {
    expect(week).toBe(weeks[at - (at % 7)])
    if (at % 7 === 0) expect(daysOf(week).from).toBe(days[at])
  }
  expect(new Set(weeks).size).toBe(52 * 30)
})

test('so many weeks before', () => {
  expect(weeksBefore('2026-11-23', 48)).toBe('2025-W52')
})
