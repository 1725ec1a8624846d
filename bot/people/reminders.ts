import type { Pack } from '../../policies/pack/pack-schema.js'
import { isWorkingDay } from '../../policies/training/index.js'
import { dayOf, hourOf } from '../clock.js'
import type { Learning } from '../learning/learning.js'
import type { Reminder, Store } from '../storage/store.js'
import { StorageUnavailable } from '../storage/unavailable.js'

export type ReminderDeps = {
  readonly store: Pick<Store, 'reminders' | 'outbox' | 'conversations'>
  readonly learning: Pick<Learning, 'plan'>
  readonly pack: () => Pack
  readonly now: () => Date
}

/** Nobody is reminded later than this, in German time, even if the service stood still in the morning. */
const LAST_HOUR = 18

const REMINDER = 'reminder'

/**
 * Puts today's reminders into the outbox: for those who asked, on working days from their hour on, only if something is
 * due, and once a day however often and by however many replicas this runs. What is damaged about one person keeps nobody
 * else from being reminded. Number of reminders put.
 */
export async function remindThoseDue(deps: ReminderDeps): Promise<number> {
  const at = deps.now()
  if (!isTimeToRemind(at)) return 0
  let put = 0
  let failure: unknown
  for (const reminder of await deps.store.reminders.all()) {
    try {
      if (await remind(reminder, at, deps)) put += 1
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error
      failure ??= error
    }
  }
  if (failure !== undefined) throw failure
  return put
}

/** Whether a reminder put for today may still arrive. */
export const isTimeToRemind = (at: Date): boolean => isWorkingDay(dayOf(at)) && hourOf(at) <= LAST_HOUR

async function remind({ person, hour, lastSent }: Reminder, at: Date, deps: ReminderDeps): Promise<boolean> {
  const { store, learning, pack } = deps
  const today = dayOf(at)
  if (hourOf(at) < hour || (lastSent !== undefined && lastSent >= today)) return false
  if ((await store.conversations.of(person)) === undefined) return false
  const { id: municipality } = pack().manifest
  const { plan } = await learning.plan({ kind: 'person', id: person, municipality, roles: ['beschaeftigt'] })
  if (plan.due.length === 0 || !(await store.reminders.claim(person, today))) return false
  const message = { key: `${REMINDER}/${person}/${today}`, person, kind: REMINDER, content: '{}' }
  return (await store.outbox.put(message, at)) === 'put'
}
