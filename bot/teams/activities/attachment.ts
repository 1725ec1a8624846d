import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { type Outcome, send } from '../turn.js'
import type { Scene } from './activity.js'

const WHAT = { file: 'Dateien', image: 'Bilder', voice: 'Sprachnachrichten' } as const

/** A file, picture or voice message: nothing is opened here, and the way on is named. */
export function attachment(what: keyof typeof WHAT, { pack }: Pick<Scene, 'pack'>): Outcome {
  return send(
    noticeCard(
      {
        title: `${WHAT[what]} kann ich hier nicht prüfen`,
        lines: [
          'Ich habe nichts geöffnet und nichts gespeichert. Beschreiben Sie mir stattdessen kurz, worum es geht, ohne Namen:',
        ],
        points: [
          '„Darf ich einen Lebenslauf in ChatGPT hochladen?“',
          '„Darf ich ein Foto vom Stadtfest mit KI bearbeiten?“',
        ],
      },
      'de',
      issuerOf(pack),
    ),
  )
}
