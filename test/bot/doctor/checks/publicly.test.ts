import type { Facts, Place } from '../../../../bot/doctor/facts.js'
import { answered, failed, NEUSTADT } from '../../../support/healthy-installation.js'
import { at, findsFaults, findsNothing, PLACE } from '../../../support/planted-faults.js'

const publicly = (changes: Partial<NonNullable<Place['publicly']>>): Facts =>
  at({ publicly: PLACE.publicly && { ...PLACE.publicly, ...changes } })

findsFaults('publicly', [
  {
    why: 'a public name nobody knows',
    facts: publicly({ health: failed('ENOTFOUND') }),
    level: 'fehler',
    what: /auflösen/,
    mend: /DNS/,
  },
  {
    why: 'a proxy before nothing',
    facts: publicly({ health: answered(502, '') }),
    level: 'fehler',
    what: /502/,
    mend: /Reverse Proxy/,
  },
  {
    why: 'another site at the address',
    facts: publicly({ health: answered(200, '<html>') }),
    level: 'fehler',
    what: /nicht der KI-Kompass/,
    mend: /Reverse Proxy/,
  },
  {
    why: 'pages held by the proxy',
    facts: publicly({ tab: answered(403) }),
    level: 'fehler',
    what: /\/tab\//,
    mend: /deploy\//,
  },
  {
    why: 'the way of Teams is closed',
    facts: publicly({ messages: answered(404) }),
    level: 'fehler',
    what: /stumm/,
    mend: /Reverse Proxy/,
  },
  {
    why: 'the way of Teams is open to all',
    facts: publicly({ messages: answered(200) }),
    level: 'fehler',
    what: /ohne Token mit 200/,
    mend: /anhalten/,
  },
  {
    why: 'a certificate about to end',
    facts: publicly({ health: answered(200, { status: 'ok' }, { certificateUntil: new Date('2026-12-01') }) }),
    level: 'warnung',
    what: /läuft in 7 Tagen ab/,
    mend: /erneuern/,
  },
  {
    why: 'an expired certificate',
    facts: publicly({ health: failed('CERT_HAS_EXPIRED') }),
    level: 'fehler',
    what: /abgelaufen/,
    mend: /erneuern/,
  },
])

findsNothing([
  {
    why: 'no bot: nobody needs its way',
    facts: at({
      settings: { ...PLACE.settings, municipalities: [{ ...NEUSTADT, bot: undefined }] },
      publicly: PLACE.publicly && { ...PLACE.publicly, messages: answered(404) },
    }),
  },
])
