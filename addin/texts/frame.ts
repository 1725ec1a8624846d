/** Words of the frame around every page, in German. */
const de = {
  brand: 'KI-Kompass',
  skip: 'Zum Inhalt springen',
  navigation: 'Bereiche',
  sections: {
    heute: 'Heute',
    module: 'Module',
    regeln: 'Regeln',
    fragen: 'Fragen',
    schreiben: 'Schreiben',
    pruefen: 'Text prüfen',
    werkzeuge: 'Werkzeuge',
    daten: 'Meine Daten',
  },
  otherLanguage: 'English',
  loading: 'Einen Augenblick …',
  connecting: 'Die Verbindung wird hergestellt …',
  example: (name: string) => `Beispielkommune ${name}: Menschen, Verträge und Freigaben sind erfunden.`,
  germanOnly: '',
  again: 'Noch einmal versuchen',
  failures: {
    offline:
      'Der Kompass ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    refused: 'Dafür sind Sie nicht angemeldet oder freigeschaltet. Ihr KI-Team hilft Ihnen weiter.',
    strange:
      'Die Antwort des Kompasses ist hier nicht lesbar. Bitte laden Sie die Seite neu. Hilft das nicht, sagen Sie Ihrem KI-Team Bescheid.',
  },
  broken: 'Dieser Teil der Seite ließ sich nicht laden',
  brokenWay: 'Vielleicht gibt es inzwischen eine neue Fassung. Bitte laden Sie die Seite neu.',
  reload: 'Seite neu laden',
  unknown: 'Diese Seite gibt es nicht',
  unknownWay: 'Der Link ist vielleicht veraltet. Oben finden Sie alle Bereiche.',
  toToday: 'Zur Seite „Heute“',
}

export type FrameTexts = typeof de

const en: FrameTexts = {
  brand: 'KI-Kompass',
  skip: 'Skip to the content',
  navigation: 'Sections',
  sections: {
    heute: 'Today',
    module: 'Modules',
    regeln: 'Rules',
    fragen: 'Ask',
    schreiben: 'Write',
    pruefen: 'Check a text',
    werkzeuge: 'Tools',
    daten: 'My data',
  },
  otherLanguage: 'Deutsch',
  loading: 'One moment …',
  connecting: 'Connecting …',
  example: name => `Example municipality ${name}: people, contracts and approvals are invented.`,
  germanOnly: 'Lessons, questions and rules are in German, the language in which they apply.',
  again: 'Try again',
  failures: {
    offline: 'The Kompass cannot be reached just now. Please check the connection and try again.',
    refused: 'You are not signed in or not admitted to this. Your AI team (KI-Team) helps.',
    strange:
      'The answer of the Kompass cannot be read here. Please reload the page. If that does not help, tell your AI team (KI-Team).',
  },
  broken: 'This part of the page could not be loaded',
  brokenWay: 'There may be a new version by now. Please reload the page.',
  reload: 'Reload the page',
  unknown: 'There is no such page',
  unknownWay: 'The link may be out of date. You find all sections above.',
  toToday: 'To the page “Today”',
}

export const FRAME = { de, en }
