import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { readYaml } from '../../policies/pack/document.js'
import { formatProblem } from '../../policies/pack/problem.js'
import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import { isModelField, readModelFields } from './model-fields.js'
import { readMunicipality } from './municipality.js'
import { type Given, problemsOf, type Read, type ReadText } from './read.js'
import { bothProblem, fromFile, fromVariable, inlineProblem, type SecretsAround } from './secret-fields.js'

const Value = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const MunicipalitiesFile = z.strictObject(
  {
    municipalities: z
      .array(z.record(z.string(), Value, { error: 'besteht aus Zeilen „name: wert“' }), {
        error: 'fehlt: die Liste der Kommunen',
      })
      .min(1, 'enthält noch keine Kommune')
      .max(500, 'enthält mehr als 500 Kommunen'),
  },
  { error: 'beginnt mit „municipalities:“' },
)

type Fields = Readonly<Record<string, string>>

/**
 * The municipalities of a service, from the YAML file `KOMPASS_MUNICIPALITIES` names. Secrets never stand in it: a file or
 * a variable holds them. Paths in it begin where the file lies.
 */
export function readMunicipalities(
  file: string,
  given: Given,
  readText: ReadText,
): Read<readonly MunicipalitySettings[]> {
  const source = readText(file)
  if (source === undefined)
    return failed([
      `KOMPASS_MUNICIPALITIES nennt die Datei ${file}, die sich nicht lesen lässt: Bitte Pfad und Rechte prüfen.`,
    ])
  const yaml = readYaml(file, source)
  if (!yaml.ok) return failed(yaml.problems.map(formatProblem))
  const { value, lineOf } = yaml.text
  const parsed = MunicipalitiesFile.safeParse(value)
  if (!parsed.success)
    return failed(
      parsed.error.issues.map(
        ({ path, message }) => `${file}:${lineOf(path)}: ${path.join('.') || 'Die Datei'} ${message}`,
      ),
    )
  const entries = parsed.data.municipalities.map((fields, index) => {
    const where = `${file}:${lineOf(['municipalities', index])}: Eintrag ${index + 1}${fields.pack === undefined ? '' : ` (${fields.pack})`}`
    const read = readEntry(fields, { folder: dirname(file), given, readText })
    return read.ok ? read : { ...read, problems: read.problems.map(problem => `${where}: ${problem}`) }
  })
  const problems = entries.flatMap(entry => (entry.ok ? [] : entry.problems))
  return problems.length > 0
    ? failed(problems)
    : { ok: true, value: entries.flatMap(entry => (entry.ok ? [entry.value] : [])) }
}

function readEntry(written: Fields, around: SecretsAround): Read<MunicipalitySettings> {
  const { bot_secret_file: _file, bot_secret_env: _variable, ...others } = written
  const [ofModels, rest] = parted(others, isModelField)
  const secrets = secretsOf(written, around)
  const models = readModelFields(ofModels, around)
  if (!secrets.ok || !models.ok) return failed([...problemsOf(secrets), ...problemsOf(models)])
  const pack = rest.pack !== undefined && /[/\\]/.test(rest.pack) ? { pack: resolve(around.folder, rest.pack) } : {}
  return readMunicipality({ ...rest, ...pack, ...secrets.value }, models.value, field => field)
}

/** The fields whose names are meant, and all others. */
function parted(fields: Fields, meant: (name: string) => boolean): [Fields, Fields] {
  const all = Object.entries(fields)
  const of = (those: boolean): Fields => Object.fromEntries(all.filter(([name]) => meant(name) === those))
  return [of(true), of(false)]
}

/** The contents of what an entry names: secret, certificate and key. */
function secretsOf(written: Fields, around: SecretsAround): Read<Fields> {
  const { bot_secret: inline, bot_secret_file: file, bot_secret_env: variable } = written
  const problems: string[] = []
  const found = new Map<string, string>()
  const keep = (field: string, read: Read<string>): void => {
    if (read.ok) found.set(field, read.value)
    else problems.push(...read.problems)
  }
  if (inline !== undefined) problems.push(inlineProblem('bot_secret'))
  if (file !== undefined && variable !== undefined) problems.push(bothProblem('bot_secret_file', 'bot_secret_env'))
  else if (file !== undefined) keep('bot_secret', fromFile('bot_secret_file', file, around))
  else if (variable !== undefined) keep('bot_secret', fromVariable('bot_secret_env', variable, around))
  for (const name of ['bot_certificate', 'bot_key']) {
    const path = written[name]
    if (path !== undefined) keep(name, fromFile(name, path, around))
  }
  return problems.length > 0 ? failed(problems) : { ok: true, value: Object.fromEntries(found) }
}

const failed = (problems: readonly string[]): { readonly ok: false; readonly problems: readonly string[] } => ({
  ok: false,
  problems,
})
