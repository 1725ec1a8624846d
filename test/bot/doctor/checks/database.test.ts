import { at, findsFaults } from '../../../support/planted-faults.js'

findsFaults('database', [
  {
    why: 'a database of somebody else',
    facts: at({ database: { kind: 'foreign' } }),
    level: 'warnung',
    what: /nicht geprüft/,
    mend: /sudo -u/,
  },
  {
    why: 'no database yet',
    facts: at({ database: { kind: 'missing' } }),
    level: 'warnung',
    what: /noch keine Datenbank/,
    mend: /KOMPASS_DATA/,
  },
  {
    why: 'a database that is away',
    facts: at({ database: { kind: 'unusable', problem: 'Nicht erreichbar.' } }),
    level: 'fehler',
    what: /Nicht erreichbar/,
    mend: /betrieb\.md/,
  },
  {
    why: 'an older schema',
    facts: at({
      database: { kind: 'there', engine: 'SQLite', schema: 'older', writeProblem: undefined, tokens: new Map() },
    }),
    level: 'warnung',
    what: /älteren Fassung/,
    mend: /zuerst sichern/,
  },
  {
    why: 'a database that takes nothing',
    facts: at({
      database: { kind: 'there', engine: 'SQLite', schema: 'current', writeProblem: 'Voll.', tokens: new Map() },
    }),
    level: 'fehler',
    what: /Voll/,
    mend: /betrieb\.md/,
  },
])
