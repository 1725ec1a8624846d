import type { Facts, FolderFacts } from '../../../../bot/doctor/facts.js'
import { at, findsFaults, findsNothing, PLACE } from '../../../support/planted-faults.js'

const there = (changes: Partial<Extract<FolderFacts, { kind: 'there' }>>): Facts =>
  at({ folder: PLACE.folder.kind === 'there' ? { ...PLACE.folder, ...changes } : PLACE.folder })

findsFaults('folder', [
  {
    why: 'no folder yet',
    facts: at({ folder: { kind: 'missing', path: '/x' } }),
    level: 'warnung',
    what: /\/x/,
    mend: /KOMPASS_DATA/,
  },
  {
    why: 'a folder behind a closed one',
    facts: at({ folder: { kind: 'closed', path: '/x', code: 'EACCES' } }),
    level: 'fehler',
    what: /EACCES/,
    mend: /chown/,
  },
  {
    why: 'a folder of somebody else',
    facts: there({ writeProblem: 'EACCES' }),
    level: 'fehler',
    what: /nichts anlegen/,
    mend: /chown/,
  },
  {
    why: 'looked at by root',
    facts: there({ own: false }),
    level: 'warnung',
    what: /anderen Benutzer/,
    mend: /unter dem der Dienst läuft/,
  },
  {
    why: 'a disk nearly full',
    facts: there({ freeBytes: 500_000_000 }),
    level: 'warnung',
    what: /0,5 GB frei/,
    mend: /Platz/,
  },
  {
    why: 'a full disk',
    facts: there({ freeBytes: 1_000_000 }),
    level: 'fehler',
    what: /zu wenig/,
    mend: /Platz/,
  },
  {
    why: 'a folder open to others',
    facts: there({ mode: 0o755 }),
    level: 'warnung',
    what: /Andere Benutzer/,
    mend: /chmod 700 \/var/,
  },
  {
    why: 'a key others can read',
    facts: there({ files: [{ name: 'learning.key', mode: 0o640 }] }),
    level: 'fehler',
    what: /learning\.key/,
    mend: /chmod 600 \/var\/lib\/ki-kompass\/learning\.key/,
  },
  {
    why: 'a damaged key',
    facts: at({ keyProblems: ['Die Schlüsseldatei ist beschädigt.'] }),
    level: 'fehler',
    what: /beschädigt/,
    mend: /wiederherstellen/,
  },
])

findsNothing([
  {
    why: 'Windows knows no bits of permission',
    facts: there({ mode: undefined, files: [{ name: 'learning.key', mode: undefined }] }),
  },
])
