import type { Facts } from '../../../../bot/doctor/facts.js'
import { answered } from '../../../support/healthy-installation.js'
import { at, findsFaults, findsNothing } from '../../../support/planted-faults.js'

const secret = (status: number, code?: number): Facts =>
  at({
    botSecrets: [
      { municipality: 'neustadt', answer: answered(status, { error_codes: code === undefined ? [] : [code] }) },
    ],
  })

findsFaults('tokens', [
  {
    why: 'the secret of the bot ended',
    facts: secret(401, 7000222),
    level: 'fehler',
    what: /abgelaufen/,
    mend: /KOMPASS_BOT_SECRET/,
  },
  {
    why: 'the id of the secret instead of its value',
    facts: secret(401, 7000215),
    level: 'fehler',
    what: /falsch/,
    mend: /Kennung statt des Werts/,
  },
  {
    why: 'an app unknown in its tenant',
    facts: secret(400, 700016),
    level: 'fehler',
    what: /gibt es in diesem Mandanten nicht/,
    mend: /KOMPASS_BOT_APP_ID/,
  },
  {
    why: 'an error of Entra nobody foresaw',
    facts: secret(400, 50),
    level: 'fehler',
    what: /Fehler 50/,
    mend: /KOMPASS_BOT_SECRET/,
  },
])

findsNothing([{ why: 'Entra takes the secret', facts: secret(200) }])
