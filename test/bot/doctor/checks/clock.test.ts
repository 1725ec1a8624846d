import { answered, METADATA } from '../../../support/healthy-installation.js'
import { at, findsFaults, findsNothing, PLACE } from '../../../support/planted-faults.js'

findsFaults('clock', [
  {
    why: 'a clock far off',
    facts: at({
      signIns: PLACE.signIns.map(facts => ({ ...facts, answer: answered(200, METADATA, { ahead: -400 }) })),
      models: [],
    }),
    level: 'fehler',
    what: /400 Sekunden/,
    mend: /NTP/,
  },
  {
    why: 'a clock somewhat off',
    facts: at({
      signIns: PLACE.signIns.map(facts => ({ ...facts, answer: answered(200, METADATA, { ahead: 90 }) })),
      models: [],
    }),
    level: 'warnung',
    what: /90 Sekunden/,
    mend: /NTP/,
  },
])

findsNothing([
  {
    why: 'one of two servers has a wrong clock, not we',
    facts: at({
      models: PLACE.models.map(facts => ({
        ...facts,
        answer: answered(200, { data: [{ id: 'gross' }] }, { ahead: 9000 }),
      })),
      signIns: PLACE.signIns.slice(0, 1),
    }),
  },
])
