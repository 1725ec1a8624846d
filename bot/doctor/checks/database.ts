import type { Place } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

/** The database: there, ours, up to date, and willing to take a row. */
export function checkDatabase({ database, settings: { databaseIs } }: Place): Finding[] {
  if (database.kind === 'foreign')
    return [
      warn(
        'Die Datenbank wurde nicht geprüft: Ihr Ordner gehört einem anderen Benutzer.',
        'Bitte noch einmal als dieser Benutzer ausführen, zum Beispiel mit sudo -u ki-kompass davor.',
      ),
    ]
  if (database.kind === 'unusable') return [unusable(database.problem)]
  if (database.kind === 'missing')
    return [
      warn(
        'Es gibt noch keine Datenbank. Beim ersten Start des Dienstes entsteht sie von selbst.',
        databaseIs === 'sqlite'
          ? 'Lief der Dienst schon einmal: Bitte nicht starten, sondern KOMPASS_DATA prüfen. Sonst entsteht eine zweite, leere.'
          : 'Lief der Dienst schon einmal: Bitte nicht starten, sondern den Namen der Datenbank in DATABASE_URL prüfen.',
      ),
    ]
  const { engine, schema, writeProblem } = database
  if (writeProblem !== undefined) return [unusable(writeProblem)]
  if (schema === 'older')
    return [
      warn(
        `${engine}: Die Tabellen haben den Stand einer älteren Fassung.`,
        'Bitte zuerst sichern (npm run backup -- DATEI mit der alten Fassung), dann den Dienst starten; er bringt sie auf den neuen Stand.',
      ),
    ]
  return [fine(`${engine}: erreichbar, Tabellen auf dem neuesten Stand, Schreiben möglich.`)]
}

/** Problems of the storage already say what to do, in their last sentence. */
const unusable = (problem: string): Finding =>
  fail(problem, 'Mehr dazu in docs/betrieb.md unter „Wenn etwas nicht geht“.')
