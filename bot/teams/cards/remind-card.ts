import { type Card, execute, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

export type RemindCardData = {
  /** The hour asked for, in German time; undefined: no reminders. */
  readonly hour: number | undefined
  /** Whether it is known where to write to; somebody who only uses the page was never met in a chat. */
  readonly reachable: boolean
  readonly notice?: string
  readonly issuer: Issuer
}

const HOURS = [8, 9, 11, 13, 15] as const

/** `erinnern`: only for those who ask for it, on working days, at most once a day, and only if something is due. */
export function remindCard({ hour, reachable, notice, issuer }: RemindCardData): Card {
  const title = hour === undefined ? 'Möchten Sie erinnert werden?' : `Erinnerung um ${hour} Uhr`
  const lines =
    hour === undefined
      ? [
          'Ich melde mich nur, wenn etwas aufzufrischen ist: montags bis freitags, höchstens einmal am Tag, zur Uhrzeit Ihrer Wahl.',
        ]
      : ['Ich melde mich montags bis freitags höchstens einmal am Tag, und nur, wenn etwas aufzufrischen ist.']
  return framed(
    'de',
    [title, ...lines].join(' '),
    [
      text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
      ...(notice === undefined ? [] : [text(notice, { weight: 'bolder' })]),
      ...lines.map(line => text(line)),
      ...(reachable ? [] : [text('Damit ich Sie erreiche, schreiben Sie mir bitte einmal im Chat von Teams.')]),
      text(hour === undefined ? 'Um wie viel Uhr?' : 'Andere Uhrzeit:', { weight: 'bolder' }),
      ...rows(HOURS.map(value => execute(`${value} Uhr`, 'remind', { hour: value }))),
      text('Auch jede andere volle Stunde von 7 bis 18 Uhr geht, zum Beispiel mit „erinnern um 10“.', {
        size: 'small',
        isSubtle: true,
      }),
      ...rows(
        [
          ...(hour === undefined ? [] : [execute('Nicht mehr erinnern', 'remind', { hour: null })]),
          execute('Zur Übersicht', 'learn', {}),
        ],
        'medium',
      ),
    ],
    issuer,
  )
}
