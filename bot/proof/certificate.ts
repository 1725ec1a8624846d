import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Course, Module } from '../../policies/pack/training-schema.js'
import { CERTIFICATES, certificateStanding, modulesOf, newest } from '../../policies/training/standing.js'
import { CERTIFICATE_TITLES } from '../learning/texts.js'
import type { Proof } from '../storage/store.js'

/** Everything a certificate says, before it becomes a page or a credential. */
export type Certificate = {
  /** The number of the document: the id of the proof, random and without meaning. */
  readonly id: string
  readonly course: Course
  readonly title: string
  readonly holder: { readonly id: string; readonly name: string | undefined }
  readonly municipality: { readonly id: string; readonly name: string; readonly example: boolean }
  readonly issued: Day
  /** The last day on which it counts. */
  readonly until: Day
  /** Where the whole course was passed elsewhere and recognised here. */
  readonly provider: string | undefined
  readonly modules: readonly CertifiedModule[]
}

export type CertifiedModule = { readonly id: string; readonly title: string; readonly day: Day; readonly basis: Basis }

/** Passed here in a version, or trained elsewhere. */
export type Basis =
  | { readonly kind: 'here'; readonly version: number }
  | { readonly kind: 'elsewhere'; readonly provider: string }

/** Why there is none: never earned, or no longer valid. */
type NoCertificate = { readonly kind: 'open' } | { readonly kind: 'ended'; readonly since: Day; readonly until: Day }

export type CertificateResult =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'none'; readonly why: NoCertificate }

export type CertificateRequest = {
  readonly course: Course
  /** Those of other people are left aside. */
  readonly proofs: readonly Proof[]
  readonly pack: Pick<Pack, 'manifest' | 'rules' | 'training'>
  readonly person: { readonly id: string; readonly name?: string | undefined }
  readonly today: Day
}

export function certificateOf({ course, proofs, pack, person, today }: CertificateRequest): CertificateResult {
  const own = proofs.filter(proof => proof.person === person.id)
  const standing = certificateStanding(course, own, pack, today)
  const proof = latest(CERTIFICATES[course], own)
  if (standing.kind === 'open' || !proof) return { kind: 'none', why: { kind: 'open' } }
  if (standing.kind === 'ended') {
    return { kind: 'none', why: { kind: 'ended', since: standing.since, until: standing.until } }
  }
  const { id, name, example } = pack.manifest
  return {
    kind: 'certificate',
    certificate: {
      id: proof.id,
      course,
      title: CERTIFICATE_TITLES[proof.subject] ?? proof.subject,
      holder: { id: person.id, name: tidy(person.name) ?? tidy(proof.name) },
      municipality: { id, name, example },
      issued: standing.since,
      until: standing.until,
      provider: proof.provider,
      modules: modulesOf(pack, course).flatMap(module => certified(module, own)),
    },
  }
}

function certified(module: Module, own: readonly Proof[]): CertifiedModule[] {
  const proof = latest(module.id, own)
  if (!proof) return []
  const basis: Basis =
    proof.provider === undefined
      ? { kind: 'here', version: proof.version }
      : { kind: 'elsewhere', provider: proof.provider }
  return [{ id: module.id, title: module.title, day: proof.day, basis }]
}

/** The row behind what `newest` says. */
function latest(subject: string, own: readonly Proof[]): Proof | undefined {
  const last = newest(subject, own)
  return last && own.find(proof => proof.subject === subject && proof.day === last.day)
}

/** A name on one line; nothing but spaces is no name. */
const tidy = (name: string | undefined): string | undefined =>
  name?.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() || undefined
