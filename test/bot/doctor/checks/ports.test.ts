import type { Facts, PortFacts } from '../../../../bot/doctor/facts.js'
import { at, findsFaults, findsNothing } from '../../../support/planted-faults.js'

const port = (state: PortFacts['state']): Facts =>
  at({ ports: [{ setting: 'KOMPASS_PORT', host: '127.0.0.1', port: 3978, state }] })

findsFaults('ports', [
  {
    why: 'a port in use',
    facts: port('taken'),
    level: 'fehler',
    what: /anderes Programm/,
    mend: /ss -ltnp/,
  },
  {
    why: 'a port below 1024',
    facts: port({ code: 'EACCES' }),
    level: 'fehler',
    what: /darf dieser Benutzer nicht/,
    mend: /1023/,
  },
  {
    why: 'an address of another machine',
    facts: port({ code: 'EADDRNOTAVAIL' }),
    level: 'fehler',
    what: /EADDRNOTAVAIL/,
    mend: /KOMPASS_HOST/,
  },
])

findsNothing([{ why: 'the service does not run at the moment', facts: port('free') }])
