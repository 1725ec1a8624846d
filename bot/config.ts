import type { MunicipalitySettings } from './identity/municipality-settings.js'
import { problemsBetween } from './settings/between.js'
import { conflicts } from './settings/conflicts.js'
import { type Environment, readEnvironment } from './settings/environment.js'
import { readText as fromDisk } from './settings/files.js'
import { readMunicipalities } from './settings/municipalities-file.js'
import { type Outbound, readOutbound } from './settings/outbound.js'
import { reachProblems } from './settings/reach.js'
import type { Given, Read, ReadText } from './settings/read.js'
import { withSecretFiles } from './settings/secret-files.js'
import { readSingle } from './settings/single.js'

/** Everything the service may be told from outside. */
export type Config = {
  readonly host: string
  readonly port: number
  /** A listener of its own for the chat service, so that only it need be reachable from the internet. */
  readonly messagesPort: number | undefined
  /** How many proxies stand in front and say who asks, nearest first; 0: none is believed. */
  readonly proxies: number
  readonly replicas: number
  /** The file that lists the municipalities; undefined: there is one, from the environment. */
  readonly municipalitiesFile: string | undefined
  /** At least one; several share the service, each with its own pack, sign-in, bot and models. */
  readonly municipalities: readonly MunicipalitySettings[]
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly playgroundPort: number
  /** Where people reach the service, without a slash at the end; undefined: where it listens. */
  readonly publicUrl: string | undefined
  /** Folder for the SQLite file and for keys that nobody gave. */
  readonly data: string
  /** PostgreSQL instead of the SQLite file; holds a password, so it is never logged. */
  readonly databaseUrl: string | undefined
  /** The secret behind pseudonyms of learning state; undefined: made once and kept in the data folder. */
  readonly learningKey: string | undefined
  /** The private key (JWK) that signs credentials; undefined: made once and kept in the data folder. */
  readonly badgeKey: string | undefined
  /** Lets whoever has it read `/metrics` from another machine; undefined: this machine alone. */
  readonly metricsToken: string | undefined
  /** Where Office.js comes from; undefined: from Microsoft. */
  readonly officeJs: string | undefined
  readonly outbound: Outbound
  /** What Microsoft Graph is asked for in the bots' own names. */
  readonly graph: GraphUse
}

/** Both off unless set up: each needs a permission an administrator grants. */
type GraphUse = {
  /** Roles of people in chat, whose activities carry none. */
  readonly chatRoles: boolean
  /** Channel messages with secrets or classified papers are hidden from the others. */
  readonly hideMessages: boolean
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the settings; every problem is named at once, with the setting and what to do, in German. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  readText: ReadText = fromDisk,
): ConfigResult {
  const { given, problems: unreadable } = withSecretFiles(withoutEmpty(environment), readText)
  const { settings, problems: broken } = readEnvironment(given)
  const municipalities = municipalitiesIn(settings, given, readText)
  const outbound = readOutbound(settings, readText)
  const problems = [
    ...unreadable,
    ...broken,
    ...(municipalities.ok ? [] : municipalities.problems),
    ...(outbound.ok ? [] : outbound.problems),
    ...conflicts(settings, given),
    ...(municipalities.ok ? problemsBetween(municipalities.value) : []),
    ...reachProblems(reachOf(settings), municipalities.ok ? municipalities.value : []),
  ]
  if (!municipalities.ok || !outbound.ok || problems.length > 0) return { ok: false, problems }
  return { ok: true, config: configOf(settings, municipalities.value, outbound.value) }
}

const withoutEmpty = (environment: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as const],
    ),
  )

function municipalitiesIn(
  { KOMPASS_MUNICIPALITIES: file }: Environment,
  given: Given,
  readText: ReadText,
): Read<readonly MunicipalitySettings[]> {
  if (file !== undefined) return readMunicipalities(file, given, readText)
  const single = readSingle(given, readText)
  return single.ok ? { ok: true, value: [single.value] } : single
}

const reachOf = ({ KOMPASS_HOST: host, KOMPASS_PUBLIC_URL: publicUrl, KOMPASS_PROXY_TRUST: proxies }: Environment) => ({
  host,
  publicUrl,
  proxies,
})

function configOf(settings: Environment, municipalities: readonly MunicipalitySettings[], outbound: Outbound): Config {
  return {
    ...reachOf(settings),
    port: settings.KOMPASS_PORT,
    messagesPort: settings.KOMPASS_MESSAGES_PORT,
    replicas: settings.KOMPASS_REPLICAS,
    municipalitiesFile: settings.KOMPASS_MUNICIPALITIES,
    municipalities,
    logLevel: settings.KOMPASS_LOG_LEVEL,
    playgroundPort: settings.PLAYGROUND_PORT,
    data: settings.KOMPASS_DATA,
    databaseUrl: settings.DATABASE_URL,
    learningKey: settings.KOMPASS_LEARNING_KEY,
    badgeKey: settings.KOMPASS_BADGE_KEY,
    metricsToken: settings.KOMPASS_METRICS_TOKEN,
    officeJs: settings.KOMPASS_OFFICE_JS,
    outbound,
    graph: {
      chatRoles: settings.KOMPASS_GRAPH?.includes('rollen') ?? false,
      hideMessages: settings.KOMPASS_GRAPH?.includes('verbergen') ?? false,
    },
  }
}
