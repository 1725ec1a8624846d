import { z } from 'zod'
import { isSafeAddress } from '../identity/safe-address.js'

const text = (missing: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? `fehlt: ${missing}` : 'muss ein Text sein') })
    .min(1, 'ist leer')

const GUID = 'ist eine Kennung aus Entra, zum Beispiel 11111111-2222-3333-4444-555555555555'
/** Written in small letters, as tokens carry them. */
const guid = (missing: string) =>
  text(missing)
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, GUID)
    .toLowerCase()

const ISSUER_PROBLEM =
  'ist die Adresse der Anmeldung, genau wie sie im Token unter „iss“ steht, mit https:// (http:// nur auf diesem Rechner) und ohne „?“ und „#“'
const MICROSOFT = new Set(['login.microsoftonline.com', 'sts.windows.net'])

const Issuer = text('die Adresse der Anmeldung, zum Beispiel https://anmeldung.musterstadt.example/realms/stadt')
  .refine(url => isSafeAddress(url) && !/[?#@]/.test(url), { error: ISSUER_PROBLEM, abort: true })
  .refine(
    url => !MICROSOFT.has(new URL(url).hostname),
    'ist Microsoft Entra: Bitte die Anmeldung „entra“ mit Tenant wählen, sonst bekommt dieselbe Person im Chat und auf der Seite zwei Lernstände',
  )

const Scope = z
  .string()
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'ist ein Wort ohne Leerzeichen, zum Beispiel access_as_user')
const Scopes = z
  .string()
  .regex(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/, 'sind Wörter mit Leerzeichen dazwischen, zum Beispiel: openid profile')
  .refine(scopes => scopes.split(' ').includes('openid'), 'enthält das Wort openid')

const claims = {
  roles_claim: text('').default('roles'),
  groups_claim: text('').default('groups'),
  department_claim: text('').default('department'),
  role_digitallotse: text('').default('digitallotse'),
  role_ki_team: text('').default('ki-team'),
  role_datenschutz: text('').default('datenschutz'),
}

const bot = {
  bot_app_id: guid('').optional(),
  bot_tenant: guid('').optional(),
  bot_secret: text('').optional(),
  bot_certificate: text('').optional(),
  bot_key: text('').optional(),
}

const PACK = 'der Ordner Ihres Regelpakets'

/** A demonstration: no sign-in, and so nothing that belongs to one. */
const LocalEntry = z.strictObject({ identity: z.literal('local'), pack: text(PACK) })

const EntraEntry = z.strictObject({
  identity: z.literal('entra'),
  pack: text(PACK),
  tenant: guid('die Verzeichnis-ID (Mandant) aus Entra'),
  client_id: guid('die Anwendungs-ID (Client) aus Entra'),
  audience: text('').optional(),
  scope: Scope.default('access_as_user'),
  ...claims,
  ...bot,
})
export type EntraEntry = z.infer<typeof EntraEntry>

const OidcEntry = z.strictObject({
  identity: z.literal('oidc'),
  pack: text(PACK),
  issuer: Issuer,
  client_id: text('die Client-ID, unter der die Seite bei der Anmeldung eingetragen ist'),
  audience: text('der Wert, der im Token unter „aud“ steht und nur für diesen Dienst gilt'),
  scope: Scopes.default('openid profile'),
  ...claims,
  ...bot,
})
export type OidcEntry = z.infer<typeof OidcEntry>

/** What differs between municipalities, as written down; secrets, certificate and key already stand here as text. */
export const Entry = z.discriminatedUnion('identity', [LocalEntry, EntraEntry, OidcEntry], {
  error: 'ist local, entra oder oidc',
})
export type Entry = z.infer<typeof Entry>

/** Every field there is, for whichever sign-in. */
export const FIELDS: ReadonlySet<string> = new Set(
  [LocalEntry, EntraEntry, OidcEntry].flatMap(schema => Object.keys(schema.shape)),
)
