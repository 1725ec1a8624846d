import type { Day } from '../pack/terms.js'

const DAY_MS = 86_400_000
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

/** So many days later (or, below zero, earlier). */
export const plusDays = (day: Day, days: number): Day => dayOf(new Date(dateOf(day).getTime() + days * DAY_MS))

/** So many months later on the same day of the month, or on the last one of a shorter month. */
export function plusMonths(day: Day, months: number): Day {
  const date = dateOf(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return dayOf(date)
}

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** Monday to Friday. Holidays differ by Land and are not looked at. */
export const isWorkingDay = (day: Day): boolean => ![0, 6].includes(dateOf(day).getUTCDay())
