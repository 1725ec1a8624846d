import { z } from 'zod'
import { germanDate } from '../../policies/language/german-date.js'
import type { Certificate, CertifiedModule } from './certificate.js'
import { endOf, startOf } from './moment.js'
import { achievedWords, basisWords, criteriaWords, EXAMPLE_MARK, exampleWords, issuerWords } from './words.js'

/** Where the service is reached; nothing else about the issuer is a setting. Without a slash at the end. */
export type Issuer = { readonly address: string }

const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

const Uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
/** xsd:dateTimeStamp: a moment always names its zone. */
const Moment = z.iso.datetime({ offset: true })
const Text = z.string().min(1)

const Identity = z.object({
  type: z.literal('IdentityObject'),
  hashed: z.literal(false),
  identityHash: Text,
  identityType: z.literal('name'),
})

const Achievement = z.object({
  id: Uri,
  type: z.tuple([z.literal('Achievement')]),
  achievementType: z.literal('CertificateOfCompletion'),
  name: Text,
  description: Text,
  criteria: z.object({ narrative: Text }),
  tag: z.array(Text).optional(),
})

const Evidence = z.object({ type: z.tuple([z.literal('Evidence')]), name: Text, description: Text })

/** An OpenBadgeCredential as Open Badges 3.0 wants it, as narrow as this service issues it. */
export const OpenBadge = z.object({
  '@context': z.tuple([z.literal(CONTEXT[0]), z.literal(CONTEXT[1])]),
  id: Uri,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: Text,
  issuer: z.object({ id: Uri, type: z.tuple([z.literal('Profile')]), name: Text, url: z.url() }),
  validFrom: Moment,
  validUntil: Moment,
  credentialSubject: z.object({
    id: Uri,
    type: z.tuple([z.literal('AchievementSubject')]),
    identifier: z.array(Identity).max(1).optional(),
    achievement: Achievement,
  }),
  evidence: z.array(Evidence).min(1).optional(),
})
export type OpenBadge = z.infer<typeof OpenBadge>

/** The public page that checks credentials; the ids of issuer and achievement lead there. */
export const verifyPage = ({ address }: Issuer): string => `${address}/nachweis`

/** A certificate as credential. The subject has an id of this one credential, so that two of them cannot be joined by it. */
export function openBadge(certificate: Certificate, issuer: Issuer): OpenBadge {
  const { municipality, holder, title, issued, until, modules } = certificate
  const page = verifyPage(issuer)
  const id = `urn:uuid:${certificate.id}`
  return {
    '@context': [...CONTEXT],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: {
      id: `${page}#${municipality.id}`,
      type: ['Profile'],
      name: issuerWords(municipality),
      url: issuer.address,
    },
    validFrom: startOf(issued),
    validUntil: endOf(until),
    credentialSubject: {
      id: `${id}#inhaber`,
      type: ['AchievementSubject'],
      ...(holder.name === undefined ? {} : { identifier: [named(holder.name)] }),
      achievement: {
        id: `${page}#${municipality.id}/${certificate.course}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: title,
        description: `${municipality.example ? `${exampleWords(municipality.name)} ` : ''}Die genannte Person ${achievedWords(certificate)}`,
        criteria: { narrative: criteriaWords(certificate) },
        ...(municipality.example ? { tag: [EXAMPLE_MARK] } : {}),
      },
    },
    ...(modules.length === 0 ? {} : { evidence: modules.map(learned) }),
  }
}

const learned = ({ title, basis, day }: CertifiedModule): z.infer<typeof Evidence> => ({
  type: ['Evidence'],
  name: title,
  description: `${basisWords(basis)}, ${germanDate(day)}`,
})

const named = (name: string): z.infer<typeof Identity> => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: name,
  identityType: 'name',
})
