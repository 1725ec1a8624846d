import { Router } from 'express'
import { FalseAlarm } from '../../policies/contract.js'
import type { StatisticsView } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { cellOf, cellText } from '../../policies/training/index.js'
import type { Counters } from '../storage/store.js'
import { type WhoAsks, withBody } from './person-route.js'
import { refuse } from './problem.js'

export type FalseAlarmDeps = {
  readonly pack: () => Pack
  readonly counters: Pick<Counters, 'increment'>
  readonly whoAsks: WhoAsks
}

/** POST /api/false-alarm: counts that somebody took a finding for none. Neither who nor what stood there is known here. */
export function falseAlarmRoutes({ pack, counters, whoAsks }: FalseAlarmDeps): Router {
  return Router().post(
    '/api/false-alarm',
    withBody(
      'POST /api/false-alarm',
      whoAsks,
      FalseAlarm,
      async (_, alarm, response) => {
        // Only pairs the pack knows: so no rule can be made up to say something with.
        if (!pack().protect.kinds.some(({ id, rule }) => id === alarm.kind && rule === alarm.rule))
          return refuse(response, 400, 'Diese Art gibt es bei dieser Regel nicht. Bitte laden Sie die Seite neu.')
        await counters.increment(counterOf(alarm))
        response.status(204).end()
      },
      SMALL,
    ),
  )
}

/** Two ids need no more. */
const SMALL = '1kb'

const counterOf = ({ kind, rule }: FalseAlarm): string => `false-alarm.${kind}.${rule}`

/** Every kind the pack has words for, with how often it was reported, as it may be shown. */
export const falseAlarmsOf = (
  { protect }: Pick<Pack, 'protect'>,
  counts: ReadonlyMap<string, number>,
): StatisticsView['falseAlarms'] =>
  protect.kinds.map(({ id: kind, name, rule }) => ({
    kind,
    name,
    rule,
    reports: cellText(cellOf(counts.get(counterOf({ kind, rule })) ?? 0)),
  }))
