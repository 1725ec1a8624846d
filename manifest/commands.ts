type Words = { readonly title: string; readonly description: string }

/** A command Teams offers while somebody types; the title is what is then sent, so the chat must know it. */
export type ListedCommand = { readonly de: Words; readonly en: Words }

/** In a chat of one's own. Teams shows ten at most; what is missing here, `hilfe` tells. */
export const PERSONAL_COMMANDS: readonly ListedCommand[] = [
  {
    de: { title: 'hilfe', description: 'Was der KI-Kompass kann, mit Beispielen' },
    en: { title: 'help', description: 'What the KI-Kompass can do, with examples' },
  },
  {
    de: { title: 'Text prüfen', description: 'Öffnet die Seite, auf der Ihr Text im Browser bleibt' },
    en: { title: 'check text', description: 'Opens the page on which your text stays in the browser' },
  },
  {
    de: { title: 'werkzeuge', description: 'Was Sie nutzen können, und für welche Daten' },
    en: { title: 'tools', description: 'What you can use, and for which data' },
  },
  {
    de: { title: 'regeln', description: 'Alle Regeln nach Themen' },
    en: { title: 'rules', description: 'All rules by subject (in German)' },
  },
  {
    de: { title: 'entwurf', description: 'Ein Brief aus Stichworten, sofort und ohne KI' },
    en: { title: 'draft', description: 'A letter from a few words, at once and without AI' },
  },
  {
    de: { title: 'lernen', description: 'Kurze Lektionen und Fragen, fünf Minuten am Tag' },
    en: { title: 'learn', description: 'Short lessons and questions, five minutes a day (in German)' },
  },
  {
    de: { title: 'fortschritt', description: 'Wie weit Sie mit dem Lernen sind' },
    en: { title: 'progress', description: 'How far you have come' },
  },
  {
    de: { title: 'nachweis', description: 'Ihr KI-Pass, und was dafür noch fehlt' },
    en: { title: 'certificate', description: 'Your KI-Pass, and what is still missing for it' },
  },
  {
    de: { title: 'panne', description: 'Hilfe, wenn etwas schiefgegangen ist' },
    en: { title: 'report incident', description: 'Help if something went wrong' },
  },
  {
    de: { title: 'meine daten', description: 'Was über Sie gespeichert ist: ansehen, mitnehmen, löschen' },
    en: { title: 'my data', description: 'What is kept about you: see it, take it with you, erase it' },
  },
]

const IN_GROUPS = ['hilfe', 'Text prüfen', 'regeln', 'panne']

/** In a channel or group chat everybody reads along: nothing that is about one person alone. */
export const GROUP_COMMANDS: readonly ListedCommand[] = PERSONAL_COMMANDS.filter(({ de }) =>
  IN_GROUPS.includes(de.title),
)
