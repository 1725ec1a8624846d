import type { Day } from '../policies/pack/terms.js'

const GERMAN_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Germany: law starts at midnight there, wherever the server stands. */
export const dayOf = (now: Date): Day => GERMAN_DAY.format(now)

const GERMAN_HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' })

/** The hour of the day in Germany, 0 to 23. */
export const hourOf = (now: Date): number => Number(GERMAN_HOUR.format(now))
