import type { Day } from '../policies/pack/terms.js'

const GERMAN_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Germany: law starts at midnight there, wherever the server stands. */
export function dayOf(now: Date): Day {
  const quarter = Math.floor(now.getTime() / QUARTER_MS)
  if (quarter !== known.quarter) known = { quarter, day: GERMAN_DAY.format(now) }
  return known.day
}

/** No day of any time zone begins within a quarter of an hour, and reckoning it takes longer than much of an answer. */
const QUARTER_MS = 15 * 60_000
let known: { readonly quarter: number; readonly day: Day } = { quarter: Number.NaN, day: '' }

const GERMAN_HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' })

/** The hour of the day in Germany, 0 to 23. */
export const hourOf = (now: Date): number => Number(GERMAN_HOUR.format(now))
