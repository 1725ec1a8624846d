/** The words of the packages. Lengths: `short` 80, `full` 4000, labels 32 to 64, `tooltip` 250 characters. */
const de = {
  short: 'Darf ich das mit KI? Regeln, Textprüfung, Werkzeuge und Lernen im Rathaus.',
  full: 'Der KI-Kompass sagt Ihnen, was Sie bei der Arbeit mit generativer KI dürfen: mit Ampel, Grund, erlaubtem Weg und Quelle. Er prüft Texte auf Namen, Nummern und Vermerke, bevor sie in ein Werkzeug gelangen, zeigt die Werkzeuge, die in Ihrem Haus freigegeben sind, und hilft beim Lernen in kleinen Schritten.\n\nDie Regeln kommen von Ihrer Kommune, nicht von einem Sprachmodell. Texte, die Sie prüfen oder entwerfen lassen, speichert der Dienst nicht. Was Sie in den Chat schreiben, ist vorher durch Microsoft gegangen: Für vertrauliche Texte gibt es die Seite „Text prüfen“, auf der Ihr Text im Browser bleibt.',
  tabs: { today: 'Heute', check: 'Text prüfen' },
  search: {
    title: 'Text prüfen',
    description: 'Die Seite, auf der Ihr Text im Browser bleibt',
    parameter: 'Hier nichts eintragen',
    parameterHint: 'Bitte fügen Sie Ihren Text auf der Seite ein, nicht hier',
  },
  action: { title: 'Text prüfen', description: 'Zeigt, was in einer Nachricht nicht in ein KI-Werkzeug gehört' },
  pane: 'KI-Kompass öffnen',
  button: {
    label: 'KI-Kompass',
    tooltip: 'Öffnet den KI-Kompass neben dem Dokument: Text prüfen, entwerfen, einfügen und übernehmen.',
  },
  menu: {
    label: 'KI-Kompass',
    tooltip: 'Prüfen und entwerfen neben dem Dokument.',
    item: 'Text prüfen',
    itemTooltip: 'Öffnet den KI-Kompass. Dort übernehmen Sie den markierten Text mit „Auswahl nehmen“.',
  },
  word: 'Prüft Texte auf Namen, Nummern und Vermerke, entwirft mit freigegebenen Werkzeugen oder Textbausteinen und zeigt, was vor dem Übernehmen anzusehen ist.',
}

export type PackageTexts = typeof de

const en: PackageTexts = {
  short: 'May I do this with AI? Rules, text check, tools and learning at the town hall.',
  full: 'The KI-Kompass tells you what you may do with generative AI at work: with a traffic light, the reason, the lawful way on and the source. It checks texts for names, numbers and markings before they reach a tool, shows the tools your house has approved, and helps you learn in small steps.\n\nThe rules come from your municipality, not from a language model. The service does not keep texts you have checked or drafted. What you type into the chat has already passed through Microsoft: for confidential texts there is the page “Text prüfen”, where your text stays in the browser. Rules and lessons are in German, the language in which they apply.',
  tabs: { today: 'Today', check: 'Check a text' },
  search: {
    title: 'Check a text',
    description: 'The page on which your text stays in the browser',
    parameter: 'Leave this empty',
    parameterHint: 'Please paste your text on the page, not here',
  },
  action: { title: 'Check a text', description: 'Shows what in a message does not belong in an AI tool' },
  pane: 'Open KI-Kompass',
  button: {
    label: 'KI-Kompass',
    tooltip: 'Opens the KI-Kompass beside the document: check a text, draft, insert and take over.',
  },
  menu: {
    label: 'KI-Kompass',
    tooltip: 'Check and draft beside the document.',
    item: 'Check a text',
    itemTooltip: 'Opens the KI-Kompass. There you take the marked text over with “Take the selection”.',
  },
  word: 'Checks texts for names, numbers and markings, drafts with approved tools or building blocks, and shows what to look at before taking over.',
}

export const TEXTS = { de, en } as const
export type PackageLanguage = keyof typeof TEXTS
