import type { LearningView } from '../../../policies/learning-contract.js'
import { type Card, type Element, execute, list, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { certificateWords } from './learn-texts.js'

export type ProofCardData = { readonly view: LearningView; readonly page: string; readonly issuer: Issuer }

/** `nachweis`: which certificates one holds, where to get them as PDF, and what is missing. */
export function proofCard({ view, page, issuer }: ProofCardData): Card {
  const courses = view.courses.filter(({ open, modules }) => open && modules.length > 0)
  const held = courses.filter(({ certificate }) => certificate.standing.kind === 'valid')
  const title = held.length === 0 ? 'Noch kein Nachweis' : held.length === 1 ? 'Ihr Nachweis' : 'Ihre Nachweise'
  const missing = courses.filter(({ certificate }) => certificate.standing.kind !== 'valid')
  const body: Element[] = [
    text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
    courses.length > 0
      ? list(courses.map(({ certificate }) => certificateWords(certificate.title, certificate.standing)))
      : text('Hier gibt es zurzeit keine Kurse.'),
    ...missing.flatMap(({ title: course, modules }) => {
      const left = modules.filter(({ toLearn }) => toLearn).map(({ title: name }) => name)
      return left.length > 0 ? [text(`Für den ${course} fehlt noch:`, { weight: 'bolder' }), list(left)] : []
    }),
    ...(held.length > 0
      ? [
          text(
            'Auf der Seite gibt es dazu ein PDF und eine digitale Datei (Open Badges), die jede Stelle ohne Anmeldung prüfen kann.',
          ),
        ]
      : []),
    text('Festgehalten werden nur Person, Modul, Fassung und Datum. Antworten und Versuche nicht.', {
      size: 'small',
      isSubtle: true,
    }),
    ...rows(
      [
        ...(held.length > 0 ? [openUrl('Nachweis herunterladen', page)] : []),
        ...(missing.length > 0 ? [execute('Weiterlernen', 'learn', {})] : []),
        execute('Mein Fortschritt', 'progress', {}),
      ],
      'medium',
    ),
  ]
  return framed('de', title, body, issuer)
}
