import type { Language } from '../../../policies/language/language.js'
import { type Action, type Card, openDialog, openUrl, text } from './card.js'
import { framed, type Issuer } from './frame.js'

const TEXTS = {
  de: {
    title: 'Text prüfen',
    line: 'Fügen Sie Ihren Text auf der Seite „Text prüfen“ ein, nicht hier im Chat: Dort läuft die Prüfung in Ihrem Browser, und der Text verlässt ihn nicht.',
    shows: 'Sie sehen sofort, was erkannt wird, und können Namen und Nummern durch Platzhalter ersetzen.',
    open: 'Text prüfen',
    dialog: 'Hier im Fenster öffnen',
  },
  en: {
    title: 'Check a text',
    line: 'Please paste your text on the page “Text prüfen”, not into this chat: there the check runs in your browser, and the text does not leave it.',
    shows: 'You see at once what is recognised and can replace names and numbers with placeholders.',
    open: 'Check a text',
    dialog: 'Open in a window here',
  },
} as const

/** The button that opens the page, in the words all cards use. */
export const pageButton = (page: string, language: Language): Action => openUrl(TEXTS[language].open, page)

/** Leads to the page where a text stays in the browser. Teams opens dialogs from https only; the link works everywhere. */
export function pageCard(page: string, language: Language, issuer: Issuer): Card {
  const t = TEXTS[language]
  const dialog = page.startsWith('https:') ? [openDialog(t.dialog, 'pruefen')] : []
  return framed(
    language,
    `${t.title}. ${t.line}`,
    [
      text(t.title, { size: 'large', weight: 'bolder', style: 'heading' }),
      text(t.line),
      text(t.shows),
      { type: 'ActionSet', spacing: 'medium', actions: [pageButton(page, language), ...dialog] },
    ],
    issuer,
  )
}
