import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { z } from 'zod'
import type { ModelSettings } from '../generation/served.js'
import type {
  BotRegistration,
  Claims,
  Credential,
  MunicipalitySettings,
  SignIn,
} from '../identity/municipality-settings.js'
import { type EntraEntry, Entry, FIELDS, type OidcEntry } from './entry.js'
import { MODEL_FIELDS } from './model-fields.js'
import { isPlaceholder } from './placeholders.js'
import type { Read } from './read.js'

/** How a field is called where it was written: `KOMPASS_CLIENT_ID`, or file, entry and name. */
export type Label = (field: string) => string

type SignedIn = EntraEntry | OidcEntry

/** One municipality from the fields somebody wrote down, and its models, which have been read already. */
export function readMunicipality(fields: unknown, models: ModelSettings, label: Label): Read<MunicipalitySettings> {
  const parsed = Entry.safeParse(fields)
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.flatMap(issue => sentences(issue, fields, label)) }
  const entry = parsed.data
  if (entry.identity === 'local')
    return { ok: true, value: { pack: entry.pack, signIn: { kind: 'local' }, bot: undefined, models } }
  const bot = botOf(entry, label)
  return bot.ok ? { ok: true, value: { pack: entry.pack, signIn: signInOf(entry), bot: bot.value, models } } : bot
}

function sentences(issue: z.core.$ZodIssue, fields: unknown, label: Label): string[] {
  if (issue.code !== 'unrecognized_keys') return [`${label(issue.path.join('.'))} ${issue.message}`]
  const identity = identityIn(fields)
  return issue.keys.map(key =>
    FIELDS.has(key)
      ? `${label(key)} passt nicht zu ${label('identity')}=${identity}: ${identity === 'local' ? 'Damit meldet sich niemand an. Bitte entra oder oidc wählen oder die Angabe weglassen.' : 'Bitte weglassen.'}`
      : `${label(key)} gibt es nicht. Möglich sind: ${[...FIELDS, ...MODEL_FIELDS].join(', ')}`,
  )
}

const identityIn = (fields: unknown): string =>
  typeof fields === 'object' && fields !== null && 'identity' in fields ? String(fields.identity) : ''

function signInOf(entry: SignedIn): SignIn {
  const claims = claimsOf(entry)
  const { client_id: clientId, audience, scope } = entry
  if (entry.identity === 'oidc')
    return { kind: 'oidc', issuer: entry.issuer, clientId, audience: entry.audience, scope, claims }
  const audiences = [...new Set([clientId, audience ?? `api://${clientId}`])]
  return { kind: 'entra', tenant: entry.tenant, clientId, audiences, scope, claims }
}

const claimsOf = (entry: SignedIn): Claims => ({
  roles: entry.roles_claim,
  groups: entry.groups_claim,
  department: entry.department_claim,
  names: { digitallotse: entry.role_digitallotse, 'ki-team': entry.role_ki_team, datenschutz: entry.role_datenschutz },
})

function botOf(entry: SignedIn, label: Label): Read<BotRegistration | undefined> {
  const { bot_app_id: appId, bot_secret: secret, bot_certificate: certificate, bot_key: key } = entry
  const tenant = entry.bot_tenant ?? (entry.identity === 'entra' ? entry.tenant : undefined)
  if (appId === undefined) {
    const lonely = (['bot_tenant', 'bot_secret', 'bot_certificate', 'bot_key'] as const).filter(
      name => entry[name] !== undefined,
    )
    if (lonely.length === 0) return { ok: true, value: undefined }
    return {
      ok: false,
      problems: [
        `${label('bot_app_id')} fehlt: Ohne sie gibt es keinen Bot, zu dem ${lonely.map(label).join(', ')} gehört.`,
      ],
    }
  }
  const problems =
    tenant === undefined
      ? [
          `${label('bot_tenant')} fehlt: Bei der Anmeldung oidc muss dabeistehen, in welchem Tenant der Bot eingetragen ist.`,
        ]
      : []
  const credential = credentialOf({ secret, certificate, key }, label)
  if (!credential.ok) return { ok: false, problems: [...problems, ...credential.problems] }
  return tenant === undefined
    ? { ok: false, problems }
    : { ok: true, value: { appId, tenant, credential: credential.value } }
}

type Written = {
  readonly secret: string | undefined
  readonly certificate: string | undefined
  readonly key: string | undefined
}

function credentialOf({ secret, certificate, key }: Written, label: Label): Read<Credential> {
  const both = `${label('bot_certificate')} und ${label('bot_key')}`
  if (secret !== undefined && (certificate !== undefined || key !== undefined))
    return failed(
      `${label('bot_secret')} und ${both} sind angegeben: Bitte nur eines von beiden, am besten das Zertifikat.`,
    )
  if (secret !== undefined)
    return isPlaceholder(secret)
      ? failed(`${label('bot_secret')} ist ein Beispielwert: Bitte das Geheimnis aus Entra eintragen.`)
      : { ok: true, value: { kind: 'secret', secret } }
  if (certificate === undefined && key === undefined)
    return failed(`${label('bot_app_id')} braucht ${label('bot_secret')} oder ${both}.`)
  if (certificate === undefined || key === undefined)
    return failed(
      `${label(certificate === undefined ? 'bot_certificate' : 'bot_key')} fehlt: Zertifikat und Schlüssel gehören zusammen.`,
    )
  return pairOf(certificate, key, label)
}

/** Both are tried out at once: a wrong file would otherwise show only when the first answer leaves. */
function pairOf(certificate: string, key: string, label: Label): Read<Credential> {
  const read = certificateOf(certificate)
  if (!read) return failed(`${label('bot_certificate')} ist kein Zertifikat als PEM (-----BEGIN CERTIFICATE-----).`)
  const privateKey = privateKeyOf(key)
  if (!privateKey)
    return failed(
      `${label('bot_key')} ist kein unverschlüsselter privater Schlüssel als PEM (-----BEGIN PRIVATE KEY-----).`,
    )
  if (!read.checkPrivateKey(privateKey))
    return failed(
      `${label('bot_key')} gehört nicht zu ${label('bot_certificate')}: Bitte beide aus demselben Vorgang nehmen.`,
    )
  return { ok: true, value: { kind: 'certificate', certificate, privateKey: key } }
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}

function privateKeyOf(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}

const failed = (problem: string): { readonly ok: false; readonly problems: readonly string[] } => ({
  ok: false,
  problems: [problem],
})
