import { z } from 'zod'
import type { ModelSettings } from './generation/served.js'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

const Port = z.coerce
  .number({ error: 'muss eine Zahl sein' })
  .int('muss eine ganze Zahl sein')
  .min(1, 'liegt zwischen 1 und 65535')
  .max(65535, 'liegt zwischen 1 und 65535')

const PUBLIC_URL_PROBLEM =
  'ist die Adresse, unter der Mitarbeitende den Dienst im Browser erreichen, zum Beispiel https://kompass.musterstadt.example (ohne „?“ und „#“)'

/** Links are made by adding to it: nothing may stand behind the path. */
const PublicUrl = z
  .url({ protocol: /^https?$/, error: PUBLIC_URL_PROBLEM })
  .refine(url => !/[?#@]/.test(url), PUBLIC_URL_PROBLEM)
  .transform(url => url.replace(/\/+$/, ''))

const OFFICE_JS_PROBLEM =
  'ist die Adresse, unter der Ihr Haus Office.js selbst bereitstellt, zum Beispiel https://office.musterstadt.example/office.js'

const Environment = z.object({
  KOMPASS_HOST: z.string().min(1).default('127.0.0.1'),
  KOMPASS_PORT: Port.default(3978),
  KOMPASS_PACK: z.string().min(1).default('musterstadt'),
  KOMPASS_IDENTITY: z.enum(['local'], { error: 'kennt bisher nur den Wert „local“' }).default('local'),
  KOMPASS_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'ist eines von silent, error, warn, info, debug' })
    .default('info'),
  KOMPASS_PUBLIC_URL: PublicUrl.optional(),
  PLAYGROUND_PORT: Port.default(56150),
  KOMPASS_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'beginnt mit postgresql://')
    .optional(),
  KOMPASS_LEARNING_KEY: z
    .string()
    .min(43, 'hat mindestens 32 zufällige Bytes, zum Beispiel aus: openssl rand -base64 32')
    .optional(),
  KOMPASS_BADGE_KEY: z.string().min(1).optional(),
  KOMPASS_METRICS_TOKEN: z.string().min(24, 'hat mindestens 24 Zeichen').optional(),
  KOMPASS_OFFICE_JS: z.url({ protocol: /^https$/, error: OFFICE_JS_PROBLEM }).optional(),
})

/** One setting for every tool with a model: `KOMPASS_MODEL_KEY_MUCGPT`. The rest of the name is that of the tool. */
const MODEL_KEY = 'KOMPASS_MODEL_KEY_'
const MODEL_URL = 'KOMPASS_MODEL_URL_'
const MODEL_URL_PROBLEM =
  'ist keine Adresse einer OpenAI-kompatiblen Schnittstelle, zum Beispiel https://ki.rechenzentrum.example/v1'
const ModelUrl = z.url({ protocol: /^https?$/, error: MODEL_URL_PROBLEM })

/** Everything the service may be told from outside; `pack` is a folder name under policies/packs or a path. */
export type Config = {
  readonly host: string
  readonly port: number
  readonly pack: string
  readonly identity: 'local'
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
  /** Keys and addresses of models by the tool's part of the setting's name; keys are never logged. */
  readonly models: ModelSettings
  /** Lets whoever has it read `/metrics` from another machine; undefined: this machine alone. */
  readonly metricsToken: string | undefined
  /** Where Office.js comes from; undefined: from Microsoft. */
  readonly officeJs: string | undefined
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the settings; every problem is named at once, with the setting and what to do, in German. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = Environment.safeParse(given)
  const problems = result.success ? [] : result.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
  const models = modelsIn(given, problems)
  const host = given.KOMPASS_HOST
  if (host !== undefined && !LOOPBACK.has(host)) {
    problems.push(
      `KOMPASS_HOST=${host} ist von außen erreichbar. Mit KOMPASS_IDENTITY=local weist niemand nach, wer fragt: Bitte 127.0.0.1 verwenden.`,
    )
  }
  if (!result.success) return { ok: false, problems }
  const { KOMPASS_PORT: port, PLAYGROUND_PORT: playgroundPort } = result.data
  if (port === playgroundPort)
    problems.push(`KOMPASS_PORT und PLAYGROUND_PORT sind beide ${port}: Bitte zwei verschiedene Ports angeben.`)
  if (problems.length > 0) return { ok: false, problems }
  const { KOMPASS_HOST: listening, KOMPASS_PACK: pack, KOMPASS_IDENTITY: identity } = result.data
  const { KOMPASS_LOG_LEVEL: logLevel, KOMPASS_PUBLIC_URL: publicUrl } = result.data
  const { KOMPASS_DATA: data, DATABASE_URL: databaseUrl } = result.data
  const { KOMPASS_LEARNING_KEY: learningKey, KOMPASS_BADGE_KEY: badgeKey } = result.data
  const { KOMPASS_METRICS_TOKEN: metricsToken, KOMPASS_OFFICE_JS: officeJs } = result.data
  const keys = { data, databaseUrl, learningKey, badgeKey, models, metricsToken, officeJs }
  return { ok: true, config: { host: listening, port, pack, identity, logLevel, playgroundPort, publicUrl, ...keys } }
}

function modelsIn(given: Readonly<Record<string, string | undefined>>, problems: string[]): ModelSettings {
  const keys = new Map<string, string>()
  const urls = new Map<string, string>()
  for (const [name, value = ''] of Object.entries(given)) {
    if (name.startsWith(MODEL_KEY)) keys.set(name.slice(MODEL_KEY.length), value)
    if (!name.startsWith(MODEL_URL)) continue
    const url = ModelUrl.safeParse(value)
    if (url.success) urls.set(name.slice(MODEL_URL.length), url.data.replace(/\/+$/, ''))
    else problems.push(`${name} ${MODEL_URL_PROBLEM}`)
  }
  return { keys, urls }
}
