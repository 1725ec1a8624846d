import { expect, test } from '@jest/globals'
import { endOf, secondsOf, startOf } from '../../../bot/proof/moment.js'

test.each([
  { why: 'in winter', day: '2026-11-23', start: '2026-11-22T23:00:00Z', end: '2026-11-23T22:59:59Z' },
  { why: 'in summer', day: '2026-07-01', start: '2026-06-30T22:00:00Z', end: '2026-07-01T21:59:59Z' },
  { why: 'when summer time begins', day: '2026-03-29', start: '2026-03-28T23:00:00Z', end: '2026-03-29T21:59:59Z' },
  { why: 'when summer time ends', day: '2026-10-25', start: '2026-10-24T22:00:00Z', end: '2026-10-25T22:59:59Z' },
  { why: 'in a leap year', day: '2028-02-29', start: '2028-02-28T23:00:00Z', end: '2028-02-29T22:59:59Z' },
])('a German day begins and ends at German midnight $why', ({ day, start, end }) => {
  expect(secondsOf(startOf(day))).toBe(secondsOf(start))
  expect(secondsOf(endOf(day))).toBe(secondsOf(end))
  expect(startOf(day)).toMatch(new RegExp(`^${day}T00:00:00\\+0[12]:00$`))
})
