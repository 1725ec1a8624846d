import { execute } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { pageButton } from '../cards/page-card.js'
import { type Outcome, send } from '../turn.js'
import type { ChatCommand, Scene } from './activity.js'

/** Prompts a person can tap: one forbidden, one allowed, one about duties, one about people, and the check. */
export const SUGGESTIONS = [
  'Darf ich einen Lebenslauf in ChatGPT hochladen?',
  'Darf KI mir eine Einladung schreiben?',
  'Muss ich KI-Texte kennzeichnen?',
  'Wer ist mein Digitallotse?',
  'Text prüfen',
] as const

export const help: ChatCommand = {
  door: 'chat help',
  match: words => /^(?:hilfe|help|hi|start|\?|was kannst du|was konnen sie)$/.test(words),
  run: async (_, scene) => helpOutcome(scene),
}

function helpOutcome({ pack, services }: Pick<Scene, 'pack' | 'services'>): Outcome {
  const notice = {
    title: 'So hilft Ihnen der KI-Kompass',
    lines: [
      'Fragen Sie einfach, was Sie mit KI bei der Arbeit dürfen. Sie bekommen die Ampel, den Grund und den erlaubten Weg.',
    ],
    points: [
      '**Darf ich …?** – zum Beispiel „Darf ich eine Beschwerde mit KI beantworten?“',
      '**prüfe** – was in einem Text nicht in ein KI-Werkzeug gehört; auf der Seite „Text prüfen“ verlässt nichts Ihren Browser',
      '**werkzeuge** – was Sie nutzen können, und für welche Daten; auch „Welches Werkzeug für Übersetzungen?“ und **register**',
      '**entwurf** – ein Brief aus Stichworten, sofort und ohne KI; mit KI, wenn sie für Sie frei ist',
      '**lernen** – kurze Lektionen und Fragen, fünf Minuten am Tag; **fortschritt**, **nachweis**, **pause** und **erinnern** gehören dazu',
      '**regeln** – alle Regeln nach Themen',
      '**regel** und ein Name – zum Beispiel „regel Kennzeichnung“',
      '**panne** – wenn etwas schiefgegangen ist',
      '**datenschutz** – was ich mir merke (keinen Text), und **meine daten** – was über Sie gespeichert ist',
    ],
    actions: [
      pageButton(services.textPage, 'de'),
      execute('Meine Werkzeuge', 'tools', {}),
      execute('Entwurf schreiben', 'draft', {}),
      execute('Lernen', 'learn', {}),
      execute('Alle Regeln', 'area', {}),
      execute('Es ist etwas passiert', 'breach', {}),
    ],
  }
  return send(noticeCard(notice, 'de', issuerOf(pack)), SUGGESTIONS)
}
