import { codeOf } from './unavailable.js'

/** What can be wrong when the storage opens: what happened, that nothing was changed, what to do. Never a password. */
export type Problem =
  | 'missing'
  | 'empty-file'
  | 'left-over'
  | 'not-a-file'
  | 'foreign'
  | 'damaged'
  | 'read-only'
  | 'full'
  | 'disk'
  | 'no-links'
  | 'busy'
  | 'newer'
  | 'older'
  | 'unreachable'
  | 'refused'
  | 'no-database'
  | 'not-permitted'
  | 'encoding'
  | 'bad-url'
  | 'other'

const UNCHANGED = 'Es wurde nichts verändert.'
const FROM_BACKUP = 'spielen Sie die letzte Sicherung in eine neue Datenbank ein (npm run restore -- DATEI)'

const TEXTS: Readonly<Record<Problem, (what: string) => string>> = {
  missing: what => `${what} gibt es noch nicht. Bitte prüfen Sie KOMPASS_DATA oder starten Sie den Dienst einmal.`,
  'empty-file': what =>
    `${what} ist leer (0 Byte). Das kommt nach einem vollen Datenträger oder einer abgebrochenen Kopie vor. ${UNCHANGED} Ist die Datei neu und unwichtig, löschen Sie sie; sonst ${FROM_BACKUP}.`,
  'left-over': what =>
    `${what} fehlt, aber daneben liegt noch ihr Schreibprotokoll (Endung -wal). Vermutlich wurde die Datei verschoben oder gelöscht. ${UNCHANGED} Legen Sie die Datei zurück; soll eine neue entstehen, verschieben Sie die Dateien mit den Endungen -wal und -shm.`,
  'not-a-file': what => `${what} ist keine Datei. ${UNCHANGED} Bitte geben Sie in KOMPASS_DATA einen Ordner an.`,
  foreign: what =>
    `${what} ist keine Datenbank des KI-Kompass, oder ihr Anfang ist beschädigt. ${UNCHANGED} Bitte geben Sie einen anderen Ort an (KOMPASS_DATA oder DATABASE_URL); war es die richtige, ${FROM_BACKUP}.`,
  damaged: what =>
    `${what} ist beschädigt. ${UNCHANGED} Bitte bewahren Sie die Datei auf (mit den Endungen -wal und -shm), prüfen Sie den Datenträger und ${FROM_BACKUP}.`,
  'read-only': what =>
    `${what} lässt sich nicht beschreiben. ${UNCHANGED} Bitte prüfen Sie Rechte und Eigentümer; auch der Ordner muss beschreibbar sein.`,
  full: what =>
    `Für ${what} ist kein Speicherplatz mehr frei. Was gespeichert war, ist noch da. Bitte schaffen Sie Platz und starten Sie neu.`,
  disk: what =>
    `${what} lässt sich nicht lesen oder schreiben: Der Datenträger meldet einen Fehler. Was gespeichert war, wurde nicht verändert. Bitte prüfen Sie, ob Platz frei ist und der Datenträger in Ordnung ist.`,
  'no-links': what =>
    `${what} lässt sich hier nicht anlegen: Das Dateisystem kennt keine festen Verknüpfungen. ${UNCHANGED} Bitte geben Sie in KOMPASS_DATA einen Ordner auf einem örtlichen Datenträger an, kein Netzlaufwerk.`,
  busy: what =>
    `${what} wird seit über zehn Sekunden von einem anderen Programm beschrieben. ${UNCHANGED} Bitte warten Sie, bis es fertig ist, und starten Sie dann neu.`,
  newer: what =>
    `${what} wurde mit einer neueren Fassung des KI-Kompass geschrieben. ${UNCHANGED} Bitte verwenden Sie mindestens diese Fassung.`,
  older: what =>
    `${what} hat noch den Stand einer älteren Fassung. ${UNCHANGED} Bitte starten Sie den Dienst einmal; er bringt sie auf den neuen Stand.`,
  unreachable: what =>
    `${what} ist nicht erreichbar. ${UNCHANGED} Bitte prüfen Sie, ob PostgreSQL läuft und ob Rechner und Port in DATABASE_URL stimmen.`,
  refused: what =>
    `${what} lehnt die Anmeldung ab. ${UNCHANGED} Bitte prüfen Sie Benutzer und Passwort in DATABASE_URL.`,
  'no-database': what =>
    `${what} gibt es auf diesem Server nicht. ${UNCHANGED} Bitte legen Sie die Datenbank an (createdb) oder prüfen Sie den Namen in DATABASE_URL.`,
  'not-permitted': what =>
    `Der Benutzer darf in ${what} keine Tabellen anlegen oder ändern. ${UNCHANGED} Bitte geben Sie ihm das Recht dazu, am einfachsten als Eigentümer der Datenbank.`,
  encoding: what =>
    `${what} speichert Text nicht als UTF-8. ${UNCHANGED} Bitte legen Sie eine Datenbank mit ENCODING 'UTF8' an.`,
  'bad-url': () =>
    'DATABASE_URL ist keine gültige Adresse. Bitte schreiben Sie sie so: postgresql://benutzer:passwort@rechner:5432/datenbank (Sonderzeichen im Passwort als %-Zeichen).',
  other: what => `${what} lässt sich nicht öffnen. ${UNCHANGED} Bitte sehen Sie in die Meldungen des Servers.`,
}

export const messageOf = (problem: Problem, what: string): string => TEXTS[problem](what)

/** Beginnings of the codes of SQLite, PostgreSQL and Node, the first that fits counts. */
const BY_CODE: readonly (readonly [RegExp, Problem])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/, 'busy'],
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT|53100)/, 'full'],
  [/^(?:SQLITE_(?:READONLY|CANTOPEN)|EACCES|EPERM|EROFS|25006)/, 'read-only'],
  [/^SQLITE_NOTADB/, 'foreign'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^(?:SQLITE_IOERR|EIO|EFBIG)/, 'disk'],
  [/^(?:ENOTDIR|EISDIR|EEXIST)/, 'not-a-file'],
  [/^28/, 'refused'],
  [/^3D000/, 'no-database'],
  [/^(?:42501|3F000)/, 'not-permitted'],
  [/^(?:ENOTSUP|EOPNOTSUPP)/, 'no-links'],
  [/^ERR_INVALID_URL/, 'bad-url'],
  [/^(?:connection|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|08|53|57)/, 'unreachable'],
]

export function problemOf(error: unknown): Problem {
  const code = codeOf(error) ?? ''
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'other'
}
