import type { Facts } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

const MEND = 'Bitte in der Datei mit den Einstellungen ändern; alle stehen in docs/betrieb.md unter „Einstellungen“.'

/** What the service would refuse at start, and what it accepts although it is not meant for real work. */
export function checkSettings({ settingProblems, place }: Facts): Finding[] {
  if (place === undefined || settingProblems.length > 0) return settingProblems.map(problem => fail(problem, MEND))
  const { publicUrl, municipalities, databaseIs } = place.settings
  const demo = municipalities.some(({ signIn }) => signIn.kind === 'local')
  return [
    fine(`Alle Einstellungen sind lesbar. Datenbank: ${databaseIs === 'sqlite' ? 'SQLite' : 'PostgreSQL'}.`),
    ...(demo
      ? [
          warn(
            'KOMPASS_IDENTITY=local: Niemand weist nach, wer fragt. Das ist nur zum Ausprobieren auf diesem Rechner.',
            'Für den Betrieb entra oder oidc wählen (docs/betrieb.md, Schritt 3).',
          ),
        ]
      : []),
    ...(publicUrl === undefined
      ? [
          warn(
            'KOMPASS_PUBLIC_URL fehlt: Links auf Karten führen auf diesen Rechner.',
            'Die Adresse eintragen, unter der Mitarbeitende den Dienst erreichen, zum Beispiel https://kompass.musterstadt.example',
          ),
        ]
      : []),
  ]
}
