import type { Job } from '../jobs.js'
import type { Services } from '../teams/services.js'
import { remindOfApprovals } from './approvals.js'
import { remindThoseDue } from './reminders.js'
import { applyRetention } from './retention.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What the service does for people of its own accord. */
export const dailyAndHourly = ({ store, learning, pack, now }: Services): Job[] => [
  {
    name: 'retention',
    everyMs: DAY,
    run: () => applyRetention({ store, pseudonymOf: learning.pseudonymOf, pack, now }),
  },
  {
    name: 'pace',
    everyMs: HOUR,
    run: async () => ({ forgotten: await store.pace.eraseOlder(new Date(now().getTime() - HOUR)) }),
  },
  {
    name: 'reminders',
    everyMs: 10 * MINUTE,
    run: async () => ({ put: await remindThoseDue({ store, learning, pack, now }) }),
  },
  {
    // Tells each person once; every hour, because once a day could always fall into the night.
    name: 'approvals',
    everyMs: HOUR,
    run: () => remindOfApprovals({ store, pack, now }),
  },
]
