import { germanDate } from '../../../policies/language/german-date.js'
import type { Day } from '../../../policies/pack/terms.js'
import { type Card, execute, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

export type PauseCardData = {
  readonly pausedUntil: Day | undefined
  readonly today: Day
  /** Said first, where a wish could not be followed. */
  readonly notice?: string
  readonly issuer: Issuer
}

/** `pause`: for leave or a busy time, until a day; repetition waits so long and nothing is lost. */
export function pauseCard({ pausedUntil, today, notice, issuer }: PauseCardData): Card {
  const title = pausedUntil === undefined ? 'Pause machen' : `Pause bis ${germanDate(pausedUntil)}`
  const line =
    pausedUntil === undefined
      ? 'Wie lange möchten Sie nicht wiederholen und nicht erinnert werden? Ihr Stand bleibt, wie er ist.'
      : 'Bis dahin wiederholen wir nichts und erinnern Sie nicht. An diesem Tag geht es weiter, Ihr Stand bleibt, wie er ist.'
  return framed(
    'de',
    `${title}. ${line}`,
    [
      text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
      ...(notice === undefined ? [] : [text(notice, { weight: 'bolder' })]),
      text(line),
      text(pausedUntil === undefined ? 'Ab heute:' : 'Ab heute neu festlegen:', { weight: 'bolder' }),
      ...rows([
        execute('1 Woche', 'pause', { weeks: 1 }),
        execute('2 Wochen', 'pause', { weeks: 2 }),
        execute('3 Wochen', 'pause', { weeks: 3 }),
        ...(pausedUntil === undefined ? [] : [execute('Pause beenden', 'pause', { weeks: 0 })]),
      ]),
      { type: 'Input.Date', id: 'until', label: 'Oder wählen Sie den Tag, an dem es weitergeht', min: today },
      ...rows(
        [execute('Bis zu diesem Tag', 'pause', { chosen: true }), execute('Zur Übersicht', 'learn', {})],
        'medium',
      ),
    ],
    issuer,
  )
}
