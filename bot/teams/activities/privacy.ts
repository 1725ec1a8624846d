import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { send } from '../turn.js'
import type { ChatCommand } from './activity.js'

/** `datenschutz`: what is kept and what has already travelled before it gets here. */
export const privacy: ChatCommand = {
  door: 'chat privacy',
  match: words => /^(?:datenschutz|privacy|was speicherst du|was speichern sie|datenschutzhinweis(?:e)?)$/.test(words),
  run: async (_, { pack }) =>
    send(
      noticeCard(
        {
          title: 'Was mit Ihren Fragen geschieht',
          lines: ['Ich speichere keinen Text: weder Ihre Frage noch meine Antwort, auch nicht in Protokollen.'],
          points: [
            'Für Rückfragen merke ich mir 30 Minuten lang, um welche Regel es ging – nur deren Kennung.',
            'Ich zähle, wie oft Antworten halfen. Nicht, wer gefragt hat.',
            'Wenn Sie lernen: Für die Wiederholung merke ich mir unter einem Pseudonym nur Tage und Kennzahlen, keine Antworten. Der Nachweis hält Person, Modul, Fassung und Datum fest.',
            'Damit ich Sie erinnern kann, wenn Sie das möchten, merke ich mir, wo unser Chat ist.',
            'Alles, was über Sie gespeichert ist, zeigt und löscht **meine daten**.',
            'Jede Nachricht wird hier geprüft, bevor etwas damit geschieht. Was erkannt wird, wird nicht gespeichert.',
            'Was Sie in Teams schreiben, läuft über Microsoft Teams und den Bot-Dienst und bleibt in Ihrem Chatverlauf. Bitte schreiben Sie deshalb keine echten Namen oder Aktenzeichen.',
            'Die Antwort entsteht aus festen Regeln. Es ist kein Sprachmodell beteiligt.',
          ],
        },
        'de',
        issuerOf(pack),
      ),
    ),
}
