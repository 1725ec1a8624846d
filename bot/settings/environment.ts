import { z } from 'zod'
import type { Given } from './read.js'
import { withoutSlash } from './without-slash.js'

const Port = z.coerce
  .number({ error: 'muss eine Zahl sein' })
  .int('muss eine ganze Zahl sein')
  .min(1, 'liegt zwischen 1 und 65535')
  .max(65535, 'liegt zwischen 1 und 65535')

const count = (least: number, most: number) =>
  z.coerce
    .number({ error: 'muss eine Zahl sein' })
    .int('muss eine ganze Zahl sein')
    .min(least, `liegt zwischen ${least} und ${most}`)
    .max(most, `liegt zwischen ${least} und ${most}`)

const PUBLIC_URL_PROBLEM =
  'ist die Adresse, unter der Mitarbeitende den Dienst im Browser erreichen, zum Beispiel https://kompass.musterstadt.example (ohne „?“ und „#“)'

/** Links are made by adding to it: nothing may stand behind the path. */
const PublicUrl = z
  .url({ protocol: /^https?$/, error: PUBLIC_URL_PROBLEM })
  .refine(url => !/[?#@]/.test(url), PUBLIC_URL_PROBLEM)
  .transform(withoutSlash)

const OFFICE_JS_PROBLEM =
  'ist die Adresse, unter der Ihr Haus Office.js selbst bereitstellt, zum Beispiel https://office.musterstadt.example/office.js'

/** What is the same for all municipalities of a service. What differs between them is an entry (entry.ts). */
export const Environment = z.object({
  KOMPASS_HOST: z.string().min(1).default('127.0.0.1'),
  KOMPASS_PORT: Port.default(3978),
  KOMPASS_MESSAGES_PORT: Port.optional(),
  KOMPASS_PUBLIC_URL: PublicUrl.optional(),
  KOMPASS_PROXY_TRUST: count(0, 10).default(0),
  KOMPASS_REPLICAS: count(1, 100).default(1),
  KOMPASS_MUNICIPALITIES: z.string().min(1).optional(),
  KOMPASS_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'ist eines von silent, error, warn, info, debug' })
    .default('info'),
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
  KOMPASS_GRAPH: z
    .string()
    .regex(/^(?:rollen|verbergen)(?:,(?:rollen|verbergen))?$/, 'ist rollen, verbergen oder beides: rollen,verbergen')
    .transform(words => words.split(','))
    .optional(),
  HTTPS_PROXY: z
    .url({ protocol: /^https?$/, error: 'ist die Adresse des Proxys, zum Beispiel http://proxy.neustadt.example:3128' })
    .optional(),
  NO_PROXY: z.string().optional(),
  KOMPASS_CA_FILE: z.string().optional(),
  NODE_EXTRA_CA_CERTS: z.string().optional(),
})
export type Environment = z.infer<typeof Environment>

/**
 * Reads all of them; a broken one is reported and counts as not given, so that the checks between settings still find what
 * else is wrong.
 */
export function readEnvironment(given: Given): { readonly settings: Environment; readonly problems: string[] } {
  const result = Environment.safeParse(given)
  if (result.success) return { settings: result.data, problems: [] }
  const { issues } = result.error
  const broken = new Set(issues.map(({ path: [name] }) => name))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !broken.has(name)))
  return {
    settings: Environment.parse(rest),
    problems: issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  }
}
