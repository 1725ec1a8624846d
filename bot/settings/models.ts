import { z } from 'zod'
import type { ModelSettings } from '../generation/served.js'
import type { Given, Read } from './read.js'
import { withoutSlash } from './without-slash.js'

/** One setting for every tool with a model: `KOMPASS_MODEL_KEY_MUCGPT`. The rest of the name is that of the tool. */
export const MODEL_KEY = 'KOMPASS_MODEL_KEY_'
export const MODEL_URL = 'KOMPASS_MODEL_URL_'

export const MODEL_URL_PROBLEM =
  'ist keine Adresse einer OpenAI-kompatiblen Schnittstelle, zum Beispiel https://ki.rechenzentrum.example/v1'

/** Base of an OpenAI-compatible API, without a slash at the end. */
export const ModelUrl = z.url({ protocol: /^https?$/, error: MODEL_URL_PROBLEM }).transform(withoutSlash)

/** The models of the one municipality of a service, from the environment. */
export function readModels(given: Given): Read<ModelSettings> {
  const keys = new Map<string, string>()
  const urls = new Map<string, string>()
  const problems: string[] = []
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith(MODEL_KEY)) keys.set(name.slice(MODEL_KEY.length), value)
    if (!name.startsWith(MODEL_URL)) continue
    const url = ModelUrl.safeParse(value)
    if (url.success) urls.set(name.slice(MODEL_URL.length), url.data)
    else problems.push(`${name} ${MODEL_URL_PROBLEM}`)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { keys, urls } }
}
