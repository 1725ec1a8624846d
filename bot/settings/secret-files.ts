import { MODEL_KEY } from './models.js'
import type { Given, ReadText } from './read.js'
import { REGISTER } from './register.js'

const FILE = '_FILE'

const SECRETS: ReadonlySet<string> = new Set(REGISTER.filter(({ secret }) => secret).map(({ name }) => name))

/** The secret a setting `…_FILE` stands for, undefined if it is no such setting. */
function secretBehind(name: string): string | undefined {
  if (!name.endsWith(FILE)) return undefined
  const secret = name.slice(0, -FILE.length)
  return SECRETS.has(secret) || (secret.startsWith(MODEL_KEY) && secret.length > MODEL_KEY.length) ? secret : undefined
}

/**
 * Every secret may stand in a file, so that a container hands it over without showing it in its environment. In the result
 * there are only the secrets themselves.
 */
export function withSecretFiles(
  given: Given,
  readText: ReadText,
): { readonly given: Given; readonly problems: string[] } {
  const problems: string[] = []
  const settings = new Map(Object.entries(given))
  for (const [name, path] of Object.entries(given)) {
    const secret = secretBehind(name)
    if (secret === undefined) continue
    settings.delete(name)
    if (given[secret] !== undefined) {
      problems.push(`${secret} und ${name} sind beide angegeben: Bitte nur eines davon.`)
      continue
    }
    const read = secretIn(path, readText)
    if (read.ok) settings.set(secret, read.value)
    else problems.push(`${name} ${read.problem}`)
  }
  return { given: Object.fromEntries(settings), problems }
}

type SecretRead = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: string }

/** A secret from a file; the line break an editor leaves at its end is none of it. */
export function secretIn(path: string, readText: ReadText): SecretRead {
  const text = readText(path)
  if (text === undefined)
    return { ok: false, problem: `nennt die Datei ${path}, die sich nicht lesen lässt: Bitte Pfad und Rechte prüfen.` }
  const value = text.trim()
  return value === '' ? { ok: false, problem: `nennt die Datei ${path}, die leer ist.` } : { ok: true, value }
}
