import { execute } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { pageButton } from '../cards/page-card.js'
import { type Outcome, send } from '../turn.js'
import type { Scene } from './activity.js'
import { SUGGESTIONS } from './help.js'

/** Once, when the bot is added: what it is for, what not to type, and something to tap. */
export function welcome({ pack, services }: Pick<Scene, 'pack' | 'services'>): Outcome {
  const notice = {
    title: 'Willkommen beim KI-Kompass',
    lines: [
      'Ich sage Ihnen in Sekunden, was Sie mit KI bei der Arbeit dürfen – und wie es erlaubt geht.',
      'Fragen Sie in Ihren Worten. Bitte nennen Sie keine echten Namen oder Aktenzeichen: Ihre Nachricht läuft über Teams, bevor sie mich erreicht.',
      'Texte prüfen Sie auf der Seite „Text prüfen“: Dort verlässt nichts Ihren Browser. Mit „lernen“ kommen Sie in kleinen Schritten zum KI-Pass.',
    ],
    actions: [
      pageButton(services.textPage, 'de'),
      execute('Lernen', 'learn', {}),
      execute('Alle Regeln', 'area', {}),
      execute('Es ist etwas passiert', 'breach', {}),
    ],
  }
  return send(noticeCard(notice, 'de', issuerOf(pack)), SUGGESTIONS)
}
