import type { Place } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

const GIB = 1024 ** 3
const LITTLE = GIB
const TOO_LITTLE = GIB / 10
/** Read, write or enter for group and others. */
const NOT_ONLY_OWNER = 0o077

/** The data folder: writable, with room, and closed to everybody but the service. */
export function checkFolder({ folder, keyProblems }: Place): Finding[] {
  const keys = keyProblems.map(problem =>
    fail(problem, 'Anleitung: docs/betrieb.md unter „Sichern und wiederherstellen“.'),
  )
  if (folder.kind === 'missing')
    return [
      warn(
        `Den Datenordner ${folder.path} gibt es noch nicht. Beim ersten Start entsteht er.`,
        'Lief der Dienst schon einmal: Bitte KOMPASS_DATA prüfen. Darf der Dienst ihn nicht selbst anlegen: den Ordner anlegen und ihm übereignen.',
      ),
      ...keys,
    ]
  if (folder.kind === 'closed') return [writable(folder.path, folder.code), ...keys]
  const owner = folder.own ? [] : [notOwn(folder.path)]
  return [
    ...owner,
    writable(folder.path, folder.writeProblem),
    room(folder.path, folder.freeBytes),
    ...open(folder),
    ...keys,
  ]
}

const notOwn = (path: string): Finding =>
  warn(
    `Der Datenordner ${path} gehört einem anderen Benutzer als dem, der gerade prüft.`,
    'Bitte doctor als der Benutzer ausführen, unter dem der Dienst läuft. Ist es derselbe: den Ordner ihm übereignen (chown).',
  )

function writable(path: string, problem: string | undefined): Finding {
  if (problem === undefined) return fine(`Datenordner ${path}: beschreibbar.`)
  return fail(
    `Im Datenordner ${path} lässt sich nichts anlegen (${problem}).`,
    'Bitte Eigentümer und Rechte prüfen: Er gehört dem Benutzer, unter dem der Dienst läuft (unter Linux: chown und chmod 700).',
  )
}

function room(path: string, bytes: number): Finding {
  const free = `Auf dem Datenträger von ${path} sind ${(bytes / GIB).toLocaleString('de-DE', { maximumFractionDigits: 1 })} GB frei`
  if (bytes < TOO_LITTLE)
    return fail(`${free}: zu wenig, bald nimmt die Datenbank nichts mehr an.`, 'Bitte jetzt Platz schaffen.')
  if (bytes < LITTLE) return warn(`${free}.`, 'Bitte Platz schaffen; unter 0,1 GB wird es ein Fehler.')
  return fine(`${free}.`)
}

function open({ path, mode, files }: Extract<Place['folder'], { kind: 'there' }>): Finding[] {
  const readable = files.filter(file => isOpen(file.mode)).map(({ name }) => name)
  const found: Finding[] = []
  if (isOpen(mode))
    found.push(
      warn(`Andere Benutzer dieses Rechners kommen in den Datenordner ${path}.`, `Bitte ausführen: chmod 700 ${path}`),
    )
  if (readable.length > 0)
    found.push(
      fail(
        `Andere Benutzer dürfen ${readable.join(', ')} lesen oder ändern.`,
        `Bitte ausführen: chmod 600 ${readable.map(name => `${path}/${name}`).join(' ')}`,
      ),
    )
  return found
}

const isOpen = (mode: number | undefined): boolean => mode !== undefined && (mode & NOT_ONLY_OWNER) !== 0
