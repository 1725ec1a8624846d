import type { LessonView } from '../../../policies/learning-contract.js'
import { type Card, type Element, execute, list, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { questionsWords } from './learn-texts.js'

export type LessonCardData = {
  readonly lesson: LessonView
  /** Counts from 0. */
  readonly screen: number
  readonly questions: number
  readonly issuer: Issuer
}

/** One screen of a lesson, with the way back and on; the last one leads to the questions. */
export function lessonCard({ lesson, screen, questions, issuer }: LessonCardData): Card {
  const { id, title, version, goals, screens } = lesson
  const last = screens.length - 1
  const at = Math.max(0, Math.min(screen, last))
  const page = screens[at]
  const heading = page?.title ?? title
  const body: Element[] = [
    text(`${id.toUpperCase()} ${title} · Seite ${at + 1} von ${screens.length}`, { size: 'small', isSubtle: true }),
    text(heading, { size: 'large', weight: 'bolder', style: 'heading', spacing: 'none' }),
    ...(at === 0 ? [text('Nach dieser Lektion:', { weight: 'bolder' }), list(goals)] : []),
    ...(page ? [text(page.text)] : []),
    ...(page && page.points.length > 0 ? [list(page.points)] : []),
    ...(page?.example
      ? [
          {
            type: 'Container' as const,
            style: 'emphasis' as const,
            items: [text('Zum Beispiel', { weight: 'bolder' }), text(page.example, { spacing: 'small' })],
          },
        ]
      : []),
    ...rows(
      [
        at < last
          ? { ...execute('Weiter', 'lesson', { module: id, screen: at + 1 }), style: 'positive' as const }
          : {
              ...execute(`Zu den ${questionsWords(questions)}`, 'round', { module: id, version }),
              style: 'positive' as const,
            },
        ...(at > 0 ? [execute('Zurück', 'lesson', { module: id, screen: at - 1 })] : []),
        execute('Später weiter', 'learn', {}),
      ],
      'medium',
    ),
  ]
  const said = [`${title}, Seite ${at + 1} von ${screens.length}. ${heading}.`, ...(page ? [page.text] : [])]
  return framed('de', said.join(' '), body, issuer)
}
