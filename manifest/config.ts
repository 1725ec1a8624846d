import { z } from 'zod'
import { readYaml } from '../policies/pack/document.js'
import { type Problem, sortProblems } from '../policies/pack/problem.js'

const GUID_HINT = 'ist eine GUID, zum Beispiel aus: node -p "crypto.randomUUID()"'
const ADDRESS_HINT = 'ist eine Adresse, die mit https:// beginnt'
const SERVICE_HINT = `${ADDRESS_HINT}, ohne „?“ und „#“: dieselbe wie in KOMPASS_PUBLIC_URL`
const SHORT_HINT = 'ist der Name der App und hat 1 bis 30 Zeichen'
const FULL_HINT = 'ist der ganze Name der App und hat 1 bis 100 Zeichen'
const RESOURCE_HINT = 'ist die Anwendungs-ID-URI aus Entra: api://<Host von service>/<client_id>'
const ID_HINT =
  'ist ein Kurzname aus Kleinbuchstaben, Ziffern und Bindestrichen mit höchstens 60 Zeichen, zum Beispiel neustadt'

/** Microsoft refuses apps that carry the names of its products. */
const BRANDS = /teams|word|microsoft/i
const BRANDS_HINT = 'darf „Teams“, „Word“ und „Microsoft“ nicht enthalten: Bitte einen anderen Namen wählen'

/** GUIDs compare without case, and the packages write them small. */
const Guid = z.guid(GUID_HINT).toLowerCase()
const Address = z.url({ protocol: /^https$/, error: ADDRESS_HINT })
const Service = z
  .url({ protocol: /^https$/, error: SERVICE_HINT })
  .refine(address => !/[?#@]/.test(address), SERVICE_HINT)
  .transform(address => address.replace(/(?<!\/)\/+$/, ''))

const appName = (longest: number, hint: string) =>
  z
    .string({ error: hint })
    .trim()
    .min(1, hint)
    .max(longest, hint)
    // XML would make blanks of them.
    .regex(/^\P{Cc}*$/u, 'steht in einer Zeile, ohne Tabulator')
    .refine(name => !BRANDS.test(name), BRANDS_HINT)

const Names = z.strictObject({ short: appName(30, SHORT_HINT), full: appName(100, FULL_HINT) })

/** What differs between the packages of two municipalities; `bot` and `sign_in` are left out where there is none. */
export const PackageConfig = z.strictObject({
  id: z.string({ error: ID_HINT }).regex(/^[a-z][a-z0-9-]{0,59}$/, ID_HINT),
  example: z.literal(true, { error: 'ist true oder fehlt' }).optional(),
  service: Service,
  /** Only where several municipalities share the service: the id in the pack of this one. */
  kommune: z
    .string({ error: ID_HINT })
    .regex(/^[a-z][a-z0-9-]{0,59}$/, ID_HINT)
    .optional(),
  accent: z.string({ error: 'ist eine Farbe als #RRGGBB' }).regex(/^#[0-9a-fA-F]{6}$/, 'ist eine Farbe als #RRGGBB'),
  names: z.strictObject({ de: Names, en: Names }),
  publisher: z.strictObject({
    name: z
      .string({ error: 'nennt, wer die App anbietet' })
      .trim()
      .min(1, 'nennt, wer die App anbietet')
      .max(32, 'hat höchstens 32 Zeichen'),
    website: Address,
    privacy: Address,
    terms: Address,
  }),
  app: Guid,
  word: Guid,
  bot: Guid.optional(),
  sign_in: z.strictObject({ client_id: Guid, resource: z.string({ error: RESOURCE_HINT }) }).optional(),
})
export type PackageConfig = z.infer<typeof PackageConfig>

export type ConfigResult =
  | { readonly ok: true; readonly config: PackageConfig }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a configuration; everything wrong with it is named at once, with line and field, in German. */
export function readConfig(file: string, source: string): ConfigResult {
  const yaml = readYaml(file, source)
  if (!yaml.ok) return yaml
  const { value, lineOf } = yaml.text
  const at = (path: readonly PropertyKey[], message: string): Problem => ({
    file,
    line: lineOf(path),
    message: [path.join('.'), message].filter(Boolean).join(' '),
  })
  const read = PackageConfig.safeParse(value)
  const problems = read.success
    ? contradictions(read.data).map(({ path, message }) => at(path, message))
    : read.error.issues.flatMap(issue => saidOf(issue).map(({ path, message }) => at(path, message)))
  return read.success && problems.length === 0
    ? { ok: true, config: read.data }
    : { ok: false, problems: sortProblems(problems) }
}

type Said = { readonly path: readonly PropertyKey[]; readonly message: string }

/** Fields speak for themselves; what is missing or unknown as a whole has no field that could. */
function saidOf(issue: z.core.$ZodIssue): readonly Said[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      path: [...issue.path, key],
      message: 'gibt es nicht: Bitte die Schreibweise prüfen oder die Zeile löschen',
    }))
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return [
      { path: issue.path, message: 'fehlt oder ist kein Abschnitt: Das Beispiel steht in manifest/musterstadt.yaml' },
    ]
  return [{ path: issue.path, message: issue.message }]
}

/** What only shows when the fields are seen together. */
function contradictions(config: PackageConfig): readonly Said[] {
  const { app, word, bot, sign_in, service } = config
  const said: Said[] = []
  if (app === word)
    said.push({
      path: ['word'],
      message: 'ist dieselbe GUID wie app: Bitte eine zweite erzeugen, sonst verdrängt eines das andere',
    })
  if (sign_in) {
    const { host } = new URL(service)
    const allowed = [`api://${host}/${sign_in.client_id}`, ...(bot === undefined ? [] : [`api://${host}/botid-${bot}`])]
    if (!allowed.includes(sign_in.resource))
      said.push({
        path: ['sign_in', 'resource'],
        message: `passt nicht zu service und client_id: Erwartet wird ${allowed.join(' oder ')}`,
      })
  }
  return config.example ? said : [...said, ...placeholders(config)]
}

const PLACEHOLDER = '00000000-0000-'
const EXAMPLE_HOST = /\.example$/
const STILL = 'ist noch der Platzhalter des Beispiels: Bitte Ihren eigenen Wert eintragen'

function placeholders({ app, word, bot, sign_in, service, publisher }: PackageConfig): readonly Said[] {
  const guids = [
    { path: ['app'], value: app },
    { path: ['word'], value: word },
    { path: ['bot'], value: bot },
    { path: ['sign_in', 'client_id'], value: sign_in?.client_id },
  ].filter(({ value }) => value?.startsWith(PLACEHOLDER))
  const addresses = [
    { path: ['service'], value: service },
    ...(['website', 'privacy', 'terms'] as const).map(key => ({ path: ['publisher', key], value: publisher[key] })),
  ].filter(({ value }) => EXAMPLE_HOST.test(new URL(value).hostname))
  return [...guids, ...addresses].map(({ path }) => ({ path, message: STILL }))
}
