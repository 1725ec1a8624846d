import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import type { Certificate, CertifiedModule } from '../../bot/proof/certificate.js'
import { type IssuerKey, openIssuerKey } from '../../bot/proof/issuer-key.js'
import type { Issuer } from '../../bot/proof/open-badge.js'
import type { Proof } from '../../bot/storage/store.js'
import { type Module, TrainingSettings } from '../../policies/pack/training-schema.js'
import { municipalPack } from './small-pack.js'

/** A pack with two short courses over one rule of the small pack, which may have changed on a day. */
export function trainingPack({ example = false, changedOn = '' } = {}) {
  const { manifest, rules } = municipalPack()
  return {
    manifest: { ...manifest, example },
    rules: rules.map(rule =>
      changedOn !== '' && rule.id === RULE ? { ...rule, retrain: 'required' as const, valid_from: changedOn } : rule,
    ),
    training: { settings: TrainingSettings.parse({}), modules: [G1, G2, L1] },
  }
}

const RULE = 'texte-entwerfen'

const moduleOf = (id: string, title: string, course: Module['course']): Module => ({
  id,
  title,
  course,
  minutes: 5,
  version: 3,
  stand: '2026-01-01',
  rules: [RULE],
  forms: ['single'],
  goals: ['Ziel'],
  lesson: [],
  questions: [],
})

const G1 = moduleOf('g1', 'Was KI kann und was nicht', 'grundkurs')
const G2 = moduleOf('g2', 'Gute Prompts schreiben', 'grundkurs')
const L1 = moduleOf('l1', 'Kolleginnen und Kollegen begleiten', 'lotsen')

let count = 0
/** A proof of Jörg, passed here in version 2. */
export const proof = (subject: string, day: string, changes: Partial<Proof> = {}): Proof => ({
  id: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  person: 'joerg',
  name: 'Jörg Müßig',
  subject,
  version: 2,
  day,
  provider: undefined,
  ...changes,
})

export const certificate = (changes: Partial<Certificate> = {}): Certificate => ({
  id: '3f2b8c1e-58a3-4d0e-9b57-2a6c1d9e7f40',
  course: 'grundkurs',
  title: 'KI-Pass',
  holder: { id: 'joerg', name: 'Jörg Müßig-Übermaß' },
  municipality: { id: 'neustadt', name: 'Neustadt', example: false },
  issued: '2026-11-23',
  until: '2027-11-22',
  provider: undefined,
  modules: [
    { id: 'g1', title: 'Was KI kann und was nicht', day: '2026-11-20', basis: { kind: 'here', version: 2 } },
    {
      id: 'g2',
      title: 'Gute Prompts schreiben',
      day: '2026-11-21',
      basis: { kind: 'elsewhere', provider: 'Studieninstitut Süd' },
    },
  ],
  ...changes,
})

/** As many modules as wanted, each with a title as long as a title may be. */
export const manyModules = (many: number): CertifiedModule[] =>
  Array.from({ length: many }, (_, at) => ({
    id: `m${at + 1}`,
    title: `Modul ${at + 1}: Sorgfältig prüfen, was das Werkzeug geschrieben hat`.slice(0, 60),
    day: '2026-11-20',
    basis: { kind: 'here', version: 2 },
  }))

export const ISSUER: Issuer = { address: 'https://kompass.neustadt.example' }

/** A fresh private Ed25519 key. */
export const newJwk = (): JsonWebKey => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })

export async function issuerKey(jwk: JsonWebKey = newJwk()): Promise<IssuerKey> {
  const opened = await openIssuerKey({ jwk: JSON.stringify(jwk) })
  if (!opened.ok) throw new Error(opened.problem)
  return opened.key
}
