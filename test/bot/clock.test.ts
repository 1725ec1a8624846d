import { describe, expect, test } from '@jest/globals'
import { dayOf, hourOf } from '../../bot/clock.js'
import { Day } from '../../policies/pack/terms.js'

describe('the German day', () => {
  test.each([
    { why: 'noon is the same day everywhere in Europe', moment: '2026-11-23T12:00:00Z', day: '2026-11-23' },
    { why: 'in winter the German day begins an hour before UTC', moment: '2026-12-01T23:00:00Z', day: '2026-12-02' },
    { why: 'a second earlier it is still the day before', moment: '2026-12-01T22:59:59Z', day: '2026-12-01' },
    { why: 'in summer it begins two hours before', moment: '2026-08-01T22:00:00Z', day: '2026-08-02' },
    { why: 'a second earlier it is not', moment: '2026-08-01T21:59:59Z', day: '2026-08-01' },
    { why: 'the night when clocks go back keeps its date', moment: '2026-10-25T01:30:00Z', day: '2026-10-25' },
    { why: 'the year turns in Germany first', moment: '2026-12-31T23:30:00Z', day: '2027-01-01' },
    { why: 'days and months have two digits', moment: '2027-02-03T10:00:00Z', day: '2027-02-03' },
  ])('$why', ({ moment, day }) => {
    expect(dayOf(new Date(moment))).toBe(day)
    expect(Day.safeParse(dayOf(new Date(moment))).success).toBe(true)
  })
})

describe('the German hour', () => {
  test.each([
    { why: 'in winter one more than UTC', moment: '2026-11-23T08:59:59Z', hour: 9 },
    { why: 'in summer two more', moment: '2026-07-01T08:00:00Z', hour: 10 },
    { why: 'midnight is 0, never 24', moment: '2026-11-22T23:00:00Z', hour: 0 },
    { why: 'the last hour of the day', moment: '2026-11-23T22:59:59Z', hour: 23 },
    { why: 'clocks go forward: a second before', moment: '2027-03-28T00:59:59Z', hour: 1 },
    { why: 'clocks go forward: there is no hour 2', moment: '2027-03-28T01:00:00Z', hour: 3 },
    { why: 'clocks go back: hour 2', moment: '2026-10-25T00:30:00Z', hour: 2 },
    { why: 'clocks go back: hour 2 once more', moment: '2026-10-25T01:30:00Z', hour: 2 },
    { why: 'clocks went back: hour 3', moment: '2026-10-25T02:00:00Z', hour: 3 },
  ])('$why', ({ moment, hour }) => {
    expect(hourOf(new Date(moment))).toBe(hour)
  })
})
