import type { RequestHandler } from 'express'
import type { UsageView } from '../../../policies/usage-contract.js'
import { dayOf } from '../../clock.js'
import type { Store } from '../../storage/store.js'
import { daysOf, weeksBefore } from './week.js'

export type UsageRouteDeps = { readonly store: Pick<Store, 'usage'>; readonly now: () => Date }

const SHOWN_WEEKS = 26

/** GET /api/usage, for whom the table of doors lets in. The week that runs is never shown. */
export function usageRoute({ store, now }: UsageRouteDeps): RequestHandler {
  return async (_, response) => {
    const cells = await store.usage.closed(weeksBefore(dayOf(now()), SHOWN_WEEKS))
    response.set('cache-control', 'no-store').json({ weeks: weeksOf(cells) } satisfies UsageView)
  }
}

type Closed = Awaited<ReturnType<Store['usage']['closed']>>

function weeksOf(cells: Closed): UsageView['weeks'] {
  const weeks = [...new Set(cells.map(({ week }) => week))].reverse()
  return weeks.map(week => ({
    week,
    ...daysOf(week),
    cells: cells.filter(cell => cell.week === week).map(cellView),
  }))
}

const cellView = ({
  tool,
  purpose,
  outcome,
  people,
  uses,
}: Closed[number]): UsageView['weeks'][number]['cells'][number] => ({
  tool,
  purpose,
  outcome,
  shown: people === 0 ? { kind: 'under' } : { kind: 'least', people, uses },
})
