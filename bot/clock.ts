import type { Day } from '../policies/pack/terms.js'

const GERMAN_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Germany: law starts at midnight there, wherever the server stands. */
export const dayOf = (now: Date): Day => GERMAN_DAY.format(now)
