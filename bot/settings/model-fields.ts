import { type ModelSettings, settingName } from '../generation/served.js'
import { MODEL_URL_PROBLEM, ModelUrl } from './models.js'
import type { Read } from './read.js'
import { bothProblem, fromFile, fromVariable, inlineProblem, type SecretsAround } from './secret-fields.js'

/** The fields an entry may have for every tool with a model. */
export const MODEL_FIELDS = ['model_key_<werkzeug>_file', 'model_key_<werkzeug>_env', 'model_url_<werkzeug>'] as const

export const isModelField = (name: string): boolean => name.startsWith('model_key_') || name.startsWith('model_url_')

/**
 * Keys and addresses of the models of one municipality, from the fields of its entry. They are nobody else's: the address
 * in a pack is chosen by whoever wrote that pack, and the key of another municipality must never go there.
 */
export function readModelFields(fields: Readonly<Record<string, string>>, around: SecretsAround): Read<ModelSettings> {
  const found = { key: new Map<string, string>(), url: new Map<string, string>() }
  const problems: string[] = []
  const said = new Map<string, string>()
  for (const [name, value] of Object.entries(fields)) {
    const field = fieldOf(name)
    const what = field.kind === 'url' ? 'url' : 'key'
    const twin = said.get(`${what} ${field.tool}`)
    const read = twin === undefined ? readField(name, field, value, around) : failed(bothProblem(twin, name))
    said.set(`${what} ${field.tool}`, name)
    if (read.ok) found[what].set(field.tool, read.value)
    else problems.push(...read.problems)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { keys: found.key, urls: found.url } }
}

/** `tool` as `settingName` makes it. */
type ModelField = { readonly kind: 'file' | 'env' | 'inline' | 'url' | 'nameless'; readonly tool: string }

/** As the id of a tool, but that `_` may stand for `-`, as in the names of variables. */
const TOOL = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/

function fieldOf(name: string): ModelField {
  const rest = name.slice('model_key_'.length)
  const [, tool = rest, way] = /^(.*)_(file|env)$/.exec(rest) ?? []
  if (name.startsWith('model_url_')) return named('url', rest)
  if (way === 'file' || way === 'env') return named(way, tool)
  return rest === 'file' || rest === 'env' ? named('nameless', rest) : named('inline', rest)
}

const named = (kind: ModelField['kind'], tool: string): ModelField => ({
  kind: TOOL.test(tool) ? kind : 'nameless',
  tool: settingName(tool),
})

function readField(name: string, { kind }: ModelField, value: string, around: SecretsAround): Read<string> {
  switch (kind) {
    case 'file':
      return fromFile(name, value, around)
    case 'env':
      return fromVariable(name, value, around)
    case 'url': {
      const url = ModelUrl.safeParse(value)
      return url.success ? { ok: true, value: url.data } : failed(`${name} ${MODEL_URL_PROBLEM}`)
    }
    case 'inline':
      return failed(inlineProblem(name))
    case 'nameless':
      return failed(
        `${name} nennt kein Werkzeug: Bitte dessen id aus tools.yaml klein einsetzen, zum Beispiel model_key_mucgpt_env, model_key_mucgpt_file oder model_url_mucgpt.`,
      )
  }
}

const failed = (problem: string): Read<string> => ({ ok: false, problems: [problem] })
