import { Router } from 'express'
import type { StatisticsView } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { CERTIFICATES, cellOf, cellText, plusMonths } from '../../policies/training/index.js'
import { dayOf } from '../clock.js'
import { CERTIFICATE_TITLES } from '../learning/texts.js'
import type { Store } from '../storage/store.js'
import { falseAlarmsOf } from './false-alarm.js'
import { forPerson, type WhoAsks } from './person-route.js'

export type StatisticsDeps = {
  readonly store: Pick<Store, 'proofs' | 'counters'>
  readonly pack: () => Pack
  readonly now: () => Date
  readonly whoAsks: WhoAsks
}

/** How many people hold what, and how often a finding was none; never a number below five, no sums, nothing by department. */
export function statisticsRoutes({ store, pack, now, whoAsks }: StatisticsDeps): Router {
  const routes = Router()
  routes.get(
    '/api/statistics',
    forPerson('GET /api/statistics', whoAsks, async (_, __, response) => {
      const current = pack()
      const { training } = current
      const since = plusMonths(dayOf(now()), -training.settings.valid_months)
      const holders = await store.proofs.holders(since)
      const subjects = [
        ...Object.values(CERTIFICATES).map(id => ({ id, title: CERTIFICATE_TITLES[id] ?? id })),
        ...training.modules.map(({ id, title }) => ({ id, title })),
      ]
      const rows = subjects.map(({ id, title }) => ({
        subject: id,
        title,
        people: cellText(cellOf(holders.get(id) ?? 0)),
      }))
      const falseAlarms = falseAlarmsOf(current, await store.counters.read())
      response.json({ since, rows, falseAlarms } satisfies StatisticsView)
    }),
  )
  return routes
}
