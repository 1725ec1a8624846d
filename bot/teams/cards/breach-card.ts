import type { Language } from '../../../policies/language/language.js'
import { type Card, text } from './card.js'
import { framed, type Issuer } from './frame.js'

const TEXTS = {
  de: {
    title: 'Ruhig bleiben. Drei Schritte genügen.',
    steps: [
      '**1. Stoppen.** Geben Sie nichts mehr ein. Ziehen Sie einen geteilten Link zurück.',
      '**2. Nichts verwischen.** Lassen Sie den Chat stehen. Ein Bildschirmfoto hilft, bitte nicht weiterschicken.',
      '**3. Jetzt anrufen.** Sie müssen vorher nichts klären:',
    ],
    comfort: 'Eine ehrliche Meldung soll Ihnen nicht schaden. So etwas passiert auch sorgfältigen Menschen.',
    public:
      'Bitte schreiben Sie hier in der Gruppe nichts zum Inhalt. Rufen Sie an oder schreiben Sie mir im persönlichen Chat „Panne“.',
    summary: 'Ruhig bleiben: stoppen, nichts verwischen, jetzt anrufen.',
    source:
      'Regel „Datenpanne melden“ · Art. 33 DSGVO: Die Stelle hat ab Kenntnis 72 Stunden, intern melden Sie bitte sofort.',
  },
  en: {
    title: 'Stay calm. Three steps are enough.',
    steps: [
      '**1. Stop.** Enter nothing more. Withdraw a shared link.',
      '**2. Do not cover anything up.** Leave the chat as it is. A screenshot helps; please do not forward it.',
      '**3. Call now.** You need not clarify anything first:',
    ],
    comfort: 'An honest report should not harm you. This happens to careful people too.',
    public: 'Please write nothing about the content in this group. Call, or write “Panne” to me in the personal chat.',
    summary: 'Stay calm: stop, do not cover anything up, call now.',
    source:
      'Rule “Datenpanne melden” · Art. 33 GDPR: the organisation has 72 hours from knowledge; inside, please report at once.',
  },
} as const

/** One calm card for the moment something went wrong; the same words whatever happened, so it can be tested and trusted. */
export function breachCard(
  calls: readonly string[],
  scope: 'personal' | 'group',
  language: Language,
  issuer: Issuer,
): Card {
  const t = TEXTS[language]
  return framed(
    language,
    t.summary,
    [
      {
        type: 'Container',
        style: 'accent',
        bleed: true,
        items: [text(t.title, { size: 'large', weight: 'bolder', style: 'heading' })],
      },
      ...t.steps.map(step => text(step)),
      ...calls.map(line => text(line, { size: 'medium' })),
      text(t.comfort, { weight: 'bolder' }),
      ...(scope === 'group' ? [text(t.public)] : []),
      text(t.source, { size: 'small', isSubtle: true }),
    ],
    issuer,
  )
}
