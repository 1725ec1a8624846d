import type { Day } from '../../../policies/pack/terms.js'
import { plusDays } from '../../../policies/training/index.js'

const WEEK = 7

/** The ISO week of a day, `2026-W48`: it belongs to the year its Thursday is in. Sorts as it runs. */
export function weekOf(day: Day): string {
  const thursday = plusDays(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const first = mondayOf(`${year}-01-04`)
  const number = (Date.parse(thursday) - Date.parse(first)) / 86_400_000
  return `${year}-W${String(Math.floor(number / WEEK) + 1).padStart(2, '0')}`
}

/** First and last day of a week. */
export function daysOf(week: string): { readonly from: Day; readonly until: Day } {
  const from = plusDays(mondayOf(`${week.slice(0, 4)}-01-04`), (Number(week.slice(6)) - 1) * WEEK)
  return { from, until: plusDays(from, WEEK - 1) }
}

export const weeksBefore = (day: Day, weeks: number): string => weekOf(plusDays(day, -weeks * WEEK))

/** `getUTCDay` counts from Sunday, ISO from Monday. */
const mondayOf = (day: Day): Day => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK))
