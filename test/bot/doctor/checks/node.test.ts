import { findsFaults, HEALTHY } from '../../../support/planted-faults.js'

findsFaults('node', [
  {
    why: 'Node too old',
    facts: { ...HEALTHY, node: '20.18.1' },
    level: 'fehler',
    what: /zu alt/,
    mend: /Node 24/,
  },
  {
    why: 'Node without updates',
    facts: { ...HEALTHY, node: '20.20.2' },
    level: 'warnung',
    what: /2026-04-30/,
    mend: /Node 24/,
  },
  {
    why: 'an odd Node',
    facts: { ...HEALTHY, node: '25.1.0' },
    level: 'warnung',
    what: /nicht erprobt/,
    mend: /Node 24/,
  },
])
