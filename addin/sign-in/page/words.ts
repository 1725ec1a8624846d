/** What the page for signing in says, where it is seen at all. */
const de = {
  wait: 'Einen Augenblick …',
  done: 'Fertig. Dieses Fenster können Sie schließen.',
  nobody: 'Diese Anmeldung gehört zu keiner offenen Seite mehr. Bitte öffnen Sie den KI-Kompass noch einmal.',
  failed: 'Hier geht es gerade nicht weiter. Bitte schließen Sie dieses Fenster und versuchen Sie es noch einmal.',
  way: 'Zur Seite „Heute“',
}
const en: typeof de = {
  wait: 'One moment …',
  done: 'Done. You can close this window.',
  nobody: 'This sign-in belongs to no open page any more. Please open the KI-Kompass once more.',
  failed: 'It does not go on here just now. Please close this window and try again.',
  way: 'To the page “Today”',
}

export const WORDS = { de, en }
