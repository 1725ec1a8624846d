import type { Day } from '../../policies/pack/terms.js'
import { dayOf, hourOf } from '../clock.js'

/** A German wall-clock time of a day as a moment with its offset, readable in both ways: 2026-11-23T00:00:00+01:00. */
function germanMoment(day: Day, time: '00:00:00' | '23:59:59'): string {
  const hour = Number(time.slice(0, 2))
  const summer = `${day}T${time}+02:00`
  const then = new Date(summer)
  return dayOf(then) === day && hourOf(then) === hour ? summer : `${day}T${time}+01:00`
}

export const startOf = (day: Day): string => germanMoment(day, '00:00:00')
/** The last second of a day. */
export const endOf = (day: Day): string => germanMoment(day, '23:59:59')

/** Seconds since 1970, as JSON Web Tokens count. */
export const secondsOf = (moment: string | Date): number => Math.floor(new Date(moment).getTime() / 1000)
