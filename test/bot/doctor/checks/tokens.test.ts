import type { Facts } from '../../../../bot/doctor/facts.js'
import type { ProgramToken } from '../../../../bot/storage/store.js'
import { NEUSTADT } from '../../../support/healthy-installation.js'
import { at, findsFaults, findsNothing, PLACE } from '../../../support/planted-faults.js'
import { makeCertificate } from '../../../support/x509.js'

const botCertificate = (until: string): Facts =>
  at({
    settings: {
      ...PLACE.settings,
      municipalities: [
        {
          ...NEUSTADT,
          bot: NEUSTADT.bot && {
            ...NEUSTADT.bot,
            credential: {
              kind: 'certificate',
              certificate: makeCertificate({ until: new Date(until) }).cert,
              privateKey: '',
            },
          },
        },
      ],
    },
  })

const TOKEN: ProgramToken = {
  name: 'open-webui',
  digest: 'x',
  tools: [],
  purposes: [],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Amt 11',
  onFound: 'block',
  perMinute: 60,
  since: '2026-01-01',
  until: '2026-12-01',
  revoked: undefined,
}
const program = (changes: Partial<ProgramToken>): Facts =>
  at({
    database: {
      kind: 'there',
      engine: 'PostgreSQL 15',
      schema: 'current',
      writeProblem: undefined,
      tokens: new Map([['neustadt', [{ ...TOKEN, ...changes }]]]),
    },
  })

findsFaults('tokens', [
  {
    why: 'a token ended',
    facts: program({ until: '2026-11-22' }),
    level: 'warnung',
    what: /abgelaufen/,
    mend: /token -- new/,
  },
  {
    why: 'a token ends soon',
    facts: program({}),
    level: 'warnung',
    what: /läuft am 2026-12-01/,
    mend: /token -- new/,
  },
  {
    why: 'the certificate of the bot ended',
    facts: botCertificate('2026-11-20'),
    level: 'fehler',
    what: /abgelaufen/,
    mend: /KOMPASS_BOT_CERTIFICATE/,
  },
  {
    why: 'the certificate of the bot ends soon',
    facts: botCertificate('2026-12-10'),
    level: 'warnung',
    what: /2026-12-10/,
    mend: /KOMPASS_BOT_KEY/,
  },
])

findsNothing([
  { why: 'a token revoked before it ends', facts: program({ revoked: '2026-10-01' }) },
  { why: 'a token that lasts', facts: program({ until: '2027-06-01' }) },
])
