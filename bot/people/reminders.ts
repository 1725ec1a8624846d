import type { Pack } from '../../policies/pack/pack-schema.js'
import { isWorkingDay } from '../../policies/training/index.js'
import { dayOf, hourOf } from '../clock.js'
import type { Learning } from '../learning/learning.js'
import type { Store } from '../storage/store.js'

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
 * due, and once a day however often and by however many replicas this runs. Number of reminders put.
 */
export async function remindThoseDue({ store, learning, pack, now }: ReminderDeps): Promise<number> {
  const at = now()
  const [today, hour] = [dayOf(at), hourOf(at)]
  if (!isWorkingDay(today) || hour > LAST_HOUR) return 0
  const { id: municipality } = pack().manifest
  let put = 0
  for (const { person, hour: wanted, lastSent } of await store.reminders.all()) {
    if (hour < wanted || (lastSent !== undefined && lastSent >= today)) continue
    if ((await store.conversations.of(person)) === undefined) continue
    const { plan } = await learning.plan({ kind: 'person', id: person, municipality, roles: ['beschaeftigt'] })
    if (plan.due.length === 0 || !(await store.reminders.claim(person, today))) continue
    const message = { key: `${REMINDER}/${person}/${today}`, person, kind: REMINDER, content: '{}' }
    if ((await store.outbox.put(message, at)) === 'put') put += 1
  }
  return put
}
