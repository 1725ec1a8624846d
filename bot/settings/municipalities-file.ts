import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { readYaml } from '../../policies/pack/document.js'
import { formatProblem } from '../../policies/pack/problem.js'
import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import { readMunicipality } from './municipality.js'
import type { Given, Read, ReadText } from './read.js'
import { secretIn } from './secret-files.js'

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

type Around = { readonly folder: string; readonly given: Given; readonly readText: ReadText }

function readEntry(written: Fields, around: Around): Read<MunicipalitySettings> {
  const secrets = secretsOf(written, around)
  if (!secrets.ok) return secrets
  const { bot_secret_file: _file, bot_secret_env: _variable, ...rest } = written
  const pack = rest.pack !== undefined && /[/\\]/.test(rest.pack) ? { pack: resolve(around.folder, rest.pack) } : {}
  return readMunicipality({ ...rest, ...pack, ...secrets.value }, field => field)
}

/** The contents of what an entry names: secret, certificate and key. */
function secretsOf(written: Fields, { folder, given, readText }: Around): Read<Fields> {
  const { bot_secret: inline, bot_secret_file: file, bot_secret_env: variable } = written
  const problems: string[] = []
  const found = new Map<string, string>()
  const fromFile = (name: string, path: string, field: string): void => {
    const read = secretIn(resolve(folder, path), readText)
    if (read.ok) found.set(field, read.value)
    else problems.push(`${name} ${read.problem}`)
  }
  if (inline !== undefined)
    problems.push(
      'bot_secret gehört nicht in diese Datei: Bitte bot_secret_file (Pfad) oder bot_secret_env (Name einer Umgebungsvariable) angeben.',
    )
  if (file !== undefined && variable !== undefined)
    problems.push('bot_secret_file und bot_secret_env sind beide angegeben: Bitte nur eines davon.')
  else if (file !== undefined) fromFile('bot_secret_file', file, 'bot_secret')
  else if (variable !== undefined) {
    const secret = given[variable]
    if (secret === undefined)
      problems.push(`bot_secret_env nennt die Umgebungsvariable ${variable}, die es nicht gibt.`)
    else found.set('bot_secret', secret)
  }
  for (const name of ['bot_certificate', 'bot_key']) {
    const path = written[name]
    if (path !== undefined) fromFile(name, path, name)
  }
  return problems.length > 0 ? failed(problems) : { ok: true, value: Object.fromEntries(found) }
}

const failed = (problems: readonly string[]): { readonly ok: false; readonly problems: readonly string[] } => ({
  ok: false,
  problems,
})
