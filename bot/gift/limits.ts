/** What an import takes at most, so that any file is done in seconds. */
export const MOST_BYTES = 5_000_000
export const MOST_QUESTIONS = 2_000
export const MOST_CHARACTERS = 20_000

const number = (value: number): string => value.toLocaleString('de-DE')

export const TOO_BIG = `Die Datei ist größer als ${number(MOST_BYTES / 1_000_000)} MB. Bitte teilen Sie sie auf, zum Beispiel nach Kategorien, und übernehmen Sie die Teile nacheinander.`
export const TOO_MANY = `Die Datei enthält mehr als ${number(MOST_QUESTIONS)} Fragen. Bitte teilen Sie sie auf und übernehmen Sie die Teile nacheinander.`
export const TOO_LONG = `Diese Frage ist länger als ${number(MOST_CHARACTERS)} Zeichen. Bitte kürzen Sie sie, oder prüfen Sie, ob vor der nächsten Frage eine Leerzeile fehlt.`
