import { describe, expect, test } from '@jest/globals'
import type { Facts, FolderFacts, ModelFacts, Place, PortFacts } from '../../../bot/doctor/facts.js'
import { CHECKS } from '../../../bot/doctor/index.js'
import { linesOf, reportOf } from '../../../bot/doctor/report.js'
import type { ProgramToken } from '../../../bot/storage/store.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { answered, failed, healthyFacts, METADATA, NEUSTADT } from '../../support/healthy-installation.js'
import { municipalPack } from '../../support/small-pack.js'
import { makeCertificate } from '../../support/x509.js'

const HEALTHY = healthyFacts(municipalPack())
const { place: PLACE } = HEALTHY

const troubles = (facts: Facts) =>
  reportOf(CHECKS, facts).sections.flatMap(({ id, findings }) =>
    findings.flatMap(finding => (finding.level === 'ok' ? [] : [{ check: id, ...finding }])),
  )

test('where nothing is wrong nothing is said to be', () => {
  expect(troubles(HEALTHY)).toEqual([])
  expect(linesOf(reportOf(CHECKS, HEALTHY)).at(-1)).toBe('Alles in Ordnung.')
})

const at = (changes: Partial<Place>): Facts => ({ ...HEALTHY, place: { ...PLACE, ...changes } })
const there = (changes: Partial<Extract<FolderFacts, { kind: 'there' }>>): Facts =>
  at({ folder: PLACE.folder.kind === 'there' ? { ...PLACE.folder, ...changes } : PLACE.folder })
const port = (state: PortFacts['state']): Facts =>
  at({ ports: [{ setting: 'KOMPASS_PORT', host: '127.0.0.1', port: 3978, state }] })
const model = (answer: ModelFacts['answer']): Facts => at({ models: PLACE.models.map(facts => ({ ...facts, answer })) })
const publicly = (changes: Partial<NonNullable<Place['publicly']>>): Facts =>
  at({ publicly: PLACE.publicly && { ...PLACE.publicly, ...changes } })
const secret = (status: number, code?: number): Facts =>
  at({
    botSecrets: [
      { municipality: 'neustadt', answer: answered(status, { error_codes: code === undefined ? [] : [code] }) },
    ],
  })
const people = (answer: ModelFacts['answer']): Facts =>
  at({ signIns: PLACE.signIns.map(facts => (facts.purpose === 'people' ? { ...facts, answer } : facts)) })
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

const packOf = (changes: Partial<NonNullable<Place['packs'][number]['pack']>>): Facts =>
  at({ packs: PLACE.packs.map(facts => ({ ...facts, pack: facts.pack && { ...facts.pack, ...changes } })) })
const SMALL = municipalPack()
const tool = (changes: Partial<Tool>): Facts =>
  packOf({ tools: SMALL.tools.slice(0, 1).map((one): Tool => ({ ...one, status: 'freigegeben', ...changes })) })

type Row = {
  readonly why: string
  readonly facts: Facts
  readonly check: string
  readonly level: 'warnung' | 'fehler'
  readonly what: RegExp
  readonly mend: RegExp
}

const FAULTS: readonly Row[] = [
  {
    why: 'Node too old',
    facts: { ...HEALTHY, node: '20.18.1' },
    check: 'node',
    level: 'fehler',
    what: /zu alt/,
    mend: /Node 24/,
  },
  {
    why: 'Node without updates',
    facts: { ...HEALTHY, node: '20.20.2' },
    check: 'node',
    level: 'warnung',
    what: /2026-04-30/,
    mend: /Node 24/,
  },
  {
    why: 'an odd Node',
    facts: { ...HEALTHY, node: '25.1.0' },
    check: 'node',
    level: 'warnung',
    what: /nicht erprobt/,
    mend: /Node 24/,
  },
  {
    why: 'settings that cannot be read',
    facts: { ...HEALTHY, place: undefined, settingProblems: ['KOMPASS_PORT muss eine Zahl sein'] },
    check: 'settings',
    level: 'fehler',
    what: /KOMPASS_PORT/,
    mend: /betrieb\.md/,
  },
  {
    why: 'nobody proves who asks',
    facts: at({
      settings: {
        ...PLACE.settings,
        municipalities: [{ pack: 'neustadt', signIn: { kind: 'local' }, bot: undefined }],
      },
    }),
    check: 'settings',
    level: 'warnung',
    what: /local/,
    mend: /entra oder oidc/,
  },
  {
    why: 'no public address',
    facts: at({ settings: { ...PLACE.settings, publicUrl: undefined } }),
    check: 'settings',
    level: 'warnung',
    what: /PUBLIC_URL fehlt/,
    mend: /https:/,
  },
  {
    why: 'no folder yet',
    facts: at({ folder: { kind: 'missing', path: '/x' } }),
    check: 'folder',
    level: 'warnung',
    what: /\/x/,
    mend: /KOMPASS_DATA/,
  },
  {
    why: 'a folder behind a closed one',
    facts: at({ folder: { kind: 'closed', path: '/x', code: 'EACCES' } }),
    check: 'folder',
    level: 'fehler',
    what: /EACCES/,
    mend: /chown/,
  },
  {
    why: 'a folder of somebody else',
    facts: there({ writeProblem: 'EACCES' }),
    check: 'folder',
    level: 'fehler',
    what: /nichts anlegen/,
    mend: /chown/,
  },
  {
    why: 'looked at by root',
    facts: there({ own: false }),
    check: 'folder',
    level: 'warnung',
    what: /anderen Benutzer/,
    mend: /unter dem der Dienst läuft/,
  },
  {
    why: 'a database of somebody else',
    facts: at({ database: { kind: 'foreign' } }),
    check: 'database',
    level: 'warnung',
    what: /nicht geprüft/,
    mend: /sudo -u/,
  },
  {
    why: 'a disk nearly full',
    facts: there({ freeBytes: 500_000_000 }),
    check: 'folder',
    level: 'warnung',
    what: /0,5 GB frei/,
    mend: /Platz/,
  },
  {
    why: 'a full disk',
    facts: there({ freeBytes: 1_000_000 }),
    check: 'folder',
    level: 'fehler',
    what: /zu wenig/,
    mend: /Platz/,
  },
  {
    why: 'a folder open to others',
    facts: there({ mode: 0o755 }),
    check: 'folder',
    level: 'warnung',
    what: /Andere Benutzer/,
    mend: /chmod 700 \/var/,
  },
  {
    why: 'a key others can read',
    facts: there({ files: [{ name: 'learning.key', mode: 0o640 }] }),
    check: 'folder',
    level: 'fehler',
    what: /learning\.key/,
    mend: /chmod 600 \/var\/lib\/ki-kompass\/learning\.key/,
  },
  {
    why: 'a damaged key',
    facts: at({ keyProblems: ['Die Schlüsseldatei ist beschädigt.'] }),
    check: 'folder',
    level: 'fehler',
    what: /beschädigt/,
    mend: /wiederherstellen/,
  },
  {
    why: 'no database yet',
    facts: at({ database: { kind: 'missing' } }),
    check: 'database',
    level: 'warnung',
    what: /noch keine Datenbank/,
    mend: /KOMPASS_DATA/,
  },
  {
    why: 'a database that is away',
    facts: at({ database: { kind: 'unusable', problem: 'Nicht erreichbar.' } }),
    check: 'database',
    level: 'fehler',
    what: /Nicht erreichbar/,
    mend: /betrieb\.md/,
  },
  {
    why: 'an older schema',
    facts: at({
      database: { kind: 'there', engine: 'SQLite', schema: 'older', writeProblem: undefined, tokens: new Map() },
    }),
    check: 'database',
    level: 'warnung',
    what: /älteren Fassung/,
    mend: /zuerst sichern/,
  },
  {
    why: 'a database that takes nothing',
    facts: at({
      database: { kind: 'there', engine: 'SQLite', schema: 'current', writeProblem: 'Voll.', tokens: new Map() },
    }),
    check: 'database',
    level: 'fehler',
    what: /Voll/,
    mend: /betrieb\.md/,
  },
  {
    why: 'a mistake in the pack',
    facts: at({
      packs: [{ name: 'neustadt', problems: [{ file: 'tools.yaml', line: 7, message: 'fehlt' }], pack: undefined }],
    }),
    check: 'pack',
    level: 'fehler',
    what: /tools\.yaml:7: fehlt/,
    mend: /pack -- check neustadt/,
  },
  {
    why: 'the example pack',
    facts: packOf({ manifest: { ...SMALL.manifest, example: true } }),
    check: 'pack',
    level: 'fehler',
    what: /Beispielpaket/,
    mend: /pack -- new/,
  },
  {
    why: 'an approval that ended',
    facts: tool({ approved_until: '2026-11-22' }),
    check: 'pack',
    level: 'warnung',
    what: /abgelaufen/,
    mend: /approved_until/,
  },
  {
    why: 'an incomplete approval',
    facts: tool({ approved_until: '2027-11-22', avv: 'unbekannt', class: 'W2' }),
    check: 'pack',
    level: 'warnung',
    what: /es fehlt: .*avv/,
    mend: /tools\.yaml/,
  },
  {
    why: 'pages not built',
    facts: at({ pages: { missing: ['pane'] } }),
    check: 'pages',
    level: 'fehler',
    what: /pane/,
    mend: /npm run build/,
  },
  {
    why: 'an own Office.js that is away',
    facts: at({
      settings: { ...PLACE.settings, officeJs: 'https://o.example/office.js' },
      officeJs: failed('ENOTFOUND'),
    }),
    check: 'pages',
    level: 'fehler',
    what: /ENOTFOUND/,
    mend: /KOMPASS_OFFICE_JS/,
  },
  {
    why: 'a page where Office.js should be',
    facts: at({
      settings: { ...PLACE.settings, officeJs: 'https://o.example/office.js' },
      officeJs: answered(200, '', { type: 'text/html' }),
    }),
    check: 'pages',
    level: 'fehler',
    what: /kein Skript/,
    mend: /KOMPASS_OFFICE_JS/,
  },
  {
    why: 'a port in use',
    facts: port('taken'),
    check: 'ports',
    level: 'fehler',
    what: /anderes Programm/,
    mend: /ss -ltnp/,
  },
  {
    why: 'a port below 1024',
    facts: port({ code: 'EACCES' }),
    check: 'ports',
    level: 'fehler',
    what: /darf dieser Benutzer nicht/,
    mend: /1023/,
  },
  {
    why: 'an address of another machine',
    facts: port({ code: 'EADDRNOTAVAIL' }),
    check: 'ports',
    level: 'fehler',
    what: /EADDRNOTAVAIL/,
    mend: /KOMPASS_HOST/,
  },
  {
    why: 'a public name nobody knows',
    facts: publicly({ health: failed('ENOTFOUND') }),
    check: 'publicly',
    level: 'fehler',
    what: /auflösen/,
    mend: /DNS/,
  },
  {
    why: 'a proxy before nothing',
    facts: publicly({ health: answered(502, '') }),
    check: 'publicly',
    level: 'fehler',
    what: /502/,
    mend: /Reverse Proxy/,
  },
  {
    why: 'another site at the address',
    facts: publicly({ health: answered(200, '<html>') }),
    check: 'publicly',
    level: 'fehler',
    what: /nicht der KI-Kompass/,
    mend: /Reverse Proxy/,
  },
  {
    why: 'pages held by the proxy',
    facts: publicly({ tab: answered(403) }),
    check: 'publicly',
    level: 'fehler',
    what: /\/tab\//,
    mend: /deploy\//,
  },
  {
    why: 'the way of Teams is closed',
    facts: publicly({ messages: answered(404) }),
    check: 'publicly',
    level: 'fehler',
    what: /stumm/,
    mend: /Reverse Proxy/,
  },
  {
    why: 'the way of Teams is open to all',
    facts: publicly({ messages: answered(200) }),
    check: 'publicly',
    level: 'fehler',
    what: /ohne Token mit 200/,
    mend: /anhalten/,
  },
  {
    why: 'a certificate about to end',
    facts: publicly({ health: answered(200, { status: 'ok' }, { certificateUntil: new Date('2026-12-01') }) }),
    check: 'publicly',
    level: 'warnung',
    what: /läuft in 7 Tagen ab/,
    mend: /erneuern/,
  },
  {
    why: 'an expired certificate',
    facts: publicly({ health: failed('CERT_HAS_EXPIRED') }),
    check: 'publicly',
    level: 'fehler',
    what: /abgelaufen/,
    mend: /erneuern/,
  },
  {
    why: 'sign-in behind a firewall',
    facts: people(failed('TIMEOUT')),
    check: 'sign-in',
    level: 'fehler',
    what: /keine Antwort/,
    mend: /HTTPS_PROXY/,
  },
  {
    why: 'a house authority unknown here',
    facts: people(failed('SELF_SIGNED_CERT_IN_CHAIN')),
    check: 'sign-in',
    level: 'fehler',
    what: /nicht vertraut/,
    mend: /NODE_EXTRA_CA_CERTS/,
  },
  {
    why: 'a wrong tenant',
    facts: people(answered(400, {})),
    check: 'sign-in',
    level: 'fehler',
    what: /400/,
    mend: /KOMPASS_TENANT/,
  },
  {
    why: 'an issuer of another name',
    facts: people(answered(200, { ...METADATA, issuer: 'https://x.example/' })),
    check: 'sign-in',
    level: 'fehler',
    what: /nennt sich https:\/\/x\.example\//,
    mend: /Schrägstrich/,
  },
  {
    why: 'a token ended',
    facts: program({ until: '2026-11-22' }),
    check: 'tokens',
    level: 'warnung',
    what: /abgelaufen/,
    mend: /token -- new/,
  },
  {
    why: 'a token ends soon',
    facts: program({}),
    check: 'tokens',
    level: 'warnung',
    what: /läuft am 2026-12-01/,
    mend: /token -- new/,
  },
  {
    why: 'the certificate of the bot ended',
    facts: botCertificate('2026-11-20'),
    check: 'tokens',
    level: 'fehler',
    what: /abgelaufen/,
    mend: /KOMPASS_BOT_CERTIFICATE/,
  },
  {
    why: 'it ends soon',
    facts: botCertificate('2026-12-10'),
    check: 'tokens',
    level: 'warnung',
    what: /2026-12-10/,
    mend: /KOMPASS_BOT_KEY/,
  },
  {
    why: 'the secret of the bot ended',
    facts: secret(401, 7000222),
    check: 'tokens',
    level: 'fehler',
    what: /abgelaufen/,
    mend: /KOMPASS_BOT_SECRET/,
  },
  {
    why: 'the id of the secret instead of its value',
    facts: secret(401, 7000215),
    check: 'tokens',
    level: 'fehler',
    what: /falsch/,
    mend: /Kennung statt des Werts/,
  },
  {
    why: 'an app unknown in its tenant',
    facts: secret(400, 700016),
    check: 'tokens',
    level: 'fehler',
    what: /gibt es in diesem Mandanten nicht/,
    mend: /KOMPASS_BOT_APP_ID/,
  },
  {
    why: 'an error of Entra nobody foresaw',
    facts: secret(400, 50),
    check: 'tokens',
    level: 'fehler',
    what: /Fehler 50/,
    mend: /KOMPASS_BOT_SECRET/,
  },
  {
    why: 'a model that is down',
    facts: model(failed('ECONNREFUSED')),
    check: 'models',
    level: 'fehler',
    what: /niemand nimmt/,
    mend: /Port/,
  },
  {
    why: 'a key that does not count',
    facts: model(answered(401)),
    check: 'models',
    level: 'fehler',
    what: /lehnt den Schlüssel ab/,
    mend: /KOMPASS_MODEL_KEY_MUCGPT/,
  },
  {
    why: 'a wrong path',
    facts: model(answered(404, '')),
    check: 'models',
    level: 'warnung',
    what: /keine Modelle/,
    mend: /\/v1/,
  },
  {
    why: 'a model of another name',
    facts: model(answered(200, { data: [{ id: 'klein' }] })),
    check: 'models',
    level: 'fehler',
    what: /kein Modell „gross“/,
    mend: /endpoint\.model/,
  },
  {
    why: 'a model in trouble',
    facts: model(answered(503)),
    check: 'models',
    level: 'warnung',
    what: /gestört/,
    mend: /Anbieter/,
  },
  {
    why: 'a clock far off',
    facts: at({
      signIns: PLACE.signIns.map(facts => ({ ...facts, answer: answered(200, METADATA, { ahead: -400 }) })),
      models: [],
    }),
    check: 'clock',
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
    check: 'clock',
    level: 'warnung',
    what: /90 Sekunden/,
    mend: /NTP/,
  },
]

describe('each planted fault is found, with the way to mend it', () => {
  test.each(FAULTS)('$why', ({ facts, check, level, what, mend }) => {
    const found = troubles(facts).filter(trouble => trouble.check === check)
    expect(found).toContainEqual({
      check,
      level,
      what: expect.stringMatching(what),
      mend: expect.stringMatching(mend),
    })
    expect(reportOf(CHECKS, facts).ok).toBe(!troubles(facts).some(trouble => trouble.level === 'fehler'))
  })
})

test.each([
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
  { why: 'a token revoked before it ends', facts: program({ revoked: '2026-10-01' }) },
  { why: 'a token that lasts', facts: program({ until: '2027-06-01' }) },
  { why: 'the service does not run at the moment', facts: port('free') },
  {
    why: 'Windows knows no bits of permission',
    facts: there({ mode: undefined, files: [{ name: 'learning.key', mode: undefined }] }),
  },
  {
    why: 'no bot: nobody needs its way',
    facts: at({
      settings: { ...PLACE.settings, municipalities: [{ ...NEUSTADT, bot: undefined }] },
      publicly: PLACE.publicly && { ...PLACE.publicly, messages: answered(404) },
    }),
  },
  { why: 'Entra takes the secret', facts: secret(200) },
])('nothing to mend: $why', ({ facts }) => {
  expect(troubles(facts)).toEqual([])
})
