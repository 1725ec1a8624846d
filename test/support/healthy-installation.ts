import type { Answer, Facts, Place } from '../../bot/doctor/facts.js'
import type { MunicipalitySettings } from '../../bot/identity/municipality-settings.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { DAY, NOW } from './musterstadt.js'
import { makeCertificate } from './x509.js'

const TENANT = '22222222-3333-4444-5555-666666666666'
const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`

const CERTIFICATE = makeCertificate({ until: new Date('2027-11-23T12:00:00Z') })

export const NEUSTADT: MunicipalitySettings = {
  pack: 'neustadt',
  signIn: {
    kind: 'entra',
    tenant: TENANT,
    clientId: '11111111-2222-3333-4444-555555555555',
    audiences: [],
    scope: 'access_as_user',
    claims: {
      roles: 'roles',
      groups: 'groups',
      department: 'department',
      names: { digitallotse: 'digitallotse', 'ki-team': 'ki-team', datenschutz: 'datenschutz' },
    },
  },
  bot: {
    appId: '33333333-4444-5555-6666-777777777777',
    tenant: TENANT,
    credential: { kind: 'certificate', certificate: CERTIFICATE.cert, privateKey: CERTIFICATE.key },
  },
  models: { keys: new Map(), urls: new Map() },
}

export const answered = (
  status: number,
  body: unknown = {},
  changes: Partial<Extract<Answer, { kind: 'answered' }>> = {},
): Answer => ({
  kind: 'answered',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  type: 'application/json',
  ahead: 0.2,
  certificateUntil: new Date('2027-03-01T00:00:00Z'),
  ...changes,
})

export const failed = (code: string): Answer => ({ kind: 'failed', code })

export const METADATA = { issuer: ISSUER, jwks_uri: `${ISSUER}/keys` }

/** An installation nothing is wrong with, on the day of the tests. */
export function healthyFacts(pack: Pack): Facts & { readonly place: Place } {
  return {
    now: NOW,
    today: DAY,
    node: '24.21.0',
    settingProblems: [],
    place: {
      settings: {
        publicUrl: 'https://kompass.neustadt.example',
        databaseIs: 'sqlite',
        municipalitiesFile: undefined,
        municipalities: [NEUSTADT],
        officeJs: undefined,
      },
      packs: [{ name: 'neustadt', problems: [], pack: { ...pack, manifest: { ...pack.manifest, example: false } } }],
      database: {
        kind: 'there',
        engine: 'SQLite 3.45.1',
        schema: 'current',
        writeProblem: undefined,
        tokens: new Map(),
      },
      folder: {
        kind: 'there',
        path: '/var/lib/ki-kompass',
        writeProblem: undefined,
        own: true,
        freeBytes: 20 * 1024 ** 3,
        mode: 0o700,
        files: [{ name: 'kompass.db', mode: 0o600 }],
      },
      keyProblems: [],
      ports: [{ setting: 'KOMPASS_PORT', host: '127.0.0.1', port: 3978, state: 'ours' }],
      pages: { missing: [] },
      publicly: { health: answered(200, { status: 'ok' }), tab: answered(200), messages: answered(401) },
      signIns: [
        { municipality: 'neustadt', purpose: 'people', issuer: ISSUER, answer: answered(200, METADATA) },
        { municipality: 'neustadt', purpose: 'bot', issuer: undefined, answer: answered(200, METADATA) },
      ],
      botSecrets: [],
      models: [
        {
          municipality: 'neustadt',
          tool: 'mucgpt',
          setting: 'MUCGPT',
          model: 'gross',
          address: 'https://ki.example/v1',
          answer: answered(200, { data: [{ id: 'gross' }] }),
        },
      ],
      officeJs: undefined,
    },
  }
}
